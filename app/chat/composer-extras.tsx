import { Car, CircleDollarSign, FileText, HandCoins, Paperclip, type LucideIcon } from "lucide-react";
import { useRef } from "react";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useDeal } from "#app/deal-card/use-deal";
import type { ChatStream } from "#app/realtime/chat-protocol";
import { useMessages } from "#app/ui/messages";
import { CannedAnswers } from "./canned-answers";
import { chatMessages } from "./chat-messages";
import type { Content } from "./chat-outbox";
import { HandOver } from "./hand-over";
import type { Chat } from "./use-chat";

interface ComposerExtrasProps {
  chat: Chat;
  stream: ChatStream;
  onFiles(files: readonly File[]): void;
  onText(text: string): void;
  /** What stands in the box: it can be kept as a ready answer. */
  written: string;
  onDone(): void;
}

type AskedCard = Extract<Content, { kind: "card" }>["card"];

/** Behind the plus: a file, a deal thing, and for staff their ready answers and the handover. */
export function ComposerExtras({ chat, stream, onFiles, onText, written, onDone }: ComposerExtrasProps) {
  const { view } = useDeal();
  const { seesPlum } = useStaffSight();
  const t = useMessages(chatMessages);
  const picker = useRef<HTMLInputElement>(null);
  const { vehicle, trade, life } = view.card;
  const sendCard = (card: AskedCard) => {
    // It is shown from the server's own words: what the card says is what the deal says then.
    chat.session.send("chat", { kind: "card", card }, { kind: "text", text: "…", about: null, answers: null });
    onDone();
  };
  return (
    <div className="mb-3 flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Extra icon={Paperclip} label={t("compose.file")} onClick={() => picker.current?.click()} />
        {stream === "chat" ? (
          <>
            {vehicle.vehicle ? (
              <Extra icon={Car} label={t("compose.vehicle")} onClick={() => sendCard({ type: "vehicle" })} />
            ) : null}
            {vehicle.vehicle ? (
              <Extra
                icon={CircleDollarSign}
                label={t("compose.payment")}
                onClick={() => sendCard({ type: "payment" })}
              />
            ) : null}
            {trade.offer ? (
              <Extra
                icon={HandCoins}
                label={t("compose.offer")}
                onClick={() => sendCard({ type: "offer", offerId: trade.offer?.offerId ?? "" })}
              />
            ) : null}
            {life.contractingRevision === null ? null : (
              <Extra
                icon={FileText}
                label={t("compose.document")}
                onClick={() => sendCard({ type: "document", document: "buyersOrder" })}
              />
            )}
          </>
        ) : null}
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("compose.file")}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
          onDone();
        }}
      />
      {seesPlum && stream === "chat" ? (
        <>
          <CannedAnswers chat={chat} written={written} onUse={onText} />
          <HandOver chat={chat} onDone={onDone} />
        </>
      ) : null}
    </div>
  );
}

function Extra({ icon: Icon, label, onClick }: { icon: LucideIcon; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex h-9 items-center gap-2 rounded-full border border-line-2 bg-surface px-3.5 font-medium hover:border-control hover:bg-ground touch:h-11"
    >
      <Icon aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
      {label}
    </button>
  );
}

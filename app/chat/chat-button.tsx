import { MessageSquare } from "lucide-react";
import { startTransition, useEffect, useRef, useState } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { usePersonName } from "#app/deal-card/card-people";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useDeal } from "#app/deal-card/use-deal";
import { useLatest } from "#app/ui/use-latest";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { chatButtonMessages } from "./chat-button-messages";
import { useChat, type Chat } from "./use-chat";

/** Longer words are cut when they are announced: the rest is in the conversation. */
const HEARD_TEXT = 120;

/** The way into the conversation, with what is unread; new words are announced while it is shut. */
export function ChatButton() {
  const { audience } = useDeal();
  const { panel, openPanel } = useCardPanel();
  const { seesPlum } = useStaffSight();
  const t = useMessages(chatButtonMessages);
  const chat = useChat();
  useOpenByAddress();
  if (audience === "guest") return null;
  const unread = chat ? chat.unread.chat + (seesPlum ? chat.unread.whisper : 0) : 0;
  return (
    <>
      <Button
        aria-label={unread > 0 ? t("buttonUnread", { count: unread }) : t("button")}
        aria-expanded={panel === "chat"}
        className="max-xl:aspect-square max-xl:px-0! max-sm:border-transparent max-sm:shadow-none"
        onClick={() => openPanel(panel === "chat" ? null : "chat")}
      >
        <MessageSquare aria-hidden strokeWidth={1.75} />
        <span className="max-xl:sr-only">{t("button")}</span>
        {unread > 0 ? (
          <span
            aria-hidden
            className="figures grid h-5 min-w-5 place-items-center rounded-full bg-accent-600 px-1 text-12 font-semibold text-on-accent max-xl:absolute max-xl:-top-1.5 max-xl:-right-1.5"
          >
            {unread}
          </span>
        ) : null}
      </Button>
      <Announcer chat={chat} shut={panel !== "chat"} />
    </>
  );
}

/** The link in an e-mail opens the conversation at once. */
function useOpenByAddress() {
  const { openPanel } = useCardPanel();
  const open = useLatest(openPanel);
  useEffect(() => {
    if (new URL(window.location.href).searchParams.get("messages") === "open") open.current("chat");
  }, [open]);
}

function Announcer({ chat, shut }: { chat: Chat | null; shut: boolean }) {
  const t = useMessages(chatButtonMessages);
  const nameOf = usePersonName();
  const [said, setSaid] = useState("");
  const known = useRef<number | null>(null);
  const newest = chat?.state.ready ? chat.state.chat.messages.at(-1) : undefined;
  const seq = chat?.state.ready ? (newest?.seq ?? 0) : null;
  const yourKey = chat?.state.yourKey;
  useEffect(() => {
    const isNews = known.current !== null && seq !== null && seq > known.current;
    known.current = seq;
    if (!isNews || !newest || newest.by.key === yourKey || !shut) return;
    const { content } = newest;
    const name = nameOf(newest.by);
    if (content.kind === "text") {
      const text = content.text.slice(0, HEARD_TEXT);
      startTransition(() => setSaid(t("arrived", { name, text })));
    } else if (content.kind === "file") startTransition(() => setSaid(t("arrivedFile", { name })));
  }, [seq, newest, yourKey, shut, t, nameOf]);
  return (
    <span className="sr-only" role="status" aria-live="polite">
      {said}
    </span>
  );
}

import { useState } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { usePersonName, whoOf } from "#app/deal-card/card-people";
import { goToShared } from "#app/deal-card/together/shared-place";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useDeal } from "#app/deal-card/use-deal";
import { Avatar } from "#app/ui/avatar";
import type { ChatStream } from "#app/realtime/chat-protocol";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { ChatComposer } from "./chat-composer";
import { chatMessages } from "./chat-messages";
import { Conversation } from "./conversation";
import { useChat, type Chat } from "./use-chat";
import { WaitTimer } from "./wait-timer";

/** The conversation over the right column; a whole screen on a phone. The card stays live under it. */
export function ChatDrawer() {
  const { panel, openPanel } = useCardPanel();
  const { view, isStaff, stage, openStage } = useDeal();
  const { seesPlum } = useStaffSight();
  const t = useMessages(chatMessages);
  const chat = useChat();
  const [chosen, setChosen] = useState<ChatStream>("chat");
  const other = useOtherSide(chat);
  const stream: ChatStream = seesPlum ? chosen : "chat";
  const isOpen = panel === "chat";
  const onPlace = (place: string) => {
    if (window.innerWidth < 640) openPanel(null);
    goToShared(place, { stage, openStage });
  };
  const emptyWords =
    stream === "whisper" ? t("empty.whisper") : isStaff ? t("empty.staff", { name: other.name }) : t("empty.customer");
  return (
    <Drawer
      open={isOpen}
      onOpenChange={(open) => openPanel(open ? "chat" : null)}
      className="bg-ground! max-sm:max-w-none [&>div:first-child]:bg-surface [&>div:last-child]:bg-surface"
      title={<OtherSide {...other} email={view.card.people.customer.email !== ""} />}
      footer={chat?.state.ready ? <ChatComposer key={stream} chat={chat} stream={stream} name={other.name} /> : null}
    >
      <div className="flex min-h-full flex-col">
        {seesPlum && chat ? (
          <div className="sticky top-0 z-10 border-b border-line bg-surface px-4 py-2">
            <StreamChoice chat={chat} name={other.name} stream={stream} onChoose={setChosen} />
            {stream === "chat" ? <WaitTimer chat={chat} name={other.name} /> : null}
            {stream === "whisper" ? (
              <p className="mt-1.5 text-12 text-staff-600">{t("whisperNote", { name: other.name })}</p>
            ) : null}
          </div>
        ) : null}
        <div className={stream === "whisper" ? "flex-1 bg-staff-50" : "flex-1"}>
          {chat && isOpen ? <Conversation key={stream} {...{ chat, stream, onPlace }} empty={emptyWords} /> : null}
        </div>
      </div>
    </Drawer>
  );
}

interface Other {
  name: string;
  role: string;
  here: boolean;
}

/** Whom one talks to: for staff the customer, for the customer whoever answered or was handed the conversation last. */
function useOtherSide(chat: Chat | null): Other {
  const { view, isStaff, people } = useDeal();
  const t = useMessages(chatMessages);
  const nameOf = usePersonName();
  const { people: seats, store } = view.card;
  if (isStaff) {
    const name = seats.customer.firstName || t("customer");
    return { name, role: "customer", here: people.some(({ role }) => role === "customer") };
  }
  const here = people.some(({ role }) => role !== "customer");
  const last = chat?.state.chat.messages.findLast(({ by }) => by.side === "store" && by.role !== "system");
  if (!last) {
    const seller = seats.salesperson;
    return { name: seller?.firstName ?? t("theStore", { store: store.name }), role: seller?.role ?? "store", here };
  }
  const { content, by } = last;
  const person = content.kind === "handover" ? content.to : by;
  return { name: nameOf(person), role: person.role, here };
}

function OtherSide({ name, role, here, email }: Other & { email: boolean }) {
  const { isStaff } = useDeal();
  const t = useMessages(chatMessages);
  const away = isStaff && !email ? t("awayNoMail") : t("away");
  return (
    <span className="flex items-center gap-3">
      <Avatar name={name} who={whoOf(role)} online={here} size={32} />
      <span className="min-w-0">
        <span className="block truncate text-16 leading-5 font-semibold">{name}</span>
        <span className="block truncate text-12 font-normal text-ink-3">{here ? t("here") : away}</span>
      </span>
    </span>
  );
}

interface StreamChoiceProps {
  chat: Chat;
  name: string;
  stream: ChatStream;
  onChoose(stream: ChatStream): void;
}

function StreamChoice({ chat, name, stream, onChoose }: StreamChoiceProps) {
  const t = useMessages(chatMessages);
  const count = (words: string, unread: number) => (unread > 0 ? `${words} (${unread})` : words);
  return (
    <SegmentedControl
      label={t("tabs.label")}
      name="chat-stream"
      size="medium"
      value={stream}
      onChange={onChoose}
      segments={[
        { value: "chat", label: count(t("tabs.chat", { name }), stream === "chat" ? 0 : chat.unread.chat) },
        { value: "whisper", label: count(t("tabs.whisper"), stream === "whisper" ? 0 : chat.unread.whisper) },
      ]}
    />
  );
}

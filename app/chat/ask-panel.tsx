import { Popover } from "radix-ui";
import { type FormEvent, useState } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { usePersonName, whoOf } from "#app/deal-card/card-people";
import { findPlace } from "#app/deal-card/together/shared-place";
import { useDeal } from "#app/deal-card/use-deal";
import { MAX_CHAT_TEXT } from "#app/realtime/chat-limits";
import type { ChatMessage } from "#app/realtime/chat-protocol";
import { Avatar } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { BottomSheet } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";
import type { AskedQuestion } from "./chat-book";
import { chatMessages } from "./chat-messages";
import { shownText } from "./chat-session";
import { usePlaceName } from "./place-name";
import { useAsk } from "./use-ask";
import { useChat, type Chat } from "./use-chat";

/** The questions at one line or figure, their answers, and room for the next: on the line itself, a sheet on a phone. */
export function AskPanel({ place }: { place: string }) {
  const { ask } = useAsk();
  const chat = useChat();
  const nameOf = usePlaceName();
  // Decided once: a panel that turned from a sheet into a popover would lose the hand that opened it.
  const [wide] = useState(() => window.matchMedia("(width >= 40rem)").matches);
  const [anchor] = useState(() => ({ current: findPlace(place) }));
  if (!chat) return null;
  const name = nameOf(place);
  const title = name.charAt(0).toLocaleUpperCase() + name.slice(1);
  const close = () => ask(null);
  const body = <AskThread chat={chat} place={place} onClose={close} />;
  if (!wide)
    return (
      <BottomSheet open onOpenChange={(open) => (open ? undefined : close())} title={title}>
        <div className="px-5 pt-2 pb-safe">{body}</div>
      </BottomSheet>
    );
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : close())}>
      {isThere(anchor) ? <Popover.Anchor virtualRef={anchor} /> : null}
      <Popover.Portal>
        <Popover.Content
          aria-label={title}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 w-88 max-w-[calc(100vw-1.5rem)] rounded-block border border-line bg-surface p-4 shadow-pop outline-none data-[state=open]:animate-pop-in"
        >
          <h2 className="mb-2 text-16">{title}</h2>
          {body}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const isThere = (anchor: { current: HTMLElement | null }): anchor is { current: HTMLElement } =>
  anchor.current !== null;

function AskThread({ chat, place, onClose }: { chat: Chat; place: string; onClose: () => void }) {
  const { isStaff } = useDeal();
  const { openPanel } = useCardPanel();
  const t = useMessages(chatMessages);
  const asked = chat.questions.get(place) ?? [];
  const own = (question: AskedQuestion) => question.question.by.key === chat.state.yourKey;
  const open = asked.findLast((question) => question.answers.length === 0 && !own(question)) ?? null;
  const [another, setAnother] = useState(false);
  const answering = another ? null : open;
  const send = (text: string) => {
    const answers = answering?.question.seq ?? null;
    chat.session.send(
      "chat",
      { kind: "text", text, about: place, ...(answers === null ? {} : { answers }) },
      shownText(text, place, answers),
    );
    setAnother(false);
  };
  return (
    <div className="flex flex-col gap-3">
      {asked.length > 0 ? (
        <ul className="flex max-h-64 flex-col gap-3 overflow-y-auto" aria-live="polite">
          {asked.map((one) => (
            <li key={one.question.seq} className="flex flex-col gap-2">
              <Line message={one.question} />
              {one.answers.map((answer) => (
                <Line key={answer.seq} message={answer} answer />
              ))}
            </li>
          ))}
        </ul>
      ) : null}
      <Unsent chat={chat} place={place} />
      <AskForm
        label={answering ? t("ask.answerLabel") : isStaff ? t("ask.labelStaff") : t("ask.label")}
        button={answering ? t("ask.answer") : t("ask.send")}
        onSend={send}
      />
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-12 text-ink-3">
        {t("ask.note")}
        {open && !another ? (
          <button type="button" className="link touch-target" onClick={() => setAnother(true)}>
            {t("ask.another")}
          </button>
        ) : null}
        {asked.length > 0 ? (
          <button
            type="button"
            className="link touch-target"
            onClick={() => {
              onClose();
              openPanel("chat");
            }}
          >
            {t("ask.inChat")}
          </button>
        ) : null}
      </p>
    </div>
  );
}

function Line({ message, answer = false }: { message: ChatMessage; answer?: boolean }) {
  const nameOf = usePersonName();
  const name = nameOf(message.by);
  if (message.content.kind !== "text") return null;
  return (
    <div className={answer ? "ml-7 flex gap-2.5" : "flex gap-2.5"}>
      <Avatar name={name} who={whoOf(message.by.role)} size={20} className="mt-0.5" />
      <p className="min-w-0 break-words whitespace-pre-wrap">
        <span className="block text-12 font-medium text-ink-3">{name}</span>
        {message.content.text}
      </p>
    </div>
  );
}

function Unsent({ chat, place }: { chat: Chat; place: string }) {
  const t = useMessages(chatMessages);
  const waiting = chat.state.chat.pending.filter(({ content }) => content.kind === "text" && content.about === place);
  return waiting.map(({ messageId, content, failed }) => (
    <p key={messageId} className="text-ink-2">
      {content.kind === "text" ? content.text : null}{" "}
      <span className="text-12 text-ink-3">{t(failed ? "failed" : "sending")}</span>
    </p>
  ));
}

function AskForm({ label, button, onSend }: { label: string; button: string; onSend: (text: string) => void }) {
  const [text, setText] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    onSend(text.trim());
    setText("");
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-2">
      <label className="block text-12 font-medium text-ink-2">
        {label}
        <textarea
          rows={2}
          value={text}
          maxLength={MAX_CHAT_TEXT}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
          }}
          className="mt-1 w-full resize-none rounded-cell border border-control bg-surface px-3 py-2 text-body font-normal text-ink outline-hidden focus:border-accent-600 focus:ring-3 focus:ring-accent-100 touch:text-16"
        />
      </label>
      <Button type="submit" className="self-start">
        {button}
      </Button>
    </form>
  );
}

import { Timer } from "lucide-react";
import { Fragment, type ReactNode, useLayoutEffect, useRef } from "react";
import { usePersonName } from "#app/deal-card/card-people";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useDeal } from "#app/deal-card/use-deal";
import { MISSED_AFTER_MS } from "#app/realtime/chat-limits";
import type { ChatMessage, ChatStream } from "#app/realtime/chat-protocol";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SkeletonText } from "#app/ui/skeleton";
import { useFormat } from "#app/ui/use-format";
import { answeredAfterMs, type ChatBook, hasEarlier, type PendingMessage, readByOthers } from "./chat-book";
import { ChatBubble } from "./chat-bubble";
import { chatMessages } from "./chat-messages";
import { TypingLine } from "./typing-line";
import type { Chat } from "./use-chat";
import { useSeenMessages } from "./use-seen-messages";

interface ConversationProps {
  chat: Chat;
  stream: ChatStream;
  empty: string;
  onPlace(place: string): void;
}

/** What was said, oldest on top, the newest in view; reading it is what marks it as read. */
export function Conversation({ chat, stream, empty, onPlace }: ConversationProps) {
  const t = useMessages(chatMessages);
  const book = chat.state[stream];
  const end = useRef<HTMLDivElement>(null);
  const count = (book?.messages.length ?? 0) + (book?.pending.length ?? 0);
  useNewestInView(end, count);
  useSeenMessages(chat, stream, end);
  if (!chat.state.ready || !book)
    return (
      <div className="p-4" aria-busy aria-label={t("loading")}>
        <SkeletonText lines={5} />
      </div>
    );
  return (
    <div className="flex min-h-full flex-col justify-end gap-2.5 p-4">
      {hasEarlier(book) ? (
        <Button kind="quiet" size="small" className="self-center" onClick={() => void chat.session.earlier(stream)}>
          {t("earlier")}
        </Button>
      ) : null}
      {count === 0 ? <p className="m-auto max-w-64 py-10 text-center text-ink-2">{empty}</p> : null}
      <ol role="log" aria-label={t("conversation")} aria-live="polite" className="flex flex-col gap-2.5">
        {book.messages.map((message, at) => (
          <Fragment key={message.seq}>
            <DayRule messages={book.messages} at={at} />
            <Said {...{ chat, stream, book, message, at, onPlace }} />
          </Fragment>
        ))}
        {book.pending.map((message) => (
          <Unsent key={message.messageId} {...{ chat, stream, message }} />
        ))}
      </ol>
      <TypingLine typing={book.typing} />
      <div ref={end} className="h-px" />
    </div>
  );
}

/** Pictures arrive after their bubbles and push the newest out of view. */
const PICTURES_MS = 250;

function useNewestInView(end: { current: HTMLDivElement | null }, count: number) {
  useLayoutEffect(() => {
    if (count === 0) return;
    const show = () => end.current?.scrollIntoView({ block: "end" });
    show();
    const timer = setTimeout(show, PICTURES_MS);
    return () => clearTimeout(timer);
  }, [end, count]);
}

/** The day, and the time after a pause, in the middle of the stream. */
function DayRule({ messages, at }: { messages: readonly ChatMessage[]; at: number }) {
  const format = useFormat();
  const PAUSE_MS = 15 * 60_000;
  const message = messages[at];
  const before = messages[at - 1];
  if (!message || (before && Date.parse(message.at) - Date.parse(before.at) < PAUSE_MS)) return null;
  return <li className="py-1 text-center text-12 text-ink-3">{format.dateTime(message.at)}</li>;
}

interface SaidProps {
  chat: Chat;
  stream: ChatStream;
  book: ChatBook;
  message: ChatMessage;
  at: number;
  onPlace(place: string): void;
}

function Said({ chat, stream, book, message, at, onPlace }: SaidProps) {
  const t = useMessages(chatMessages);
  const nameOf = usePersonName();
  const { by, content } = message;
  const own = by.key === chat.state.yourKey;
  const name = nameOf(by);
  const whisper = stream === "whisper";
  if (content.kind === "handover" && !whisper)
    return (
      <li className="py-1 text-center text-13 text-ink-3">{t("handover", { by: name, to: content.to.firstName })}</li>
    );
  const isFirstOfHand = book.messages[at - 1]?.by.key !== by.key;
  return (
    <li className="flex flex-col">
      {own || !isFirstOfHand ? null : <span className="mb-0.5 pl-1 text-12 font-medium text-ink-2">{name}</span>}
      {content.kind === "handover" ? (
        <p className="py-1 text-13 text-staff-600">{t("handover", { by: name, to: content.to.firstName })}</p>
      ) : null}
      <ChatBubble
        content={content}
        own={own}
        whisper={whisper}
        name={name}
        onPlace={onPlace}
        foot={<Foot {...{ chat, book, message, at, own, stream }} />}
      />
    </li>
  );
}

/** Under one's own last message: whether it was seen. Under staff's answers, for staff: how long it took. */
function Foot({ chat, book, message, at, own, stream }: Omit<SaidProps, "onPlace"> & { own: boolean }): ReactNode {
  const { isStaff } = useDeal();
  const { seesPlum } = useStaffSight();
  const t = useMessages(chatMessages);
  const format = useFormat();
  if (stream === "whisper") return format.time(message.at);
  const took = seesPlum ? answeredAfterMs(book.messages, at) : null;
  const parts: ReactNode[] = [];
  if (took !== null)
    parts.push(
      <span
        key="took"
        className={`inline-flex items-center gap-1 ${took > MISSED_AFTER_MS ? "text-neg" : "text-staff-600"}`}
      >
        <Timer aria-hidden className="size-3.5" strokeWidth={1.75} />
        {t("answeredIn", { time: format.clock(took) })}
      </span>,
    );
  const isLastOwn = own && book.messages.findLast(({ by }) => by.key === chat.state.yourKey)?.seq === message.seq;
  if (isLastOwn) parts.push(t(readByOthers(book, isStaff ? "store" : "customer") >= message.seq ? "seen" : "sent"));
  if (parts.length === 0) return null;
  return <span className="inline-flex items-center gap-2">{parts}</span>;
}

function Unsent({ chat, stream, message }: { chat: Chat; stream: ChatStream; message: PendingMessage }) {
  const t = useMessages(chatMessages);
  const foot = message.failed ? (
    <span className="text-neg">
      {t("failed")}{" "}
      {message.content.kind === "text" ? (
        <button
          type="button"
          className="touch-target font-medium underline underline-offset-3"
          onClick={() => chat.session.again(stream, message.messageId)}
        >
          {t("tryAgain")}
        </button>
      ) : null}
    </span>
  ) : (
    t("sending")
  );
  return (
    <li className="flex flex-col opacity-80">
      <ChatBubble content={message.content} own whisper={stream === "whisper"} name="" foot={foot} />
    </li>
  );
}

import { FileText, MessageCircleQuestion } from "lucide-react";
import type { ReactNode } from "react";
import { useDeal } from "#app/deal-card/use-deal";
import type { ChatContent, ChatFileInfo } from "#app/realtime/chat-protocol";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { ChatCardView } from "./chat-cards";
import { chatMessages } from "./chat-messages";
import { fileSize } from "./file-size";
import { usePlaceName } from "./place-name";

interface ChatBubbleProps {
  content: ChatContent;
  own: boolean;
  /** Staff's own stream: plum, as everything that never reaches the customer. */
  whisper?: boolean;
  /** Who said it, in full words. */
  name: string;
  /** Under the bubble: the time, whether it was seen. */
  foot?: ReactNode;
  onPlace?: (place: string) => void;
}

/** One thing said: words, a file, or a deal thing with its own buttons. */
export function ChatBubble({ content, own, whisper = false, name, foot, onPlace }: ChatBubbleProps) {
  return (
    <div className={cx("flex max-w-[85%] min-w-0 flex-col", own ? "items-end self-end" : "items-start self-start")}>
      <BubbleBody {...{ content, own, whisper, name, onPlace }} />
      {foot ? <p className="mt-0.5 px-1 text-12 text-ink-3">{foot}</p> : null}
    </div>
  );
}

const look = (own: boolean, whisper: boolean) =>
  cx(
    "rounded-[1rem] px-3.5 py-2 text-body max-sm:text-[.9375rem] break-words whitespace-pre-wrap",
    own ? "rounded-br-chip" : "rounded-bl-chip",
    whisper
      ? own
        ? "bg-staff-200 text-staff-ink"
        : "border border-staff-200 bg-staff-50 text-staff-ink"
      : own
        ? "bg-accent-600 text-on-accent"
        : "border border-line bg-surface text-ink",
  );

function BubbleBody({ content, own, whisper = false, name, onPlace }: Omit<ChatBubbleProps, "foot">) {
  switch (content.kind) {
    case "text":
      return (
        <div className={look(own, whisper)}>
          {content.about ? (
            <About place={content.about} onPlace={onPlace} isQuestion={content.answers === null} />
          ) : null}
          {content.text}
        </div>
      );
    case "file":
      return <FileBody file={content.file} text={content.text} {...{ own, whisper, name }} />;
    case "card":
      return <ChatCardView card={content.card} />;
    case "handover":
      return content.note ? <div className={look(own, whisper)}>{content.note}</div> : null;
  }
}

/** Which figure it is about; a tap leads there. */
function About({
  place,
  isQuestion,
  onPlace,
}: {
  place: string;
  isQuestion: boolean;
  onPlace?: (place: string) => void;
}) {
  const t = useMessages(chatMessages);
  const nameOf = usePlaceName();
  const words = t(isQuestion ? "question" : "about", { place: nameOf(place) });
  return (
    <button
      type="button"
      onClick={() => onPlace?.(place)}
      className="touch-target mb-0.5 flex items-center gap-1.5 text-left text-12 font-medium underline decoration-1 underline-offset-3 opacity-90"
    >
      <MessageCircleQuestion aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      {words}
    </button>
  );
}

interface FileBodyProps {
  file: ChatFileInfo;
  text: string;
  own: boolean;
  whisper: boolean;
  name: string;
}

function FileBody({ file, text, own, whisper, name }: FileBodyProps) {
  const { dealId } = useDeal();
  const t = useMessages(chatMessages);
  const url = `/deals/${dealId}/chat-files/${file.fileId}`;
  const { width, height } = file;
  return (
    <div className={cx(look(own, whisper), "overflow-clip p-1.5!")}>
      {width && height ? (
        <a href={url} target="_blank" rel="noreferrer" aria-label={t("file.open", { name: file.name })}>
          <img
            src={url}
            alt={t("file.alt", { name })}
            width={width}
            height={height}
            loading="lazy"
            className="max-h-70 w-60 rounded-cell object-cover"
          />
        </a>
      ) : (
        <a
          href={url}
          download={file.name}
          className="flex min-h-11 items-center gap-2.5 rounded-cell px-2 py-1 underline-offset-3 hover:underline"
        >
          <FileText aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
          <span className="min-w-0">
            <span className="block truncate font-medium">{file.name}</span>
            <span className="block text-12 opacity-85">{t("file.page", { size: fileSize(file.bytes) })}</span>
          </span>
        </a>
      )}
      {text ? <p className="px-2 pt-1.5 pb-0.5">{text}</p> : null}
    </div>
  );
}

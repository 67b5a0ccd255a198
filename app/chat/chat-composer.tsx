import { ArrowUp, Plus, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useDeal } from "#app/deal-card/use-deal";
import { MAX_CHAT_TEXT } from "#app/realtime/chat-limits";
import type { ChatStream } from "#app/realtime/chat-protocol";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { maskCardNumbers } from "#machines/money/mask-card-numbers";
import { chatMessages } from "./chat-messages";
import { ComposerExtras } from "./composer-extras";
import { shownText } from "./chat-session";
import type { Chat } from "./use-chat";
import { useChatFiles } from "./use-chat-files";
import { useTypingSign } from "./use-typing-sign";

/** From here on the writer is told how much room is left. */
const WARN_LEFT = 200;
/** The box grows with what is written, up to this. */
const TALLEST_PX = 132;

interface ChatComposerProps {
  chat: Chat;
  stream: ChatStream;
  /** Whom it goes to. */
  name: string;
}

/** Where people write: Enter sends, Shift+Enter makes a line. What was typed stays until it is sent. */
export function ChatComposer({ chat, stream, name }: ChatComposerProps) {
  const { dealId } = useDeal();
  const t = useMessages(chatMessages);
  const [text, setText] = useDraftText(dealId, stream);
  const [more, setMore] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const files = useChatFiles(chat, stream);
  const typing = useTypingSign(chat, stream);
  const written = text.trim();
  const holdsCard = maskCardNumbers(text) !== text;

  const send = () => {
    if (written === "") return;
    chat.session.send(stream, { kind: "text", text: written }, shownText(written, null, null));
    setText("");
    typing.stop();
    box.current?.focus();
  };
  return (
    <div>
      {files.trouble ? (
        <p role="alert" className="mb-2 text-13 text-neg">
          {files.trouble}
        </p>
      ) : null}
      {more ? (
        <ComposerExtras
          chat={chat}
          stream={stream}
          onFiles={files.send}
          onText={(ready) => {
            setText(text.trim() === "" ? ready : `${text.trimEnd()} ${ready}`);
            box.current?.focus();
          }}
          written={written}
          onDone={() => setMore(false)}
        />
      ) : null}
      {holdsCard ? <p className="mb-2 text-13 text-warn">{t("compose.masked")}</p> : null}
      <WriteBox
        {...{ box, stream, text, more }}
        label={stream === "whisper" ? t("compose.whisper") : t("compose.label", { name })}
        onMore={() => setMore(!more)}
        onText={(next) => {
          setText(next);
          typing.sign();
        }}
        onLeft={typing.stop}
        onFiles={files.send}
        onSend={send}
      />
      {MAX_CHAT_TEXT - text.length < WARN_LEFT ? (
        <p aria-live="polite" className="mt-1 text-right text-12 text-ink-3">
          {t("compose.left", { count: MAX_CHAT_TEXT - text.length })}
        </p>
      ) : null}
      {files.busy ? (
        <p aria-live="polite" className="mt-1 text-12 text-ink-3">
          {t("file.sending", { name: files.busy })}
        </p>
      ) : null}
    </div>
  );
}

/** Half-written words outlive the drawer; they are only this tab's. */
const drafts = new Map<string, string>();

function useDraftText(dealId: string, stream: ChatStream) {
  const key = `${dealId} ${stream}`;
  const [text, setText] = useState(() => drafts.get(key) ?? "");
  return [
    text,
    (next: string) => {
      drafts.set(key, next);
      setText(next);
    },
  ] as const;
}

interface WriteBoxProps {
  box: RefObject<HTMLTextAreaElement>;
  stream: ChatStream;
  text: string;
  label: string;
  more: boolean;
  onMore(): void;
  onText(text: string): void;
  onLeft(): void;
  onFiles(files: readonly File[]): Promise<void>;
  onSend(): void;
}

/** The row itself: what can be added, the words, and the way out. */
function WriteBox({ box, stream, text, label, more, onMore, onText, onLeft, onFiles, onSend }: WriteBoxProps) {
  const t = useMessages(chatMessages);
  const isEmpty = text.trim() === "";
  useGrowing(box, text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <button
        type="button"
        aria-expanded={more}
        aria-label={more ? t("compose.closeMore") : t("compose.more")}
        onClick={onMore}
        className="grid size-11 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-sunken"
      >
        {more ? <X aria-hidden className="size-5" /> : <Plus aria-hidden className="size-5" />}
      </button>
      <textarea
        ref={box}
        rows={1}
        value={text}
        maxLength={MAX_CHAT_TEXT}
        aria-label={label}
        placeholder={label}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKey}
        onBlur={onLeft}
        onPaste={(event) => {
          const pasted = [...event.clipboardData.files];
          if (pasted.length > 0) void onFiles(pasted);
        }}
        className={cx(
          "min-h-11 min-w-0 flex-1 resize-none rounded-[1.375rem] border bg-surface px-4 py-2.5 text-body text-ink outline-hidden touch:text-16",
          stream === "whisper"
            ? "border-staff-500 focus:ring-3 focus:ring-staff-200"
            : "border-control focus:border-accent-600 focus:ring-3 focus:ring-accent-100",
        )}
      />
      <button
        type="submit"
        aria-label={t("compose.send")}
        aria-disabled={isEmpty}
        className={cx(
          "grid size-11 shrink-0 place-items-center rounded-full transition-colors duration-140",
          isEmpty
            ? "bg-sunken text-ink-3"
            : stream === "whisper"
              ? "bg-staff-600 text-surface"
              : "bg-accent-600 text-on-accent hover:bg-accent-700",
        )}
      >
        <ArrowUp aria-hidden className="size-5" strokeWidth={2} />
      </button>
    </form>
  );
}

function useGrowing(box: RefObject<HTMLTextAreaElement>, text: string) {
  const { length } = text;
  useEffect(() => {
    if (box.current) growWith(box.current, length);
  }, [box, length]);
}

/** One line when it is empty: a placeholder that wraps does not count. */
function growWith(area: HTMLTextAreaElement, length: number): void {
  area.style.height = "auto";
  if (length > 0) area.style.height = `${Math.min(area.scrollHeight + 2, TALLEST_PX)}px`;
}

import { useEffect } from "react";
import { useLatest } from "#app/ui/use-latest";
import type { ChatStream } from "#app/realtime/chat-protocol";
import { readBy } from "./chat-book";
import type { Chat } from "./use-chat";

/** Marks as read what stands before somebody's eyes: the end of the stream in view, in a window that is looked at. */
export function useSeenMessages(chat: Chat, stream: ChatStream, end: { current: HTMLElement | null }) {
  const { session, state } = chat;
  const book = state[stream];
  const newest = book?.messages.at(-1)?.seq ?? 0;
  const isUnread = book !== null && state.ready && newest > readBy(book, state.yourKey);
  const mark = useLatest(() => {
    if (isUnread && document.visibilityState === "visible" && document.hasFocus()) session.read(stream, newest);
  });
  useEffect(() => {
    const target = end.current;
    if (!isUnread || !target || newest === 0) return;
    const eye = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) mark.current();
    });
    eye.observe(target);
    const look = () => mark.current();
    window.addEventListener("focus", look);
    return () => {
      eye.disconnect();
      window.removeEventListener("focus", look);
    };
  }, [end, isUnread, newest, mark]);
}

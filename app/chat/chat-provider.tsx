import { type ReactNode, startTransition, useEffect, useMemo, useState } from "react";
import { useDeal } from "#app/deal-card/use-deal";
import type { ChatSession, ChatState } from "./chat-session";
import { ChatContext, type Chat } from "./use-chat";

type Book = typeof import("./chat-book");

/** The conversation beside the card. Its code comes after the card's own: nobody waits for it to see a payment. */
export function ChatProvider({ children }: { children: ReactNode }) {
  const { socket, line, dealId, audience } = useDeal();
  const [loaded, setLoaded] = useState<{ session: ChatSession; book: Book } | null>(null);
  const [state, setState] = useState<ChatState | null>(null);
  const isIn = audience !== "guest";

  useEffect(() => {
    if (!socket || !isIn) return;
    let session: ChatSession | null = null;
    let gone = false;
    const open = async () => {
      const [{ openChat }, book] = await Promise.all([import("./chat-session"), import("./chat-book")]);
      if (gone) return;
      const opened: ChatSession = openChat(socket, dealId, () => startTransition(() => setState(opened.state())));
      session = opened;
      startTransition(() => {
        setLoaded({ session: opened, book });
        setState(opened.state());
      });
    };
    void open();
    return () => {
      gone = true;
      session?.close();
    };
  }, [socket, dealId, isIn]);

  const session = loaded?.session;
  useEffect(() => {
    if (line === "live") session?.goLive();
    else session?.goOffline();
  }, [session, line]);

  const chat = useMemo<Chat | null>(() => {
    if (!loaded || !state) return null;
    const { book } = loaded;
    const unread = {
      chat: book.unread(state.chat, state.yourKey),
      whisper: state.whisper ? book.unread(state.whisper, state.yourKey) : 0,
    };
    return { session: loaded.session, state, unread, questions: book.questionsByPlace(state.chat) };
  }, [loaded, state]);
  return <ChatContext.Provider value={chat}>{children}</ChatContext.Provider>;
}

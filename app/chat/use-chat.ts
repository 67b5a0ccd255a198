import { createContext, useContext } from "react";
import type { ChatSession, ChatState } from "./chat-session";
import type { AskedQuestion } from "./chat-book";

export interface Chat {
  session: ChatSession;
  state: ChatState;
  unread: { chat: number; whisper: number };
  /** Questions by the place they stand at. */
  questions: ReadonlyMap<string, AskedQuestion[]>;
}

/** Null until the conversation's code is here; the card works without it. */
export const ChatContext = createContext<Chat | null>(null);

export const useChat = (): Chat | null => useContext(ChatContext);

import type { z } from "zod";
import type { PaymentMethod } from "#machines/stages/finance";
import type { Role } from "#machines/store/actor";
import type {
  chatEarlierSchema,
  chatHandoverSchema,
  chatJoinSchema,
  chatReadSchema,
  chatSendSchema,
  chatTypingSchema,
  whisperSendSchema,
} from "./chat-schemas";

export type ChatJoinMessage = z.infer<typeof chatJoinSchema>;
export type ChatSendMessage = z.input<typeof chatSendSchema>;
export type WhisperSendMessage = z.input<typeof whisperSendSchema>;
export type ChatReadMessage = z.infer<typeof chatReadSchema>;
export type ChatTypingMessage = z.infer<typeof chatTypingSchema>;
export type ChatEarlierMessage = z.infer<typeof chatEarlierSchema>;
export type ChatHandoverMessage = z.input<typeof chatHandoverSchema>;

/** The two streams of a deal: with the customer, and between staff. */
export type ChatStream = "chat" | "whisper";
export type ChatSide = "customer" | "store";

/** A deal thing inside the conversation: what it was when it was sent. What it is now, the reader's own card says. */
export type ChatCard =
  | { type: "vehicle"; stockNumber: string; name: string; price: number }
  | { type: "offer"; offerId: string; allowance: number; expiresAt: string; car: string }
  | { type: "payment"; revision: number; method: PaymentMethod; amount: number | null; cashDue: number | null }
  | { type: "document"; document: "buyersOrder"; revision: number };

export interface ChatFileInfo {
  fileId: string;
  name: string;
  contentType: string;
  bytes: number;
  /** Null for a document. */
  width: number | null;
  height: number | null;
}

export type ChatContent =
  | { kind: "text"; text: string; about: string | null; answers: number | null }
  | { kind: "file"; file: ChatFileInfo; text: string }
  | { kind: "card"; card: ChatCard }
  | { kind: "handover"; to: { firstName: string; role: Role }; note?: string };

export interface ChatAuthor {
  side: ChatSide;
  role: Role;
  firstName: string | null;
  /** The same person of the same deal has the same key; it is not a person's id. */
  key: string;
}

export interface ChatMessage {
  /** Its place in the conversation: 1, 2, 3 … without a gap. */
  seq: number;
  at: string;
  by: ChatAuthor;
  content: ChatContent;
}

/** How far one person has read. */
export interface ReadMark {
  key: string;
  side: ChatSide;
  seq: number;
}

export interface ChatPage {
  /** The newest order number there is. */
  head: number;
  messages: ChatMessage[];
  /** True: more was missed than a page holds; forget what you had. */
  fresh: boolean;
  reads: ReadMark[];
}

export interface CannedAnswer {
  id: string;
  en: string;
  fr: string;
}

export type ChatJoinAnswer =
  | {
      status: "joined";
      /** The reader's own key among authors and read marks. */
      yourKey: string;
      /** The server's clock, for "waited 1:12". */
      now: string;
      chat: ChatPage;
      /** For staff alone; absent for a customer. */
      whisper?: ChatPage;
      canned?: CannedAnswer[];
      colleagues?: { id: string; firstName: string; role: Role }[];
    }
  | { status: "notFound" }
  | { status: "again"; reason: "rate" | "unavailable" }
  | { status: "malformed" };

export type ChatSendAnswer =
  | { status: "sent" | "repeated"; seq: number; at: string }
  /** Not sent, and not to be sent again: no such file or card, or the same id with other content. */
  | { status: "refused"; reason: "noFile" | "noCard" | "noQuestion" | "noColleague" | "conflict" | "notAllowed" }
  | { status: "again"; reason: "rate" | "unavailable" }
  | { status: "malformed" };

export type ChatEarlierAnswer =
  | { messages: ChatMessage[] }
  | { status: "notFound" | "malformed" }
  | { status: "again"; reason: "rate" | "unavailable" };

type Answered<Message, Answer> = (message: Message, answer: (answer: Answer) => void) => void;

export interface ChatToServer {
  "chat:join": Answered<ChatJoinMessage, ChatJoinAnswer>;
  "chat:send": Answered<ChatSendMessage, ChatSendAnswer>;
  "chat:earlier": Answered<ChatEarlierMessage, ChatEarlierAnswer>;
  "chat:read": (message: ChatReadMessage) => void;
  "chat:typing": (message: ChatTypingMessage) => void;
  "chat:handover": Answered<ChatHandoverMessage, ChatSendAnswer>;
  "whisper:send": Answered<WhisperSendMessage, ChatSendAnswer>;
  "whisper:read": (message: ChatReadMessage) => void;
  "whisper:typing": (message: ChatTypingMessage) => void;
}

export interface ChatSaid {
  dealId: string;
  message: ChatMessage;
}
export interface ChatTyping {
  dealId: string;
  by: ChatAuthor;
  typing: boolean;
}

export interface ChatToClient {
  "chat:message": (said: ChatSaid) => void;
  "chat:read": (message: { dealId: string; mark: ReadMark }) => void;
  "chat:typing": (message: ChatTyping) => void;
  "chat:head": (message: { dealId: string; head: number }) => void;
  "whisper:message": (said: ChatSaid) => void;
  "whisper:read": (message: { dealId: string; mark: ReadMark }) => void;
  "whisper:typing": (message: ChatTyping) => void;
  "whisper:head": (message: { dealId: string; head: number }) => void;
}

import { TYPING_MS } from "#app/realtime/chat-limits";
import type { ChatContent, ChatMessage, ChatPage, ChatTyping, ReadMark } from "#app/realtime/chat-protocol";

/** A message of one's own that the server has not answered yet. */
export interface PendingMessage {
  messageId: string;
  at: string;
  content: ChatContent;
  /** Its place, once the server has answered; null before. */
  seq: number | null;
  /** Not sent and not sent again by itself: the reason, as the server gave it. */
  failed: string | null;
}

export interface Typist {
  key: string;
  firstName: string | null;
  role: string;
  until: number;
}

/** One stream as this reader has it. */
export interface ChatBook {
  /** In order, without a gap from the first one held to the last. */
  messages: ChatMessage[];
  /** Too early to be shown: something before them is still missing. */
  early: ChatMessage[];
  /** The newest order number that is known of. */
  head: number;
  reads: ReadMark[];
  typing: Typist[];
  pending: PendingMessage[];
}

export const emptyBook: ChatBook = { messages: [], early: [], head: 0, reads: [], typing: [], pending: [] };

const lastOf = ({ messages }: ChatBook) => messages.at(-1)?.seq ?? 0;

/** Everything that is there in order; what came too early waits. */
function settled(book: ChatBook): ChatBook {
  const messages = [...book.messages];
  let next = (messages.at(-1)?.seq ?? 0) + 1;
  const waiting = new Map(book.early.map((message) => [message.seq, message]));
  for (let found = waiting.get(next); found; found = waiting.get(next)) {
    messages.push(found);
    next += 1;
  }
  return {
    ...book,
    messages,
    early: book.early.filter(({ seq }) => seq >= next),
    head: Math.max(book.head, next - 1),
    pending: book.pending.filter(({ seq }) => seq === null || seq >= next),
  };
}

/** A page of the server's: what was missed, or, after a long time away, a new beginning. */
export function takePage(book: ChatBook, page: ChatPage): ChatBook {
  const { messages, fresh, head, reads } = page;
  if (fresh) return settled({ ...book, messages: [...messages], head: Math.max(head, book.head), reads });
  const newer = messages.filter(({ seq }) => seq > lastOf(book));
  return settled({ ...book, messages: [...book.messages, ...newer], head: Math.max(head, book.head), reads });
}

/** One message as it was told. Twice is once; too early waits for the ones before it. */
export function takeMessage(book: ChatBook, message: ChatMessage): ChatBook {
  if (message.seq <= lastOf(book) || book.early.some(({ seq }) => seq === message.seq)) return book;
  const typing = book.typing.filter(({ key }) => key !== message.by.key);
  return settled({ ...book, typing, early: [...book.early, message], head: Math.max(book.head, message.seq) });
}

/** Is something missing that the server has? */
export const hasGap = (book: ChatBook): boolean => book.head > lastOf(book);

export const hasEarlier = ({ messages }: ChatBook): boolean => (messages[0]?.seq ?? 1) > 1;

export const takeEarlier = (book: ChatBook, older: ChatMessage[]): ChatBook => ({
  ...book,
  messages: [...older.filter(({ seq }) => seq < (book.messages[0]?.seq ?? 0)), ...book.messages],
});

export function takeRead(book: ChatBook, mark: ReadMark): ChatBook {
  const others = book.reads.filter(({ key }) => key !== mark.key);
  const known = book.reads.find(({ key }) => key === mark.key);
  return { ...book, reads: [...others, { ...mark, seq: Math.max(mark.seq, known?.seq ?? 0) }] };
}

export function takeTyping(book: ChatBook, { by, typing }: ChatTyping, atMs: number): ChatBook {
  const others = book.typing.filter(({ key, until }) => key !== by.key && until > atMs);
  const { key, firstName, role } = by;
  return { ...book, typing: typing ? [...others, { key, firstName, role, until: atMs + TYPING_MS }] : others };
}

export const addPending = (book: ChatBook, message: PendingMessage): ChatBook => ({
  ...book,
  pending: [...book.pending.filter(({ messageId }) => messageId !== message.messageId), message],
});

/** The server has it, at this place: it is shown as one's own until its place in the stream is here. */
export const placePending = (book: ChatBook, messageId: string, seq: number): ChatBook =>
  settled({
    ...book,
    pending: book.pending.map((message) => (message.messageId === messageId ? { ...message, seq } : message)),
  });

export const endPending = (book: ChatBook, messageId: string): ChatBook => ({
  ...book,
  pending: book.pending.filter((message) => message.messageId !== messageId),
});

export const failPending = (book: ChatBook, messageId: string, failed: string): ChatBook => ({
  ...book,
  pending: book.pending.map((message) => (message.messageId === messageId ? { ...message, failed } : message)),
});

/** How far one person has read; their own messages count as read. */
export function readBy(book: ChatBook, yourKey: string): number {
  const mark = book.reads.find(({ key }) => key === yourKey)?.seq ?? 0;
  const own = book.messages.findLast(({ by }) => by.key === yourKey)?.seq ?? 0;
  return Math.max(mark, own);
}

/** Messages of others that this person has not read. */
export function unread(book: ChatBook, yourKey: string): number {
  const read = readBy(book, yourKey);
  return book.messages.filter(({ seq, by }) => seq > read && by.key !== yourKey).length;
}

/** How far the other side has read, for the word under one's own last message. */
export const readByOthers = ({ reads }: ChatBook, side: "customer" | "store"): number =>
  Math.max(0, ...reads.filter((mark) => mark.side !== side).map(({ seq }) => seq));

/** A deal thing that arrived by itself is nobody's turn to speak. */
const isSpoken = ({ content }: ChatMessage) => content.kind === "text" || content.kind === "file";

/** Since when the customer has waited for an answer; null while they have one. */
export function waitingSince({ messages }: ChatBook): string | null {
  let since: string | null = null;
  for (const message of messages) {
    if (!isSpoken(message)) continue;
    if (message.by.side === "store") since = null;
    else since ??= message.at;
  }
  return since;
}

/** How long the customer waited for this answer; null where it answers nothing that waited. */
export function answeredAfterMs(messages: readonly ChatMessage[], at: number): number | null {
  const answer = messages[at];
  if (!answer || answer.by.side !== "store" || !isSpoken(answer)) return null;
  let since: string | null = null;
  for (const message of messages.slice(0, at)) {
    if (!isSpoken(message)) continue;
    since = message.by.side === "store" ? null : (since ?? message.at);
  }
  return since === null ? null : Math.max(0, Date.parse(answer.at) - Date.parse(since));
}

export interface AskedQuestion {
  question: ChatMessage;
  answers: ChatMessage[];
}

/** The questions at each place with their answers, oldest first. */
export function questionsByPlace({ messages }: ChatBook): Map<string, AskedQuestion[]> {
  const places = new Map<string, AskedQuestion[]>();
  for (const message of messages) {
    if (message.content.kind !== "text" || message.content.about === null) continue;
    const { about, answers } = message.content;
    const asked = places.get(about) ?? [];
    places.set(about, asked);
    const question = asked.find((one) => one.question.seq === answers);
    if (question) question.answers.push(message);
    else asked.push({ question: message, answers: [] });
  }
  return places;
}

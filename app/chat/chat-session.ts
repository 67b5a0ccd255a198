import { maskCardNumbers } from "#machines/money/mask-card-numbers";
import type {
  CannedAnswer,
  ChatContent,
  ChatFileInfo,
  ChatJoinAnswer,
  ChatSendAnswer,
  ChatStream,
} from "#app/realtime/chat-protocol";
import type { DealLine } from "#app/realtime/deal-connection";
import {
  addPending,
  type ChatBook,
  emptyBook,
  endPending,
  failPending,
  hasGap,
  placePending,
  takeEarlier,
  takePage,
  takeRead,
} from "./chat-book";
import { listen } from "./chat-ears";
import { chatOutbox, type Content, type Outgoing, sendOnce } from "./chat-outbox";
import { keptPending, keepPending } from "./kept-pending";

const ANSWER_MS = 8_000;
const RETRY_MS = 1_500;
/** News that comes out of order is usually in order a moment later. */
const GAP_MS = 300;

type Joined = Extract<ChatJoinAnswer, { status: "joined" }>;

export interface ChatState {
  /** The conversation as the server has it is here; before that, nothing can be said about it. */
  ready: boolean;
  yourKey: string;
  /** What the server's clock is ahead of this device's. */
  aheadMs: number;
  chat: ChatBook;
  /** Null for the customer's side. */
  whisper: ChatBook | null;
  canned: CannedAnswer[];
  colleagues: NonNullable<Joined["colleagues"]>;
}

export interface ChatSession {
  state(): ChatState;
  /** The line to the deal is live, for the first time or again: what was missed is asked for, what waited goes out. */
  goLive(): void;
  goOffline(): void;
  send(stream: ChatStream, content: Content, shown: ChatContent): void;
  again(stream: ChatStream, messageId: string): void;
  read(stream: ChatStream, seq: number): void;
  typing(stream: ChatStream, typing: boolean): void;
  earlier(stream: ChatStream): Promise<void>;
  handOver(staffId: string, note: string): Promise<boolean>;
  setCanned(canned: CannedAnswer[]): void;
  close(): void;
}

export const contentOfFile = (file: ChatFileInfo, text: string): ChatContent => ({ kind: "file", file, text });

/** As it stands on the screen until the server has it: already without card numbers. */
export const shownText = (text: string, about: string | null, answers: number | null): ChatContent => ({
  kind: "text",
  text: maskCardNumbers(text),
  about,
  answers,
});

/** What the session's parts share: one state, and the two ways it changes. */
interface Held {
  state: ChatState;
  set(next: Partial<ChatState>): void;
  change(stream: ChatStream, how: (book: ChatBook) => ChatBook): void;
}

function holdState(dealId: string, changed: () => void): Held {
  const held: Held = {
    state: {
      ready: false,
      yourKey: "",
      aheadMs: 0,
      chat: { ...emptyBook, pending: keptPending(dealId).map(({ pending }) => pending) },
      whisper: null,
      canned: [],
      colleagues: [],
    },
    set(next) {
      held.state = { ...held.state, ...next };
      changed();
    },
    change(stream, how) {
      const book = held.state[stream];
      if (book) held.set({ [stream]: how(book) });
    },
  };
  return held;
}

const newest = ({ messages }: ChatBook): number => messages.at(-1)?.seq ?? 0;

/** Asks for what is missing: on a live line, and again when the server could not say. */
function openJoining(socket: DealLine, dealId: string, held: Held, joined: () => void) {
  let live = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function join(): void {
    clearTimeout(timer);
    timer = undefined;
    const { chat, whisper } = held.state;
    const after = { chat: newest(chat), ...(whisper && { whisper: newest(whisper) }) };
    socket.timeout(ANSWER_MS).emit("chat:join", { dealId, after }, (error, answer) => {
      if (!live) return;
      if (error || answer.status === "again") return void setTimeout(() => live && join(), RETRY_MS);
      if (answer.status !== "joined") return;
      held.set(stateAfter(held.state, answer));
      joined();
    });
  }
  return {
    isLive: () => live,
    setLive(next: boolean) {
      live = next;
      if (live) join();
      else clearTimeout(timer);
    },
    /** The server has told of a message: when it is not here in a moment, it is asked for. */
    askForGap(stream: ChatStream, head: number) {
      held.change(stream, (book) => ({ ...book, head: Math.max(book.head, head) }));
      const book = held.state[stream];
      if (live && book && hasGap(book)) timer ??= setTimeout(join, GAP_MS);
    },
  };
}

function stateAfter(
  state: ChatState,
  { yourKey, now, chat, whisper, canned = [], colleagues = [] }: Joined,
): ChatState {
  return {
    ready: true,
    yourKey,
    aheadMs: Date.parse(now) - Date.now(),
    chat: takePage(state.chat, chat),
    whisper: whisper ? takePage(state.whisper ?? emptyBook, whisper) : null,
    canned,
    colleagues,
  };
}

/** One reader's conversation over the card's own line: in order, each message once, sent until it is answered. */
export function openChat(socket: DealLine, dealId: string, changed: () => void): ChatSession {
  const held = holdState(dealId, changed);
  const joining = openJoining(socket, dealId, held, () => void outbox.flush());
  const kept = keptPending(dealId).map(({ outgoing }): Outgoing => ({ stream: "chat", ...outgoing }));
  const outbox = chatOutbox(kept, {
    isLive: joining.isLive,
    sendOnce: (outgoing) => sendOnce(socket, dealId, outgoing),
    settled(outgoing, answer) {
      settle(held, outgoing, answer);
      if ("seq" in answer) joining.askForGap(outgoing.stream, answer.seq);
      keep();
    },
  });
  const keep = () => keepPending(dealId, held.state.chat.pending, outbox.waiting());
  const stop = listen(socket, dealId, { change: held.change, askForGap: joining.askForGap });

  return {
    ...saying(socket, dealId, held, joining.isLive),
    state: () => held.state,
    goLive: () => joining.setLive(true),
    goOffline() {
      joining.setLive(false);
      held.change("chat", (book) => ({ ...book, typing: [] }));
    },
    send(stream, content, shown) {
      const messageId = crypto.randomUUID();
      const at = new Date(Date.now() + held.state.aheadMs).toISOString();
      outbox.add({ stream, messageId, content });
      held.change(stream, (book) => addPending(book, { messageId, at, content: shown, seq: null, failed: null }));
      keep();
      void outbox.flush();
    },
    again(stream, messageId) {
      const message = held.state[stream]?.pending.find((one) => one.messageId === messageId);
      if (message?.content.kind !== "text") return;
      held.change(stream, (book) => endPending(book, messageId));
      const { text, about, answers } = message.content;
      this.send(stream, { kind: "text", text, ...(about && { about }), ...(answers && { answers }) }, message.content);
    },
    close() {
      joining.setLive(false);
      stop();
    },
  };
}

function settle({ change }: Held, { stream, messageId }: Outgoing, answer: ChatSendAnswer): void {
  // It stays on the screen until its own place in the stream is here.
  if (answer.status === "sent" || answer.status === "repeated")
    change(stream, (book) => placePending(book, messageId, answer.seq));
  else change(stream, (book) => failPending(book, messageId, "reason" in answer ? answer.reason : answer.status));
}

type Saying = Pick<ChatSession, "read" | "typing" | "earlier" | "handOver" | "setCanned">;

/** What needs no queue: signs, older pages, a handover. */
function saying(socket: DealLine, dealId: string, held: Held, isLive: () => boolean): Saying {
  const asked = () => socket.timeout(ANSWER_MS);
  return {
    read(stream, seq) {
      if (isLive()) socket.emit(`${stream}:read`, { dealId, seq });
      const side = held.state.whisper ? "store" : "customer";
      held.change(stream, (book) => takeRead(book, { key: held.state.yourKey, side, seq }));
    },
    typing(stream, typing) {
      if (isLive()) socket.emit(`${stream}:typing`, { dealId, typing });
    },
    async earlier(stream) {
      const before = held.state[stream]?.messages[0]?.seq;
      if (!before || before <= 1) return;
      const answer = await asked()
        .emitWithAck("chat:earlier", { dealId, stream, before })
        .catch(() => null);
      if (answer && "messages" in answer) held.change(stream, (book) => takeEarlier(book, answer.messages));
    },
    async handOver(staffId, note) {
      const message = { dealId, messageId: crypto.randomUUID(), staffId, note };
      const answer = await asked()
        .emitWithAck("chat:handover", message)
        .catch(() => null);
      return answer?.status === "sent" || answer?.status === "repeated";
    },
    setCanned: (canned) => held.set({ canned }),
  };
}

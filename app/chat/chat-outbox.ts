import type { ChatSendAnswer, ChatSendMessage, ChatStream } from "#app/realtime/chat-protocol";
import type { DealLine } from "#app/realtime/deal-connection";

/** An answer that takes longer is asked for again, under the same message id. */
const ANSWER_MS = 8_000;
const RETRY_MS = 1_500;

export type Content = ChatSendMessage["content"];

export interface Outgoing {
  stream: ChatStream;
  messageId: string;
  content: Content;
}

export interface ChatOutbox {
  add(outgoing: Outgoing): void;
  /** Sends what waits, one at a time, in the order in which it was said. */
  flush(): Promise<void>;
  waiting(): readonly Outgoing[];
}

interface OutboxEnds {
  isLive(): boolean;
  sendOnce(outgoing: Outgoing): Promise<ChatSendAnswer | null>;
  settled(outgoing: Outgoing, answer: ChatSendAnswer): void;
}

/** Every message goes out until it has its one answer; while the line is away it waits. */
export function chatOutbox(kept: readonly Outgoing[], { isLive, sendOnce, settled }: OutboxEnds): ChatOutbox {
  const queue = [...kept];
  let sending = false;
  return {
    add: (outgoing) => void queue.push(outgoing),
    async flush() {
      if (sending) return;
      sending = true;
      for (let next = queue[0]; next && isLive(); next = queue[0]) {
        const answer = await sendOnce(next);
        if (!answer) continue;
        queue.shift();
        settled(next, answer);
      }
      sending = false;
    },
    waiting: () => queue,
  };
}

/** One try; null when there was no answer, or none that counts. */
export async function sendOnce(socket: DealLine, dealId: string, outgoing: Outgoing): Promise<ChatSendAnswer | null> {
  const { stream, messageId, content } = outgoing;
  try {
    const asked = socket.timeout(ANSWER_MS);
    const answer =
      stream === "chat"
        ? await asked.emitWithAck("chat:send", { dealId, messageId, content })
        : content.kind === "card"
          ? ({ status: "malformed" } as const)
          : await asked.emitWithAck("whisper:send", { dealId, messageId, content });
    if (answer.status !== "again") return answer;
  } catch {
    // No answer is not a "no": it is sent again under the same id, and the server knows it.
  }
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  return null;
}

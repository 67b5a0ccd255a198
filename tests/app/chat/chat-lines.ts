import { randomUUID } from "node:crypto";
import type {
  ChatJoinAnswer,
  ChatMessage,
  ChatSendAnswer,
  ChatSendMessage,
  ReadMark,
} from "#app/realtime/chat-protocol";
import type { Line } from "#tests/support/live-line";

type Joined = Extract<ChatJoinAnswer, { status: "joined" }>;

/** One person in the conversation of a deal, with everything they were told in it. */
export interface Talker {
  line: Line;
  heard: ChatMessage[];
  whispered: ChatMessage[];
  reads: ReadMark[];
  typing: string[];
  join(after?: { chat?: number; whisper?: number }): Promise<Joined>;
  send(content: ChatSendMessage["content"], messageId?: string): Promise<ChatSendAnswer>;
  say(text: string, messageId?: string): Promise<ChatSendAnswer>;
  whisper(text: string): Promise<ChatSendAnswer>;
}

const ANSWER_MS = 15_000;

/** Joins the deal, and listens. */
export async function talker(line: Line, dealId: string): Promise<Talker> {
  const { socket } = line;
  const heard: ChatMessage[] = [];
  const whispered: ChatMessage[] = [];
  const reads: ReadMark[] = [];
  const typing: string[] = [];
  socket.on("chat:message", ({ message }) => void heard.push(message));
  socket.on("whisper:message", ({ message }) => void whispered.push(message));
  socket.on("chat:read", ({ mark }) => void reads.push(mark));
  socket.on("chat:typing", ({ by, typing: on }) => void typing.push(`${by.firstName ?? by.role} ${on}`));
  await line.join(dealId);
  const send: Talker["send"] = (content, messageId = randomUUID()) =>
    socket.timeout(ANSWER_MS).emitWithAck("chat:send", { dealId, messageId, content });
  return {
    line,
    heard,
    whispered,
    reads,
    typing,
    async join(after) {
      const answer = await socket.timeout(ANSWER_MS).emitWithAck("chat:join", { dealId, ...(after && { after }) });
      if (answer.status !== "joined") throw new Error(`not in the conversation: ${JSON.stringify(answer)}`);
      return answer;
    },
    send,
    say: (text, messageId) => send({ kind: "text", text }, messageId),
    whisper: (text) =>
      socket.timeout(ANSWER_MS).emitWithAck("whisper:send", {
        dealId,
        messageId: randomUUID(),
        content: { kind: "text", text },
      }),
  };
}

import type { z } from "zod";
import { type Actor, audienceOf } from "#machines/store/actor";
import { now } from "#app/platform/clock.server";
import { answerOnce } from "#app/realtime/answered.server";
import {
  CHAT_SIGNS_AT_ONCE,
  CHAT_SIGNS_PER_SECOND,
  MESSAGES_AT_ONCE,
  MESSAGES_PER_SECOND,
} from "#app/realtime/chat-limits";
import type {
  ChatAuthor,
  ChatEarlierAnswer,
  ChatJoinAnswer,
  ChatSendAnswer,
  ChatStream,
} from "#app/realtime/chat-protocol";
import {
  chatEarlierSchema,
  chatHandoverSchema,
  chatJoinSchema,
  chatReadSchema,
  chatSendSchema,
  chatTypingSchema,
  whisperSendSchema,
} from "#app/realtime/chat-schemas";
import { chatAudiences, staffAudiences, tellDeal, tellOthers } from "#app/realtime/room-news.server";
import { editBucket } from "#app/realtime/edit-bucket";
import { personCalled } from "#app/realtime/presence.server";
import type { DealServer, DealSocket } from "#app/realtime/socket-person.server";
import { cannedAnswers } from "./canned-answers.server";
import { colleaguesOf, handOver, sendMessage } from "./chat-acts.server";
import { authorIdOf, authorKey, markRead, readEarlier, readPage, sideOf } from "./chat-record.server";
import { putMissingCards } from "./event-cards.server";

const tooFast = { status: "again", reason: "rate" } as const;
const malformed = { status: "malformed" } as const;

/** The conversation of a deal on one connection. Whoever has joined the deal is in it; staff alone whisper. */
export function attachChat(io: DealServer, socket: DealSocket): void {
  const messages = editBucket(MESSAGES_PER_SECOND, MESSAGES_AT_ONCE);
  const signs = editBucket(CHAT_SIGNS_PER_SECOND, CHAT_SIGNS_AT_ONCE);
  const paced = { messages: () => messages.take(Date.now()), signs: () => signs.take(Date.now()) };

  socket.on("chat:join", (message, answer) =>
    answerOnce<ChatJoinAnswer>(socket, answer, async () => {
      const asked = parsed(chatJoinSchema, message);
      if (!asked) return malformed;
      const actor = actorOn(socket, asked.dealId);
      if (!actor || !mayRead(actor, "chat")) return { status: "notFound" };
      return paced.signs() ? join(io, actor, asked) : tooFast;
    }),
  );
  socket.on("chat:earlier", (message, answer) =>
    answerOnce<ChatEarlierAnswer>(socket, answer, async () => {
      const asked = parsed(chatEarlierSchema, message);
      if (!asked) return malformed;
      if (!mayRead(actorOn(socket, asked.dealId), asked.stream)) return { status: "notFound" };
      return paced.signs() ? { messages: await readEarlier(asked.stream, asked.dealId, asked.before) } : tooFast;
    }),
  );
  socket.on("chat:handover", (message, answer) =>
    answerOnce<ChatSendAnswer>(socket, answer, async () => {
      const asked = parsed(chatHandoverSchema, message);
      const actor = asked && actorOn(socket, asked.dealId);
      if (!asked || !actor) return asked ? { status: "refused", reason: "notAllowed" } : malformed;
      return paced.messages() ? handOver(io, actor, asked) : tooFast;
    }),
  );
  attachStream(io, socket, "chat", paced);
  attachStream(io, socket, "whisper", paced);
}

interface Paced {
  messages(): boolean;
  signs(): boolean;
}

/** Sending, reading and typing are the same in both streams; who is told is not. */
function attachStream(io: DealServer, socket: DealSocket, stream: ChatStream, paced: Paced): void {
  const to = stream === "chat" ? chatAudiences : staffAudiences;
  const readerOf = (dealId: string) => {
    const actor = actorOn(socket, dealId);
    return mayRead(actor, stream) ? actor : null;
  };
  socket.on(`${stream}:send`, (message: unknown, answer: (answer: ChatSendAnswer) => void) =>
    answerOnce<ChatSendAnswer>(socket, answer, async () => {
      const sent = parsed(stream === "chat" ? chatSendSchema : whisperSendSchema, message);
      if (!sent) return malformed;
      const actor = readerOf(sent.dealId);
      if (!actor) return { status: "refused", reason: "notAllowed" };
      return paced.messages() ? sendMessage(io, stream, actor, sent) : tooFast;
    }),
  );
  socket.on(`${stream}:read`, (message) =>
    quietly(async () => {
      const read = parsed(chatReadSchema, message);
      const actor = read && readerOf(read.dealId);
      if (!read || !actor || !paced.signs()) return;
      const mark = await markRead(stream, read.dealId, actor, read.seq);
      if (mark)
        tellDeal(io, { dealId: read.dealId, to, event: `${stream}:read`, message: { dealId: read.dealId, mark } });
    }),
  );
  socket.on(`${stream}:typing`, (message) => {
    const sign = parsed(chatTypingSchema, message);
    const actor = sign && readerOf(sign.dealId);
    if (!sign || !actor || !paced.signs()) return;
    const { dealId, typing } = sign;
    const by = typist(dealId, actor, personCalled(dealId, socket.data.key)?.firstName ?? null);
    tellOthers(socket, { dealId, to, event: `${stream}:typing`, message: { dealId, by, typing } });
  });
}

const parsed = <T>(schema: z.ZodType<T>, message: unknown): T | null => schema.safeParse(message).data ?? null;

const actorOn = (socket: DealSocket, dealId: string): Actor | null => socket.data.deals.get(dealId)?.actor ?? null;

/** The one place that says who may be in which stream. */
const mayRead = (actor: Actor | null, stream: ChatStream): boolean =>
  stream === "chat" ? actor !== null && chatAudiences.includes(audienceOf(actor)) : actor?.kind === "staff";

const typist = (dealId: string, actor: Actor, firstName: string | null): ChatAuthor => ({
  side: sideOf(actor),
  role: actor.kind === "staff" ? actor.role : actor.kind,
  firstName,
  key: authorKey(dealId, authorIdOf(actor)),
});

async function join(
  io: DealServer,
  actor: Actor,
  { dealId, after = {} }: z.infer<typeof chatJoinSchema>,
): Promise<ChatJoinAnswer> {
  await putMissingCards(io, dealId);
  const joined = {
    status: "joined" as const,
    yourKey: authorKey(dealId, authorIdOf(actor)),
    now: now().toISOString(),
    chat: await readPage("chat", dealId, after.chat),
  };
  if (actor.kind !== "staff") return joined;
  return {
    ...joined,
    whisper: await readPage("whisper", dealId, after.whisper),
    canned: [...(await cannedAnswers(actor.rooftopId))],
    colleagues: await colleaguesOf(actor),
  };
}

/** A sign that could not be stored is lost, as one sent over a broken line is; the next one says more. */
async function quietly(work: () => Promise<void>): Promise<void> {
  await work().catch(() => undefined);
}

import type { Actor, StaffRole } from "#machines/store/actor";
import { staffRoles } from "#machines/store/actor";
import { namedActor } from "#app/deals/named-actor.server";
import { readDealState } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import type { z } from "zod";
import type { ChatSendAnswer, ChatStream } from "#app/realtime/chat-protocol";
import type { chatHandoverSchema, chatSendSchema } from "#app/realtime/chat-schemas";
import type { DealServer } from "#app/realtime/socket-person.server";
import { chatCard } from "./chat-card.server";
import { readMessage } from "./chat-record.server";
import { uploadedFile } from "./keep-chat-file.server";
import { answerTo, say, sayIn } from "./say.server";
import type { StoredChatContent } from "./stored-chat";
import { tellChat, tellWhisper } from "./tell-chat.server";

type Sent = z.infer<typeof chatSendSchema>;
type Refused = Extract<ChatSendAnswer, { status: "refused" }>;

const refused = (reason: Refused["reason"]): Refused => ({ status: "refused", reason });

/** The name others read beside it. */
async function nameOf(dealId: string, actor: Actor): Promise<string | null> {
  const state = await readDealState(dealId);
  const named = state ? namedActor(actor, state) : actor;
  return named.kind === "system" ? null : named.firstName;
}

async function contentOf(
  stream: ChatStream,
  dealId: string,
  actor: Actor,
  sent: Sent["content"],
): Promise<StoredChatContent | Refused> {
  switch (sent.kind) {
    case "text": {
      const { text, about = null, answers = null } = sent;
      if (answers === null) return { kind: "text", text, about, answers };
      const question = await readMessage(stream, dealId, answers);
      if (question?.content.kind !== "text" || question.content.about === null) return refused("noQuestion");
      // An answer stands where its question stands, whatever the client says.
      return { kind: "text", text, about: question.content.about, answers };
    }
    case "file": {
      const file = await uploadedFile(sent.fileId, { dealId, stream, actor });
      return file ? { kind: "file", file, text: sent.text } : refused("noFile");
    }
    case "card": {
      const state = await readDealState(dealId);
      const card = state && chatCard(state, sent.card);
      return card ? { kind: "card", card } : refused("noCard");
    }
  }
}

/** Somebody says something in one of the two streams; whether they may be in it was asked before. */
export async function sendMessage(
  io: DealServer,
  stream: ChatStream,
  actor: Actor,
  { dealId, messageId, content: sent }: Sent,
): Promise<ChatSendAnswer> {
  const content = await contentOf(stream, dealId, actor, sent);
  if ("status" in content) return content;
  const firstName = await nameOf(dealId, actor);
  const { answer, row } = await say({ stream, dealId, messageId, actor, firstName, content, sent });
  // In the next turn: the sender's own answer leaves before the news of the same message.
  if (row) setImmediate(() => (stream === "chat" ? tellChat : tellWhisper)(io, dealId, row));
  return answer;
}

/**
 * The conversation goes to a colleague: the customer reads who answers from now on, the note is whispered, and both are
 * there or neither.
 */
export async function handOver(
  io: DealServer,
  actor: Actor,
  { dealId, messageId, staffId, note }: z.infer<typeof chatHandoverSchema>,
): Promise<ChatSendAnswer> {
  if (actor.kind !== "staff") return refused("notAllowed");
  const colleague = await database().prisma.staffMember.findFirst({
    where: { id: staffId, rooftopId: actor.rooftopId, active: true, NOT: { id: actor.staffId } },
  });
  const role = staffRoles.find((known) => known === colleague?.role);
  if (!colleague || !role) return refused("noColleague");
  const to = { staffId, firstName: colleague.firstName, role };
  const saying = { dealId, messageId, actor, firstName: actor.firstName };
  const [said, whispered] = await database().transaction(async (tx) => [
    await sayIn(tx, { ...saying, stream: "chat", content: { kind: "handover", to }, quiet: true }),
    await sayIn(tx, { ...saying, stream: "whisper", content: { kind: "handover", to, note } }),
  ]);
  if (said?.kind === "new") tellChat(io, dealId, said.row);
  if (whispered?.kind === "new") tellWhisper(io, dealId, whispered.row);
  return said ? answerTo(said) : refused("conflict");
}

export interface Colleague {
  id: string;
  firstName: string;
  role: StaffRole;
}

/** Roles that talk to customers; to the others a conversation is not handed over. */
const answering: readonly StaffRole[] = [
  "salesperson",
  "salesManager",
  "fniManager",
  "appraiser",
  "agent",
  "generalManager",
];

export async function colleaguesOf({ rooftopId, staffId }: Extract<Actor, { kind: "staff" }>): Promise<Colleague[]> {
  const staff = await database().prisma.staffMember.findMany({
    where: { rooftopId, active: true, NOT: { id: staffId } },
    orderBy: { firstName: "asc" },
  });
  return staff.flatMap(({ id, firstName, role: stored }) => {
    const role = answering.find((known) => known === stored);
    return role ? [{ id, firstName, role }] : [];
  });
}

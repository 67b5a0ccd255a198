import type { z } from "zod";
import { contextOf } from "#machines/deal/apply-deal-event";
import { refuse } from "#machines/deal/deal-refusals";
import { type Actor, audienceOf, audiences } from "#machines/store/actor";
import { dealActor } from "#app/accounts/deal-actor.server";
import { noteActivity } from "#app/accounts/session.server";
import { type CommittedEvent, onDealEvent } from "#app/deals/deal-feed.server";
import type { EditAnswer } from "#app/deals/edit-answer";
import { hotDeal } from "#app/deals/hot-deals.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { catchUp, patchesFor } from "./deal-patches.server";
import { joinDesk, startDeskFeed, tellDeskPresence } from "./desk-feed.server";
import { messageLimits } from "./message-limits";
import { dealRoom, enterDeal, leaveDeal, movePresence, nameCustomers, peopleOn, tellPeople } from "./presence.server";
import { editSchema, joinSchema, presenceSchema } from "./message-schemas";
import { type DeskAnswer, type JoinAnswer, PROTOCOL_VERSION } from "./protocol";
import { countConnection, watchSessions } from "./socket-sessions.server";
import { type DealServer, type DealSocket, identifySocket } from "./socket-person.server";

/** Cards one connection may hold open: a person looks at one, a manager compares a few. */
const MAX_DEALS_PER_SOCKET = 8;
/** How often everybody is told the head revision, so that lost news heals even when nothing new happens. */
const HEAD_EVERY_MS = 15_000;
/** What is told about a malformed message: enough to mend a client, not an essay. */
const MAX_PROBLEMS = 5;

/** The live side of deals: sockets in, the door, and one projected patch per audience out. */
export function attachDealHub(io: DealServer): () => void {
  io.use((socket, next) => void identifySocket(socket, next));
  io.on("connection", (socket) => {
    if (countConnection(socket)) connect(io, socket);
  });
  const stops = [onDealEvent((committed) => push(io, committed)), startDeskFeed(io), watchSessions(io)];
  const heads = setInterval(() => void tellHeads(io), HEAD_EVERY_MS).unref();
  return () => {
    clearInterval(heads);
    for (const stop of stops) stop();
  };
}

/** Everybody on the deal, each by their own projection; a raw event never enters a room. */
function push(io: DealServer, committed: CommittedEvent): void {
  const { rooms } = io.sockets.adapter;
  const present = audiences.filter((audience) => rooms.has(dealRoom(committed.dealId, audience)));
  for (const [patch, readers] of patchesFor(committed, present))
    io.local.to(readers.map((audience) => dealRoom(committed.dealId, audience))).emit("deal:patch", patch);
  const { event } = committed.row;
  if (event.type !== "customer.identified") return;
  nameCustomers(committed.dealId, event.firstName);
  tellRooms(io, committed.dealId);
}

async function tellHeads(io: DealServer): Promise<void> {
  for (const room of io.sockets.adapter.rooms.keys()) {
    const dealId = /^deal:(.+):\w+$/.exec(room)?.[1];
    const deal = dealId ? await hotDeal(dealId).catch(() => null) : null;
    if (deal) io.local.to(room).emit("deal:head", { dealId: deal.dealId, revision: deal.committed.revision });
  }
}

function connect(io: DealServer, socket: DealSocket): void {
  const limits = messageLimits(env.EDITS_PER_SECOND, () => socket.disconnect(true));
  const tooFast = { status: "again", reason: "rate" } as const;

  socket.onAny(() => limits.any());
  socket.on("deal:join", (message, answer) =>
    answered<JoinAnswer>(socket, answer, async () => {
      if (!limits.joins()) return tooFast;
      const parsed = joinSchema.safeParse(message);
      return parsed.success ? join(io, socket, parsed.data) : { status: "malformed" };
    }),
  );
  socket.on("deal:edit", (message, answer) =>
    answered<EditAnswer>(socket, answer, async () => {
      if (!limits.edits()) return tooFast;
      const parsed = editSchema.safeParse(message);
      return parsed.success ? edit(socket, parsed.data) : malformed(parsed.error);
    }),
  );
  socket.on("deal:presence", (message) => {
    if (!limits.presence()) return;
    const parsed = presenceSchema.safeParse(message);
    if (!parsed.success || !movePresence(socket.id, parsed.data)) return;
    tellRooms(io, parsed.data.dealId);
    if (!parsed.data.idle) void noteActivityNowAndThen(socket);
  });
  socket.on("deal:leave", (message) => {
    const parsed = joinSchema.safeParse(message);
    if (parsed.success) leave(io, socket, parsed.data.dealId);
  });
  socket.on("desk:join", (_message, answer) =>
    answered<DeskAnswer>(socket, answer, async () => (limits.joins() ? joinDesk(socket) : tooFast)),
  );
  socket.on("disconnect", () => {
    for (const dealId of socket.data.deals.keys()) leave(io, socket, dealId);
  });
}

async function join(
  io: DealServer,
  socket: DealSocket,
  { dealId, lastRevision }: z.infer<typeof joinSchema>,
): Promise<JoinAnswer> {
  const { person, deals, key } = socket.data;
  const actor = await dealActor(person, dealId);
  const deal = actor && (await hotDeal(dealId));
  // A line that broke meanwhile must not leave somebody in the room who will never go.
  if (!actor || !deal || !socket.connected) return { status: "notFound" };
  const isNew = !deals.has(dealId);
  if (isNew && deals.size >= MAX_DEALS_PER_SOCKET) return { status: "again", reason: "busy" };
  const audience = audienceOf(actor);
  // From here to the snapshot nothing waits, so no event falls between the room and the answer.
  void socket.join(dealRoom(dealId, audience));
  deals.set(dealId, { actor, audience });
  if (isNew) {
    const firstName = nameOnCard(actor, contextOf(deal.committed).people.customer.firstName);
    const role = actor.kind === "staff" ? actor.role : "customer";
    enterDeal(dealId, socket, { role, firstName, device: "desktop", stage: null, field: null, idle: false });
    tellRooms(io, dealId);
    tellDeskPresence(io, dealId);
  }
  const caughtUp = catchUp(deal, audience, lastRevision);
  return { status: "joined", audience, protocol: PROTOCOL_VERSION, caughtUp, people: peopleOn(dealId), yourKey: key };
}

const nameOnCard = (actor: Actor, customerName: string) =>
  actor.kind === "staff" ? actor.firstName : customerName || null;

async function edit(
  socket: DealSocket,
  { dealId, editId, edit: event, seenRevision }: z.infer<typeof editSchema>,
): Promise<EditAnswer> {
  const joined = socket.data.deals.get(dealId);
  if (!joined) return { status: "refused", refusal: refuse("notAllowed") };
  void noteActivityNowAndThen(socket);
  const answer = await submitDealEvent({
    dealId,
    editId,
    actor: joined.actor,
    event,
    ...(seenRevision === undefined ? {} : { seenRevision }),
  });
  if (answer.status === "refused" && answer.refusal.code === "notAllowed")
    log.warn({ dealId, event: event.type, audience: joined.audience }, "an edit beyond its sender's role was refused");
  return answer;
}

function malformed(error: z.ZodError): EditAnswer {
  const problems = error.issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => `${path.join(".")}: ${message}`);
  return { status: "refused", refusal: refuse("malformed"), problems };
}

function leave(io: DealServer, socket: DealSocket, dealId: string): void {
  const joined = socket.data.deals.get(dealId);
  if (!joined) return;
  socket.data.deals.delete(dealId);
  void socket.leave(dealRoom(dealId, joined.audience));
  leaveDeal(dealId, socket.id);
  tellRooms(io, dealId);
  tellDeskPresence(io, dealId);
}

const tellRooms = (io: DealServer, dealId: string) =>
  tellPeople(
    io,
    dealId,
    audiences.map((audience) => dealRoom(dealId, audience)),
  );

/** Exactly one answer, whatever happens; a client that wants none gets none and changes nothing. */
async function answered<Answer>(
  socket: DealSocket,
  answer: ((answer: Answer) => void) | undefined,
  work: () => Promise<Answer | { status: "again"; reason: "unavailable" }>,
): Promise<void> {
  if (typeof answer !== "function") return;
  try {
    answer((await work()) as Answer);
  } catch (error) {
    log.error({ err: error, socket: socket.data.key }, "a live message failed");
    answer({ status: "again", reason: "unavailable" } as Answer);
  }
}

const ACTIVITY_EVERY_MS = 60_000;
const lastActivity = new WeakMap<DealSocket, number>();

/** Working on a card keeps the session awake, at most one write a minute. */
async function noteActivityNowAndThen(socket: DealSocket): Promise<void> {
  const at = Date.now();
  if (at - (lastActivity.get(socket) ?? 0) < ACTIVITY_EVERY_MS) return;
  lastActivity.set(socket, at);
  await noteActivity(socket.data.person.sessionId).catch(() => {});
}

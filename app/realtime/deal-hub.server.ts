import type { z } from "zod";
import { refuse } from "#machines/deal/deal-refusals";
import { type Actor, actorRef, audienceOf, audiences } from "#machines/store/actor";
import { dealActor } from "#app/accounts/deal-actor.server";
import { noteActivity } from "#app/accounts/session.server";
import { type CommittedEvent, onDealEvent } from "#app/deals/deal-feed.server";
import type { EditAnswer } from "#app/deals/edit-answer";
import { namedActor } from "#app/deals/named-actor.server";
import { noteSeen, readerIdOf } from "#app/deals/deal-readings.server";
import { hotDeal, newestDeal } from "#app/deals/hot-deals.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { catchUp, patchesFor } from "./deal-patches.server";
import { cutEndedAccess } from "./cut-ended-access.server";
import { joinDesk, startDeskFeed, tellDeskPresence } from "./desk-feed.server";
import { countLine } from "./line-counts.server";
import { liveLimits } from "./live-limits";
import { messageLimits, type PersonLimits } from "./message-limits";
import { roomsOf } from "./deal-rooms.server";
import { dealRoom, enterDeal, leaveDeal, movePresence, nameCustomers, peopleFor, tellPeople } from "./presence.server";
import { editSchema, joinSchema, presenceSchema } from "./message-schemas";
import { type DeskAnswer, type JoinAnswer, PROTOCOL_VERSION } from "./protocol";
import { startPresenceNews } from "./presence-news.server";
import { watchSessions } from "./socket-sessions.server";
import { type DealServer, type DealSocket, identifySocket, letRequestGo } from "./socket-person.server";

/** What is told about a malformed message: enough to mend a client, not an essay. */
const MAX_PROBLEMS = 5;

/** The live side of deals: sockets in, the door, and one projected patch per audience out. */
export function attachDealHub(io: DealServer): () => void {
  io.use((socket, next) => void identifySocket(socket, next));
  const presence = startPresenceNews((dealId) => showPeople(io, dealId));
  const hub: Hub = {
    io,
    peopleMoved(dealId) {
      presence.changed(dealId);
      tellRooms(io, dealId);
    },
  };
  io.on("connection", (socket) => {
    const person = countLine(socket);
    if (!person) return;
    letRequestGo(socket);
    connect(hub, socket, person);
  });
  const stops = [
    onDealEvent((committed) => push(hub, committed)),
    startDeskFeed(io),
    watchSessions(io),
    cutEndedAccess(io),
    presence.stop,
  ];
  const heads = setInterval(() => void tellHeads(io), liveLimits.headEveryMs).unref();
  return () => {
    clearInterval(heads);
    for (const stop of stops) stop();
  };
}

/** The sockets of this server, and how the lists of people are kept true on all of them. */
interface Hub {
  io: DealServer;
  peopleMoved(dealId: string): void;
}

/** Everybody on the deal, each by their own projection; a raw event never enters a room. */
function push({ io, peopleMoved }: Hub, committed: CommittedEvent): void {
  const { rooms } = io.sockets.adapter;
  const names = roomsOf(committed.dealId);
  const present = audiences.filter((audience) => rooms.has(names[audience]));
  for (const [patch, readers] of patchesFor(committed, present))
    io.local.to(readers.map((audience) => names[audience])).emit("deal:patch", patch);
  const { event } = committed.row;
  if (event.type !== "customer.identified") return;
  nameCustomers(committed.dealId, event.firstName);
  peopleMoved(committed.dealId);
}

/** The newest revision of every deal that somebody is on, as the journal has it: also what other servers wrote. */
async function tellHeads(io: DealServer): Promise<void> {
  const rooms = [...io.sockets.adapter.rooms.keys()].flatMap((room) => {
    const dealId = /^deal:(.+):\w+$/.exec(room)?.[1];
    return dealId ? [{ room, dealId }] : [];
  });
  await Promise.all(
    rooms.map(async ({ room, dealId }) => {
      const deal = await newestDeal(dealId).catch(() => null);
      if (deal) io.local.to(room).emit("deal:head", { dealId, revision: deal.committed.revision });
    }),
  );
}

function connect(hub: Hub, socket: DealSocket, person: PersonLimits): void {
  const limits = messageLimits(env.EDITS_PER_SECOND, () => socket.disconnect(true), person);
  const tooFast = { status: "again", reason: "rate" } as const;

  socket.onAny(() => limits.any());
  socket.on("deal:join", (message, answer) =>
    answered<JoinAnswer>(socket, answer, async () => {
      if (!limits.joins()) return tooFast;
      const parsed = joinSchema.safeParse(message);
      return parsed.success ? join(hub, socket, parsed.data) : { status: "malformed" };
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
    hub.peopleMoved(parsed.data.dealId);
    if (!parsed.data.idle) noteActivityNowAndThen(socket);
  });
  socket.on("deal:leave", (message) => {
    const parsed = joinSchema.safeParse(message);
    if (parsed.success) leave(hub, socket, parsed.data.dealId);
  });
  socket.on("desk:join", (_message, answer) =>
    answered<DeskAnswer>(socket, answer, async () => (limits.joins() ? joinDesk(socket) : tooFast)),
  );
  socket.on("disconnect", () => {
    for (const dealId of socket.data.deals.keys()) leave(hub, socket, dealId);
  });
}

async function join(
  { io, peopleMoved }: Hub,
  socket: DealSocket,
  { dealId, lastRevision }: z.infer<typeof joinSchema>,
): Promise<JoinAnswer> {
  const { person, deals, key } = socket.data;
  const actor = await dealActor(person, dealId);
  const deal = actor && (await newestDeal(dealId));
  // A line that broke meanwhile must not leave somebody in the room who will never go.
  if (!actor || !deal || !socket.connected) return { status: "notFound" };
  const isNew = !deals.has(dealId);
  if (isNew && deals.size >= liveLimits.dealsPerLine) return { status: "again", reason: "busy" };
  const audience = audienceOf(actor);
  // From here to the snapshot nothing waits, so no event falls between the room and the answer.
  void socket.join(dealRoom(dealId, audience));
  deals.set(dealId, { actor, audience });
  if (isNew) {
    const { firstName } = actorRef(namedActor(actor, deal.committed));
    const seat = actor.kind === "customer" && actor.seat ? { seat: actor.seat.kind } : {};
    const role = actor.kind === "staff" ? actor.role : "customer";
    enterDeal(dealId, socket, { role, firstName, ...seat, device: "desktop", stage: null, field: null, idle: false });
    peopleMoved(dealId);
    tellDeskPresence(io, dealId);
  }
  const caughtUp = catchUp(deal, audience, lastRevision);
  return {
    status: "joined",
    audience,
    protocol: PROTOCOL_VERSION,
    caughtUp,
    people: peopleFor(dealId, audience),
    yourKey: key,
  };
}

async function edit(
  socket: DealSocket,
  { dealId, editId, edit: event, seenRevision }: z.infer<typeof editSchema>,
): Promise<EditAnswer> {
  const joined = socket.data.deals.get(dealId);
  if (!joined) return { status: "refused", refusal: refuse("notAllowed") };
  noteActivityNowAndThen(socket);
  const answer = await submitDealEvent({
    dealId,
    editId,
    actor: joined.actor,
    event,
    isParsed: true,
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

function leave({ io, peopleMoved }: Hub, socket: DealSocket, dealId: string): void {
  const joined = socket.data.deals.get(dealId);
  if (!joined) return;
  socket.data.deals.delete(dealId);
  void socket.leave(dealRoom(dealId, joined.audience));
  leaveDeal(dealId, socket.id);
  void noteLeft(dealId, joined.actor);
  peopleMoved(dealId);
  tellDeskPresence(io, dealId);
}

/** Somebody came or went on another server. */
function showPeople(io: DealServer, dealId: string): void {
  tellRooms(io, dealId);
  tellDeskPresence(io, dealId);
}

/** What they have seen is what the deal was when they left: the next time, they are told what happened since. */
async function noteLeft(dealId: string, actor: Actor): Promise<void> {
  const readerId = readerIdOf(actor);
  if (readerId === null) return;
  try {
    const deal = await hotDeal(dealId);
    if (deal) await noteSeen(dealId, readerId, deal.committed.revision);
  } catch (error) {
    // Nobody waits for it, and without it they are only told a little more than they need.
    log.warn({ err: error, dealId }, "how far somebody had read could not be kept");
  }
}

const tellRooms = (io: DealServer, dealId: string) => tellPeople(io, dealId);

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
function noteActivityNowAndThen(socket: DealSocket): void {
  const at = Date.now();
  if (at - (lastActivity.get(socket) ?? 0) < ACTIVITY_EVERY_MS) return;
  lastActivity.set(socket, at);
  noteActivity(socket.data.person.sessionId).catch(() => {});
}

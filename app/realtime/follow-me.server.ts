import { nodeNews } from "#app/platform/node-news.server";
import { remember } from "#app/platform/remember.server";
import { personCalled } from "./presence.server";
import type { DealServer, DealSocket } from "./socket-person.server";
import type {
  FollowAnswer,
  FollowAnswerMessage,
  FollowInvitationNote,
  FollowInviteMessage,
  FollowShowMessage,
  ShownPlace,
} from "./together-protocol";

/** An invitation nobody answers lapses. */
const INVITATION_MS = 60_000;
/** Whoever said no is not asked again by the same person for this long. */
const AFTER_NO_MS = 30_000;
/** A card is worked by a handful; a crowd behind one leader is a mistake. */
const MAX_FOLLOWERS = 6;

const TOPIC = "follow";

/** What one server tells another about two people: kept apart from what clients are told. */
type Note = { dealId: string; from: string; to: string } & (
  FollowInvitationNote | { type: "answered"; accept: boolean } | { type: "shown"; place: ShownPlace } | { type: "left" }
);

interface Asked {
  /** True: the asker leads. */
  lead: boolean;
  until: number;
}

/** One connection's part on one deal. It is asked, leads or follows by its own consent alone, each time anew. */
interface Part {
  asking: Map<string, Asked>;
  askedBy: Map<string, Asked>;
  saidNo: Map<string, number>;
  followers: Set<string>;
  leader: string | null;
}

const parts = remember("followParts", () => new WeakMap<DealSocket, Map<string, Part>>());

function partOf(socket: DealSocket, dealId: string): Part {
  const known = parts.get(socket) ?? new Map<string, Part>();
  parts.set(socket, known);
  const part = known.get(dealId) ?? {
    asking: new Map(),
    askedBy: new Map(),
    saidNo: new Map(),
    followers: new Set(),
    leader: null,
  };
  known.set(dealId, part);
  return part;
}

export const startFollowing = (io: DealServer): (() => void) =>
  nodeNews().onTold(TOPIC, (note) => take(io, note as Note));

/** To the server that has the person's line: here, or another that will know them by their key. */
function send(io: DealServer, note: Note): void {
  if (!take(io, note)) nodeNews().tell(TOPIC, note);
}

function take(io: DealServer, note: Note): boolean {
  const socket = [...io.sockets.sockets.values()].find(({ data }) => data.key === note.to);
  if (!socket?.data.deals.has(note.dealId)) return false;
  taken[note.type](io, socket, note as never);
  return true;
}

type NoteOf<Type extends Note["type"]> = Extract<Note, { type: Type }>;

const taken: { [Type in Note["type"]]: (io: DealServer, socket: DealSocket, note: NoteOf<Type>) => void } = {
  invited(_io, socket, { dealId, from, lead, firstName, role }) {
    const part = partOf(socket, dealId);
    const at = Date.now();
    if ((part.saidNo.get(from) ?? 0) > at) return;
    part.askedBy.set(from, { lead, until: at + INVITATION_MS });
    socket.emit("follow:invited", { dealId, person: from, firstName, role, lead });
  },
  answered(io, socket, { dealId, from, accept }) {
    const part = partOf(socket, dealId);
    const asked = part.asking.get(from);
    part.asking.delete(from);
    if (!asked || asked.until < Date.now()) return;
    if (!accept) return void socket.emit("follow:declined", { dealId, person: from });
    begin(io, socket, dealId, { leader: asked.lead ? null : from, follower: asked.lead ? from : null });
  },
  shown(_io, socket, { dealId, from, place }) {
    if (partOf(socket, dealId).leader === from) socket.emit("follow:shown", { dealId, leader: from, ...place });
  },
  left(_io, socket, { dealId, from }) {
    const part = partOf(socket, dealId);
    part.askedBy.delete(from);
    const followed = part.followers.delete(from);
    if (part.leader === from) part.leader = null;
    else if (!followed) return;
    tellState(socket, dealId);
  },
};

/** Takes on a part that this person has just agreed to. Whoever followed somebody else leaves them first. */
function begin(
  io: DealServer,
  socket: DealSocket,
  dealId: string,
  { leader, follower }: { leader: string | null; follower: string | null },
): void {
  const part = partOf(socket, dealId);
  if (part.leader) send(io, { type: "left", dealId, from: socket.data.key, to: part.leader });
  part.leader = leader;
  if (leader) {
    for (const one of part.followers) send(io, { type: "left", dealId, from: socket.data.key, to: one });
    part.followers.clear();
  }
  if (follower && part.followers.size < MAX_FOLLOWERS) part.followers.add(follower);
  tellState(socket, dealId);
}

function tellState(socket: DealSocket, dealId: string): void {
  const { leader, followers } = partOf(socket, dealId);
  socket.emit("follow:state", { dealId, leader, followers: [...followers] });
}

/** Asks another person on the card. Both have to be seen on it: nobody is led by somebody who hides. */
export function inviteToFollow(io: DealServer, socket: DealSocket, message: FollowInviteMessage): FollowAnswer {
  const { dealId, person, lead } = message;
  const { key } = socket.data;
  const me = personCalled(dealId, key);
  if (!me || person === key || !personCalled(dealId, person)) return { status: "notNow" };
  partOf(socket, dealId).asking.set(person, { lead, until: Date.now() + INVITATION_MS });
  const { firstName, role } = me;
  send(io, { type: "invited", dealId, from: key, to: person, lead, firstName, role });
  return { status: "asked" };
}

export function answerInvitation(io: DealServer, socket: DealSocket, message: FollowAnswerMessage): void {
  const { dealId, person, accept } = message;
  const part = partOf(socket, dealId);
  const asked = part.askedBy.get(person);
  part.askedBy.delete(person);
  if (!asked || asked.until < Date.now()) return;
  if (!accept) part.saidNo.set(person, Date.now() + AFTER_NO_MS);
  send(io, { type: "answered", dealId, from: socket.data.key, to: person, accept });
  if (accept) begin(io, socket, dealId, { leader: asked.lead ? person : null, follower: asked.lead ? null : person });
}

/** What a leader looks at, to those who follow; a place outside the allow-list never got past the schema. */
export function showFollowers(io: DealServer, socket: DealSocket, { dealId, ...place }: FollowShowMessage): void {
  for (const to of partOf(socket, dealId).followers)
    send(io, { type: "shown", dealId, from: socket.data.key, to, place });
}

/** Ends every part this person has on the deal: one tap, a lost line, a closed card, going into hiding. */
export function leaveFollowing(io: DealServer, socket: DealSocket, dealId: string): void {
  const part = parts.get(socket)?.get(dealId);
  if (!part) return;
  const others = new Set([...part.followers, ...part.asking.keys(), ...(part.leader ? [part.leader] : [])]);
  parts.get(socket)?.delete(dealId);
  for (const to of others) send(io, { type: "left", dealId, from: socket.data.key, to });
  if (socket.connected) tellState(socket, dealId);
}

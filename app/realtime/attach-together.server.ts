import { audiences } from "#machines/store/actor";
import { nodeNews } from "#app/platform/node-news.server";
import { answerOnce } from "./answered.server";
import { editBucket } from "./edit-bucket";
import { changeLease, dropLeases, LEASE_MS, leasesOn } from "./field-leases.server";
import { answerInvitation, inviteToFollow, leaveFollowing, showFollowers } from "./follow-me.server";
import { presenceSchema } from "./message-schemas";
import { dealRoom } from "./presence.server";
import type { DealServer, DealSocket } from "./socket-person.server";
import type { FollowAnswer, LeaseAnswer, LeaseMessage } from "./together-protocol";
import {
  followAnswerSchema,
  followInviteSchema,
  followLeaveSchema,
  followShowSchema,
  leaseSchema,
} from "./together-schemas";

/** A leader's place, and a typing hand: what a screen can show, not more. */
const SIGNS_PER_SECOND = 8;
const SIGNS_AT_ONCE = 24;
/** Asking somebody to follow is a polite thing. */
const INVITATIONS_PER_SECOND = 0.2;
const INVITATIONS_AT_ONCE = 4;

const LEASE_TOPIC = "lease";
const tooFast = { status: "again", reason: "rate" } as const;

/** What people on one card see of each other beyond presence: held money fields, and following by data. */
export function attachTogether(io: DealServer, socket: DealSocket): void {
  const signs = editBucket(SIGNS_PER_SECOND, SIGNS_AT_ONCE);
  const invitations = editBucket(INVITATIONS_PER_SECOND, INVITATIONS_AT_ONCE);
  const mayShow = (dealId: string) => socket.data.deals.has(dealId) && signs.take(Date.now());

  socket.on("deal:lease", (message, answer) =>
    answerOnce<LeaseAnswer>(socket, answer, () => {
      const parsed = leaseSchema.safeParse(message);
      if (!parsed.success || !socket.data.deals.has(parsed.data.dealId)) return { status: "malformed" };
      if (!signs.take(Date.now())) return tooFast;
      const said = takeLease(io, parsed.data, socket.data.key);
      if (said.status === "held") nodeNews().tell(LEASE_TOPIC, { message: parsed.data, key: socket.data.key });
      return said;
    }),
  );
  socket.on("follow:invite", (message, answer) =>
    answerOnce<FollowAnswer>(socket, answer, () => {
      const parsed = followInviteSchema.safeParse(message);
      if (!parsed.success || !socket.data.deals.has(parsed.data.dealId)) return { status: "malformed" };
      return invitations.take(Date.now()) ? inviteToFollow(io, socket, parsed.data) : tooFast;
    }),
  );
  socket.on("follow:answer", (message) => {
    const parsed = followAnswerSchema.safeParse(message);
    if (parsed.success && socket.data.deals.has(parsed.data.dealId)) answerInvitation(io, socket, parsed.data);
  });
  socket.on("follow:show", (message) => {
    const parsed = followShowSchema.safeParse(message);
    if (parsed.success && mayShow(parsed.data.dealId)) showFollowers(io, socket, parsed.data);
  });
  socket.on("follow:leave", (message) => {
    const parsed = followLeaveSchema.safeParse(message);
    if (parsed.success) leaveFollowing(io, socket, parsed.data.dealId);
  });
  watchLeaving(io, socket);
}

/** Holds granted by other servers are taken over here as they are: whoever was first there, was first. */
export const startLeases = (io: DealServer): (() => void) =>
  nodeNews().onTold(LEASE_TOPIC, (body) => {
    const { message, key } = body as { message: LeaseMessage; key: string };
    takeLease(io, { ...message, act: message.act === "release" ? "release" : "takeOver" }, key);
  });

function takeLease(io: DealServer, message: LeaseMessage, key: string): LeaseAnswer {
  const { answer, moved } = changeLease(message, key, Date.now());
  if (moved) tellLeases(io, message.dealId);
  // Told once more when it has run out: a hand that stopped typing says nothing itself.
  if (answer.status === "held" && message.act !== "release")
    setTimeout(() => tellLeases(io, message.dealId), LEASE_MS + 50).unref();
  return answer;
}

function tellLeases(io: DealServer, dealId: string): void {
  const rooms = audiences.map((audience) => dealRoom(dealId, audience));
  io.local.to(rooms).emit("deal:leases", { dealId, leases: leasesOn(dealId, Date.now()) });
}

/** Whoever leaves the card, loses the line or goes into hiding holds nothing and leads nobody. */
function watchLeaving(io: DealServer, socket: DealSocket): void {
  const gone = (dealId: string) => {
    leaveFollowing(io, socket, dealId);
    if (dropLeases(dealId, socket.data.key)) tellLeases(io, dealId);
  };
  socket.on("deal:leave", (message) => {
    const parsed = followLeaveSchema.safeParse(message);
    if (parsed.success) gone(parsed.data.dealId);
  });
  socket.on("deal:presence", (message) => {
    const parsed = presenceSchema.safeParse(message);
    if (parsed.success && parsed.data.hidden) gone(parsed.data.dealId);
  });
  socket.on("disconnecting", () => {
    for (const dealId of socket.data.deals.keys()) gone(dealId);
  });
}

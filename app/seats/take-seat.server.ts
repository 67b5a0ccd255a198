import { contextOf } from "#machines/deal/apply-deal-event";
import { openSeat, type Seat } from "#machines/deal/seat";
import { grantDealAccess } from "#app/accounts/deal-actor.server";
import { type SessionPerson, startShopperSession } from "#app/accounts/session.server";
import { createShopper } from "#app/accounts/shopper.server";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { SeatInvitation } from "#app/generated/prisma/client";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { findInvitation, giveBackInvitation, seatCodeIsRight, useInvitation } from "./seat-invitation.server";

const perAddress = rateLimit("seat.take.address", { points: 30, perSeconds: 15 * 60 });

export type SeatQuestion =
  | { state: "dead" }
  | { state: "staff" }
  | { state: "yours"; dealId: string }
  | { state: "ready"; name: string; store: string };

export type SeatRefusal =
  | { ok: false; reason: "dead" | "wrongCode" | "staff" | "again" }
  | { ok: false; reason: "slowDown"; retryAfterSeconds: number };
export type SeatAnswer = { ok: true; dealId: string; setCookie: string | null } | SeatRefusal;

async function freeSeat({ dealId, seatId }: SeatInvitation): Promise<{ seat: Seat; store: string } | null> {
  const state = await readDealState(dealId);
  const seat = state && openSeat(contextOf(state).seats, seatId);
  return seat && seat.takenAt === null ? { seat, store: contextOf(state).store.name } : null;
}

/** Who is at this deal already keeps their place: a buyer who opens the link they made stays the buyer. */
async function isAtDeal(person: SessionPerson, dealId: string): Promise<boolean> {
  if (person.kind !== "shopper" || person.pairingId) return false;
  const { shopperId } = person;
  return (
    (await database().prisma.dealAccess.findUnique({ where: { dealId_shopperId: { dealId, shopperId } } })) !== null
  );
}

/** What the page of an invitation shows. Changes nothing. */
export async function readInvitation(person: SessionPerson, token: string): Promise<SeatQuestion> {
  const link = await findInvitation(token);
  const free = link && (await freeSeat(link));
  if (!link || !free) return { state: "dead" };
  // Whoever works here sits on the other side of the desk.
  if (person.kind === "staff" || (person.kind === "shopper" && person.pairingId)) return { state: "staff" };
  if (await isAtDeal(person, link.dealId)) return { state: "yours", dealId: link.dealId };
  return { state: "ready", name: free.seat.name, store: free.store };
}

interface SeatTry {
  token: string;
  code: string;
  address: string;
}

/** Takes the seat for this browser: its access, and the word in the history that somebody sat down. */
export async function takeSeat(request: Request, person: SessionPerson, given: SeatTry): Promise<SeatAnswer> {
  const turn = await perAddress.take(given.address);
  if (!turn.ok) return { ok: false, reason: "slowDown", retryAfterSeconds: turn.retryAfterSeconds };
  const question = await readInvitation(person, given.token);
  const link = await findInvitation(given.token);
  if (question.state === "yours") return { ok: true, dealId: question.dealId, setCookie: null };
  if (question.state === "staff") return { ok: false, reason: "staff" };
  const free = link && (await freeSeat(link));
  if (!link || !free) return { ok: false, reason: "dead" };
  if (!(await seatCodeIsRight(link, given.code))) {
    if (given.code !== "") log.warn({ seatInvitationId: link.id }, "wrong seat code");
    return { ok: false, reason: (await findInvitation(given.token)) ? "wrongCode" : "dead" };
  }
  if (!(await useInvitation(link))) return { ok: false, reason: "dead" };
  return sitDown(request, person, link, free.seat);
}

async function sitDown(request: Request, person: SessionPerson, link: SeatInvitation, seat: Seat): Promise<SeatAnswer> {
  const { dealId, seatId } = link;
  const shopperId = person.kind === "shopper" ? person.shopperId : await createShopper(request);
  const answer = await submitDealEvent({
    dealId,
    editId: `seat-taken:${seatId}`,
    actor: { kind: "customer", shopperId, firstName: seat.name, seat: { kind: seat.kind, seatId } },
    event: { type: "seat.taken", seatId },
  });
  if (answer.status === "again") {
    await giveBackInvitation(link);
    return { ok: false, reason: "again" };
  }
  if (answer.status === "refused") return { ok: false, reason: "dead" };
  await grantDealAccess(shopperId, dealId, seatId);
  const { setCookie } = await startShopperSession(request, { shopperId });
  return { ok: true, dealId, setCookie };
}

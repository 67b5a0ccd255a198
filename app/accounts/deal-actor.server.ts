import { contextOf } from "#machines/deal/apply-deal-event";
import { openSeat } from "#machines/deal/seat";
import type { Actor } from "#machines/store/actor";
import { readDealState } from "#app/deals/read-deal.server";
import type { DealAccess } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { announceAccessEnded } from "./access-ended.server";
import type { SessionPerson } from "./session.server";

/**
 * What a person is to one deal, or null. Null means the same whether the deal is missing, of another store or of another
 * shopper; the caller answers one and the same 404, so that asking for ids teaches nothing.
 * The customer's first name stands in the deal, which fills it in.
 */
export async function dealActor(person: SessionPerson, dealId: string): Promise<Actor | null> {
  const { prisma } = database();
  switch (person.kind) {
    case "nobody":
      return null;
    case "shopper": {
      const access = await prisma.dealAccess.findUnique({
        where: { dealId_shopperId: { dealId, shopperId: person.shopperId } },
      });
      return access && customerActor(person, access);
    }
    case "staff": {
      // Asked again here, because a socket's person was read when it connected.
      const deal = await prisma.deal.findFirst({
        where: {
          id: dealId,
          rooftopId: person.rooftopId,
          rooftop: { staff: { some: { id: person.staffId, active: true } } },
        },
        select: { id: true },
      });
      if (!deal) return null;
      const { staffId, rooftopId, role, firstName, lastName, seesCost } = person;
      return { kind: "staff", staffId, rooftopId, role, firstName, lastName, seesCost };
    }
  }
}

type Access = Pick<DealAccess, "dealId" | "seatId">;

/**
 * The buyer, somebody in a seat that is still theirs, or a screen of the store's. A seat is looked up in the deal itself:
 * ended there, it is ended everywhere, whatever the access table still says.
 */
async function customerActor(
  { shopperId, pairingId }: Extract<SessionPerson, { kind: "shopper" }>,
  { dealId, seatId }: Access,
): Promise<Actor | null> {
  const customer = { kind: "customer", shopperId, firstName: null } as const;
  if (pairingId) return seatId === pairingId ? { ...customer, seat: { kind: "storeScreen", pairingId } } : null;
  if (seatId === null) return customer;
  const state = await readDealState(dealId);
  const seat = state && openSeat(contextOf(state).seats, seatId);
  return seat && { ...customer, firstName: seat.name, seat: { kind: seat.kind, seatId } };
}

/** What binds the buyer is the buyer's alone to do: at home, or at a screen that the store handed them. */
export const isBuyer = (actor: Actor): boolean =>
  actor.kind === "customer" && (actor.seat === undefined || actor.seat.kind === "storeScreen");

/** Staff of the deal and its buyer, wherever they sit; the paper of a contract is no guest's and no co-buyer's to fetch. */
export const readsContract = (actor: Actor): boolean => actor.kind === "staff" || isBuyer(actor);

/**
 * Lets a shopper open a deal: theirs from the start, by a link they followed, or from a seat. Granting twice changes
 * nothing, so a link can never turn a seat into more than it is, or the buyer into a guest.
 */
export async function grantDealAccess(shopperId: string, dealId: string, seatId: string | null = null): Promise<void> {
  await database().prisma.dealAccess.createMany({
    data: [{ shopperId, dealId, seatId, grantedAt: now() }],
    skipDuplicates: true,
  });
}

/** Takes an access away again, and cuts the lines that were open by it. */
export async function endDealAccess(dealId: string, seatId: string): Promise<void> {
  const where = { dealId, seatId };
  const held = await database().prisma.dealAccess.findMany({ where, select: { shopperId: true } });
  await database().prisma.dealAccess.deleteMany({ where });
  for (const { shopperId } of held) announceAccessEnded({ dealId, shopperId });
}

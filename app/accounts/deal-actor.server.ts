import type { Actor } from "#machines/store/actor";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
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
      return access && { kind: "customer", shopperId: person.shopperId, firstName: null };
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

/** Lets a shopper open a deal: theirs from the start, or by a link they followed. Granting twice changes nothing. */
export async function grantDealAccess(shopperId: string, dealId: string): Promise<void> {
  await database().prisma.dealAccess.createMany({
    data: [{ shopperId, dealId, grantedAt: now() }],
    skipDuplicates: true,
  });
}

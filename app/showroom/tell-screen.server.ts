import type { DealEvent } from "#machines/deal/deal-events";
import { staffRoles } from "#machines/store/actor";
import type { Actor } from "#machines/store/actor";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { ShowroomPairing } from "#app/generated/prisma/client";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";

async function staffActor(staffId: string): Promise<Actor | null> {
  const staff = await database().prisma.staffMember.findUnique({ where: { id: staffId } });
  const role = staffRoles.find((known) => known === staff?.role);
  if (!staff || !role) return null;
  const { rooftopId, firstName, lastName, seesCost } = staff;
  return { kind: "staff", staffId, rooftopId, role, firstName, lastName, seesCost };
}

/**
 * Writes into the deal that a screen was handed over or taken back, in the name of who did it. A deal that cannot take
 * it (another store's, long gone) does not keep a tablet from being locked.
 */
export async function tellScreen(pairing: ShowroomPairing, what: "opened" | "closed"): Promise<void> {
  const { id: pairingId, dealId, kind, staffId } = pairing;
  const actor = await staffActor(staffId);
  if (!actor) return;
  const event: DealEvent =
    what === "opened"
      ? { type: "showroom.opened", pairingId, kind: kind === "handOver" ? "handOver" : "tablet" }
      : { type: "showroom.closed", pairingId };
  const answer = await submitDealEvent({ dealId, editId: `${pairingId}:${what}`, actor, event });
  if (answer.status === "refused" || answer.status === "again")
    log.warn({ dealId, pairingId, what, answer: answer.status }, "a screen is not in the history");
}

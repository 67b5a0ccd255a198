import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { giveBack } from "./give-back.server";
import { claimVehicle, releaseVehicle } from "./vehicle-hold.server";

/**
 * The deal changed its car while a deposit is held: the hold goes along. The old car is for sale again in the same
 * moment; where somebody else holds the new one already, the deposit is let go.
 */
export async function moveHold(dealId: string): Promise<void> {
  const state = await readDealState(dealId);
  assert(state, "a hold is moved for a deal that exists");
  const stockNumber = contextOf(state).vehicle.vehicle?.stockNumber;
  const attempt = await database().prisma.depositAttempt.findFirst({ where: { dealId, status: "held" } });
  if (!stockNumber || !attempt?.holdUntil || attempt.stockNumber === stockNumber) return;
  const { id, holdUntil: until } = attempt;
  const isOurs = await database().transaction(async (tx) => {
    await releaseVehicle(tx, id, "vehicleSwapped");
    const claimed = await claimVehicle(tx, { stockNumber, dealId, attemptId: id, until });
    if (claimed) await tx.query(`update "DepositAttempt" set "stockNumber" = $2 where "id" = $1`, [id, stockNumber]);
    return claimed;
  });
  if (!isOurs) await giveBack(id, "vehicleTaken");
}

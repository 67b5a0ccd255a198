import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { stockChanged } from "#app/merchandising/stock-board.server";
import { giveBack } from "#app/payments/give-back.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";

/** The keys are gone: nobody else is shown the car as for sale. */
export async function markSold(dealId: string): Promise<void> {
  const state = await readDealState(dealId);
  const stockNumber = state && contextOf(state).vehicle.vehicle?.stockNumber;
  if (!stockNumber) return;
  const where = { stockNumber, status: { not: "sold" } };
  await database().prisma.vehicle.updateMany({ where, data: { status: "sold" } });
  stockChanged();
}

/**
 * Puts back what an accepted return undoes: the deposit the way it came, and the car's place in stock with the miles it
 * has now. Each step may run again; the deal hears of it once, when all is done.
 */
export async function unwindReturn(dealId: string, revision: number): Promise<void> {
  const state = await readDealState(dealId);
  assert(state, "a return is about a deal that exists");
  const { returns, vehicle, deposit } = contextOf(state);
  if (returns.request?.status !== "accepted") return;
  const { odometer } = returns.request;
  if (vehicle.vehicle) {
    const { stockNumber } = vehicle.vehicle;
    // A car that has been driven home and back is new no more: its miles say so on its page.
    const data = { status: "live", mileage: odometer };
    await database().prisma.vehicle.updateMany({ where: { stockNumber, status: "sold" }, data });
    stockChanged();
  }
  if (deposit.status === "held") {
    const attempt = await database().prisma.depositAttempt.findUnique({
      where: { dealId_attempt: { dealId, attempt: deposit.attempt } },
    });
    assert(attempt, "a held deposit has its attempt");
    await giveBack(attempt.id, "requested");
  }
  const answer = await submitDealEvent({
    dealId,
    editId: `unwound:${revision}`,
    actor: { kind: "system", name: "clock" },
    event: { type: "returns.unwound" },
  });
  if (answer.status === "again")
    throw new Fault("The deal could not be changed now.", { code: "deal", retryable: true });
}

import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { stockChanged } from "#app/merchandising/stock-board.server";
import { giveBack } from "#app/payments/give-back.server";
import { moveDealsVehicle } from "#app/payments/move-deals-vehicle.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";

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
  if (deposit.status === "held") {
    const attempt = await database().prisma.depositAttempt.findUnique({
      where: { dealId_attempt: { dealId, attempt: deposit.attempt } },
    });
    assert(attempt, "a held deposit has its attempt");
    const { answeredBy } = returns.request;
    await giveBack(attempt.id, "carReturned", answeredBy ? { by: { kind: answeredBy.kind, id: answeredBy.id } } : {});
  }
  if (vehicle.vehicle) {
    const { stockNumber } = vehicle.vehicle;
    // A car that has been driven home and back is new no more: its miles say so on its page.
    await database().prisma.vehicle.updateMany({ where: { stockNumber, status: "sold" }, data: { mileage: odometer } });
    await moveDealsVehicle(dealId, revision, "returned");
    stockChanged();
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

import { contextOf } from "#machines/deal/apply-deal-event";
import { type Cents, negate, plus } from "#machines/money/cents";
import { readDealState } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { DESK, deskKinds } from "./desk-deposit.server";
import { payOut } from "./hand-back.server";
import { type Movement, type MovementKind, postMovement } from "./ledger.server";

/**
 * The rest of a car's return as the manager settled it, one pair of entries a movement: what the store keeps, what an old
 * car makes of it, and what was handed out or taken at the desk. A deposit that was laid on the desk goes out with it. Runs
 * again without doing anything twice.
 */
export async function settleCarReturn(dealId: string): Promise<void> {
  const state = await readDealState(dealId);
  const request = state && contextOf(state).returns.request;
  if (!state || !request?.statement || request.status !== "settled") return;
  const { statement, settledBy, settledMethod, answeredBy } = request;
  const by: Movement["by"] = {
    kind: settledBy?.kind ?? "system",
    id: settledBy?.id ?? "till",
    ...(answeredBy ? { approvedBy: answeredBy.id } : {}),
  };
  const { deposit } = contextOf(state);
  if (deposit.takenBy) await payOutDeskDeposit(dealId, deposit.attempt, by);
  const { restockingFee, mileageFee, trades, atDesk } = statement;
  const moves: [part: string, kind: MovementKind, amount: Cents][] = [
    ["Fees", "carReturnFees", plus(restockingFee, mileageFee)],
    ["Trade", trades > 0 ? "carReturnTradeKept" : "carReturnTradeBack", absolute(trades)],
  ];
  if (settledMethod) moves.push(["Paid", deskKind(settledMethod, atDesk), absolute(atDesk)]);
  await database().transaction(async (tx) => {
    for (const [part, kind, amount] of moves)
      if (amount > 0)
        await postMovement(tx, { key: `carReturn${part}:${dealId}`, kind, amount, dealId, reason: "carReturned", by });
  });
}

const absolute = (amount: Cents): Cents => (amount < 0 ? negate(amount) : amount);

/** Handed out it leaves its till; owed by the customer it comes into it. */
const deskKind = (method: keyof typeof deskKinds, atDesk: Cents): MovementKind =>
  atDesk > 0 ? `${deskKinds[method]}Returned` : deskKinds[method];

async function payOutDeskDeposit(dealId: string, attempt: number, by: Movement["by"]): Promise<void> {
  const found = await database().prisma.depositAttempt.findUnique({ where: { dealId_attempt: { dealId, attempt } } });
  if (found?.provider === DESK) await payOut(found, by);
}

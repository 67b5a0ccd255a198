import { contextOf } from "#machines/deal/apply-deal-event";
import { type Cents, cents } from "#machines/money/cents";
import type { AskedReturn } from "#machines/stages/deposit";
import type { TenderMethod } from "#machines/stages/tender";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { captureDeposit } from "./capture-deposit.server";
import { DESK, deskKinds, postDeskDeposit } from "./desk-deposit.server";
import { type MovementKind, postMovement } from "./ledger.server";
import { paymentsOf } from "./payment-connection.server";
import { releaseVehicle } from "./vehicle-hold.server";

/**
 * Does what two people of the store agreed on: gives a part of the deposit back, keeps a part for good. However often it
 * runs, the money moves once. While it runs the attempt is `returning`, so that nothing else gives the same money back.
 */
export async function settleReturn(dealId: string, revision: number): Promise<void> {
  const state = await readDealState(dealId);
  const deposit = state && contextOf(state).deposit;
  const asked = deposit?.returnAsked;
  if (!deposit || !asked?.approvedBy) return;
  const id = `deposit:${dealId}:${deposit.attempt}`;
  if (deposit.funds === "authorized") await captureDeposit(dealId);
  // Jobs run in any order: what was laid on the desk is written down before a part of it goes.
  if (deposit.takenBy) await postDeskDeposit(dealId, deposit.attempt);
  const attempt = await claimForPart(id);
  const key = `${id}:${revision}`;
  // A way of trying again after a crash: what was posted under this key is done, and only the deal is told.
  if (attempt) {
    const reference = await moveBack(attempt, asked, key);
    await record(attempt, asked, { key, reference });
  } else if (!(await isPosted(`return:${key}`)) && !(await isPosted(`forfeit:${key}`))) {
    throw new Fault("Something else is done with this deposit.", { code: "deposit-busy", retryable: true });
  }
  await tell(dealId, deposit.attempt, asked, { editId: `return:${key}`, reference: "" });
}

/** Null when it was done before. Held money alone can be divided. */
async function claimForPart(id: string): Promise<DepositAttempt | null> {
  const { rows } = await database().query<{ id: string }>(
    `update "DepositAttempt" set "status" = 'returning' where "id" = $1 and "status" in ('held', 'returning') returning "id"`,
    [id],
  );
  return rows.length > 0 ? database().prisma.depositAttempt.findUniqueOrThrow({ where: { id } }) : null;
}

async function moveBack(attempt: DepositAttempt, { refund }: AskedReturn, key: string): Promise<string | null> {
  if (refund === 0 || attempt.provider === DESK || (await isPosted(`return:${key}`))) return null;
  const provider = (await paymentsOf(attempt.dealId))?.provider;
  if (!provider || !attempt.intent) {
    throw new Fault("There is no provider to give this payment back by.", { code: "payments", retryable: true });
  }
  const { reference } = await provider.refund({
    idempotencyKey: `return:${key}`,
    intent: attempt.intent,
    amount: cents(refund),
  });
  return reference;
}

async function isPosted(movement: string): Promise<boolean> {
  return (await database().prisma.ledgerEntry.count({ where: { movement } })) > 0;
}

interface Done {
  key: string;
  reference: string | null;
}

/** Ledger, attempt and hold move together; the attempt's row is the lock. */
async function record(attempt: DepositAttempt, asked: AskedReturn, { key, reference }: Done): Promise<void> {
  const { id, dealId } = attempt;
  await database().transaction(async (tx) => {
    await tx.query(`select 1 from "DepositAttempt" where "id" = $1 for update`, [id]);
    const by = { kind: asked.approvedBy?.kind ?? "system", id: asked.approvedBy?.id ?? "till" };
    const common = { dealId, attemptId: id, reason: asked.reason, by };
    const refunded = await post(
      tx,
      { ...common, key: `return:${key}`, kind: refundKind(attempt), reference },
      asked.refund,
    );
    const kept = await post(
      tx,
      { ...common, key: `forfeit:${key}`, kind: "forfeiture", reference: null },
      asked.forfeit,
    );
    const { rows } = await tx.query<{ left: number }>(
      `update "DepositAttempt" set "kept" = coalesce("kept", "amount") - $2 where "id" = $1 returning "kept" as "left"`,
      [id, refunded + kept],
    );
    const left = rows[0]?.left ?? 0;
    const status = left > 0 ? "held" : asked.refund > 0 && asked.forfeit === 0 ? "refunded" : "forfeited";
    await tx.query(`update "DepositAttempt" set "status" = $2, "settledAt" = $3 where "id" = $1`, [
      id,
      status,
      now().toISOString(),
    ]);
    if (left <= 0) await releaseVehicle(tx, id, asked.reason);
  });
}

/** What was handed out at the desk leaves its till; what the provider gives back leaves there. */
function refundKind({ provider, method }: DepositAttempt): MovementKind {
  if (provider !== DESK) return "refund";
  return `${deskKinds[(method ?? "cash") as TenderMethod]}Returned`;
}

/** Posts what is more than nothing, and answers by how much this run made the deposit smaller. */
async function post(
  tx: SqlExecutor,
  movement: Omit<Parameters<typeof postMovement>[1], "amount">,
  amount: Cents,
): Promise<number> {
  if (amount === 0) return 0;
  return (await postMovement(tx, { ...movement, amount })) ? amount : 0;
}

async function tell(
  dealId: string,
  attempt: number,
  { refund, forfeit }: AskedReturn,
  { editId, reference }: { editId: string; reference: string },
): Promise<void> {
  const answer = await submitDealEvent({
    dealId,
    editId,
    actor: { kind: "system", name: "payments" },
    event: { type: "deposit.returned", attempt, refunded: refund, forfeited: forfeit, reference },
  });
  if (answer.status === "again") {
    throw new Fault("The deal could not be changed now.", { code: "deal", retryable: true });
  }
}

import { type Cents, cents } from "#machines/money/cents";
import { assert } from "#machines/assert";
import type { DealEvent } from "#machines/deal/deal-events";
import type { ReleaseReason } from "#machines/stages/deposit";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { DESK } from "./desk-deposit.server";
import { type Movement, postMovement } from "./ledger.server";
import { paymentsOf } from "./payment-connection.server";
import type { PaymentProvider, ProviderPayment } from "./payment-provider";
import { releaseVehicle } from "./vehicle-hold.server";

export type GiveBackReason = ReleaseReason | "requested" | "carReturned";

/** Asked for by the customer, or with the car: not let go by the store on its own. */
const isAsked = (reason: GiveBackReason) => reason === "requested" || reason === "carReturned";
const byPayments: Movement["by"] = { kind: "system", id: "payments" };

interface Known {
  /** What the provider says of it, where somebody has just asked. */
  payment?: ProviderPayment;
  /** Who said yes to it. */
  by?: Movement["by"];
}

/**
 * Gives one deposit back whole: lets the authorisation go, or refunds what was taken, under its own stored key. However
 * often this runs, the money moves once, the ledger says so once, and the deal is told once.
 */
export async function giveBack(
  attemptId: string,
  asked: GiveBackReason,
  { payment: known, by = byPayments }: Known = {},
): Promise<string> {
  const attempt = await claimForReturn(attemptId, asked);
  const reason = (attempt.returnReason ?? asked) as GiveBackReason;
  if (["refunded", "released", "forfeited"].includes(attempt.status)) return "ignored: given back already";
  if (attempt.status !== "refunding") {
    throw new Fault("Something else is done with this deposit.", { code: "deposit-busy", retryable: true });
  }
  const kept = cents(attempt.kept ?? attempt.amount);
  if (attempt.provider === DESK) return giveBackAtDesk(attempt, reason, kept, by);
  const provider = (await paymentsOf(attempt.dealId))?.provider;
  if (!provider || !attempt.reference) {
    throw new Fault("There is no provider to give this payment back by.", { code: "payments", retryable: true });
  }
  const payment = known ?? (await provider.readPayment(attempt.reference, attempt.intent));
  const returned = await moveBack(provider, attempt, payment);
  if (!returned) {
    throw new Fault("Nothing was paid that could be given back.", { code: "refund", retryable: false });
  }
  const { kind, reference } = returned;
  return close(attempt, { key: `${kind}:${attempt.id}`, kind, amount: kept, reference, reason, by });
}

interface Closing extends Pick<Movement, "key" | "kind" | "amount" | "by"> {
  reference: string;
  reason: GiveBackReason;
}

/** Ledger, hold and attempt end together; then the deal is told. */
async function close(attempt: DepositAttempt, closing: Closing): Promise<string> {
  const { id, dealId } = attempt;
  const { reason, reference } = closing;
  const status = isAsked(reason) ? "refunded" : "released";
  await database().transaction(async (tx) => {
    await postMovement(tx, { ...closing, dealId, attemptId: id });
    await releaseVehicle(tx, id, reason);
    await tx.query(`update "DepositAttempt" set "status" = $2, "settledAt" = $3 where "id" = $1`, [
      id,
      status,
      now().toISOString(),
    ]);
  });
  await tellDeal(attempt, reason, reference);
  return `${status}: ${reason}`;
}

/**
 * Money of the desk goes back over the desk: the car is free and the deal told at once, and the till has it on its list
 * until somebody hands it out.
 */
const giveBackAtDesk = (
  attempt: DepositAttempt,
  reason: GiveBackReason,
  amount: Cents,
  by: Movement["by"],
): Promise<string> =>
  close(attempt, { key: `refund:${attempt.id}`, kind: "refundOwed", amount, reference: DESK, reason, by });

/** From here on nothing holds this money any more: two who give it back do so under one key and for one reason. */
async function claimForReturn(attemptId: string, reason: GiveBackReason): Promise<DepositAttempt> {
  const { prisma } = database();
  await database().query(
    `update "DepositAttempt" set "status" = 'refunding', "refundKey" = 'refund:' || "id",
       "returnReason" = coalesce("returnReason", $2)
     where "id" = $1 and "status" not in ('refunded','released','forfeited','returning')`,
    [attemptId, reason],
  );
  return prisma.depositAttempt.findUniqueOrThrow({ where: { id: attemptId } });
}

interface Returned {
  kind: "release" | "refund";
  reference: string;
}

async function moveBack(
  provider: PaymentProvider,
  attempt: DepositAttempt,
  payment: ProviderPayment,
): Promise<Returned | null> {
  const { intent, status } = payment;
  if (!intent) return null;
  const idempotencyKey = attempt.refundKey ?? `refund:${attempt.id}`;
  switch (status) {
    case "authorized":
      await provider.release({ idempotencyKey, intent });
      return { kind: "release", reference: intent };
    case "canceled":
      // Lapsed at the bank, or let go on the provider's own page.
      return { kind: "release", reference: intent };
    case "captured": {
      await captureFirst(attempt, intent);
      const left = (payment.amount - payment.refunded) as Cents;
      if (left <= 0) return { kind: "refund", reference: intent };
      const { reference } = await provider.refund({
        idempotencyKey,
        intent,
        amount: cents(attempt.kept ?? attempt.amount),
      });
      return { kind: "refund", reference };
    }
    default:
      return null;
  }
}

/** Set aside at first and taken since: the ledger has to hear of both before the refund. */
async function captureFirst(attempt: DepositAttempt, intent: string): Promise<void> {
  if (attempt.mode !== "authorize") return;
  await database().transaction((tx) =>
    postMovement(tx, {
      key: `capture:${attempt.id}`,
      kind: "capture",
      amount: cents(attempt.amount),
      dealId: attempt.dealId,
      attemptId: attempt.id,
      reference: intent,
      by: byPayments,
    }),
  );
}

async function tellDeal(attempt: DepositAttempt, reason: GiveBackReason, reference: string): Promise<void> {
  const amount = cents(attempt.amount);
  const event: DealEvent =
    reason === "requested" || reason === "carReturned"
      ? { type: "deposit.refunded", amount, reference: reference.slice(0, 80) }
      : { type: "deposit.released", attempt: attempt.attempt, amount, reason };
  const answer = await submitDealEvent({
    dealId: attempt.dealId,
    editId: `refund:${attempt.id}`,
    actor: { kind: "system", name: "payments" },
    event,
  });
  assert(
    answer.status !== "refused" || answer.refusal.code !== "editConflict",
    "a deposit is given back for one reason",
  );
  if (answer.status === "again") {
    throw new Fault("The deal could not be changed now.", { code: "deal", retryable: true });
  }
}

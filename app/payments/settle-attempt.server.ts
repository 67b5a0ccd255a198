import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { log } from "#app/platform/log.server";
import { CAPTURE_MARGIN_MS } from "./capture-margin";
import { DESK, settleDeskAttempt } from "./desk-deposit.server";
import { giveBack } from "./give-back.server";
import { postMovement } from "./ledger.server";
import { paymentsOf } from "./payment-connection.server";
import type { ProviderPayment } from "./payment-provider";
import { DEPOSIT_CURRENCY } from "./stripe/stripe-provider.server";
import { claimVehicle } from "./vehicle-hold.server";

const system = { kind: "system", name: "payments" } as const;
const HOUR_MS = 3_600_000;

/**
 * Brings our side to what the provider has now. However often it runs, in whatever order news came, whoever runs it and
 * wherever it was interrupted, it ends at the same place: each movement has its key, each event its edit id, the vehicle
 * its one hold. Answers in words what it found.
 */
export async function settleAttempt(attemptId: string, intentHint: string | null = null): Promise<string> {
  const attempt = await database().prisma.depositAttempt.findUnique({ where: { id: attemptId } });
  if (attempt?.provider === DESK)
    return attempt.status === "opening" ? settleDeskAttempt(attempt) : "ignored: at the desk";
  if (!attempt?.reference) return "ignored: no checkout was opened";
  const provider = (await paymentsOf(attempt.dealId))?.provider;
  if (!provider) throw new Fault("There is no payment provider to ask.", { code: "payments", retryable: true });
  const payment = await provider.readPayment(attempt.reference, attempt.intent ?? intentHint);
  const odd = mismatch(attempt, payment, provider.livemode);
  if (odd) {
    log.error({ attempt: attempt.id, reference: attempt.reference }, `a payment does not match its deposit: ${odd}`);
    return `flagged: ${odd}`;
  }
  switch (payment.status) {
    case "authorized":
    case "captured":
      return takeIn(attempt, payment);
    case "waitingForBank":
      await tell(attempt, `bank:${attempt.id}:${payment.intent}`, {
        type: "deposit.bankAsked",
        attempt: attempt.attempt,
      });
      return "waiting for the bank";
    case "open":
      return payment.failure ? declined(attempt, payment.failure) : "nothing new";
    case "processing":
      return "processing";
    case "canceled":
    case "expired":
      return ended(attempt, payment);
  }
}

/** Amount, currency, account mode and owner must be what we asked for, or a person looks at it. */
function mismatch(attempt: DepositAttempt, payment: ProviderPayment, livemode: boolean): string | null {
  if (payment.attemptId !== attempt.id) return "another owner";
  if (payment.amount !== attempt.amount) return "another amount";
  if (payment.currency !== DEPOSIT_CURRENCY) return "another currency";
  return payment.livemode === livemode ? null : "another mode";
}

/** Money is there: it holds the vehicle for the deal, or goes back. */
async function takeIn(attempt: DepositAttempt, payment: ProviderPayment): Promise<string> {
  const state = await readDealState(attempt.dealId);
  if (!state) return "ignored: no such deal";
  const { store } = contextOf(state);
  const { outcome, until } = await recordTaken(attempt, payment, holdEnd(payment, store.deposit.holdHours));
  if (outcome === "over") {
    // Given back before, by us: what is at the provider now is old news, or a payment that came after all.
    const isOpen = payment.status === "authorized" || payment.refunded < payment.amount;
    return isOpen ? giveBack(attempt.id, "dealClosed") : "ignored: recorded already";
  }
  if (outcome === "taken") return giveBack(attempt.id, "vehicleTaken");
  // The end of the hold may have been moved since, so what the deal knows is not told again in other words.
  if (await isRecorded(attempt)) return captured(attempt, payment);
  const answer = await tell(attempt, `held:${attempt.id}`, {
    type: "deposit.held",
    attempt: attempt.attempt,
    amount: cents(attempt.amount),
    reference: payment.reference,
    holdUntil: until.toISOString(),
    funds: attempt.mode === "authorize" ? "authorized" : "captured",
  });
  if (answer === "accepted" || (await isRecorded(attempt))) return captured(attempt, payment);
  return giveBack(attempt.id, "dealClosed");
}

/** The store's hold, counted from the payment, and never longer than the card's authorisation lets it be taken. */
function holdEnd({ captureBefore }: ProviderPayment, holdHours: number): Date {
  const asked = now().getTime() + holdHours * HOUR_MS;
  const most = captureBefore ? Date.parse(captureBefore) - CAPTURE_MARGIN_MS : asked;
  return new Date(Math.min(asked, most));
}

/**
 * Ledger, hold and attempt move together. The attempt's row is the lock: two who settle it wait for each other, and the
 * second takes over the first one's end of the hold, so that both tell the deal the very same thing.
 */
async function recordTaken(
  attempt: DepositAttempt,
  payment: ProviderPayment,
  heldUntil: Date,
): Promise<{ outcome: "held" | "taken" | "over"; until: Date }> {
  const { id, dealId, stockNumber } = attempt;
  return database().transaction(async (tx) => {
    const { rows } = await tx.query<{ status: string; holdUntil: Date | null }>(
      `select "status", "holdUntil" from "DepositAttempt" where "id" = $1 for update`,
      [id],
    );
    const status = rows[0]?.status;
    const until = new Date(rows[0]?.holdUntil ?? heldUntil);
    if (status === "held" || status === "returning") return { outcome: "held", until };
    // A page that we had given up may have been paid all the same.
    if (!status || !["opening", "open", "failed", "expired"].includes(status)) return { outcome: "over", until };
    await postMovement(tx, {
      key: `${attempt.mode === "authorize" ? "authorization" : "payment"}:${id}`,
      kind: attempt.mode === "authorize" ? "authorization" : "payment",
      amount: cents(attempt.amount),
      dealId,
      attemptId: id,
      reference: payment.intent,
      by: { kind: "system", id: "payments" },
    });
    const claim = stockNumber && { stockNumber, dealId, attemptId: id, until: heldUntil };
    const isFirst = !claim || (await claimVehicle(tx, claim));
    await tx.query(
      `update "DepositAttempt" set "intent" = $2, "captureBefore" = $3, "holdUntil" = $4, "settledAt" = $5,
         "status" = case when $6 then 'held' else 'refunding' end,
         "refundKey" = case when $6 then null else 'refund:' || "id" end,
         "returnReason" = case when $6 then null else 'vehicleTaken' end
       where "id" = $1`,
      [id, payment.intent, payment.captureBefore, heldUntil.toISOString(), now().toISOString(), isFirst],
    );
    return { outcome: isFirst ? "held" : "taken", until: heldUntil };
  });
}

/** Taken at the provider, by us or on its own page, while our side still calls it set aside. */
async function captured(attempt: DepositAttempt, payment: ProviderPayment): Promise<string> {
  if (attempt.mode !== "authorize" || payment.status !== "captured") return "held";
  await recordCapture(attempt, payment.intent);
  return "captured";
}

export async function recordCapture(attempt: DepositAttempt, intent: string | null): Promise<void> {
  await database().transaction((tx) =>
    postMovement(tx, {
      key: `capture:${attempt.id}`,
      kind: "capture",
      amount: cents(attempt.amount),
      dealId: attempt.dealId,
      attemptId: attempt.id,
      reference: intent,
      by: { kind: "system", id: "payments" },
    }),
  );
  await tell(attempt, `captured:${attempt.id}`, {
    type: "deposit.captured",
    attempt: attempt.attempt,
    amount: cents(attempt.amount),
  });
}

async function declined(attempt: DepositAttempt, failure: { id: string; reason: string }): Promise<string> {
  await tell(attempt, `failed:${attempt.id}:${failure.id}`, {
    type: "deposit.failed",
    attempt: attempt.attempt,
    reason: failure.reason,
  });
  return "declined";
}

/** The page closed unpaid, or a hold lapsed at the bank: the vehicle is for sale again. */
async function ended(attempt: DepositAttempt, payment: ProviderPayment): Promise<string> {
  if (attempt.status === "held" || attempt.status === "refunding") {
    return giveBack(attempt.id, "holdExpired", { payment });
  }
  const { rows } = await database().query<{ id: string }>(
    `update "DepositAttempt" set "status" = 'expired', "settledAt" = $2
      where "id" = $1 and "status" in ('opening','open') returning "id"`,
    [attempt.id, now().toISOString()],
  );
  if (rows.length === 0) return "ignored: over already";
  await tell(attempt, `expired:${attempt.id}`, {
    type: "deposit.failed",
    attempt: attempt.attempt,
    reason: "expired",
  });
  return "expired";
}

/** Is this very payment the one the deal has, or has given back? */
async function isRecorded({ dealId, attempt }: DepositAttempt): Promise<boolean> {
  const state = await readDealState(dealId);
  const deposit = state && contextOf(state).deposit;
  return deposit?.attempt === attempt && ["held", "refunding", "refunded", "released"].includes(deposit.status);
}

async function tell({ dealId }: DepositAttempt, editId: string, event: DealEvent): Promise<"accepted" | "refused"> {
  const answer = await submitDealEvent({ dealId, editId, actor: system, event });
  // The same edit with other words is a mistake of ours, never a reason to give money back.
  if (answer.status === "again" || (answer.status === "refused" && answer.refusal.code === "editConflict")) {
    throw new Fault("The deal could not be changed now.", { code: "deal", retryable: true });
  }
  return answer.status === "refused" ? "refused" : "accepted";
}

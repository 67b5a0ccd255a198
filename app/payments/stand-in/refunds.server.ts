import { wholeNumber } from "./checkout-sessions.server";
import { type FormTree, recordAt, textAt } from "./form-body";
import { chargeOf, findIntent } from "./payment-machine.server";
import { recordEvent } from "./stand-in-events.server";
import type { Charge, Dispute, Refund } from "./stand-in-objects";
import type { StandInStore } from "./stand-in-store.server";
import { stripeErrors } from "./stripe-error";

const reasons = ["duplicate", "fraudulent", "requested_by_customer"];

export function createRefund(store: StandInStore, form: FormTree, slowly: boolean): Refund {
  const charge = chargeToRefund(store, form);
  const left = charge.amount_captured - charge.amount_refunded;
  if (left === 0) throw stripeErrors.alreadyRefunded();
  const asked = textAt(form, "amount");
  const amount = asked === undefined ? left : wholeNumber(asked, "amount");
  if (amount < 1) throw stripeErrors.invalidInteger("amount");
  if (amount > left) throw stripeErrors.refundTooLarge();
  const reason = textAt(form, "reason") ?? null;
  if (reason !== null && !reasons.includes(reason)) throw stripeErrors.invalidValue("reason");
  const refund: Refund = {
    id: store.newId("re"),
    object: "refund",
    amount,
    charge: charge.id,
    created: store.now(),
    currency: charge.currency,
    failure_reason: null,
    metadata: recordAt(form, "metadata"),
    payment_intent: charge.payment_intent,
    reason,
    status: slowly ? "pending" : "succeeded",
  };
  store.data.refunds[refund.id] = refund;
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  recordEvent(store, "refund.created", refund);
  recordEvent(store, "charge.refunded", charge);
  return refund;
}

function chargeToRefund(store: StandInStore, form: FormTree): Charge {
  const intentId = textAt(form, "payment_intent");
  const chargeId = textAt(form, "charge");
  if (!intentId && !chargeId) throw stripeErrors.missing("charge");
  const charge = intentId ? chargeOf(store, findIntent(store, intentId)) : store.data.charges[chargeId ?? ""];
  if (!charge) throw stripeErrors.noSuch("charge", chargeId ?? "");
  if (!charge.captured) throw stripeErrors.notRefundable();
  return charge;
}

/** The bank sent a refund back: the money is with the store again. */
export function failRefund(store: StandInStore, id: string): Refund {
  const refund = store.data.refunds[id];
  if (!refund) throw stripeErrors.noSuch("refund", id);
  const charge = store.data.charges[refund.charge];
  if (refund.status !== "failed" && charge) {
    refund.status = "failed";
    refund.failure_reason = "expired_or_canceled_card";
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
    recordEvent(store, "refund.failed", refund);
  }
  return refund;
}

/** The cardholder went to their bank. */
export function openDispute(store: StandInStore, intentId: string): Dispute {
  const charge = chargeOf(store, findIntent(store, intentId));
  charge.disputed = true;
  const dispute: Dispute = {
    id: store.newId("dp"),
    object: "dispute",
    amount: charge.amount_captured,
    charge: charge.id,
    created: store.now(),
    currency: charge.currency,
    livemode: false,
    payment_intent: intentId,
    reason: "product_not_received",
    status: "needs_response",
  };
  store.data.disputes[dispute.id] = dispute;
  recordEvent(store, "charge.dispute.created", dispute);
  return dispute;
}

export function closeDispute(store: StandInStore, id: string, outcome: "won" | "lost"): Dispute {
  const dispute = store.data.disputes[id];
  if (!dispute) throw stripeErrors.noSuch("dispute", id);
  dispute.status = outcome;
  recordEvent(store, "charge.dispute.closed", dispute);
  return dispute;
}

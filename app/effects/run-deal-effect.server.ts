import { z } from "zod";
import { assertNever } from "#machines/assert";
import type { DealEffect } from "#machines/deal/deal-effects";
import type { EnqueueEffect } from "#app/deals/deal-effect-queue.server";
import { releaseSlot } from "#app/delivery/book-slot.server";
import { sealDealJournal } from "#app/audit/seal-deal-journal.server";
import { drawBuyersOrder, voidDocuments } from "#app/documents/jacket-documents.server";
import { keepContractQuote } from "#app/quotes/keep-quote.server";
import { captureDeposit } from "#app/payments/capture-deposit.server";
import { moveHold } from "#app/payments/move-hold.server";
import { refundDeposit } from "#app/payments/refund-deposit.server";
import { expirePencil } from "#app/pencils/expire-pencil.server";
import { keepPencilQuote } from "#app/pencils/keep-pencil-quote.server";
import { now } from "#app/platform/clock.server";
import { closeSeat } from "#app/seats/close-seat.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { keepPromiseQuote } from "#app/promises/keep-promise-quote.server";
import { mailPromise } from "#app/promises/mail-promise.server";
import { lookUpTaxes } from "#app/taxes/look-up-taxes.server";
import { forgetPhoto } from "#app/trade-photos/kept-photos.server";
import { mailOffer, mailPencil, mailResumeLink } from "./deal-mail.server";
import { mailDepositReleased, mailHoldEnding } from "./deposit-mail.server";
import { mailReplacedStaff } from "./staff-mail.server";

/** A mail server or a provider may be away for an evening; after these tries a person looks at it. */
const RETRY_LIMIT = 8;

const effectSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("refundDeposit"), reason: z.string() }),
  z.strictObject({ type: z.literal("captureDeposit") }),
  z.strictObject({ type: z.literal("moveHold") }),
  z.strictObject({ type: z.literal("tellHoldEnding") }),
  z.strictObject({ type: z.literal("tellDepositReleased") }),
  z.strictObject({ type: z.literal("drawBuyersOrder") }),
  z.strictObject({ type: z.literal("voidDocuments") }),
  z.strictObject({ type: z.literal("releaseSlot"), bookingId: z.string() }),
  z.strictObject({ type: z.literal("tellCustomerPencil"), number: z.int() }),
  z.strictObject({ type: z.literal("expirePencil"), number: z.int(), at: z.string() }),
  z.strictObject({ type: z.literal("tellCustomerOffer"), offerId: z.string() }),
  z.strictObject({ type: z.literal("forgetPhoto"), photoId: z.string() }),
  z.strictObject({ type: z.literal("closeSeat"), seatId: z.string() }),
  z.strictObject({ type: z.literal("tellReplacedStaff"), staffId: z.string() }),
  z.strictObject({ type: z.literal("sendResumeLink") }),
  z.strictObject({ type: z.literal("lookUpTaxes") }),
  z.strictObject({ type: z.literal("mailPromise"), number: z.string() }),
]) satisfies z.ZodType<DealEffect>;

const causedEffectSchema = z.object({ dealId: z.string(), revision: z.int(), effect: effectSchema });

/** What transitions asked for, done outside: at least once, under a key that makes a second time harmless. */
const dealEffect = defineJob({
  name: "deal-effect",
  schema: causedEffectSchema,
  retryLimit: RETRY_LIMIT,
  handle: ({ dealId, revision, effect }) => run(dealId, revision, effect),
});

export const enqueueDealEffect: EnqueueEffect = (tx, effect, { dealId, revision }) =>
  enqueue(
    dealEffect,
    { dealId, revision, effect },
    { tx, key: `${dealId}:${revision}:${nameOf(effect)}`, startAfterSeconds: secondsUntil(effect) },
  );

/** A car that is taken off takes several photos with it at one revision. */
const nameOf = (effect: DealEffect) =>
  effect.type === "forgetPhoto" ? `${effect.type}:${effect.photoId}` : effect.type;

/** Time that runs out is a job that waits for it; everything else is done at once. */
function secondsUntil(effect: DealEffect): number {
  if (effect.type !== "expirePencil") return 0;
  return Math.max(0, Math.ceil((Date.parse(effect.at) - now().getTime()) / 1_000));
}

async function run(dealId: string, revision: number, effect: DealEffect): Promise<void> {
  switch (effect.type) {
    case "refundDeposit":
      return refundDeposit(dealId);
    case "moveHold":
      return moveHold(dealId);
    case "captureDeposit":
      return captureDeposit(dealId);
    case "tellHoldEnding":
      return mailHoldEnding(dealId);
    case "tellDepositReleased":
      return mailDepositReleased(dealId, revision);
    case "drawBuyersOrder":
      await keepContractQuote(dealId, revision);
      await sealDealJournal(dealId, revision);
      return drawBuyersOrder(dealId, revision);
    case "voidDocuments":
      return voidDocuments(dealId, revision);
    case "releaseSlot":
      return releaseSlot(effect.bookingId);
    case "tellCustomerPencil":
      await keepPencilQuote(dealId, revision, effect.number);
      return mailPencil(dealId, effect.number);
    case "expirePencil":
      return expirePencil(dealId, effect.number);
    case "tellCustomerOffer":
      return mailOffer(dealId, effect.offerId);
    case "forgetPhoto":
      return forgetPhoto(dealId, effect.photoId);
    case "mailPromise":
      await keepPromiseQuote(dealId, revision, effect.number);
      return mailPromise(dealId, revision, effect.number);
    case "closeSeat":
      return closeSeat(dealId, effect.seatId);
    case "tellReplacedStaff":
      return mailReplacedStaff(dealId, revision, effect.staffId);
    case "lookUpTaxes":
      return lookUpTaxes(dealId, revision);
    case "sendResumeLink":
      return mailResumeLink(dealId, revision);
    default:
      return assertNever(effect);
  }
}

import { z } from "zod";
import { assertNever } from "#machines/assert";
import { trackingSteps } from "#machines/stages/handover";
import type { DealEffect } from "#machines/deal/deal-effects";
import type { EnqueueEffect } from "#app/deals/deal-effect-queue.server";
import { releaseDrive } from "#app/delivery/book-drive.server";
import { keepHandoverReceipt } from "#app/delivery/handover-receipt.server";
import { forgetHandoverPhoto } from "#app/delivery/handover-photos.server";
import { unwindReturn } from "#app/delivery/unwind-return.server";
import { releaseSlot } from "#app/delivery/book-slot.server";
import { sealDealJournal } from "#app/audit/seal-deal-journal.server";
import { drawJacket, voidDocuments } from "#app/documents/jacket-documents.server";
import { keepContractQuote } from "#app/quotes/keep-quote.server";
import { captureDeposit } from "#app/payments/capture-deposit.server";
import { moveDealsVehicle } from "#app/payments/move-deals-vehicle.server";
import { moveHold } from "#app/payments/move-hold.server";
import { postDeskDeposit } from "#app/payments/desk-deposit.server";
import { postTender, postTenderReturn } from "#app/payments/post-tender.server";
import { prolongHold } from "#app/payments/prolong-hold.server";
import { refundDeposit } from "#app/payments/refund-deposit.server";
import { settleCarReturn } from "#app/payments/settle-car-return.server";
import { settleReturn } from "#app/payments/settle-return.server";
import { expirePencil } from "#app/pencils/expire-pencil.server";
import { keepPencilQuote } from "#app/pencils/keep-pencil-quote.server";
import { now } from "#app/platform/clock.server";
import { followContract } from "#app/publishing/follow-contract.server";
import { closeSeat } from "#app/seats/close-seat.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { keepPromiseQuote } from "#app/promises/keep-promise-quote.server";
import { mailPromise } from "#app/promises/mail-promise.server";
import { endStaleSigning } from "#app/signing/end-signing.server";
import { lookUpTaxes } from "#app/taxes/look-up-taxes.server";
import { forgetPhoto } from "#app/trade-photos/kept-photos.server";
import { mailOffer, mailPencil, mailResumeLink } from "./deal-mail.server";
import { mailDepositReleased, mailHoldEnding } from "./deposit-mail.server";
import { tellReceipts } from "./receipt-mail.server";
import { mailDrive, mailFollowUp, mailTracked } from "./delivery-mail.server";
import { mailReplacedStaff } from "./staff-mail.server";

/** A mail server or a provider may be away for an evening; after these tries a person looks at it. */
const RETRY_LIMIT = 8;

const effectSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("refundDeposit"), reason: z.string() }),
  z.strictObject({ type: z.literal("captureDeposit") }),
  z.strictObject({ type: z.literal("moveHold") }),
  z.strictObject({ type: z.literal("tellHoldEnding") }),
  z.strictObject({ type: z.literal("tellDepositReleased") }),
  z.strictObject({ type: z.literal("tellReceipts") }),
  z.strictObject({ type: z.literal("postDeskDeposit"), attempt: z.int() }),
  z.strictObject({ type: z.literal("prolongHold") }),
  z.strictObject({ type: z.literal("settleReturn") }),
  z.strictObject({ type: z.literal("postTender"), number: z.int() }),
  z.strictObject({ type: z.literal("postTenderReturn"), number: z.int(), part: z.int() }),
  z.strictObject({ type: z.literal("moveVehicle"), to: z.enum(["sold", "delivered", "unsold"]) }),
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
  z.strictObject({ type: z.literal("keepHandoverReceipt") }),
  z.strictObject({ type: z.literal("unwindReturn") }),
  z.strictObject({ type: z.literal("settleCarReturn") }),
  z.strictObject({ type: z.literal("tellTracked"), step: z.enum(trackingSteps) }),
  z.strictObject({ type: z.literal("tellFollowUp") }),
  z.strictObject({ type: z.literal("tellDrive"), driveId: z.string(), what: z.enum(["booked", "cancelled"]) }),
  z.strictObject({ type: z.literal("releaseDrive"), driveId: z.string() }),
  z.strictObject({ type: z.literal("forgetHandoverPhoto"), photoId: z.string() }),
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
const nameOf = (effect: DealEffect) => {
  if (effect.type === "forgetPhoto" || effect.type === "forgetHandoverPhoto") return `${effect.type}:${effect.photoId}`;
  if (effect.type === "releaseSlot") return `${effect.type}:${effect.bookingId}`;
  return effect.type === "releaseDrive" ? `${effect.type}:${effect.driveId}` : effect.type;
};

/** Time that runs out is a job that waits for it; everything else is done at once. */
function secondsUntil(effect: DealEffect): number {
  if (effect.type !== "expirePencil") return 0;
  return Math.max(0, Math.ceil((Date.parse(effect.at) - now().getTime()) / 1_000));
}

/** What tells somebody something, by mail or by a paper. */
type Telling = Extract<DealEffect, { type: `tell${string}` | `mail${string}` | `send${string}` }>;
const isTelling = (effect: DealEffect): effect is Telling => /^(tell|mail|send)/.test(effect.type);

async function run(dealId: string, revision: number, effect: DealEffect): Promise<void> {
  if (isTelling(effect)) return tell(dealId, revision, effect);
  switch (effect.type) {
    case "refundDeposit":
      return refundDeposit(dealId);
    case "moveHold":
      return moveHold(dealId);
    case "captureDeposit":
      return captureDeposit(dealId);
    case "postDeskDeposit":
      await postDeskDeposit(dealId, effect.attempt);
      return tellReceipts(dealId);
    case "prolongHold":
      return prolongHold(dealId);
    case "settleReturn":
      return settleReturn(dealId, revision);
    case "postTender":
      await postTender(dealId, effect.number);
      return tellReceipts(dealId);
    case "postTenderReturn":
      await postTenderReturn(dealId, effect.number, effect.part);
      return tellReceipts(dealId);
    case "moveVehicle":
      await moveDealsVehicle(dealId, revision, effect.to);
      return followContract(dealId, revision, effect.to);
    case "drawBuyersOrder":
      await keepContractQuote(dealId, revision);
      await sealDealJournal(dealId, revision);
      return drawJacket(dealId, revision);
    case "voidDocuments":
      await voidDocuments(dealId, revision);
      return endStaleSigning(dealId);
    case "releaseSlot":
      return releaseSlot(effect.bookingId);
    case "expirePencil":
      return expirePencil(dealId, effect.number);
    case "forgetPhoto":
      return forgetPhoto(dealId, effect.photoId);
    case "keepHandoverReceipt":
      return keepHandoverReceipt(dealId, revision);
    case "unwindReturn":
      await unwindReturn(dealId, revision);
      return followContract(dealId, revision, "returned");
    case "settleCarReturn":
      await settleCarReturn(dealId);
      return tellReceipts(dealId);
    case "releaseDrive":
      return releaseDrive(effect.driveId);
    case "forgetHandoverPhoto":
      return forgetHandoverPhoto(dealId, effect.photoId);
    case "closeSeat":
      return closeSeat(dealId, effect.seatId);
    case "lookUpTaxes":
      return lookUpTaxes(dealId, revision);
    default:
      return assertNever(effect);
  }
}

async function tell(dealId: string, revision: number, effect: Telling): Promise<void> {
  switch (effect.type) {
    case "tellHoldEnding":
      return mailHoldEnding(dealId);
    case "tellDepositReleased":
      return mailDepositReleased(dealId, revision);
    case "tellReceipts":
      return tellReceipts(dealId);
    case "tellCustomerPencil":
      await keepPencilQuote(dealId, revision, effect.number);
      return mailPencil(dealId, effect.number);
    case "tellCustomerOffer":
      return mailOffer(dealId, effect.offerId);
    case "mailPromise":
      await keepPromiseQuote(dealId, revision, effect.number);
      return mailPromise(dealId, revision, effect.number);
    case "tellTracked":
      return mailTracked(dealId, effect.step);
    case "tellFollowUp":
      return mailFollowUp(dealId, revision);
    case "tellDrive":
      return mailDrive(dealId, effect.driveId, effect.what);
    case "tellReplacedStaff":
      return mailReplacedStaff(dealId, revision, effect.staffId);
    case "sendResumeLink":
      return mailResumeLink(dealId, revision);
    default:
      return assertNever(effect);
  }
}

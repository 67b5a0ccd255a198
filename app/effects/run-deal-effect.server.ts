import { z } from "zod";
import { assertNever } from "#machines/assert";
import type { DealEffect } from "#machines/deal/deal-effects";
import type { EnqueueEffect } from "#app/deals/deal-effect-queue.server";
import { releaseSlot } from "#app/delivery/book-slot.server";
import { drawBuyersOrder, voidDocuments } from "#app/documents/jacket-documents.server";
import { refundDeposit } from "#app/payments/refund-deposit.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { mailOffer, mailResumeLink } from "./deal-mail.server";

/** A mail server or a provider may be away for an evening; after these tries a person looks at it. */
const RETRY_LIMIT = 8;

const effectSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("refundDeposit"), reason: z.string() }),
  z.strictObject({ type: z.literal("drawBuyersOrder") }),
  z.strictObject({ type: z.literal("voidDocuments") }),
  z.strictObject({ type: z.literal("releaseSlot"), bookingId: z.string() }),
  z.strictObject({ type: z.literal("tellCustomerOffer"), offerId: z.string() }),
  z.strictObject({ type: z.literal("sendResumeLink") }),
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
  enqueue(dealEffect, { dealId, revision, effect }, { tx, key: `${dealId}:${revision}:${effect.type}` });

async function run(dealId: string, revision: number, effect: DealEffect): Promise<void> {
  switch (effect.type) {
    case "refundDeposit":
      return refundDeposit(dealId);
    case "drawBuyersOrder":
      return drawBuyersOrder(dealId, revision);
    case "voidDocuments":
      return voidDocuments(dealId, revision);
    case "releaseSlot":
      return releaseSlot(effect.bookingId);
    case "tellCustomerOffer":
      return mailOffer(dealId, effect.offerId);
    case "sendResumeLink":
      return mailResumeLink(dealId, revision);
    default:
      return assertNever(effect);
  }
}

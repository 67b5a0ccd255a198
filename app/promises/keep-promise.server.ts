import { assert } from "#machines/assert";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { numbersFrom } from "#machines/deal/deal-view";
import { refuse, type Refusal } from "#machines/deal/deal-refusals";
import { type PromiseContent, promiseContentSchema } from "#machines/deal/promise-content";
import { isPromise, promiseOfDeal } from "#machines/deal/promise-of-deal";
import type { PromiseRequest } from "#app/deals/deal-resolvers.server";
import { canonicalText } from "#machines/desking/quote-record";
import { now } from "#app/platform/clock.server";
import { partyLocale } from "#app/deals/party-locale.server";
import { database } from "#app/platform/database.server";
import { signText } from "#app/platform/field-encryption.server";
import { stampOf } from "#app/quotes/quote-stamp.server";
import { promiseNumber } from "./promise-code.server";

export const PROMISE_SIGNATURE = "price-promise";

/**
 * The deal's figures as the customer sees them, signed and kept under a number. Asked for before the deal's turn comes,
 * so the same edit finds what an earlier try of it has left.
 */
export async function keepPromise({ dealId, editId, view, today }: PromiseRequest): Promise<PromiseContent | Refusal> {
  const card = numbersFrom(view);
  const inputs = worksheetInputs(card);
  if (!inputs) return refuse("noVehicle");
  const number = promiseNumber(dealId, editId);
  const promise = promiseOfDeal(card, { number, keptOn: today, inputsHash: stampOf(inputs).inputsHash });
  if (!isPromise(promise)) return promise;
  const content = canonicalText(promiseContentSchema.parse(promise));
  const row = {
    dealId,
    rooftopId: await rooftopOf(dealId),
    content,
    signature: signText(content, PROMISE_SIGNATURE),
    // The paper is written in the language of the shopper who reads it.
    locale: await partyLocale(dealId),
    createdAt: now(),
  };
  await database().prisma.pricePromise.upsert({ where: { number }, create: { number, ...row }, update: row });
  return promiseContentSchema.parse(JSON.parse(content));
}

/** The deal did not take it, so nobody has its number. */
export async function withdrawPromise(number: string): Promise<void> {
  await database().prisma.pricePromise.deleteMany({ where: { number } });
}

async function rooftopOf(dealId: string): Promise<string> {
  const deal = await database().prisma.deal.findUnique({ where: { id: dealId }, select: { rooftopId: true } });
  assert(deal, "a promise is made in a deal");
  return deal.rooftopId;
}

import { z } from "zod";
import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import type { DealEdit } from "#machines/deal/deal-events";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { database, type SqlExecutor } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { defineJob, enqueue } from "#app/platform/jobs.server";

const RETRY_LIMIT = 8;

const reviewSchema = z.strictObject({
  rooftopId: z.string(),
  place: z.string(),
  because: z.enum(["confirmed", "withdrawn", "localRate"]),
  /** The row that says so: with its word the name of the edit, so that a second run does nothing. */
  word: z.string(),
});
export type TaxReview = z.infer<typeof reviewSchema>;

const reviewOpenDeals = defineJob({
  name: "review-open-deals",
  schema: reviewSchema,
  retryLimit: RETRY_LIMIT,
  handle: reviewDeals,
});

/** In the transaction of the controller's word: there with it, or not at all. */
export const enqueueReview = (tx: SqlExecutor, review: TaxReview): Promise<void> =>
  enqueue(reviewOpenDeals, review, { tx, key: `${review.because}:${review.word}` });

/** Every open deal of the store whose car is kept there is looked up again, each with its own event. */
export async function reviewDeals(review: TaxReview): Promise<void> {
  let waiting = 0;
  for (const dealId of await openDealsThere(review)) if ((await reviewDeal(dealId, review)) === "again") waiting += 1;
  if (waiting > 0) throw new Fault(`The taxes of ${waiting} deals wait.`, { code: "busy", retryable: true });
}

async function openDealsThere({ rooftopId, place }: TaxReview): Promise<string[]> {
  const { rows } = await database().query<{ id: string }>(
    `select d."id" from "Deal" d join lateral (
       select "event"->>'jurisdiction' as "place" from "JournalEntry"
        where "dealId" = d."id" and "event" ? 'jurisdiction' and "type" like 'taxes.%' order by "revision" desc limit 1
     ) t on t."place" = $2
     where d."rooftopId" = $1 and d."life" in ('open', 'contracting') order by d."id"`,
    [rooftopId, place],
  );
  return rows.map(({ id }) => id);
}

async function reviewDeal(dealId: string, { place, because, word }: TaxReview) {
  const state = await readDealState(dealId);
  // A frozen deal keeps the law it was frozen under; reopened, its taxes are looked up again.
  if (!state || lifeOf(state) !== "open" || contextOf(state).taxes.jurisdiction !== place) return "left";
  const event: Extract<DealEdit, { type: "taxes.reviewRequested" }> = { type: "taxes.reviewRequested", because };
  const editId = `taxes:${because}:${word}`;
  const { status } = await submitDealEvent({ dealId, editId, actor: { kind: "system", name: "clock" }, event });
  return status;
}

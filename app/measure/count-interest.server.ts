import { z } from "zod";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { rateLimit } from "#app/platform/rate-limit.server";

/** A family behind one address looks at some cars; more than that in ten minutes are a machine's, and are not counted. */
const beacons = rateLimit("pageInterest", { points: 240, perSeconds: 600 });

/** Nobody turns more pictures between two tellings, and nobody reads longer: beyond it the count says nothing. */
const MOST_CLICKS = 200;
const MOST_SECONDS = 30 * 60;

/** What an open page tells when it comes and when it goes: three counts, and nothing of whoever looks. */
const interestSchema = z.strictObject({
  views: z.int().min(0).max(1),
  clicks: z
    .int()
    .min(0)
    .transform((clicks) => Math.min(clicks, MOST_CLICKS)),
  seconds: z
    .int()
    .min(0)
    .transform((seconds) => Math.min(seconds, MOST_SECONDS)),
});

/**
 * Adds what a page of a car saw to the day's counts of that car. No cookie comes with it, the address is used to keep
 * machines from counting and is not kept; a count that is lost or refused is no loss, so nobody is told.
 */
export async function countInterest(stockNumber: string, sent: unknown, clientAddress: string): Promise<boolean> {
  const parsed = interestSchema.safeParse(sent);
  if (!parsed.success || !(await beacons.take(clientAddress)).ok) return false;
  const board = await stockBoard();
  if (!board?.byStockNumber.has(stockNumber)) return false;
  const { views, clicks, seconds } = parsed.data;
  await database().query(
    `insert into "StockInterest" ("stockNumber","day","rooftopId","views","galleryClicks","sessionSeconds")
     values ($1,$2::date,$3,$4,$5,$6)
     on conflict ("stockNumber","day") do update set "views" = "StockInterest"."views" + excluded."views",
       "galleryClicks" = "StockInterest"."galleryClicks" + excluded."galleryClicks",
       "sessionSeconds" = "StockInterest"."sessionSeconds" + excluded."sessionSeconds"`,
    [stockNumber, now().toISOString().slice(0, 10), board.rooftopId, views, clicks, seconds],
  );
  return true;
}

import { changeRecord, noteStateChange, readRecord, saveRecord, type StaffName } from "#app/intake/stock-record.server";
import { stockChanged } from "#app/merchandising/stock-board.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { enqueue } from "#app/platform/jobs.server";
import { draftTexts, readTexts } from "#app/descriptions/vehicle-texts.server";
import { syncChannels, syncChannelsOf } from "./sync-channels.server";
import { mayFollow, movesByHand, type LifecycleState } from "./vehicle-lifecycle";

export type MoveRefusal = "gone" | "notLegal" | "changed" | "held";

const gone: readonly LifecycleState[] = ["sold", "delivered", "wholesaled", "archived"];

/** A deposit keeps a car: it is not sold to somebody else by a press on a board. */
async function hasHold(stockNumber: string): Promise<boolean> {
  const { rows } = await database().query(
    `select 1 from "VehicleHold" where "stockNumber" = $1 and "releasedAt" is null limit 1`,
    [stockNumber],
  );
  return rows.length > 0;
}

/**
 * Moves a card where that is legal. A sold car is off its page, the sitemap and every feed in the same moment, and told to
 * the channels that keep a copy right after.
 */
export async function moveVehicle(
  rooftopId: string,
  stockNumber: string,
  to: LifecycleState,
  by: StaffName,
  reason = "",
): Promise<MoveRefusal | null> {
  for (let attempt = 1; attempt < TRIES; attempt++) {
    const answer = await tryMove(rooftopId, stockNumber, to, by, reason);
    if (answer !== "changed") return answer;
  }
  return tryMove(rooftopId, stockNumber, to, by, reason);
}

/** Somebody else may have changed the card meanwhile: it is read and judged again. */
const TRIES = 3;

async function tryMove(
  rooftopId: string,
  stockNumber: string,
  to: LifecycleState,
  by: StaffName,
  reason: string,
): Promise<MoveRefusal | null> {
  const record = await readRecord(rooftopId, stockNumber);
  if (!record) return "gone";
  if (!mayFollow(record.state, to) || !movesByHand(record.state).includes(to)) return "notLegal";
  if (to === "wholesaled" && (await hasHold(stockNumber))) return "held";
  const at = now();
  const done = await database().transaction(async (tx) => {
    if (!(await saveRecord({ ...record, state: to, stateSince: at }, tx))) return false;
    await noteStateChange(tx, { stockNumber, rooftopId, from: record.state, to, at, by, reason });
    if (gone.includes(to))
      await tx.query(`update "Vehicle" set "status" = 'sold' where "stockNumber" = $1`, [stockNumber]);
    // Under review again: the page says what was approved last, until the new text is.
    if (gone.includes(to) || record.state === "live") await enqueue(syncChannels, { rooftopId, stockNumber }, { tx });
    return true;
  });
  if (!done) return "changed";
  stockChanged();
  if (gone.includes(to)) await syncChannelsOf(rooftopId, stockNumber);
  if (to === "inReview") await draftWhereNone(rooftopId, stockNumber, by);
  return null;
}

/** Whoever opens a review finds something to review; a car of the traditional way is written about by hand. */
async function draftWhereNone(rooftopId: string, stockNumber: string, by: StaffName): Promise<void> {
  if ((await readTexts(stockNumber)).some(({ status }) => status === "draft")) return;
  const record = await readRecord(rooftopId, stockNumber);
  if (!record || record.cohort === "traditional") return;
  await draftTexts(record, by);
  await changeRecord(rooftopId, stockNumber, (newest) => ({
    ...newest,
    assisted: [...new Set([...newest.assisted, "text" as const])],
  }));
}

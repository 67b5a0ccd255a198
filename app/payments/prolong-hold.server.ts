import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { CAPTURE_MARGIN_MS } from "./capture-margin";

/** Until when a hold can be prolonged: as asked, but never beyond the life of a card's authorisation. */
export async function prolongedUntil(
  dealId: string,
  hours: number,
): Promise<{ attempt: number; holdUntil: string } | null> {
  const found = await database().prisma.depositAttempt.findFirst({ where: { dealId, status: "held" } });
  // What has run out is being let go at this very moment.
  if (!found?.holdUntil || found.holdUntil <= now()) return null;
  const state = await readDealState(dealId);
  const isSetAside = state !== null && contextOf(state).deposit.funds === "authorized";
  const asked = found.holdUntil.getTime() + hours * 3_600_000;
  const most = isSetAside && found.captureBefore ? found.captureBefore.getTime() - CAPTURE_MARGIN_MS : asked;
  const until = new Date(Math.max(found.holdUntil.getTime(), Math.min(asked, most)));
  return { attempt: found.attempt, holdUntil: until.toISOString() };
}

/** Brings the hold's own rows to what the deal says; its warning starts anew. */
export async function prolongHold(dealId: string): Promise<void> {
  const state = await readDealState(dealId);
  assert(state, "a hold is prolonged for a deal that exists");
  const { deposit } = contextOf(state);
  if (deposit.status !== "held" || !deposit.holdUntil) return;
  const id = `deposit:${dealId}:${deposit.attempt}`;
  await database().transaction(async (tx) => {
    await tx.query(
      `update "DepositAttempt" set "holdUntil" = $2, "warnedAt" = null
        where "id" = $1 and "status" = 'held' and "holdUntil" < $2`,
      [id, deposit.holdUntil],
    );
    await tx.query(`update "VehicleHold" set "until" = $2 where "attemptId" = $1 and "releasedAt" is null`, [
      id,
      deposit.holdUntil,
    ]);
  });
}

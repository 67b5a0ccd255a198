import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { captureDeposit } from "./capture-deposit.server";
import { giveBack } from "./give-back.server";
import { settleAttempt } from "./settle-attempt.server";

const HOUR_MS = 3_600_000;
/** Both sides are told this long before a hold ends. */
const WARNING_MS = 24 * HOUR_MS;
/** A page that nobody has told us about for this long is asked about: its news may have been lost. */
const SILENT_MS = 10 * 60_000;
const SWEEP_MS = 60_000;
const MAX_ROWS = 200;

/** Looks after holds by the clock: warns before they end, ends them, and asks about payments that went quiet. */
export async function sweepHolds(): Promise<void> {
  const at = now();
  for (const attempt of await heldUntil(new Date(at.getTime() + WARNING_MS))) {
    try {
      if (attempt.holdUntil && attempt.holdUntil <= at) await endHold(attempt);
      else if (!attempt.warnedAt) await warn(attempt, at);
    } catch (error) {
      log.warn({ err: error, attempt: attempt.id }, "a hold could not be looked after; the next round tries again");
    }
  }
  for (const { id } of await quietSince(new Date(at.getTime() - SILENT_MS))) {
    await settleAttempt(id).catch((error: unknown) =>
      log.warn({ err: error, attempt: id }, "a payment did not answer"),
    );
  }
}

const heldUntil = (until: Date) =>
  database().prisma.depositAttempt.findMany({
    where: { status: "held", holdUntil: { lte: until } },
    orderBy: { holdUntil: "asc" },
    take: MAX_ROWS,
  });

const quietSince = (before: Date) =>
  database().prisma.depositAttempt.findMany({
    where: { status: { in: ["opening", "open", "refunding"] }, createdAt: { lte: before } },
    orderBy: { createdAt: "asc" },
    take: MAX_ROWS,
    select: { id: true },
  });

/** A deal that is being signed keeps its car: its deposit is taken. Any other lets both go. */
async function endHold(attempt: DepositAttempt): Promise<void> {
  const state = await readDealState(attempt.dealId);
  const life = state && lifeOf(state);
  const isSold = life === "contracting" || life === "contracted" || life === "delivered";
  if (!isSold) await giveBack(attempt.id, "holdExpired");
  else if (state && contextOf(state).deposit.funds === "authorized") await captureDeposit(attempt.dealId);
}

async function warn(attempt: DepositAttempt, at: Date): Promise<void> {
  const { dealId, holdUntil } = attempt;
  if (!holdUntil) return;
  const answer = await submitDealEvent({
    dealId,
    // A hold that was prolonged ends once more.
    editId: `hold-ending:${attempt.id}:${holdUntil.getTime()}`,
    actor: { kind: "system", name: "payments" },
    event: { type: "deposit.holdEnding", attempt: attempt.attempt, holdUntil: holdUntil.toISOString() },
  });
  if (answer.status === "again") return;
  await database().prisma.depositAttempt.updateMany({ where: { id: attempt.id }, data: { warnedAt: at } });
}

/** Runs the sweep every minute until stopped. */
export function startSweepingHolds(): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const sweep = () => {
    running = sweepHolds().catch((error: unknown) => log.warn({ err: error }, "holds could not be swept"));
  };
  const timer = setInterval(sweep, SWEEP_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

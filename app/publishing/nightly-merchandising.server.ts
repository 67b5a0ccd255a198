import { storePolicySchema } from "#machines/store/store-policy";
import { storeDate } from "#app/deals/store-date";
import { adoptStock } from "#app/intake/adopt-stock.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { latestAudit, runHygieneAudit } from "./hygiene-audit.server";

const LOOK_EVERY_MS = 15 * 60_000;

/** Takes cars that came beside merchandising onto the board, and once a day looks the stock over. */
export async function tendStock(): Promise<void> {
  await adoptStock();
  for (const { id, policy } of await database().prisma.rooftop.findMany({ select: { id: true, policy: true } })) {
    const { timeZone } = storePolicySchema.parse(policy);
    if ((await latestAudit(id))?.day === storeDate(now(), timeZone)) continue;
    await runHygieneAudit(id, timeZone);
  }
}

/** Begins looking after the stock; the answer stops it and waits for a round that runs. */
export function startTendingStock(): () => Promise<void> {
  let running = Promise.resolve();
  const round = () => {
    running = tendStock().catch((error: unknown) => log.warn({ err: error }, "the stock could not be looked over"));
  };
  round();
  const timer = setInterval(round, LOOK_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

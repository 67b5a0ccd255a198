// The order of measuring: every target once per round, so that whatever else the machine does meets all of them.
import { costRatio, medians, ratio } from "./print-report.mjs";

/** Long enough for the compiler to have seen every path. */
const WARM_UP_SECONDS = 2;

/** Processor time so far, in milliseconds: of the server, of its database, and of this process, which makes the load. */
export const counterOf = (server, databaseMs) => () => {
  const { user, system } = process.cpuUsage();
  return { server: server.processorMs(), database: databaseMs?.() ?? null, load: (user + system) / 1_000 };
};

/** `measure(target, seconds)` is one round. The first target is the yardstick; what comes first in one round comes last in the next. */
export async function alternateRounds(targets, measure, { rounds, seconds }) {
  const results = new Map(targets.map((target) => [target, []]));
  for (const target of targets) await measure(target, Math.min(WARM_UP_SECONDS, seconds));
  for (let number = 0; number < rounds; number++) {
    const order = number % 2 === 0 ? targets : targets.toReversed();
    for (const target of order) results.get(target).push(await measure(target, seconds));
  }
  const yardstick = results.get(targets[0]);
  return targets.map((target) => {
    const all = results.get(target);
    const ratios = { perSecond: ratio(all, yardstick, "perSecond"), cost: costRatio(all, yardstick) };
    return { name: target.server.name, figures: medians(all), ratios, rounds: all };
  });
}

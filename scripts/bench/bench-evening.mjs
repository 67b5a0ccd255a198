// W2 for as long as asked, an hour unless stated: whether memory and the slowest answers stay where they were.
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "./edit-load.mjs";
import { joinDeals, leaveDeals, startDeals } from "./people.mjs";
import { DEALS, typeSteadily } from "./bench-steady.mjs";
import { memoryKb, quiet } from "./server-process.mjs";

const MINUTE_MS = 60_000;
/** The beginning warms up; the two ends are compared by the middle of this share of the minutes each. */
const ENDS_SHARE = 1 / 6;

const middle = (values) =>
  percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** One line a minute, from what was heard in it. */
async function watchMinutes({ server, heard, minutes, say }) {
  const told = [];
  let applied = 0;
  for (let minute = 1; minute <= minutes; minute++) {
    await pause(MINUTE_MS);
    const sorted = heard.latencies.splice(0).toSorted((a, b) => a - b);
    const line = {
      applied: heard.applied - applied,
      p50: percentile(sorted, 0.5),
      p99: percentile(sorted, 0.99),
      megabytes: (memoryKb(server.pid) ?? Number.NaN) / 1_024,
    };
    applied = heard.applied;
    told.push(line);
    say(
      `minute ${minute}: ${line.applied} accepted, p50 ${line.p50.toFixed(1)} ms, p99 ${line.p99.toFixed(1)} ms, ${line.megabytes.toFixed(0)} MB`,
    );
  }
  return told;
}

export const benchEvening = (minutes) =>
  async function benchOneEvening({ server, say }) {
    say(`W2 for ${minutes} minutes`);
    const deals = await joinDeals(server.url, await startDeals(server.url, DEALS));
    await quiet(server);
    const heard = { latencies: [], applied: 0 };
    const typing = deals.map((deal, index) => typeSteadily(deal, (index * 1_000) / DEALS, heard, minutes * 60));
    const told = await watchMinutes({ server, heard, minutes, say });
    await Promise.all(typing);
    leaveDeals(deals);
    const share = Math.max(1, Math.floor(minutes * ENDS_SHARE));
    const [first, last] = [told.slice(share, 2 * share), told.slice(-share)];
    const grown = (of) => middle(last.map(of)) / middle(first.map(of));
    return {
      minutes: told,
      verdicts: [
        {
          what: "memory at the end, of that near the beginning",
          ratio: grown(({ megabytes }) => megabytes),
          most: 1.1,
        },
        { what: "p99 at the end, of that near the beginning", ratio: grown(({ p99 }) => p99), most: 1.5 },
      ],
    };
  };

// W2: a busy evening. 200 deals with two people each, on every deal five edits a second, whether the server keeps up or not.
import { setTimeout as pause } from "node:timers/promises";
import { message, percentile } from "./edit-load.mjs";
import { joinDeals, leaveDeals, startDeals } from "./people.mjs";
import { quiet } from "./server-process.mjs";

export const DEALS = 200;
const EDITS_PER_SECOND = 5;
const SECONDS = 20;
const EDITS = DEALS * EDITS_PER_SECOND * SECONDS;

/** One deal's edits at their times, from its two people in turn; each is counted when and if it is answered. */
export async function typeSteadily([customer, seller], offset, heard, seconds = SECONDS) {
  const startedAt = performance.now();
  for (let number = 0; number < EDITS_PER_SECOND * seconds; number++) {
    const due = startedAt + (offset + number * 1_000) / EDITS_PER_SECOND;
    await pause(Math.max(0, due - performance.now()));
    const { socket, dealId } = number % 2 === 0 ? customer : seller;
    const sentAt = performance.now();
    socket.emit("deal:edit", message(dealId, offset + number), (answer) => {
      heard.latencies.push(performance.now() - sentAt);
      if (answer.status === "applied") heard.applied += 1;
    });
  }
}

export async function benchSteady({ server, say }) {
  say(`W2: ${DEALS} deals at ${EDITS_PER_SECOND} edits a second for ${SECONDS} s`);
  const deals = await joinDeals(server.url, await startDeals(server.url, DEALS));
  await quiet(server);
  const heard = { latencies: [], applied: 0 };
  const before = server.processorMs();
  // Deals do not tick together: each begins at its own moment of the first second.
  await Promise.all(deals.map((deal, index) => typeSteadily(deal, (index * 1_000) / DEALS, heard)));
  for (let waited = 0; heard.latencies.length < EDITS && waited < 10_000; waited += 50) await pause(50);
  const spent = server.processorMs();
  leaveDeals(deals);
  const sorted = heard.latencies.toSorted((a, b) => a - b);
  const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
  const seconds = before === null || spent === null ? null : (spent - before) / 1_000;
  const perTwentyThousand = seconds === null ? null : (seconds * 20_000) / Math.max(1, heard.applied);
  console.log(
    `\nW2: ${heard.applied} of ${EDITS} accepted, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${seconds?.toFixed(2) ?? "?"} processor seconds\n`,
  );
  return {
    applied: heard.applied,
    p50,
    p99,
    seconds,
    verdicts: [
      { what: "W2 accepted, of all that were sent", ratio: heard.applied / EDITS, expected: 1 },
      { what: "W2 answer p50 in ms", ratio: p50, most: 3 },
      { what: "W2 answer p99 in ms", ratio: p99, most: 30 },
      { what: "W2 processor seconds for 20,000 edits", ratio: perTwentyThousand, most: 9 },
    ],
  };
}

// W5: what somebody costs who looks at a card and does nothing, at 2,000 of them.
import { setTimeout as pause } from "node:timers/promises";
import { openLine, startDeals } from "./people.mjs";
import { memoryKb, quiet } from "./server-process.mjs";

const LINES = 2_000;
/** One person may have twenty lines. */
const LINES_EACH = 18;
/** Connections at once while they come: this is not the storm. */
const AT_ONCE = 25;
const SETTLE_MS = 5_000;

export async function benchMemory({ server, say }) {
  say(`W5: ${LINES} idle participants`);
  const deals = await startDeals(server.url, Math.ceil(LINES / LINES_EACH));
  // The cards themselves are in memory before anybody is counted.
  const first = await Promise.all(deals.map(({ dealId, cookies }) => openLine(server.url, dealId, cookies[0])));
  await quiet(server);
  await pause(SETTLE_MS);
  const before = memoryKb(server.pid);
  const seats = Array.from({ length: LINES - first.length }, (_, index) => deals[index % deals.length]);
  const lines = [...first];
  for (let from = 0; from < seats.length; from += AT_ONCE) {
    const turn = seats.slice(from, from + AT_ONCE);
    lines.push(...(await Promise.all(turn.map(({ dealId, cookies }) => openLine(server.url, dealId, cookies[0])))));
  }
  await quiet(server);
  await pause(SETTLE_MS);
  const after = memoryKb(server.pid);
  lines.forEach(({ socket }) => socket.disconnect());
  const each = before === null || after === null ? null : (after - before) / seats.length;
  console.log(`\nW5: ${lines.length} lines, ${each === null ? "not readable here" : `${each.toFixed(1)} KB each`}\n`);
  return { lines: lines.length, each, verdicts: [{ what: "W5 KB per idle participant", ratio: each, most: 64 }] };
}

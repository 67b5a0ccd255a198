// Edits, side by side: W1, one editor who waits for each answer; W3, many deals with two people each, as fast as they can.
import { alternateRounds, counterOf } from "./alternate-rounds.mjs";
import { echoDeals, joinDeals, leaveDeals, startDeals } from "./people.mjs";
import { editRound, samplePatches } from "./edit-load.mjs";
import { printEdits } from "./print-report.mjs";
import { quiet, startServer } from "./server-process.mjs";

/** The customer of the first deal, with the salesperson looking on. */
const oneEditor = ({ deals }) => [deals[0][0]];
const everybody = ({ deals }) => deals.flat();
const round = (editorsOf) => (target, seconds) =>
  editRound(editorsOf(target), { seconds, listeners: 2, counted: counterOf(target.server, target.databaseMs) });

/** What has to be reached on PostgreSQL, against which of the yardsticks. */
function verdictsOf({ one, many }) {
  const named = (results, start) => results?.find(({ name }) => name.startsWith(start));
  const [real, echo, bare] = ["real server on PostgreSQL", "bare Socket.IO", "bare journal"].map((start) =>
    named(many, start),
  );
  const [realOne, bareOne] = ["real server on PostgreSQL", "bare journal"].map((start) => named(one, start));
  const rate = (yardstick) => (real && yardstick ? real.figures.perSecond / yardstick.figures.perSecond : null);
  return [
    ...(one
      ? [
          {
            what: "W1 answer p50, times a bare journal's",
            ratio: realOne && bareOne ? realOne.figures.p50 / bareOne.figures.p50 : null,
            most: 1.4,
          },
        ]
      : []),
    ...(many
      ? [
          { what: "W3 edits a second, of the echo's", ratio: rate(echo), expected: 0.4 },
          { what: "W3 edits a second, of a bare journal's", ratio: rate(bare), expected: 0.7 },
          { what: "W3 answer p99 in ms", ratio: real?.figures.p99 ?? null, most: 30 },
          { what: "W3 server microseconds per edit", ratio: real?.figures.serverMicros ?? null, most: 95 },
        ]
      : []),
  ];
}

export async function benchEdits({ pglite, postgres, database, cores, use, size, parts }) {
  const onReal = async (server, databaseMs) => ({
    server,
    databaseMs,
    deals: await joinDeals(server.url, await startDeals(server.url, size.deals)),
  });
  const real = [];
  if (pglite) real.push(await onReal(pglite, null));
  if (postgres) real.push(await onReal(postgres, database.processorMs));

  // The yardsticks send what the real server sends, so it is asked first what that is.
  const env = { NODE_ENV: "production", BENCH_PATCHES: JSON.stringify(await samplePatches(real[0].deals)) };
  const yardstick = async (name, file, more = {}) => {
    const server = use(await startServer(name, [file], { env: { ...env, ...more }, cores }));
    return { server, deals: await joinDeals(server.url, echoDeals(size.deals)) };
  };
  const targets = [await yardstick("bare Socket.IO echo", "scripts/bench/echo-server.mjs")];
  if (database.url) {
    const bare = await yardstick("bare journal on PostgreSQL", "scripts/bench/journal-server.mjs", {
      DATABASE_URL: database.url,
    });
    targets.push({ ...bare, databaseMs: database.processorMs });
  }
  targets.push(...real);
  for (const { server } of targets) await quiet(server);

  const one = parts.includes("w1") ? await alternateRounds(targets, round(oneEditor), size) : null;
  if (one) printEdits("\nW1: one editor on one deal, closed loop", one);
  const many = parts.includes("w3") ? await alternateRounds(targets, round(everybody), size) : null;
  if (many) printEdits(`W3: ${size.deals} deals with two people each, everybody editing, closed loop`, many);
  const lost = (many ?? []).reduce((total, { figures }) => total + figures.newsLost, 0);
  if (lost > 0) console.log(`!!! ${lost} pieces of news did not arrive`);
  for (const { deals } of targets) leaveDeals(deals);
  return { one, many, verdicts: verdictsOf({ one, many }) };
}

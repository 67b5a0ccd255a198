// npm run bench: the real server beside the least that could do its job, in one run on one machine.
//
//   edits   accepted edits per second and the time to their answer, against a Socket.IO server that only echoes and one
//           that only journals: w1 one editor, w3 everybody as fast as they can
//   w2      200 deals at five edits a second each: what of it is accepted, how late, at how much processor time
//   w4      500 people come back at once and catch up, also after the server was started anew
//   w5      memory per idle participant at 2,000 connections
//   w6      acknowledged edits lost after SIGKILL, and how soon a second server takes over
//   pages   vehicle pages per second, against a Remix page of the same size with nothing behind it
//   stock   search by payment over ten thousand vehicles, and how long it keeps the event loop; needs no server
//   documents a fifteen-document jacket drawn in worker threads, and how long it keeps the event loop; needs no server
//   numbers the calculation core alone: a full worksheet with its APR, a payment grid; needs no server
//   photos  renditions, brush and memory of the photo process, and pages meanwhile; needs no server
//
//     npm run bench                         everything, about three minutes
//     npm run bench -- --only=edits         or w1, w2, w3, w4, w5, w6, pages
//     npm run bench -- --only=numbers       or stock, documents, photos: some seconds
//     npm run bench -- --only=evening       w2 for an hour, or as --minutes says: memory and p99, minute by minute
//     npm run bench -- --rounds=2 --seconds=1 --deals=10
//     npm run bench -- --json               figures as JSON on the last line
//     npm run bench -- --profile=<folder>   writes processor profiles of the real servers there
//
// Servers run on one core and the load on another, where that can be arranged. Rounds alternate between the servers, and
// each ratio is the median over rounds that ran side by side.
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openBenchDatabase } from "./bench/bench-database.mjs";
import { benchDocuments } from "./bench/bench-documents.mjs";
import { benchEvening } from "./bench/bench-evening.mjs";
import { benchEdits } from "./bench/bench-edits.mjs";
import { benchKilled } from "./bench/bench-killed.mjs";
import { benchMemory } from "./bench/bench-memory.mjs";
import { benchNumbers } from "./bench/bench-numbers.mjs";
import { benchPages } from "./bench/bench-pages.mjs";
import { benchPhotos } from "./bench/bench-photos.mjs";
import { benchReconnects } from "./bench/bench-reconnects.mjs";
import { benchSteady } from "./bench/bench-steady.mjs";
import { benchStock } from "./bench/bench-stock.mjs";
import { pinLoad } from "./bench/pinned-cores.mjs";
import { watchStolenTime } from "./bench/stolen-time.mjs";
import { printTimes, printVerdicts } from "./bench/print-report.mjs";
import { startReal } from "./bench/real-server.mjs";

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
const { values: given } = parseArgs({
  options: {
    only: { type: "string" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "2" },
    deals: { type: "string", default: "50" },
    json: { type: "boolean", default: false },
    profile: { type: "string" },
    minutes: { type: "string", default: "60" },
  },
});
const size = { rounds: Number(given.rounds), seconds: Number(given.seconds), deals: Number(given.deals) };
const say = (line) => console.log(`· ${line}`);
const loud = (line) => console.log(`\n!!! ${line}\n`);

const stolenTime = watchStolenTime();
const cores = pinLoad();
if (cores) say(`servers on core ${cores.serverCore}, load on core ${cores.loadCore}`);
else loud("NOT PINNED: servers and load share the cores, so the figures below say little");

const started = [];
const use = (server) => {
  started.push(server);
  return server;
};
const report = { node: process.version, pinned: cores !== null, ...size };
const verdicts = [];
let database = null;

async function stopAll() {
  await Promise.all(started.map((server) => server.stop()));
  await database?.close?.();
}

async function openDatabase() {
  if (database) return database;
  database = await openBenchDatabase();
  if (database.why) loud(`NOT MEASURED ON POSTGRESQL: ${database.why}`);
  else {
    const { server_version: version, fsync, synchronous_commit: commit } = database.settings;
    say(`PostgreSQL ${version}, ${database.described}; fsync ${fsync}, synchronous_commit ${commit}`);
    say("the real server on PostgreSQL runs with NODE_ENV=development: production refuses the demo's people there");
  }
  return database;
}

/** One real server on PostgreSQL for all the parts that leave it alive. */
let onPostgres = null;
async function postgresServer() {
  const { url } = await openDatabase();
  if (!url) return null;
  onPostgres ??= use(await startReal({ databaseUrl: url, cores, profileTo: given.profile }));
  return onPostgres;
}

async function edits(pglite, parts) {
  const postgres = await postgresServer();
  report.edits = await benchEdits({ pglite, postgres, database, cores, use, size, parts });
  verdicts.push(...report.edits.verdicts);
}

async function workload(name, bench) {
  const server = await postgresServer();
  if (!server) return;
  report[name] = await bench({ server, database, cores, use, say });
  verdicts.push(...report[name].verdicts);
}

async function pages(pglite) {
  report.pages = await benchPages({ real: pglite, cores, use, size });
  const { ratio, compressed } = report.pages;
  const compressedRatio = compressed[1].ratios.perSecond;
  verdicts.push({ what: "vehicle page against the bare page", ratio, expected: 0.5 });
  verdicts.push({ what: "vehicle page, compressed, against it", ratio: compressedRatio, expected: 0.5 });
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
const wants = (section) => given.only === undefined || given.only === section;
const times = [
  ...(wants("numbers") ? await benchNumbers() : []),
  ...(wants("stock") ? await benchStock() : []),
  ...(wants("documents") ? await benchDocuments() : []),
  ...(wants("photos") ? await benchPhotos() : []),
];
report.numbers = times;
try {
  const parts = ["w1", "w3"].filter((part) => wants("edits") || wants(part));
  if (parts.length > 0 || wants("pages")) {
    say("starting the real server with a new demo store");
    const pglite = use(await startReal({ cores, profileTo: given.profile }));
    if (parts.length > 0) await edits(pglite, parts);
    if (wants("pages")) await pages(pglite);
    // It has nothing more to do, and its core belongs to what is measured next.
    await pglite.stop();
  }
  if (wants("w2")) await workload("w2", benchSteady);
  // Only where it is asked for: it takes as long as it says.
  if (given.only === "evening") await workload("evening", benchEvening(Number(given.minutes)));
  if (wants("w4")) await workload("w4", benchReconnects);
  if (wants("w5")) await workload("w5", benchMemory);
  if (wants("w6")) await workload("w6", benchKilled);
} finally {
  await stopAll();
}
printTimes(times);
printVerdicts(verdicts);
const stolen = stolenTime();
if (stolen !== null)
  say(`the host took ${(stolen * 100).toFixed(0)} % of the processor time that was wanted meanwhile`);
if (given.json) console.log(JSON.stringify({ ...report, verdicts }));

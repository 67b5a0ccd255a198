// npm run bench: the real server beside the least that could do its job, in one run on one machine.
//
//   edits   accepted edits per second and the time to their answer, against a Socket.IO server that only echoes
//   pages   vehicle pages per second, against a Remix page of the same size with nothing behind it
//
//     npm run bench                         everything, about three minutes
//     npm run bench -- --only=edits         or pages
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
import { benchEdits } from "./bench/bench-edits.mjs";
import { benchPages } from "./bench/bench-pages.mjs";
import { pinLoad } from "./bench/pinned-cores.mjs";
import { printVerdicts } from "./bench/print-report.mjs";
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
  },
});
const size = { rounds: Number(given.rounds), seconds: Number(given.seconds), deals: Number(given.deals) };
const say = (line) => console.log(`· ${line}`);
const loud = (line) => console.log(`\n!!! ${line}\n`);

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

async function edits(pglite) {
  database = await openBenchDatabase();
  if (database.why) loud(`NOT MEASURED ON POSTGRESQL: ${database.why}`);
  else {
    const { server_version: version, fsync, synchronous_commit: commit } = database.settings;
    say(`PostgreSQL ${version}, ${database.described}; fsync ${fsync}, synchronous_commit ${commit}`);
    say("the real server on PostgreSQL runs with NODE_ENV=development: production refuses the demo's people there");
  }
  const postgres = database.url
    ? use(await startReal({ databaseUrl: database.url, cores, profileTo: given.profile }))
    : null;
  report.edits = await benchEdits({ pglite, postgres, database, cores, use, size });
  const reached = report.edits.many.find(({ name }) => name === postgres?.name)?.ratios.perSecond ?? null;
  verdicts.push({ what: "durable edits on PostgreSQL against the echo", ratio: reached, expected: 0.25 });
}

async function pages(pglite) {
  report.pages = await benchPages({ real: pglite, cores, use, size });
  verdicts.push({ what: "vehicle page against the bare page", ratio: report.pages.ratio, expected: 0.5 });
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
try {
  say("starting the real server with a new demo store");
  const pglite = use(await startReal({ cores, profileTo: given.profile }));
  if (given.only !== "pages") await edits(pglite);
  if (given.only !== "edits") await pages(pglite);
} finally {
  await stopAll();
}
printVerdicts(verdicts);
if (given.json) console.log(JSON.stringify({ ...report, verdicts }));

// W4: 500 people lose their line, three edits happen on each card, and all of them come back at once. Then once more with
// the server started anew in between. Against an echo that knows nobody and has nothing to tell.
import { samplePatches, sendEdits } from "./edit-load.mjs";
import { echoDeals, joinDeals, leaveDeals, openLine, startDeals } from "./people.mjs";
import { startReal } from "./real-server.mjs";
import { quiet, startServer } from "./server-process.mjs";

const DEALS = 250;
const MISSED = 3;

/** Everybody at once; answers how long it took until the last one was back, and what they were told. */
async function comeBack(url, seats) {
  const startedAt = performance.now();
  const lines = await Promise.all(seats.map(({ dealId, cookie, revision }) => openLine(url, dealId, cookie, revision)));
  return { ms: performance.now() - startedAt, lines };
}

/** Where a reader stands after what it was told: patches in order from its own revision, or a whole card. */
function caughtUpTo({ caughtUp }, from) {
  if (caughtUp?.kind === "snapshot") return caughtUp.view.revision;
  const revisions = (caughtUp?.patches ?? []).map(({ revision }) => revision);
  return revisions.every((revision, index) => revision === from + index + 1) ? from + revisions.length : null;
}

export async function benchReconnects({ server, database, cores, use, say }) {
  say(`W4: ${DEALS * 2} people come back at once`);
  const started = await startDeals(server.url, DEALS);
  const joined = await joinDeals(server.url, started);
  const patches = await samplePatches(joined);
  const env = { NODE_ENV: "production", BENCH_PATCHES: JSON.stringify(patches) };
  const echo = use(await startServer("bare Socket.IO echo", ["scripts/bench/echo-server.mjs"], { env, cores }));
  const heads = new Map(joined.flat().map(({ dealId, caughtUp }) => [dealId, caughtUp.view.revision]));
  // The samples above were edits on the first card.
  heads.set(joined[0][0].dealId, heads.get(joined[0][0].dealId) + Object.keys(patches).length);
  const seatsNow = () => joined.flat().map(({ dealId, cookie }) => ({ dealId, cookie, revision: heads.get(dealId) }));

  const measure = async (at, seats) => {
    const { ms, lines } = await comeBack(at.url, seats);
    const right = lines.filter((line, index) => {
      const { dealId, revision } = seats[index];
      return caughtUpTo(line, revision) === heads.get(dealId);
    }).length;
    lines.forEach(({ socket }) => socket.disconnect());
    return { ms, right };
  };
  async function missSome(from) {
    const seats = seatsNow();
    for (const [customer] of from) {
      await sendEdits(customer, MISSED);
      heads.set(customer.dealId, heads.get(customer.dealId) + MISSED);
    }
    leaveDeals(from);
    await quiet(server);
    return seats;
  }

  const first = await measure(server, await missSome(joined));
  const bare = await comeBack(
    echo.url,
    echoDeals(DEALS).flatMap(({ dealId }) => [
      { dealId, cookie: "" },
      { dealId, cookie: "" },
    ]),
  );
  bare.lines.forEach(({ socket }) => socket.disconnect());

  // Again, with another server on the same database that remembers nothing.
  const seats = await missSome(await joinDeals(server.url, started));
  const anew = use(await startReal({ databaseUrl: database.url, cores }));
  await quiet(anew);
  const second = await measure(anew, seats);
  await anew.stop();
  const all = DEALS * 2;
  console.log(
    `\nW4: ${first.right} of ${all} right after ${first.ms.toFixed(0)} ms; after a restart ${second.right} after ${second.ms.toFixed(0)} ms; the echo ${bare.ms.toFixed(0)} ms\n`,
  );
  return {
    first,
    second,
    echoMs: bare.ms,
    verdicts: [
      { what: "W4 caught up, nothing missed or doubled", ratio: first.right / all, expected: 1 },
      { what: "W4 the same across a restart", ratio: second.right / all, expected: 1 },
      { what: "W4 time until the last is back, times the echo's", ratio: first.ms / bare.ms, most: 1.1 },
      { what: "W4 the same across a restart", ratio: second.ms / bare.ms, most: 1.1 },
    ],
  };
}

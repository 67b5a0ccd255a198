// W6: the server is killed in the middle of edits. Every one that was acknowledged has to be there, once, under the revision
// it was told; and a second server on the same database has to serve within five seconds.
import { message } from "./edit-load.mjs";
import { joinDeals, startDeals } from "./people.mjs";
import { startReal } from "./real-server.mjs";

const DEALS = 20;
const EDIT_MS = 2_000;

async function typeUntilKilled({ socket, dealId }, offset, noted) {
  for (let number = offset; ; number++) {
    const sent = message(dealId, number);
    const answer = await socket
      .timeout(3_000)
      .emitWithAck("deal:edit", sent)
      .catch(() => null);
    if (!answer) return;
    if (answer.status === "applied") noted.push({ ...sent, revision: answer.revision });
  }
}

export async function benchKilled({ database, cores, use, say }) {
  say("W6: killed in the middle of edits, with a second server standing by");
  const doomed = use(await startReal({ databaseUrl: database.url, cores }));
  const second = use(await startReal({ databaseUrl: database.url, cores }));
  const started = await startDeals(doomed.url, DEALS);
  const joined = await joinDeals(doomed.url, started);
  const noted = [];
  const typing = Promise.all(joined.flat().map((line, index) => typeUntilKilled(line, index * 7, noted)));
  await new Promise((resolve) => setTimeout(resolve, EDIT_MS));
  await doomed.kill();
  const killedAt = performance.now();
  const there = await joinDeals(second.url, started);
  const [line] = there[0];
  const taken = await line.socket.timeout(10_000).emitWithAck("deal:edit", message(line.dealId, 0));
  const takeoverMs = taken.status === "applied" ? performance.now() - killedAt : null;
  await typing;

  // The same edit again is answered with its first revision: so each is there, once.
  const lineOf = new Map(there.map(([customer]) => [customer.dealId, customer]));
  const sellers = new Map(there.map(([, seller]) => [seller.dealId, seller]));
  let [lost, doubled] = [0, 0];
  const seen = new Set();
  for (const { revision, ...edit } of noted) {
    const { socket } = lineOf.get(edit.dealId) ?? sellers.get(edit.dealId);
    const answer = await socket.timeout(10_000).emitWithAck("deal:edit", edit);
    if (answer.status !== "repeated" || answer.revision !== revision) lost += 1;
    if (seen.has(`${edit.dealId} ${revision}`)) doubled += 1;
    seen.add(`${edit.dealId} ${revision}`);
  }
  there.flat().forEach(({ socket }) => socket.disconnect());
  await second.stop();
  console.log(
    `\nW6: ${noted.length} acknowledged, ${lost} lost, ${doubled} doubled; the second server took over after ${takeoverMs?.toFixed(0) ?? "?"} ms\n`,
  );
  return {
    acknowledged: noted.length,
    lost,
    doubled,
    takeoverMs,
    verdicts: [
      { what: "W6 acknowledged edits lost", ratio: lost, most: 0 },
      { what: "W6 acknowledged edits doubled", ratio: doubled, most: 0 },
      { what: "W6 takeover in seconds", ratio: takeoverMs === null ? null : takeoverMs / 1_000, most: 5 },
    ],
  };
}

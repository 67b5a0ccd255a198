// Edits, side by side: one editor who waits for each answer, then many deals with two people each.
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

export async function benchEdits({ pglite, postgres, database, cores, use, size }) {
  const onReal = async (server, databaseMs) => ({
    server,
    databaseMs,
    deals: await joinDeals(server.url, await startDeals(server.url, size.deals)),
  });
  const real = [await onReal(pglite, null)];
  if (postgres) real.push(await onReal(postgres, database.processorMs));

  // The echo sends what the real server sends, so it is asked first what that is.
  const env = { NODE_ENV: "production", BENCH_PATCHES: JSON.stringify(await samplePatches(real[0].deals)) };
  const echoServer = use(await startServer("bare Socket.IO echo", ["scripts/bench/echo-server.mjs"], { env, cores }));
  const echo = { server: echoServer, deals: await joinDeals(echoServer.url, echoDeals(size.deals)) };
  const targets = [echo, ...real];
  for (const { server } of targets) await quiet(server);

  const one = await alternateRounds(targets, round(oneEditor), size);
  printEdits("\nOne editor on one deal, closed loop", one);
  const many = await alternateRounds(targets, round(everybody), size);
  printEdits(`${size.deals} deals with two people each, everybody editing, closed loop`, many);
  const lost = many.reduce((total, { figures }) => total + figures.newsLost, 0);
  if (lost > 0) console.log(`!!! ${lost} pieces of news did not arrive`);
  for (const { deals } of targets) leaveDeals(deals);
  return { one, many };
}

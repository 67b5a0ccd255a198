// Vehicle pages beside a bare Remix page of the same size, plain and compressed.
import { alternateRounds, counterOf } from "./alternate-rounds.mjs";
import { pageRound, pageSize } from "./page-load.mjs";
import { stockNumbers } from "./people.mjs";
import { median, printPages } from "./print-report.mjs";
import { quiet, startServer } from "./server-process.mjs";

/** So many different cars are asked for in turn: one page again and again would flatter every cache. */
const MOST_CARS = 20;

const round =
  (gzip) =>
  ({ server, paths }, seconds) =>
    pageRound(server, paths, { seconds, gzip, counted: counterOf(server) });

export async function benchPages({ real, cores, use, size }) {
  const paths = (await stockNumbers(real.url)).slice(0, MOST_CARS).map((stockNumber) => `/inventory/${stockNumber}`);
  const sizes = [];
  for (const path of paths) sizes.push(await pageSize(real.url, path));
  const bytes = median(sizes.map((page) => page.bytes));
  const elements = Math.round(median(sizes.map((page) => page.elements)));
  console.log(`· a vehicle page has ${(bytes / 1_024).toFixed(1)} KB and ${elements} elements; so has the bare page`);

  const env = {
    NODE_ENV: "production",
    BENCH_PAGE_BYTES: String(Math.round(bytes)),
    BENCH_PAGE_ELEMENTS: String(elements),
  };
  const bare = use(await startServer("bare Remix page", ["scripts/bench/bare-page-server.mjs"], { env, cores }));
  const targets = [
    { server: bare, paths: ["/page"] },
    { server: { ...real, name: "vehicle page" }, paths },
  ];
  await quiet(real);
  const plain = await alternateRounds(targets, round(false), size);
  printPages("\nVehicle pages, 16 connections, not compressed", plain);
  const compressed = await alternateRounds(targets, round(true), size);
  printPages("Vehicle pages, 16 connections, compressed as browsers ask for it", compressed);
  return { bytes, elements, plain, compressed, ratio: plain[1].ratios.perSecond };
}

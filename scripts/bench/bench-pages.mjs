// Vehicle pages beside a bare Remix page of the same size, plain and compressed.
import { alternateRounds, counterOf } from "./alternate-rounds.mjs";
import { pageRound, pageSize } from "./page-load.mjs";
import { stockNumbers } from "./people.mjs";
import { median, printPages } from "./print-report.mjs";
import { quiet, startServer } from "./server-process.mjs";

/** So many different cars are asked for in turn: one page again and again would flatter every cache. */
const MOST_CARS = 20;
/** Ways to pay that a page can be asked for: with twenty cars far more pages than the server keeps drawn. */
const WISHES = ["better", "any", "excellent", "good", "fair", "rebuilding"].flatMap((credit) =>
  [36, 48, 60, 72, 84].map((term) => `?credit=${credit}&term=${term}`),
);

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
  const against = (asked, name) => [
    { server: bare, paths: ["/page"] },
    { server: { ...real, name }, paths: asked },
  ];
  const targets = against(paths, "vehicle page");
  const everyWay = WISHES.flatMap((wish) => paths.map((path) => path + wish));
  await quiet(real);
  const plain = await alternateRounds(targets, round(false), size);
  printPages("\nVehicle pages, 16 connections, not compressed", plain);
  const compressed = await alternateRounds(targets, round(true), size);
  printPages("Vehicle pages, 16 connections, compressed as browsers ask for it", compressed);
  const anew = await alternateRounds(against(everyWay, "vehicle page, never the same"), round(false), size);
  printPages("Vehicle pages that all have to be drawn anew, not compressed", anew);
  return { bytes, elements, plain, compressed, anew, ratio: plain[1].ratios.perSecond };
}

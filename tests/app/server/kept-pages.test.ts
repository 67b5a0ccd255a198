import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { photosChanged } from "#app/vehicle-photos/shown-photos.server";
import { stockChanged } from "#app/merchandising/stock-board.server";
import { env } from "#app/platform/env.server";
import * as entry from "#app/entry.server";
import * as root from "#app/root";
import * as home from "#app/routes/_index";
import * as vehicle from "#app/routes/inventory.$stockNumber";
import * as inventory from "#app/routes/inventory._index";
import { createHttpApp } from "#app/server/create-http-app.server";
import { seedStore } from "#prisma/seed/seed-store";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
await seedStore(db);
// As in production: while developing nothing is kept.
env.NODE_ENV = "production";

/** Every page that Remix was entered for. */
const draw = vi.fn(entry.default);

const manifestOf = (id: string, path: string, parentId?: string) => ({
  id,
  path,
  parentId,
  hasLoader: true,
  hasAction: false,
  module: "/none.js",
  imports: [],
});
const routes = [
  { id: "home", parentId: "root", path: undefined, index: true, module: home },
  { id: "stock", parentId: "root", path: "inventory", module: inventory },
  { id: "vehicle", parentId: "root", path: "inventory/:stockNumber", module: vehicle },
];
const build = {
  mode: "production",
  entry: { module: { default: draw, handleError: entry.handleError } },
  routes: { root: { id: "root", path: "", module: root }, ...Object.fromEntries(routes.map((one) => [one.id, one])) },
  assets: {
    version: "1",
    url: "/manifest.js",
    entry: { module: "/entry.js", imports: [] },
    routes: {
      root: manifestOf("root", ""),
      ...Object.fromEntries(routes.map(({ id, path }) => [id, manifestOf(id, path ?? "", "root")])),
    },
  },
  assetsBuildDirectory: "build/client",
  publicPath: "/",
  future: { v3_singleFetch: true },
  isSpaMode: false,
} as unknown as ServerBuild;

const server = createServer(createHttpApp({ build, isDraining: () => false }));
let port = 0;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** Whether Remix was entered for it. */
  drawn: boolean;
}

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const before = draw.mock.calls.length;
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, path, method, headers });
    sent.on("error", reject);
    sent.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => {
        const drawn = draw.mock.calls.length > before;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, drawn });
      });
    });
    sent.end();
  });
}

const nonceOf = ({ headers }: Answer) => /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
/** A page without what belongs to one answer alone. */
const same = (answer: Answer) =>
  answer.body.replaceAll(nonceOf(answer), "nonce").replaceAll(String(answer.headers["x-request-id"]), "id");
const change = (stockNumber: string, data: { sellingPrice?: number; status?: string }) =>
  db.prisma.vehicle.update({ where: { stockNumber }, data });

test("a page that was drawn is answered before Remix is entered, with the same words and headers and a nonce of its own", async () => {
  const [first, second] = [await ask("/inventory/N2614"), await ask("/inventory/N2614")];
  expect([first.status, first.drawn, second.status, second.drawn]).toEqual([200, true, 200, false]);
  expect(same(second)).toBe(same(first));
  expect(nonceOf(second)).not.toBe(nonceOf(first));
  expect(second.body).toContain(`nonce="${nonceOf(second)}"`);
  expect(second.body).not.toContain(nonceOf(first));
  expect(second.body).toContain(String(second.headers["x-request-id"]));
  const own = ["content-security-policy", "x-request-id", "date", "transfer-encoding", "content-length"];
  const shared = ({ headers }: Answer) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
  expect(shared(second)).toEqual(shared(first));
  expect(second.headers).toMatchObject({ "cache-control": "private, no-cache", "content-type": /html/ });
  expect(second.headers.vary).toMatch(/Cookie, Accept-Language/);
  expect(second.headers).not.toHaveProperty("x-document-standing");
});

/** Asks until the page is kept, so that what follows is about a page that is. */
async function keep(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  await ask(path, headers);
  const kept = await ask(path, headers);
  expect([path, kept.drawn]).toEqual([path, false]);
  return kept;
}

/** The clock of every server, a little later: as long as one may lag behind a change that another made. */
const twoSecondsLater = () => (env.CLOCK_OFFSET_MS += 2_000);

test("the front door, a search and a payment of one's own are kept as well, each address for itself", async () => {
  for (const path of ["/", "/inventory", "/inventory?body=suv&zip=60601", "/inventory/N2614?term=72&zip=60601"]) {
    expect(same(await keep(path))).toBe(same(await ask(path)));
  }
  const { body } = await keep("/inventory/N2614?term=72");
  expect(body).not.toBe((await keep("/inventory/N2614?term=48")).body);
});

test("a compressed page is the same page", async () => {
  const { headers, drawn } = await keep("/inventory/N2614", { "Accept-Encoding": "gzip" });
  expect(drawn).toBe(false);
  expect(headers["content-encoding"]).toBe("gzip");
  expect(headers.vary).toMatch(/Accept-Encoding/);
});

test("a page is kept in the reader's language and theme", async () => {
  const english = await keep("/inventory/N2614");
  const french = await keep("/inventory/N2614", { Cookie: "lang=fr" });
  expect(english.body).toContain('<html lang="en"');
  expect(french.body).toContain('<html lang="fr"');
  const asked = await ask("/inventory/N2614", { "Accept-Language": "fr-CA,fr;q=0.9" });
  expect([asked.drawn, same(asked)]).toEqual([false, same(french)]);
  expect((await ask("/inventory/N2614", { Cookie: "theme=dark; lang=fr" })).drawn).toBe(true);
});

test.each(["deal_session=abc", "__Host-deal_session=abc", "signing=abc", "lang=en; deal_session=abc", "anything=1"])(
  "whoever brings %s goes the whole way",
  async (Cookie) => {
    await keep("/inventory/N2614");
    const own = await ask("/inventory/N2614", { Cookie });
    expect([own.status, own.drawn]).toEqual([200, true]);
  },
);

test("only reading is answered so, and no address longer than people make them", async () => {
  await keep("/inventory/N2614");
  expect((await ask("/inventory/N2614", {}, "HEAD")).drawn).toBe(true);
  const long = `/inventory/N2614?from=${"x".repeat(300)}`;
  await ask(long);
  expect((await ask(long)).drawn).toBe(true);
});

test("a price changed here stands on the next page that is asked for", async () => {
  const before = await keep("/inventory/N2617");
  await keep("/inventory?maxPrice=20000");
  const { sellingPrice } = await db.prisma.vehicle.findUniqueOrThrow({ where: { stockNumber: "N2617" } });
  await change("N2617", { sellingPrice: sellingPrice - 123_400 });
  stockChanged();
  const after = await ask("/inventory/N2617");
  expect(after.drawn).toBe(true);
  expect(same(after)).not.toBe(same(before));
  expect((await ask("/inventory?maxPrice=20000")).drawn).toBe(true);
  const price = (text: string) => /"product:price:amount" content="([\d.]+)"/.exec(text)?.[1];
  expect(Number(price(before.body)) - Number(price(after.body))).toBeCloseTo(1_234, 0);
});

test("a change that another server made is seen within the time a page may lag", async () => {
  const before = await keep("/inventory/N2641");
  const { sellingPrice } = await db.prisma.vehicle.findUniqueOrThrow({ where: { stockNumber: "N2641" } });
  await change("N2641", { sellingPrice: sellingPrice - 50_000 });
  twoSecondsLater();
  const after = await ask("/inventory/N2641");
  expect(after.drawn).toBe(true);
  expect(same(after)).not.toBe(same(before));
});

test("a sold car is gone from every page at the next request", async () => {
  const path = "/inventory/U1180";
  await keep(path);
  const pages = ["/", "/inventory", "/inventory?condition=used", "/inventory/N2614"];
  for (const page of pages) await keep(page);
  await change("U1180", { status: "sold" });
  stockChanged();
  const gone = await ask(path);
  expect([gone.status, gone.drawn]).toEqual([410, true]);
  for (const page of pages) {
    const { drawn, body } = await ask(page);
    expect([page, drawn]).toEqual([page, true]);
    expect(body).not.toContain("U1180");
  }
  // Not found is nobody's page to keep either.
  for (const _ of [1, 2]) expect(await ask("/inventory/X1")).toMatchObject({ status: 404, drawn: true });
});

test("somebody else's deal, a paper and the store's rules each make the page anew", async () => {
  const path = "/inventory/N2614";
  await keep(path);
  await db.prisma.deal.create({
    data: {
      id: "d-1",
      number: "d-1",
      rooftopId: "lakeside",
      life: "open",
      stockNumber: "N2614",
      updatedAt: new Date(),
    },
  });
  stockChanged();
  const watched = await ask(path);
  expect(watched.drawn).toBe(true);
  expect(watched.body).toContain("1 other shopper");
  await keep(path);
  await db.query(`update "Rooftop" set "name" = "name"`);
  stockChanged();
  expect((await ask(path)).drawn).toBe(true);
  await keep(path);
  const paper = { kind: "inspection", version: 1, blobKey: "key", contentType: "application/pdf", sha256: "hash" };
  await db.prisma.vehiclePaper.create({
    data: { id: "paper-1", rooftopId: "lakeside", stockNumber: "N2614", source: "Bench", addedBy: "store", ...paper },
  });
  photosChanged();
  const pinned = await ask(path);
  expect(pinned.drawn).toBe(true);
  expect(pinned.body).toContain("/papers/paper-1");
});

test("where the stock cannot be read, the page says so itself and nothing old is shown", async () => {
  await keep("/inventory/N2614");
  stockChanged();
  const failing = vi.spyOn(db, "query").mockRejectedValue(new Error("no line"));
  const answer = await ask("/inventory/N2614");
  failing.mockRestore();
  expect([answer.status, answer.drawn]).toEqual([500, true]);
});

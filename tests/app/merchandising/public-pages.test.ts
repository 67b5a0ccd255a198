import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { stockChanged } from "#app/merchandising/stock-board.server";
import type { SoldPage, VehiclePage } from "#app/merchandising/vehicle-page";
import { loader as home } from "#app/routes/_index";
import { loader as vehicle } from "#app/routes/inventory.$stockNumber";
import { loader as inventory } from "#app/routes/inventory._index";
import { loader as sitemap } from "#app/routes/sitemap[.]xml";
import { seedStore } from "#prisma/seed/seed-store";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
await seedStore(db);
const rows = await db.prisma.vehicle.findMany();

const args = (path: string, params: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  ({
    request: new Request(`http://localhost${path}`, { headers }),
    params,
    context: {},
  }) as unknown as LoaderFunctionArgs;

async function page(stockNumber: string, query = "", headers: Record<string, string> = {}) {
  const answer = await vehicle(args(`/inventory/${stockNumber}${query}`, { stockNumber }, headers));
  return { status: answer.init?.status ?? 200, page: answer.data as VehiclePage | SoldPage };
}

async function live(stockNumber: string, query = "", headers: Record<string, string> = {}): Promise<VehiclePage> {
  const { page: found } = await page(stockNumber, query, headers);
  if (found.kind !== "vehicle") throw new Error(`${stockNumber} is sold`);
  return found;
}

test("no public answer holds a cost, by name or by number", async () => {
  const answers = await Promise.all([
    home(args("/")),
    ...[1, 2, 3].map((number) => inventory(args(`/inventory?page=${number}`))),
    ...rows.map(async ({ stockNumber }) => (await page(stockNumber)).page),
  ]);
  const costs = new Set(
    rows.flatMap(({ cost }) => Object.values(cost as Record<string, number>).filter((amount) => amount > 30_000)),
  );
  expect(costs.size).toBeGreaterThan(60);
  for (const answer of answers) {
    const text = JSON.stringify(answer);
    expect(text).not.toMatch(/"(cost|invoice|vehicleCost|holdback|recon|pack|buyRate|authority|reserve)"/);
    const numbers = new Set(text.match(/\d+/g)?.map(Number));
    expect([...costs].filter((cost) => numbers.has(cost))).toEqual([]);
  }
});

test("a sold car is gone for good and shows what is like it; one that never was is not found", async () => {
  const { status, page: sold } = await page("N2639");
  expect(status).toBe(410);
  expect(sold).toMatchObject({ kind: "sold", head: { title: "The 2026 Halden Aria Hybrid SE is sold" } });
  expect(sold.similar.cards).toHaveLength(4);
  await expect(vehicle(args("/inventory/X1", { stockNumber: "X1" }))).rejects.toMatchObject({ status: 404 });
});

test("the way to pay is in the address; an odd one shows the usual", async () => {
  expect((await live("N2614")).payment.wish).toMatchObject({
    method: "finance",
    cashDown: 300_000,
    termMonths: 60,
    credit: "better",
  });
  const lease = await live("N2614", "?pay=lease&down=1500&months=39&miles=12000&credit=good");
  expect(lease.payment.wish).toEqual({
    method: "lease",
    cashDown: 150_000,
    termMonths: 60,
    leaseTermMonths: 39,
    milesPerYear: 12_000,
    credit: "good",
    tradeValue: 0,
    tradeOwed: 0,
    postcode: "",
  });
  expect(lease.payment.estimate).toMatchObject({ method: "lease", numberOfPayments: 39 });
  expect(lease.payment.disclosure).toMatch(/^This is a lease\. .* due at signing .*39 payments/);
  expect((await live("N2614", "?pay=barter&down=x&term=61&credit=800")).payment.wish).toEqual(
    (await live("N2614")).payment.wish,
  );
  expect((await live("U1180", "?pay=lease")).payment.estimate).toMatchObject({ method: "none", reason: "notLeasable" });
  expect((await live("N2614", "?pay=cash")).payment.estimate).toMatchObject({ method: "cash", due: 3_938_750 });
});

test("a payment never stands without what the law wants beside it", async () => {
  const { disclosure } = (await live("N2614")).payment;
  expect(disclosure).toContain("5.49 to 7.99 % APR on $36,387.50 financed");
  expect(disclosure).toContain("$3,000 down");
  expect(disclosure).toContain("60 payments, $41,692.80 to $44,257.80 together");
  const french = await live("N2614", "", { "Accept-Language": "fr" });
  expect(french.payment.disclosure).toContain("TAP 5,49 à 7,99 % sur 36\u00a0387,50\u00a0$ financés");
  expect(french.sheets.features.title).toBe("Équipement");
});

test("who else is looking counts open deals about this car", async () => {
  expect((await live("N2614")).lookers).toBeNull();
  const deal = (id: string, life: string, days: number) => ({
    id,
    number: id,
    rooftopId: "lakeside",
    life,
    stockNumber: "N2614",
    updatedAt: new Date(Date.now() - days * 86_400_000),
  });
  await db.prisma.deal.createMany({ data: [deal("d-1", "open", 1), deal("d-2", "lost", 1), deal("d-3", "open", 40)] });
  stockChanged();
  const watched = await live("N2614");
  expect(watched.lookers).toBe("1 other shopper is looking");
  expect(watched.facts.find(({ icon }) => icon === "days")?.note).toBe("1 other shopper looking");
});

test("a held car keeps its page but is not offered elsewhere", async () => {
  await db.prisma.vehicle.update({ where: { stockNumber: "N2617" }, data: { status: "held" } });
  stockChanged();
  expect((await live("N2617")).vehicle.isHeld).toBe(true);
  for (const { stockNumber } of rows.filter(({ status }) => status === "live")) {
    const { page: other } = await page(stockNumber);
    expect(other.similar.cards.map((card) => card.stockNumber)).not.toContain("N2617");
  }
});

test("the sitemap lists what is for sale, once, with its pictures", async () => {
  const answer = await sitemap();
  const text = await answer.text();
  const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  expect(new Set(addresses).size).toBe(60);
  expect(addresses.some((address) => address?.endsWith("/inventory/N2639"))).toBe(false);
  expect(text).toContain("side-1600.webp");
});

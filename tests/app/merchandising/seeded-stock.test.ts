import { expect, test } from "vitest";
import { applyDealEvent, contextOf, statusesOf } from "#machines/deal/apply-deal-event";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { projectDeal } from "#machines/deal/project-deal";
import { plainDate } from "#machines/money/plain-date";
import { sum } from "#machines/money/cents";
import { vehicleSnapshotSchema } from "#machines/store/vehicle-snapshot";
import { decodeVin } from "#app/merchandising/decode-vin";
import { paymentEstimate, usualWish } from "#app/merchandising/payment-estimate.server";
import { priceStack } from "#app/merchandising/price-stack.server";
import { differencesOf, similarVehicles } from "#app/merchandising/similar-vehicles.server";
import { stockBoard, stockChanged, type StockBoard } from "#app/merchandising/stock-board.server";
import { stockCard } from "#app/merchandising/stock-card.server";
import { vehicleForDeal, vehicleSnapshot } from "#app/merchandising/vehicle-snapshot.server";
import { writer } from "#app/merchandising/writer.server";
import { featureOf } from "#app/merchandising/feature-lexicon";
import { hasCarArt } from "#prisma/seed/car-art/car-art-catalog";
import { lakesideId, lakesidePolicy } from "#prisma/seed/rooftop";
import { seedStore } from "#prisma/seed/seed-store";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
await seedStore(db);
await seedStore(db);

async function board(): Promise<StockBoard> {
  stockChanged();
  const found = await stockBoard();
  if (!found) throw new Error("no store");
  return found;
}

const today = plainDate("2026-11-23");
const english = writer("en", lakesidePolicy.timeZone);
const rows = await db.prisma.vehicle.findMany({ orderBy: { stockNumber: "asc" } });

test("sixty cars, once each, however often the seed runs", async () => {
  expect(rows).toHaveLength(60);
  expect(await db.prisma.staffMember.count()).toBe(9);
  const changes = await db.prisma.vehiclePriceChange.groupBy({ by: ["stockNumber"], _count: true });
  expect(changes).toHaveLength(60);
  expect(Math.max(...changes.map(({ _count }) => _count))).toBeLessThan(5);
});

test("every VIN is one of its own, has a right check digit and decodes to its car", () => {
  expect(new Set(rows.map(({ vin }) => vin)).size).toBe(60);
  for (const row of rows) {
    const vin = decodeVin(row.vin);
    expect(vin).toMatchObject({
      ok: true,
      make: row.make,
      year: row.year,
      body: row.body,
      fuel: row.fuel,
      checkDigitIsRight: true,
    });
  }
  expect(rows.find(({ stockNumber }) => stockNumber === "N2614")?.vin.slice(-7)).toBe("K204419");
});

test("every car parses as a deal's snapshot, is drawn, and has features that have names", () => {
  for (const row of rows) {
    const snapshot = vehicleSnapshot(row, lakesidePolicy, today);
    expect(vehicleSnapshotSchema.safeParse(snapshot).success).toBe(true);
    expect(snapshot.priceGoodThrough).toBe("2026-11-30");
    expect(hasCarArt(snapshot.body, row.colour as never), row.stockNumber).toBe(true);
    expect(snapshot.cost.vehicleCost).toBeGreaterThan(0);
    expect(snapshot.cost.vehicleCost + snapshot.cost.recon).toBeLessThan(row.sellingPrice);
  }
});

test("facts add up: stickers to the MSRP, features to the lexicon, texts in both languages", async () => {
  const { byStockNumber } = await board();
  for (const { facts, stockNumber, condition } of byStockNumber.values()) {
    const { windowSticker: sticker } = facts;
    expect(sticker !== null, stockNumber).toBe(condition === "new");
    if (sticker) {
      const total = sum([sticker.basePrice, sticker.destination, ...sticker.options.map(({ price }) => price)]);
      expect(total).toBe(facts.msrp);
    }
    expect(facts.features.every((code) => featureOf(code))).toBe(true);
    expect(facts.description.en.length).toBe(facts.description.fr.length);
    expect(facts.history === null).toBe(condition === "new");
  }
});

test("a deal is not started about a car that is sold, or about another store's", async () => {
  expect(await vehicleForDeal(lakesideId, "N2614", today)).toMatchObject({ stockNumber: "N2614" });
  expect(await vehicleForDeal(lakesideId, "N2639", today)).toBeNull();
  expect(await vehicleForDeal("elsewhere", "N2614", today)).toBeNull();
});

test("the price lines of every car add up to its one total", async () => {
  const stock = await board();
  for (const vehicle of stock.vehicles) {
    const { lines, total } = priceStack(stock, vehicle, english);
    expect(
      lines.reduce((whole, { amount }) => whole + amount, 0),
      vehicle.stockNumber,
    ).toBe(total);
  }
  const vista = stock.byStockNumber.get("N2614")!;
  expect(priceStack(stock, vista, english)).toMatchObject({
    total: 3_636_270,
    governmentCharges: 302_480,
    conditional:
      "Military ($500) or loyalty ($750) cash with proof, not counted here. Norden Credit lends from 1.90\u00a0% APR instead of Norden customer cash.",
    nothingRequired: { label: "Add-ons we require", value: "none" },
  });
});

test("the page's payment is the payment of the deal it starts, in every band and way to pay", async () => {
  const stock = await board();
  const wish = usualWish(stock);
  for (const stockNumber of ["N2614", "U1180", "N2640"]) {
    const vehicle = stock.byStockNumber.get(stockNumber)!;
    const snapshot = (await vehicleForDeal(lakesideId, stockNumber, stock.today))!;
    const event = {
      type: "deal.started",
      dealId: "d-1",
      dealNumber: "LM-1001",
      startedFrom: "vehiclePage",
      contractDate: stock.today,
      store: stock.policy,
      vehicle: snapshot,
    } as const;
    const by = { kind: "customer", id: "s-1", role: "customer", firstName: null } as const;
    const deal = applyDealEvent(null, event, { revision: 1, at: "2026-11-23T15:00:00.000Z", by });
    const sheet = dealWorksheet({ ...projectDeal(contextOf(deal), "customer"), kept: statusesOf(deal).kept })!;
    const best = { ...wish, credit: "excellent" };
    const finance = paymentEstimate(stock, vehicle, best);
    expect(sheet.finance).toMatchObject({ ok: true });
    if (finance.method !== "finance" || !sheet.finance.ok) throw new Error("financed");
    expect(finance.payment).toEqual({ low: sheet.finance.payment, high: sheet.finance.payment });
    expect(finance.totalOfPayments.low).toBe(sheet.finance.totalOfPayments);
    expect(finance.apr.low).toBe(sheet.finance.aprDisclosed);
    const cash = paymentEstimate(stock, vehicle, { ...best, method: "cash" });
    if (cash.method !== "cash" || !sheet.cash.ok) throw new Error("cash");
    expect(cash.due).toBe(sheet.cash.balanceDue);
    const lease = paymentEstimate(stock, vehicle, { ...best, method: "lease" });
    if (sheet.lease.ok) expect(lease).toMatchObject({ payment: { low: sheet.lease.payment } });
    else expect(lease).toMatchObject({ method: "none", reason: "notLeasable" });
  }
});

test("without a stated band the payment is a range with both ends", async () => {
  const stock = await board();
  const vista = stock.byStockNumber.get("N2614")!;
  const usual = paymentEstimate(stock, vista, usualWish(stock));
  expect(usual).toMatchObject({
    apr: { low: "5.49", high: "7.99" },
    amountFinanced: 3_638_750,
    numberOfPayments: 60,
    totalOfPayments: { low: 4_169_280, high: 4_425_780 },
  });
  const any = paymentEstimate(stock, vista, { ...usualWish(stock), credit: "any" });
  expect(any).toMatchObject({ apr: { low: "5.49", high: "15.29" } });
});

test("similar cars are for sale, are not the car itself and say how they differ", async () => {
  const stock = await board();
  for (const vehicle of stock.byStockNumber.values()) {
    const similar = similarVehicles(stock, vehicle);
    expect(similar).toHaveLength(4);
    expect(similar.map(({ stockNumber }) => stockNumber)).not.toContain(vehicle.stockNumber);
    for (const other of similar) {
      expect(other.status).toBe("live");
      const differences = differencesOf(stock, vehicle, other);
      expect(differences.length).toBeGreaterThan(0);
      const [price] = differences;
      const delta = stockCard(stock, other).totalPrice - stockCard(stock, vehicle).totalPrice;
      if (price?.code === "less" || price?.code === "more") expect(price.amount).toBe(Math.abs(delta));
    }
  }
});

test("a new price is on the page at the next look, a broken record takes nothing else down", async () => {
  await db.prisma.vehicle.update({ where: { stockNumber: "U1212" }, data: { sellingPrice: 2_800_000 } });
  expect((await board()).byStockNumber.get("U1212")?.sellingPrice).toBe(2_800_000);
  await db.prisma.vehicle.update({ where: { stockNumber: "U1212" }, data: { facts: { version: 9 } } });
  const stock = await board();
  expect(stock.byStockNumber.get("U1212")).toBeUndefined();
  expect(stock.vehicles.length).toBe(57);
});

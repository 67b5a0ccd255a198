import { expect, test } from "vitest";
import { monthlyRange } from "#app/merchandising/payment-estimate.server";
import { searchAddress } from "#app/merchandising/search-wish";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { stockCard } from "#app/merchandising/stock-card.server";
import { searchBoard, searchVehiclesForSwap } from "#app/merchandising/vehicle-search.server";
import { seedStore } from "#prisma/seed/seed-store";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
await seedStore(db);
const board = (await stockBoard())!;

const search = (query: string, locale: "en" | "fr" = "en") => searchBoard(board, new URLSearchParams(query), locale);
/** What the page says, checked against the rows themselves. */
const found = async (query: string) => {
  const { cards, total } = await search(query);
  expect(total).toBe(cards.length);
  return cards.map(({ stockNumber }) => board.byStockNumber.get(stockNumber)!);
};

test("without a wish: everything for sale, newest first, a page at a time", async () => {
  const first = await search("");
  expect(first).toMatchObject({ total: 58, pages: 3, leftOut: [] });
  expect(first.cards).toHaveLength(24);
  expect(first.cards[0]?.stockNumber).toBe("N2644");
  const pages = await Promise.all([1, 2, 3].map((page) => search(`page=${page}`)));
  const shown = pages.flatMap(({ cards }) => cards.map(({ stockNumber }) => stockNumber));
  expect(new Set(shown).size).toBe(58);
  expect(shown).not.toContain("N2639");
});

test("filters narrow, and values of one list add up", async () => {
  expect((await found("body=van")).every(({ body }) => body === "van")).toBe(true);
  expect(new Set((await found("body=van&body=crossover")).map(({ body }) => body))).toEqual(
    new Set(["van", "crossover"]),
  );
  expect((await found("fuel=electric&condition=used")).map(({ stockNumber }) => stockNumber).toSorted()).toEqual([
    "U1191",
    "U1209",
  ]);
  expect((await found("make=Tarrant&drivetrain=4wd")).length).toBe(3);
  expect((await found("minYear=2020&maxYear=2021")).every(({ year }) => year === 2020 || year === 2021)).toBe(true);
  expect((await found("maxMiles=1000&body=pickup")).every(({ mileage }) => mileage <= 1000)).toBe(true);
});

test("prices are the total, and a payment's whole range fits under the limit", async () => {
  const between = (await found("minPrice=30000&maxPrice=35000")).map((vehicle) => stockCard(board, vehicle).totalPrice);
  expect(between.length).toBeGreaterThan(3);
  expect(Math.min(...between)).toBeGreaterThanOrEqual(3_000_000);
  expect(Math.max(...between)).toBeLessThanOrEqual(3_500_000);
  for (const { stockNumber } of (await search("maxPayment=740")).cards) {
    expect(monthlyRange(board, board.byStockNumber.get(stockNumber)!)?.high).toBeLessThanOrEqual(74_000);
  }
  expect(
    (await search("maxPayment=737&body=suv&fuel=hybrid")).cards.map(({ stockNumber }) => stockNumber),
  ).not.toContain("N2614");
  expect((await search("maxPayment=738&body=suv&fuel=hybrid")).cards.map(({ stockNumber }) => stockNumber)).toContain(
    "N2614",
  );
});

test("words find a car in either language, by its number, and all of them must fit", async () => {
  expect((await found("q=blue+hybrid+suv")).map(({ stockNumber }) => stockNumber)).toContain("N2614");
  expect((await found("q=bleu+HYBRIDE+vus")).map(({ stockNumber }) => stockNumber)).toContain("N2614");
  expect((await found("q=electrique")).every(({ fuel }) => fuel === "electric")).toBe(true);
  expect((await found("q=u1180")).map(({ stockNumber }) => stockNumber)).toEqual(["U1180"]);
  expect((await found("q=K204419")).map(({ stockNumber }) => stockNumber)).toEqual(["N2614"]);
  expect((await search("q=boat")).total).toBe(0);
  expect((await found("stock=N2614.U1180.N2639.X1")).map(({ stockNumber }) => stockNumber).toSorted()).toEqual([
    "N2614",
    "U1180",
  ]);
});

test("each order is that order", async () => {
  const values = async (sort: string, of: "totalPrice" | "year" | "mileage") =>
    (await search(`sort=${sort}`)).cards.map(
      ({ stockNumber }) => stockCard(board, board.byStockNumber.get(stockNumber)!)[of],
    );
  expect(await values("priceUp", "totalPrice")).toEqual(
    (await values("priceUp", "totalPrice")).toSorted((a, b) => a - b),
  );
  expect(await values("priceDown", "totalPrice")).toEqual(
    (await values("priceDown", "totalPrice")).toSorted((a, b) => b - a),
  );
  expect(await values("yearDown", "year")).toEqual((await values("yearDown", "year")).toSorted((a, b) => b - a));
  expect(await values("milesUp", "mileage")).toEqual((await values("milesUp", "mileage")).toSorted((a, b) => a - b));
});

test("a facet's count is what choosing it would show", async () => {
  const answer = await search("condition=used&maxPrice=30000");
  for (const { value, count } of answer.facets.body) {
    expect((await search(`condition=used&maxPrice=30000&body=${value}`)).total).toBe(count);
  }
  // Its own choice is left out: the other conditions must stay choosable.
  expect(answer.facets.condition.map(({ value }) => value)).toEqual(["new", "certified", "used"]);
  expect(answer.facets.condition.find(({ value }) => value === "new")?.count).toBe(
    (await search("condition=new&maxPrice=30000")).total,
  );
});

test("what cannot be read is left out and named, the rest is searched", async () => {
  const odd = await search(
    "body=boat&body=van&minPrice=abc&page=0&sort=best&maxYear=99999999&make=%3Cscript%3E&utm_source=mail",
  );
  expect(odd.cards.length).toBe((await search("body=van")).total);
  expect(odd.leftOut.map(({ name }) => name).toSorted()).toEqual([
    "body",
    "make",
    "maxYear",
    "minPrice",
    "page",
    "sort",
  ]);
  expect((await search(`q=${"x".repeat(5_000)}`)).leftOut).toEqual([{ name: "q", value: "x".repeat(40) }]);
  expect((await search("minPrice=&maxPrice=&q=&sort=")).leftOut).toEqual([]);
  expect((await search("minPrice=40000&maxPrice=30000")).wish).toMatchObject({
    minPrice: 3_000_000,
    maxPrice: 4_000_000,
  });
  expect(await search("page=900")).toMatchObject({ wish: { page: 3 } });
});

test("a search has one address, which asks the same", async () => {
  const { wish } = await search("sort=priceUp&fuel=hybrid&body=suv&q=norden&maxPayment=800&page=1");
  const address = searchAddress(wish);
  expect(address).toBe("/inventory?q=norden&body=suv&fuel=hybrid&maxPayment=800&sort=priceUp");
  expect((await search(address.split("?")[1]!)).wish).toEqual(wish);
});

test("cards are worded in the reader's language", async () => {
  expect((await search("q=U1180")).cards[0]?.line).toBe("Used, Gas, 4×4, 31,480\u00a0mi");
  expect((await search("q=U1180", "fr")).cards[0]?.line).toBe("Occasion, Essence, 4×4, 31\u00a0480\u00a0mi");
});

test("swap candidates are for sale, are another car, and begin with the nearest", async () => {
  const near = await searchVehiclesForSwap({ query: "", insteadOf: "N2614" });
  expect(near).toHaveLength(12);
  expect(near.every(({ stockNumber, status }) => stockNumber !== "N2614" && status === "live")).toBe(true);
  const typed = await searchVehiclesForSwap({ query: "aria gt", insteadOf: "N2614" });
  expect(typed.map(({ stockNumber }) => stockNumber)).toEqual(["N2628"]);
});

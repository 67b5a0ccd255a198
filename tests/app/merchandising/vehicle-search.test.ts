import { expect, test } from "vitest";
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
const found = (query: string) => {
  const { cards, total } = search(query);
  expect(total).toBe(cards.length);
  return cards.map(({ stockNumber }) => board.byStockNumber.get(stockNumber)!);
};

test("without a wish: everything for sale, newest first, a page at a time", () => {
  const first = search("");
  expect(first).toMatchObject({ total: 58, pages: 3, leftOut: [] });
  expect(first.cards).toHaveLength(24);
  expect(first.cards[0]?.stockNumber).toBe("N2644");
  const shown = [1, 2, 3].flatMap((page) => search(`page=${page}`).cards.map(({ stockNumber }) => stockNumber));
  expect(new Set(shown).size).toBe(58);
  expect(shown).not.toContain("N2639");
});

test("filters narrow, and values of one list add up", () => {
  expect(found("body=van").every(({ body }) => body === "van")).toBe(true);
  expect(new Set(found("body=van&body=crossover").map(({ body }) => body))).toEqual(new Set(["van", "crossover"]));
  expect(
    found("fuel=electric&condition=used")
      .map(({ stockNumber }) => stockNumber)
      .toSorted(),
  ).toEqual(["U1191", "U1209"]);
  expect(found("make=Tarrant&drivetrain=4wd").length).toBe(3);
  expect(found("minYear=2020&maxYear=2021").every(({ year }) => year === 2020 || year === 2021)).toBe(true);
  expect(found("maxMiles=1000&body=pickup").every(({ mileage }) => mileage <= 1000)).toBe(true);
});

test("prices are the total, and a payment's whole range fits under the limit", () => {
  const between = found("minPrice=30000&maxPrice=35000").map((vehicle) => stockCard(board, vehicle).totalPrice);
  expect(between.length).toBeGreaterThan(3);
  expect(Math.min(...between)).toBeGreaterThanOrEqual(3_000_000);
  expect(Math.max(...between)).toBeLessThanOrEqual(3_500_000);
  for (const { stockNumber } of search("maxPayment=740").cards) {
    expect(stockCard(board, board.byStockNumber.get(stockNumber)!).monthly?.high).toBeLessThanOrEqual(74_000);
  }
  expect(search("maxPayment=737&body=suv&fuel=hybrid").cards.map(({ stockNumber }) => stockNumber)).not.toContain(
    "N2614",
  );
  expect(search("maxPayment=738&body=suv&fuel=hybrid").cards.map(({ stockNumber }) => stockNumber)).toContain("N2614");
});

test("words find a car in either language, by its number, and all of them must fit", () => {
  expect(found("q=blue+hybrid+suv").map(({ stockNumber }) => stockNumber)).toContain("N2614");
  expect(found("q=bleu+HYBRIDE+vus").map(({ stockNumber }) => stockNumber)).toContain("N2614");
  expect(found("q=electrique").every(({ fuel }) => fuel === "electric")).toBe(true);
  expect(found("q=u1180").map(({ stockNumber }) => stockNumber)).toEqual(["U1180"]);
  expect(found("q=K204419").map(({ stockNumber }) => stockNumber)).toEqual(["N2614"]);
  expect(search("q=boat").total).toBe(0);
  expect(
    found("stock=N2614.U1180.N2639.X1")
      .map(({ stockNumber }) => stockNumber)
      .toSorted(),
  ).toEqual(["N2614", "U1180"]);
});

test("each order is that order", () => {
  const values = (sort: string, of: "totalPrice" | "year" | "mileage") =>
    search(`sort=${sort}`).cards.map(({ stockNumber }) => stockCard(board, board.byStockNumber.get(stockNumber)!)[of]);
  expect(values("priceUp", "totalPrice")).toEqual(values("priceUp", "totalPrice").toSorted((a, b) => a - b));
  expect(values("priceDown", "totalPrice")).toEqual(values("priceDown", "totalPrice").toSorted((a, b) => b - a));
  expect(values("yearDown", "year")).toEqual(values("yearDown", "year").toSorted((a, b) => b - a));
  expect(values("milesUp", "mileage")).toEqual(values("milesUp", "mileage").toSorted((a, b) => a - b));
});

test("a facet's count is what choosing it would show", () => {
  const answer = search("condition=used&maxPrice=30000");
  for (const { value, count } of answer.facets.body) {
    expect(search(`condition=used&maxPrice=30000&body=${value}`).total).toBe(count);
  }
  // Its own choice is left out: the other conditions must stay choosable.
  expect(answer.facets.condition.map(({ value }) => value)).toEqual(["new", "certified", "used"]);
  expect(answer.facets.condition.find(({ value }) => value === "new")?.count).toBe(
    search("condition=new&maxPrice=30000").total,
  );
});

test("what cannot be read is left out and named, the rest is searched", () => {
  const odd = search(
    "body=boat&body=van&minPrice=abc&page=0&sort=best&maxYear=99999999&make=%3Cscript%3E&utm_source=mail",
  );
  expect(odd.cards.length).toBe(search("body=van").total);
  expect(odd.leftOut.map(({ name }) => name).toSorted()).toEqual([
    "body",
    "make",
    "maxYear",
    "minPrice",
    "page",
    "sort",
  ]);
  expect(search(`q=${"x".repeat(5_000)}`).leftOut).toEqual([{ name: "q", value: "x".repeat(40) }]);
  expect(search("minPrice=&maxPrice=&q=&sort=").leftOut).toEqual([]);
  expect(search("minPrice=40000&maxPrice=30000").wish).toMatchObject({ minPrice: 3_000_000, maxPrice: 4_000_000 });
  expect(search("page=900")).toMatchObject({ wish: { page: 3 } });
});

test("a search has one address, which asks the same", () => {
  const { wish } = search("sort=priceUp&fuel=hybrid&body=suv&q=norden&maxPayment=800&page=1");
  const address = searchAddress(wish);
  expect(address).toBe("/inventory?q=norden&body=suv&fuel=hybrid&maxPayment=800&sort=priceUp");
  expect(search(address.split("?")[1]!).wish).toEqual(wish);
});

test("cards are worded in the reader's language", () => {
  expect(search("q=U1180").cards[0]?.line).toBe("Used, Gas, 4×4, 31,480\u00a0mi");
  expect(search("q=U1180", "fr").cards[0]?.line).toBe("Occasion, Essence, 4×4, 31\u00a0480\u00a0mi");
});

test("swap candidates are for sale, are another car, and begin with the nearest", async () => {
  const near = await searchVehiclesForSwap({ query: "", insteadOf: "N2614" });
  expect(near).toHaveLength(12);
  expect(near.every(({ stockNumber, status }) => stockNumber !== "N2614" && status === "live")).toBe(true);
  const typed = await searchVehiclesForSwap({ query: "aria gt", insteadOf: "N2614" });
  expect(typed.map(({ stockNumber }) => stockNumber)).toEqual(["N2628"]);
});

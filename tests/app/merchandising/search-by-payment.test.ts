import * as fc from "#tests/support/seeded-fast-check";
import { expect, test } from "vitest";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { pageDeal } from "#app/merchandising/page-deal.server";
import { choicesOf, paymentEstimate, usualWish } from "#app/merchandising/payment-estimate.server";
import { payMethods, type PaymentWish, statedParams } from "#app/merchandising/payment-wish";
import { placeOf } from "#app/merchandising/place-taxes.server";
import { readPaymentWish } from "#app/merchandising/read-payment-wish.server";
import { searchAddress } from "#app/merchandising/search-wish";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { dealOf } from "#app/merchandising/stock-figures.server";
import { stockPayments } from "#app/merchandising/stock-payments.server";
import { vehiclePage } from "#app/merchandising/vehicle-page.server";
import { searchBoard } from "#app/merchandising/vehicle-search.server";
import { seedStore } from "#prisma/seed/seed-store";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
await seedStore(db);
const board = (await stockBoard())!;
const choices = choicesOf(board);
const search = (query: string) => searchBoard(board, new URLSearchParams(query), "en");

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const anyWish: fc.Arbitrary<PaymentWish> = fc.record({
  method: oneOf(["finance", "lease"] as const),
  cashDown: fc.oneof(oneOf(choices.cashDown), fc.integer({ min: 0, max: 2_500_000 })),
  termMonths: oneOf(choices.terms),
  leaseTermMonths: oneOf(choices.leaseTerms),
  milesPerYear: oneOf(choices.miles),
  credit: oneOf(choices.credit.map(({ value }) => value)),
  tradeValue: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3_000_000 })),
  tradeOwed: fc.integer({ min: 0, max: 2_000_000 }),
  postcode: oneOf(["", "62104", "97201", "37201", "M5V 3L9"]),
});

const highEnd = (wish: PaymentWish, place: Awaited<ReturnType<typeof placeOf>>) =>
  board.vehicles.map((vehicle) => {
    const estimate = paymentEstimate(board, vehicle, wish, place);
    return estimate.method === "finance" || estimate.method === "lease" ? estimate.payment.high : null;
  });

test("[Q5] every vehicle's place in the list is its own worksheet's payment, whatever the terms", async () => {
  await fc.assert(
    fc.asyncProperty(anyWish, fc.integer({ min: 20_000, max: 120_000 }), async (wish, budget) => {
      const place = await placeOf(board, wish.postcode);
      const shown = highEnd(wish, place);
      const { keys, order, highestKeyWithin, lowestKeyFrom } = await stockPayments(board, wish);
      expect([...keys].map((key) => Number.isNaN(key))).toEqual(shown.map((payment) => payment === null));
      const inOrder = [...order].map((at) => shown[at] as number);
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      const [within, from] = [highestKeyWithin(budget), lowestKeyFrom(budget)];
      shown.forEach((payment, at) => {
        expect((keys[at] as number) <= within).toBe(payment !== null && payment <= budget);
        expect((keys[at] as number) >= from).toBe(payment !== null && payment >= budget);
      });
    }),
    { numRuns: 12 },
  );
});

test("[Q5] the deal that lists are worked from is the deal that the page would start", () => {
  for (const vehicle of board.vehicles)
    expect(worksheetInputs(dealOf(board, vehicle))).toEqual(
      worksheetInputs(pageDeal(vehicle, board.policy, board.today)),
    );
});

test("[Q5] stock is filtered and ordered by payment at the shopper's terms, which stay in the address", async () => {
  const query = "maxPayment=650&down=4500&term=72&credit=good&trade=8000&owed=2500&sort=paymentDown&body=suv";
  const answer = await search(query);
  expect(answer.total).toBeGreaterThan(2);
  const { wish } = readPaymentWish(new URLSearchParams(query), choices);
  const payments = answer.cards.map(({ stockNumber }) => {
    const estimate = paymentEstimate(board, board.byStockNumber.get(stockNumber)!, wish);
    return estimate.method === "finance" ? estimate.payment.high : 0;
  });
  expect(Math.max(...payments)).toBeLessThanOrEqual(65_000);
  expect(payments).toEqual(payments.toSorted((a, b) => b - a));
  expect(new URLSearchParams(searchAddress(answer.wish).split("?")[1])).toEqual(
    new URLSearchParams("body=suv&maxPayment=650&down=4500&term=72&credit=good&trade=8000&owed=2500&sort=paymentDown"),
  );
  expect((await search(searchAddress(answer.wish).split("?")[1]!)).wish).toEqual(answer.wish);
  for (const { value, count } of answer.facets.body)
    expect((await search(query.replace("body=suv", `body=${value}`))).total).toBe(count);
});

test("[Q5] each card shows that payment with its terms, and leads to its page at them", async () => {
  const [card] = (await search("credit=good&term=72&sort=paymentUp")).cards;
  expect(card?.monthly).toMatch(/^\$[\d,]+\.\d{2} \/mo$/);
  expect(card?.terms).toMatch(/^72 mo, \d+\.\d{2} % APR, \$3,000 down$/);
  expect(card?.query).toBe("term=72&credit=good");
  const page = await vehiclePage(card!.stockNumber, new URLSearchParams(card!.query), "en");
  if (page?.kind !== "vehicle" || page.payment.estimate.method !== "finance") throw new Error("a loan is shown");
  expect(`$${(page.payment.estimate.payment.low / 100).toFixed(2)} /mo`).toBe(card!.monthly.replace(",", ""));

  const [lease] = (await search("pay=lease&credit=excellent&sort=paymentUp")).cards;
  expect(lease?.terms).toMatch(/^36 mo lease, 10,000\u00a0mi a year, \$[\d,]+\.\d{2} due at signing$/);
  const [usual] = (await search("")).cards;
  expect(usual).toMatchObject({ terms: null, query: "" });
});

test("[Q5] a shopper's own place is looked up, and what is not known is told", async () => {
  const own = await search("zip=97201&sort=paymentUp");
  expect(own.payment.place).toMatch(/OR/);
  expect((await search("zip=00100&sort=paymentUp")).payment.place).toMatch(/^We do not know the place of 00100/);
  expect((await search("zip=12&sort=paymentUp")).leftOut).toEqual([{ name: "zip", value: "12" }]);
  expect((await search("down=-5&trade=lots")).leftOut.map(({ name }) => name).toSorted()).toEqual(["down", "trade"]);
});

test("[Q5] the page of a car names others at its payment, nearest first", async () => {
  const page = await vehiclePage("N2614", new URLSearchParams("credit=good"), "en");
  if (page?.kind !== "vehicle" || page.payment.estimate.method !== "finance") throw new Error("a loan is shown");
  const mine = page.payment.estimate.payment.high;
  const { cards, all } = page.neighbours!;
  expect(cards).toHaveLength(4);
  const theirs = cards.map(({ stockNumber, note }) => {
    const estimate = paymentEstimate(board, board.byStockNumber.get(stockNumber)!, page.payment.wish);
    const payment = estimate.method === "finance" ? estimate.payment.high : 0;
    const by = `$${(Math.abs(payment - mine) / 100).toFixed(2)}`;
    expect(note?.text).toBe(
      payment === mine ? "The same a month" : `${by} ${payment < mine ? "less" : "more"} a month`,
    );
    return Math.abs(payment - mine);
  });
  expect(theirs).toEqual(theirs.toSorted((a, b) => a - b));
  const listed = await search(all.to.split("?")[1]!);
  expect(all.name).toContain(`All ${listed.total} up to`);
  const cash = await vehiclePage("N2614", new URLSearchParams("pay=cash"), "en");
  expect(cash?.kind === "vehicle" && cash.neighbours).toBeNull();
});

test("a wish is written as it is read, and the usual one is written as nothing", () => {
  expect(statedParams(usualWish(board), usualWish(board)).toString()).toBe("");
  fc.assert(
    fc.property(anyWish, oneOf(payMethods), (made, method) => {
      const wish = { ...made, method, tradeOwed: made.tradeValue === 0 ? 0 : made.tradeOwed };
      const read = readPaymentWish(statedParams(wish, usualWish(board)), choices);
      expect(read).toEqual({ wish, odd: [] });
    }),
  );
});

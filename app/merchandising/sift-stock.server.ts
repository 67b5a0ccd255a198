import { bodyStyles, fuels, vehicleConditions } from "#machines/store/vehicle-snapshot";
import { forEachBreathing, nextTurn } from "#app/platform/breathe.server";
import type { Facets } from "./search-answer";
import { drivetrains, listNames, type ListName, type SearchWish, type SortOrder } from "./search-wish";
import type { StockBoard } from "./stock-board.server";
import { plain, type StockIndex, wordsTest } from "./stock-table.server";
import type { StockPayments } from "./stock-payments.server";
import type { StockVehicle } from "./stock-vehicle.server";

const MOST_TERMS = 8;

export const terms = (q: string) => plain(q).split(/\s+/).filter(Boolean).slice(0, MOST_TERMS);

interface Test {
  /** The list whose own count leaves this test out; null for a test that no list shows. */
  list: ListName | null;
  passes(vehicle: StockVehicle, place: number): boolean;
}

export interface StockAsked {
  board: StockBoard;
  index: StockIndex;
  wish: SearchWish;
  /** Null where nobody asked for a payment and nothing is ordered by one. */
  payments: StockPayments | null;
}

/** One test for each thing asked for. */
async function testsOf({ board, index, wish, payments }: StockAsked): Promise<Test[]> {
  const tests: Test[] = [];
  const add = (passes: Test["passes"], list: ListName | null = null) => tests.push({ list, passes });
  for (const name of listNames) {
    const wanted: readonly string[] = wish[name];
    if (wanted.length > 0) add((vehicle) => wanted.includes(vehicle[name]), name);
  }
  const { minPrice, maxPrice, minPayment, maxPayment, minYear, maxYear, maxMiles } = wish;
  if (wish.stock.length > 0) add(({ stockNumber }) => wish.stock.includes(stockNumber));
  const price = (place: number) => index.totalPrice[place] as number;
  if (minPrice !== null) add((_, place) => price(place) >= minPrice);
  if (maxPrice !== null) add((_, place) => price(place) <= maxPrice);
  if (minYear !== null) add(({ year }) => year >= minYear);
  if (maxYear !== null) add(({ year }) => year <= maxYear);
  if (maxMiles !== null) add(({ mileage }) => mileage <= maxMiles);
  if (payments) {
    const key = (place: number) => payments.keys[place] as number;
    // The limit's place is looked for with the exact engine, step by step.
    await nextTurn();
    const highest = maxPayment === null ? null : payments.highestKeyWithin(maxPayment);
    const lowest = minPayment === null ? null : payments.lowestKeyFrom(minPayment);
    // A vehicle without a payment has no key, and NaN passes neither.
    if (highest !== null) add((_, place) => key(place) <= highest);
    if (lowest !== null) add((_, place) => key(place) >= lowest);
  }
  const words = terms(wish.q);
  if (words.length > 0) add(await wordsTest(board, words));
  return tests;
}

/** Places in the order asked for. By payment, those without one are not in the list. */
function orderOf({ index, payments }: StockAsked, sort: SortOrder): Int32Array {
  if (sort !== "paymentUp" && sort !== "paymentDown") return index.orders[sort];
  if (!payments) return index.orders.newest;
  return sort === "paymentUp" ? payments.order : payments.order.toReversed();
}

/** The order a form shows them in; makes go by the alphabet. */
const facetOrder: Partial<Record<ListName, readonly string[]>> = {
  condition: vehicleConditions,
  body: bodyStyles,
  fuel: fuels,
  drivetrain: drivetrains,
};

/**
 * Everything that passes, in order, and for each value of each list how many would with the rest of the search kept: one
 * walk over the stock, for a vehicle counts in a list when it fails nothing, or nothing but that list's own test.
 */
export async function siftStock(asked: StockAsked): Promise<{ found: StockVehicle[]; facets: Facets }> {
  const { board, index, wish } = asked;
  const tests = await testsOf(asked);
  const found: StockVehicle[] = [];
  const counts = listNames.map((name) => ({
    name,
    codes: index.codes[name],
    of: new Uint32Array(index.values[name].length),
  }));
  await forEachBreathing(orderOf(asked, wish.sort), (place) => {
    const vehicle = board.vehicles[place] as StockVehicle;
    let failed: Test | null = null;
    for (const test of tests) {
      if (test.passes(vehicle, place)) continue;
      if (failed) return;
      failed = test;
    }
    if (!failed) found.push(vehicle);
    for (const { name, codes, of } of counts) {
      if (failed && failed.list !== name) continue;
      const code = codes[place] as number;
      of[code] = (of[code] as number) + 1;
    }
  });
  return { found, facets: facetsOf(index, new Map(counts.map(({ name, of }) => [name, of]))) };
}

function facetsOf({ values }: StockIndex, counts: ReadonlyMap<ListName, Uint32Array>): Facets {
  const facet = (name: ListName) => {
    const of = new Map(values[name].map((value, code) => [value, counts.get(name)?.[code] ?? 0]));
    const order = facetOrder[name] ?? [...of.keys()].toSorted((a, b) => a.localeCompare(b));
    return order.flatMap((value) => (of.has(value) ? [{ value, count: of.get(value) ?? 0 }] : []));
  };
  return {
    condition: facet("condition"),
    body: facet("body"),
    make: facet("make"),
    fuel: facet("fuel"),
    drivetrain: facet("drivetrain"),
  };
}

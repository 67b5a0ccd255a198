import { bodyStyles, fuels, vehicleConditions } from "#machines/store/vehicle-snapshot";
import { carBodyNames, carColourNames } from "#prisma/seed/car-art/car-art-catalog";
import { env } from "#app/platform/env.server";
import type { Locale } from "#app/ui/locale";
import { featureOf } from "./feature-lexicon";
import { pageCard } from "./page-card.server";
import { paymentEstimate, usualWish } from "./payment-estimate.server";
import { bandsOf } from "./payment-wish";
import { parseSearch } from "./parse-search.server";
import type { Facets, SearchAnswer } from "./search-answer";
import { drivetrains, listNames, searchAddress, type ListName, type SearchWish, type SortOrder } from "./search-wish";
import { derived, ofVehicle, stockBoard, type StockBoard } from "./stock-board.server";
import type { StockCard } from "./stock-card";
import { drawnColour, stockCard } from "./stock-card.server";
import type { PageHead } from "./store-front";
import type { StockVehicle } from "./stock-vehicle.server";
import { vehicleWords } from "./vehicle-words";
import { writer, type Writer } from "./writer.server";

/** Three rows of four, six of two: a screenful and a half, and a light page. */
export const PAGE_SIZE = 24;
const MOST_TERMS = 8;
const MOST_SWAPS = 12;

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What a car is called, in both languages, so that "bleu" and "blue" both find it. */
function nameText(vehicle: StockVehicle): string {
  const colour = drawnColour(vehicle.colour);
  const words = (["en", "fr"] as const).flatMap((locale) => [
    vehicleWords[locale].body[vehicle.body],
    vehicleWords[locale].bodies[vehicle.body],
    vehicleWords[locale].fuel[vehicle.fuel],
    vehicleWords[locale].condition[vehicle.condition],
    vehicleWords[locale].drivetrain[vehicle.drivetrain],
    vehicleWords[locale].drive[vehicle.drivetrain],
    carBodyNames[vehicle.body][locale],
    carColourNames[colour][locale],
  ]);
  const { year, make, model, trim, stockNumber, vin } = vehicle;
  return plain([year, make, model, trim, stockNumber, vin, ...words].join(" "));
}

const nameOf = (vehicle: StockVehicle) => ofVehicle(vehicle, "name", () => nameText(vehicle));

/** The name and everything it is equipped with. */
const everythingOf = (vehicle: StockVehicle) =>
  ofVehicle(vehicle, "everything", () => {
    const features = vehicle.facts.features.flatMap((code) => featureOf(code) ?? []);
    return `${nameOf(vehicle)} ${plain(features.flatMap(({ en, fr }) => [en, fr]).join(" "))}`;
  });

/**
 * All the words must fit. Equipment is looked at only when no car is called so: "électrique" means electric cars, not
 * every car with a power seat.
 */
function wordsTest(board: StockBoard, words: readonly string[]): Test {
  const fits = (text: string) => words.every((word) => text.includes(word));
  const isName = board.vehicles.some((vehicle) => fits(nameOf(vehicle)));
  return (vehicle) => fits(isName ? nameOf(vehicle) : everythingOf(vehicle));
}

const terms = (q: string) => plain(q).split(/\s+/).filter(Boolean).slice(0, MOST_TERMS);

type Test = (vehicle: StockVehicle) => boolean;

/** One test for each thing asked for, by name, so that a facet can leave its own out. */
function testsOf(board: StockBoard, wish: SearchWish): Map<string, Test> {
  const tests = new Map<string, Test>();
  const card = (vehicle: StockVehicle) => stockCard(board, vehicle);
  for (const name of listNames) {
    const wanted: readonly string[] = wish[name];
    if (wanted.length > 0) tests.set(name, (vehicle) => wanted.includes(vehicle[name]));
  }
  const words = terms(wish.q);
  if (words.length > 0) tests.set("q", wordsTest(board, words));
  if (wish.stock.length > 0) tests.set("stock", (vehicle) => wish.stock.includes(vehicle.stockNumber));
  const { minPrice, maxPrice, maxPayment, minYear, maxYear, maxMiles } = wish;
  if (minPrice !== null) tests.set("minPrice", (vehicle) => card(vehicle).totalPrice >= minPrice);
  if (maxPrice !== null) tests.set("maxPrice", (vehicle) => card(vehicle).totalPrice <= maxPrice);
  if (maxPayment !== null)
    tests.set("maxPayment", (vehicle) => (card(vehicle).monthly?.high ?? Number.POSITIVE_INFINITY) <= maxPayment);
  if (minYear !== null) tests.set("minYear", ({ year }) => year >= minYear);
  if (maxYear !== null) tests.set("maxYear", ({ year }) => year <= maxYear);
  if (maxMiles !== null) tests.set("maxMiles", ({ mileage }) => mileage <= maxMiles);
  return tests;
}

const passing = (vehicles: readonly StockVehicle[], tests: ReadonlyMap<string, Test>, except?: string) => {
  const asked = [...tests].flatMap(([name, test]) => (name === except ? [] : [test]));
  return vehicles.filter((vehicle) => asked.every((test) => test(vehicle)));
};

/** The order a form shows them in; makes go by the alphabet. */
const facetOrder: Partial<Record<ListName, readonly string[]>> = {
  condition: vehicleConditions,
  body: bodyStyles,
  fuel: fuels,
  drivetrain: drivetrains,
};

function facetsOf(board: StockBoard, tests: ReadonlyMap<string, Test>): Facets {
  const facet = (name: ListName) => {
    const counts = new Map<string, number>(board.vehicles.map((vehicle) => [vehicle[name], 0]));
    for (const vehicle of passing(board.vehicles, tests, name))
      counts.set(vehicle[name], (counts.get(vehicle[name]) ?? 0) + 1);
    const order = facetOrder[name] ?? [...counts.keys()].toSorted((a, b) => a.localeCompare(b));
    return order.flatMap((value) => (counts.has(value) ? [{ value, count: counts.get(value) ?? 0 }] : []));
  };
  return {
    condition: facet("condition"),
    body: facet("body"),
    make: facet("make"),
    fuel: facet("fuel"),
    drivetrain: facet("drivetrain"),
  };
}

function sorted(board: StockBoard, vehicles: readonly StockVehicle[], order: SortOrder): StockVehicle[] {
  const price = (vehicle: StockVehicle) => stockCard(board, vehicle).totalPrice;
  const by: Record<SortOrder, (a: StockVehicle, b: StockVehicle) => number> = {
    newest: (a, b) => b.liveSince.getTime() - a.liveSince.getTime(),
    priceUp: (a, b) => price(a) - price(b),
    priceDown: (a, b) => price(b) - price(a),
    yearDown: (a, b) => b.year - a.year || a.mileage - b.mileage,
    milesUp: (a, b) => a.mileage - b.mileage,
  };
  return vehicles.toSorted((a, b) => by[order](a, b) || a.stockNumber.localeCompare(b.stockNumber));
}

const boundsOf = (board: StockBoard) =>
  derived(board, "bounds", () => {
    const prices = board.vehicles.map((vehicle) => stockCard(board, vehicle).totalPrice);
    const years = board.vehicles.map(({ year }) => year);
    return {
      minPrice: Math.min(...prices, Number.MAX_SAFE_INTEGER),
      maxPrice: Math.max(...prices, 0),
      minYear: Math.min(...years, 2100),
      maxYear: Math.max(...years, 1980),
    };
  });

/**
 * What every payment in a list supposes, its APR first: a payment never stands without it. Terms do not differ from car
 * to car, so the first one that is financed speaks for all.
 */
export const listAssumption = (board: StockBoard, { t, money, number, locale }: Writer): string | null =>
  derived(board, `assumption:${locale}`, () => {
    const wish = usualWish(board);
    const financed = board.vehicles.find((vehicle) => stockCard(board, vehicle).monthly !== null);
    const estimate = financed && paymentEstimate(board, financed, wish);
    if (estimate?.method !== "finance") return null;
    const [low, high] = [number(Number(estimate.apr.low), 2), number(Number(estimate.apr.high), 2)];
    const bands = bandsOf(wish.credit, board.policy.creditBands);
    return t("card.assumption", {
      term: wish.termMonths,
      apr: low === high ? low : t("card.aprSpan", { low, high }),
      down: money(wish.cashDown, { cents: "never" }),
      credit: t("card.creditFrom", { score: Math.min(...bands.map(({ minScore }) => minScore)) }),
    });
  });

/** The search an address asks for, on the stock as it stands. */
export function searchBoard(board: StockBoard, params: URLSearchParams, locale: Locale): SearchAnswer {
  const words = writer(locale, board.policy.timeZone);
  const makes = [...new Set(board.vehicles.map(({ make }) => make))];
  const { wish, leftOut } = parseSearch(params, makes);
  const tests = testsOf(board, wish);
  const found = sorted(board, passing(board.vehicles, tests), wish.sort);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  // A car sold meanwhile can empty the last page: the one before it is the answer, not an empty screen.
  const page = Math.min(wish.page, pages);
  const cards = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((vehicle) => pageCard(board, vehicle, words));
  return {
    wish: { ...wish, page },
    leftOut,
    total: found.length,
    pages,
    cards,
    facets: facetsOf(board, tests),
    usual: { cashDown: usualWish(board).cashDown, termMonths: usualWish(board).termMonths },
    assumption: listAssumption(board, words),
    bounds: boundsOf(board),
  };
}

/** One search has one address, however its parts were ordered or misspelt; its order is no other search. */
export function searchHead({ policy }: StockBoard, wish: SearchWish, locale: Locale): PageHead {
  const { t } = writer(locale, policy.timeZone);
  const url = env.PUBLIC_URL + searchAddress({ ...wish, sort: "newest" });
  return {
    title: t("searchTitle", { store: policy.name }),
    description: t("searchDescription", { store: policy.name }),
    url,
  };
}

/** Live vehicles that a deal could be about instead, best match first: what was typed, else the nearest in price. */
export async function searchVehiclesForSwap(search: { query: string; insteadOf: string | null }): Promise<StockCard[]> {
  const board = await stockBoard();
  if (!board) return [];
  const words = terms(search.query);
  const now = search.insteadOf === null ? undefined : board.byStockNumber.get(search.insteadOf);
  const price = now && stockCard(board, now).totalPrice;
  const far = (vehicle: StockVehicle) =>
    Math.abs(stockCard(board, vehicle).totalPrice - (price ?? 0)) * (now && vehicle.body !== now.body ? 2 : 1);
  return board.vehicles
    .filter(({ status, stockNumber }) => status === "live" && stockNumber !== search.insteadOf)
    .filter(wordsTest(board, words))
    .toSorted((a, b) => far(a) - far(b) || a.stockNumber.localeCompare(b.stockNumber))
    .slice(0, MOST_SWAPS)
    .map((vehicle) => stockCard(board, vehicle));
}

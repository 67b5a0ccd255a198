import { carBodyNames, carColourNames } from "#prisma/seed/car-art/car-art-catalog";
import { forEachBreathing, nextTurn } from "#app/platform/breathe.server";
import { featureOf } from "./feature-lexicon";
import { placesByKey } from "./places-by-key";
import type { ListName, SortOrder } from "./search-wish";
import { listNames } from "./search-wish";
import { derived, ofVehicle, type StockBoard } from "./stock-board.server";
import { drawnColour } from "./stock-card.server";
import { totalPriceOf } from "./stock-figures.server";
import type { StockVehicle } from "./stock-vehicle.server";
import { vehicleWords } from "./vehicle-words";

/** Orders that do not depend on who asks. */
type StandingOrder = Exclude<SortOrder, "paymentUp" | "paymentDown">;

/** What every search over a board shares: totals, the ways to order it, what its lists hold. */
export interface StockIndex {
  totalPrice: Float64Array;
  /** Places in `board.vehicles`, in each order. */
  orders: Record<StandingOrder, Int32Array>;
  /** The values that a list of the form offers, in the order in which they came, and which of them each vehicle has. */
  values: Record<ListName, readonly string[]>;
  codes: Record<ListName, Uint16Array>;
  bounds: { minPrice: number; maxPrice: number; minYear: number; maxYear: number };
}

/** Made once for each board, a few vehicles at a time; who asks meanwhile waits for the same one. */
export const stockIndex = (board: StockBoard): Promise<StockIndex> => derived(board, "index", () => makeIndex(board));

async function makeIndex(board: StockBoard): Promise<StockIndex> {
  const { vehicles } = board;
  const totalPrice = new Float64Array(vehicles.length);
  const lists = listNames.map((name) => ({
    name,
    codeOf: new Map<string, number>(),
    codes: new Uint16Array(vehicles.length),
  }));
  const bounds = { minPrice: Number.MAX_SAFE_INTEGER, maxPrice: 0, minYear: 2100, maxYear: 1980 };
  await forEachBreathing(vehicles, (vehicle, place) => {
    const price = (totalPrice[place] = totalPriceOf(board, vehicle));
    for (const { name, codeOf, codes } of lists) {
      const known = codeOf.get(vehicle[name]) ?? codeOf.size;
      codeOf.set(vehicle[name], known);
      codes[place] = known;
    }
    bounds.minPrice = Math.min(bounds.minPrice, price);
    bounds.maxPrice = Math.max(bounds.maxPrice, price);
    bounds.minYear = Math.min(bounds.minYear, vehicle.year);
    bounds.maxYear = Math.max(bounds.maxYear, vehicle.year);
  });
  const orders = await ordersOf(board, totalPrice, bounds);
  const byName = <T>(of: (list: (typeof lists)[number]) => T) =>
    Object.fromEntries(lists.map((list) => [list.name, of(list)])) as Record<ListName, T>;
  return {
    totalPrice,
    orders,
    values: byName(({ codeOf }) => [...codeOf.keys()]),
    codes: byName(({ codes }) => codes),
    bounds,
  };
}

/** Past any odometer. */
const MOST_MILES = 10_000_000;

/** A board holds its vehicles newest first; that is the order among equals as well. */
async function ordersOf(
  { vehicles }: StockBoard,
  totalPrice: Float64Array,
  { maxPrice, maxYear }: StockIndex["bounds"],
): Promise<StockIndex["orders"]> {
  const by: Record<StandingOrder, (vehicle: StockVehicle, price: number) => number> = {
    newest: () => 0,
    priceUp: (_, price) => price,
    priceDown: (_, price) => maxPrice - price,
    yearDown: ({ year, mileage }) => (maxYear - year) * MOST_MILES + mileage,
    milesUp: ({ mileage }) => mileage,
  };
  const orders = {} as StockIndex["orders"];
  for (const name of Object.keys(by) as StandingOrder[]) {
    await nextTurn();
    orders[name] = placesByKey(
      Float64Array.from(vehicles, (vehicle, at) => by[name](vehicle, totalPrice[at] as number)),
    );
  }
  return orders;
}

export const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

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
export async function wordsTest(
  board: StockBoard,
  words: readonly string[],
): Promise<(vehicle: StockVehicle) => boolean> {
  const fits = (text: string) => words.every((word) => text.includes(word));
  let isName = false;
  await forEachBreathing(board.vehicles, (vehicle) => {
    isName ||= fits(nameOf(vehicle));
  });
  if (isName) return (vehicle) => fits(nameOf(vehicle));
  await forEachBreathing(board.vehicles, everythingOf);
  return (vehicle) => fits(everythingOf(vehicle));
}

import { derived, type StockBoard } from "./stock-board.server";
import { differenceText, pageCard } from "./page-card.server";
import type { PageCard } from "./stock-card";
import { stockCard } from "./stock-card.server";
import type { StockVehicle } from "./stock-vehicle.server";
import type { Difference } from "./vehicle-difference";
import type { Writer } from "./writer.server";

export const MOST_SIMILAR = 4;
const MOST_DIFFERENCES = 2;
/** Four of one model would be a choice of paint. */
const MOST_OF_A_MODEL = 2;
/** Below these a difference is not worth a word. */
const LEAST_DOLLARS = 2_500;
const LEAST_MPG = 2;
const LEAST_RANGE_MILES = 8;
const LEAST_MILES = 5_000;

const mpgOf = ({ facts: { economy } }: StockVehicle) =>
  economy.kind === "electric" || economy.kind === "unknown" ? null : economy.combined;
const rangeOf = ({ facts: { economy } }: StockVehicle) => (economy.kind === "electric" ? economy.rangeMiles : null);
const drivesAll = ({ drivetrain }: StockVehicle) => drivetrain === "awd" || drivetrain === "4wd";

function priceDifference(delta: number): Difference {
  if (Math.abs(delta) < LEAST_DOLLARS) return { code: "samePrice" };
  return { code: delta < 0 ? "less" : "more", amount: Math.abs(delta) };
}

function energyDifference(from: StockVehicle, to: StockVehicle): Difference[] {
  const [range, otherRange] = [rangeOf(from), rangeOf(to)];
  if (range === null && otherRange !== null) return [{ code: "noFuel" }];
  if (range !== null && otherRange !== null) {
    const delta = otherRange - range;
    return Math.abs(delta) < LEAST_RANGE_MILES
      ? []
      : [{ code: delta > 0 ? "moreRange" : "lessRange", count: Math.abs(delta) }];
  }
  const [mpg, otherMpg] = [mpgOf(from), mpgOf(to)];
  if (mpg === null || otherMpg === null) return [];
  const delta = otherMpg - mpg;
  return Math.abs(delta) < LEAST_MPG ? [] : [{ code: delta > 0 ? "thriftier" : "thirstier", count: Math.abs(delta) }];
}

/** How the other car differs from the one on the page, most telling first. */
export function differencesOf(board: StockBoard, from: StockVehicle, to: StockVehicle): Difference[] {
  const price = priceDifference(stockCard(board, to).totalPrice - stockCard(board, from).totalPrice);
  const years = to.year - from.year;
  const miles = to.mileage - from.mileage;
  const seats = to.facts.seats - from.facts.seats;
  const others: Difference[] = [
    ...energyDifference(from, to),
    ...(years === 0 ? [] : [{ code: years > 0 ? ("newer" as const) : ("older" as const), count: Math.abs(years) }]),
    ...(drivesAll(from) === drivesAll(to)
      ? []
      : [{ code: drivesAll(to) ? ("allWheels" as const) : ("twoWheels" as const) }]),
    ...(seats === 0
      ? []
      : [{ code: seats > 0 ? ("moreSeats" as const) : ("fewerSeats" as const), count: Math.abs(seats) }]),
    ...(Math.abs(miles) < LEAST_MILES
      ? []
      : [{ code: miles < 0 ? ("fewerMiles" as const) : ("moreMiles" as const), count: Math.abs(miles) }]),
    ...(to.facts.engine.en === from.facts.engine.en ? [{ code: "sameEngine" as const }] : []),
  ];
  return [price, ...others].slice(0, MOST_DIFFERENCES);
}

/** The smaller, the nearer: another body counts as much as a fifth of the price. */
function distance(board: StockBoard, from: StockVehicle, to: StockVehicle): number {
  const price = stockCard(board, from).totalPrice;
  const apart = Math.abs(stockCard(board, to).totalPrice - price) / price;
  return (
    apart +
    (to.body === from.body ? 0 : 0.2) +
    (to.fuel === from.fuel ? 0 : 0.06) +
    (to.make === from.make && to.model === from.model ? 0 : 0.08) +
    ((to.condition === "new") === (from.condition === "new") ? 0 : 0.1) +
    (drivesAll(to) === drivesAll(from) ? 0 : 0.03)
  );
}

/** Live vehicles nearest to this one, one of each trim and two of each model before more of the same. */
export function similarVehicles(board: StockBoard, vehicle: StockVehicle, most = MOST_SIMILAR): StockVehicle[] {
  const near = board.vehicles
    .filter(({ status, stockNumber }) => status === "live" && stockNumber !== vehicle.stockNumber)
    .map((other) => ({ other, far: distance(board, vehicle, other) }))
    .toSorted((a, b) => a.far - b.far || a.other.stockNumber.localeCompare(b.other.stockNumber))
    .map(({ other }) => other);
  const trim = (one: StockVehicle) => [one.make, one.model, one.trim, one.condition === "new"].join("/");
  const firsts = near.filter((other, index) => near.findIndex((one) => trim(one) === trim(other)) === index);
  const varied = firsts.filter(
    (other, index) => firsts.slice(0, index).filter((one) => one.model === other.model).length < MOST_OF_A_MODEL,
  );
  return [...new Set([...varied, ...firsts, ...near])].slice(0, most);
}

/** The same as cards, each saying how it differs. */
export const similarCards = (board: StockBoard, vehicle: StockVehicle, writer: Writer): PageCard[] =>
  derived(board, `similar:${vehicle.stockNumber}:${writer.locale}`, () =>
    similarVehicles(board, vehicle).map((other) => ({
      ...pageCard(board, other, writer),
      note: { text: differenceText(differencesOf(board, vehicle, other), writer), kind: "difference" },
    })),
  );

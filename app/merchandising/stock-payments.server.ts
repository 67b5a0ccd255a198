import { type NumbersFrom, worksheetInputs } from "#machines/deal/deal-worksheet";
import { deskingLimits } from "#machines/desking/desking-limits";
import {
  type BalanceBasis,
  balanceBasis,
  balanceFrom,
  financeLadder,
  leaseBasis,
  type LeaseBasis,
  leasePaymentFrom,
} from "#machines/desking/stock-payments";
import { tradePosition } from "#machines/desking/trade-equity";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { cents } from "#machines/money/cents";
import { forEachBreathing, nextTurn } from "#app/platform/breathe.server";
import { withWish } from "./page-deal.server";
import { bandsOf, type PaymentWish } from "./payment-wish";
import { placesByKey } from "./places-by-key";
import { placeOf, type PaymentPlace } from "./place-taxes.server";
import { ofVehicle, type StockBoard } from "./stock-board.server";
import { dealOf, stockInputs } from "./stock-figures.server";
import type { StockVehicle } from "./stock-vehicle.server";

/** Shoppers' own terms that a board keeps worked out; past that the one used longest ago goes. */
const MOST_KEPT = 64;

/**
 * The whole stock at one shopper's terms. Where credit is not stated, each payment is the upper end of its range: the
 * one at the dearest of the rates, for a payment rises with its rate.
 */
export interface StockPayments {
  /** Rises with the payment: the balance for a loan, the payment itself for a lease. NaN where there is none. */
  keys: Float64Array;
  /** Places in `board.vehicles` from the lowest payment to the highest; those without one are not in it. */
  order: Int32Array;
  /** The highest key whose payment stays within a limit. */
  highestKeyWithin(payment: number): number;
  /** The lowest key whose payment reaches a limit. */
  lowestKeyFrom(payment: number): number;
}

const kept = new WeakMap<StockBoard, Map<string, Promise<StockPayments>>>();

/** Worked out once for each way to pay while the board stands; asked for twice at the same time it is worked out once. */
export async function stockPayments(board: StockBoard, wish: PaymentWish): Promise<StockPayments> {
  const place = await placeOf(board, wish.postcode);
  let known = kept.get(board);
  if (!known) kept.set(board, (known = new Map()));
  const key = [...Object.values(wish), place.key].join("/");
  const found = known.get(key) ?? makePayments({ board, wish, place });
  known.delete(key);
  known.set(key, found);
  // A failed one is not kept: the next asker tries again.
  found.catch(() => known.delete(key));
  if (known.size > MOST_KEPT) known.delete(known.keys().next().value!);
  return found;
}

interface Asked {
  board: StockBoard;
  wish: PaymentWish;
  place: PaymentPlace;
}

async function makePayments(asked: Asked): Promise<StockPayments> {
  const made = await (asked.wish.method === "lease" ? leasePayments(asked) : loanPayments(asked));
  await nextTurn();
  return { ...made, order: placesByKey(made.keys) };
}

const bring = (wish: PaymentWish) =>
  wish.tradeValue === 0 ? [] : [{ allowance: cents(wish.tradeValue), payoff: cents(wish.tradeOwed) }];

type Made = Omit<StockPayments, "order">;

async function loanPayments(asked: Asked): Promise<Made> {
  const { board, wish } = asked;
  const { vehicles } = board;
  const keys = new Float64Array(vehicles.length).fill(Number.NaN);
  const band = dearestBand(board, wish, (code) => rateOf(board, wish, code));
  const terms = inputsAt(asked, band);
  const balances = await balancesAt(asked);
  await nextTurn();
  for (let at = 0; at < keys.length; at++) {
    const principal = (balances[at] as number) - wish.cashDown;
    if (principal >= deskingLimits.smallestAmountFinanced) keys[at] = principal;
  }
  if (!terms) return { keys, highestKeyWithin: () => Number.NaN, lowestKeyFrom: () => Number.NaN };
  const ladder = financeLadder(terms.finance, terms.contractDate);
  const highestKeyWithin = (payment: number): number => ladder.mostPrincipalWithin(cents(payment)) ?? -1;
  return { keys, highestKeyWithin, lowestKeyFrom: (payment) => highestKeyWithin(payment - 1) + 1 };
}

/** What each vehicle leaves to be financed with this shopper's trade at their place: kept, for cash and term change most. */
async function balancesAt(asked: Asked): Promise<Float64Array> {
  const { board, wish, place } = asked;
  const known = balancesOf(board);
  const key = [wish.tradeValue, wish.tradeOwed, place.key].join("/");
  const found = known.get(key);
  if (found) return found;
  const balances = new Float64Array(board.vehicles.length);
  const position = tradePosition(bring(wish));
  const bases = basesAt(asked, "loan", (vehicle) => loanBasis(asked, vehicle));
  await forEachBreathing(board.vehicles, (vehicle, at) => {
    balances[at] = balanceFrom(bases(vehicle, at), position);
  });
  known.set(key, balances);
  if (known.size > MOST_TRADES) known.delete(known.keys().next().value!);
  return balances;
}

/** Trades whose balances a board keeps. */
const MOST_TRADES = 32;
const tradeBalances = new WeakMap<StockBoard, Map<string, Float64Array>>();

function balancesOf(board: StockBoard): Map<string, Float64Array> {
  const known = tradeBalances.get(board) ?? new Map<string, Float64Array>();
  tradeBalances.set(board, known);
  return known;
}

/** Places whose figures a board keeps for each vehicle: the shoppers of a store come from a few states. */
const MOST_PLACES = 12;

const placeBases = new WeakMap<StockBoard, Map<string, unknown[]>>();

/**
 * What the vehicles bring to every payment at one place, each worked out when it is first asked for. At the store's own
 * place it lasts as long as the vehicle's record, elsewhere as long as the board.
 */
function basesAt<Basis>(
  { board, place }: Asked,
  kind: string,
  make: (vehicle: StockVehicle) => Basis,
): (vehicle: StockVehicle, at: number) => Basis {
  const isHere = place.taxes === null;
  let known = placeBases.get(board);
  if (!known) placeBases.set(board, (known = new Map()));
  const key = `${kind}@${place.key}`;
  const bases = (known.get(key) ?? []) as Basis[];
  known.delete(key);
  known.set(key, bases);
  if (known.size > MOST_PLACES) known.delete(known.keys().next().value!);
  return (vehicle, at) => (bases[at] ??= isHere ? ofVehicle(vehicle, kind, () => make(vehicle)) : make(vehicle));
}

/** Cash, trade and rate come later. */
function loanBasis(asked: Asked, vehicle: StockVehicle): BalanceBasis {
  const none: PaymentWish = { ...asked.wish, cashDown: 0, tradeValue: 0, tradeOwed: 0, method: "finance" };
  const isHere = asked.place.taxes === null;
  const inputs = isHere ? stockInputs(asked.board, vehicle) : worksheetInputs(atPlace(asked, vehicle, none));
  return balanceBasis(inputs ?? stockInputs(asked.board, vehicle));
}

const atPlace = ({ board, place }: Asked, vehicle: StockVehicle, wish: PaymentWish): NumbersFrom =>
  withWish(dealOf(board, vehicle), wish, { creditBand: board.policy.creditBands[0]!.code, place });

/** A loan's rate at this credit. */
const rateOf = ({ policy }: StockBoard, { termMonths }: PaymentWish, band: string): number =>
  policy.retailTerms.find((row) => row.termMonths === termMonths)?.contractRate[band] ?? 0;

const factorOf = ({ policy }: StockBoard, wish: PaymentWish, band: string): number =>
  leaseRow(policy, wish)?.moneyFactor[band] ?? 0;

const leaseRow = (policy: StockBoard["policy"], { leaseTermMonths, milesPerYear }: PaymentWish) =>
  policy.leaseTerms.find((row) => row.termMonths === leaseTermMonths && row.milesPerYear === milesPerYear);

function dearestBand(board: StockBoard, { credit }: PaymentWish, cost: (band: string) => number): string {
  const codes = bandsOf(credit, board.policy.creditBands).map(({ code }) => code);
  return codes.reduce((dearest, code) => (cost(code) > cost(dearest) ? code : dearest));
}

/** Term and rate, which are the store's and the same for every vehicle; null while it has none. */
function inputsAt({ board, wish, place }: Asked, creditBand: string): WorksheetInputs | null {
  const [first] = board.vehicles;
  return first ? worksheetInputs(withWish(dealOf(board, first), wish, { creditBand, place })) : null;
}

async function leasePayments(asked: Asked): Promise<Made> {
  const { board, wish } = asked;
  const { vehicles, policy } = board;
  const keys = new Float64Array(vehicles.length).fill(Number.NaN);
  const row = leaseRow(policy, wish);
  const factor = row?.moneyFactor[dearestBand(board, wish, (code) => factorOf(board, wish, code))];
  const trades = bring(wish);
  const offers = { cash: cents(wish.cashDown), trades, position: tradePosition(trades) };
  const bases = basesAt(asked, `lease:${wish.leaseTermMonths}:${wish.milesPerYear}`, (vehicle) =>
    leaseBasisOf(asked, vehicle),
  );
  if (factor !== undefined)
    await forEachBreathing(vehicles, (vehicle, at) => {
      const basis = bases(vehicle, at);
      const payment = basis && leasePaymentFrom(basis, { ...offers, moneyFactor: factor });
      if (payment !== null) keys[at] = payment;
    });
  return { keys, highestKeyWithin: (payment) => payment, lowestKeyFrom: (payment) => payment };
}

/** One vehicle on one row of the lessor's table; cash, trade and credit come later. */
function leaseBasisOf(asked: Asked, vehicle: StockVehicle): LeaseBasis | null {
  const { leaseTermMonths, milesPerYear } = asked.wish;
  const isOffered = vehicle.facts.residuals.some(
    (residual) => residual.termMonths === leaseTermMonths && residual.milesPerYear === milesPerYear,
  );
  if (!isOffered) return null;
  const none: PaymentWish = { ...asked.wish, cashDown: 0, tradeValue: 0, tradeOwed: 0, method: "lease" };
  const inputs = worksheetInputs(atPlace(asked, vehicle, none));
  return inputs && leaseBasis(inputs);
}

import { dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import {
  type ColumnRefusal,
  type FinanceColumn,
  type LeaseColumn,
  oneColumn,
  type Worksheet,
  worksheet,
  type WorksheetInputs,
} from "#machines/desking/worksheet";
import { assert } from "#machines/assert";
import { remember } from "#app/platform/remember.server";
import { withWish } from "./page-deal.server";
import type { NoEstimate, PaymentEstimate } from "./payment-estimate";
import { bandsOf, type PaymentChoices, paymentChoices, type PaymentWish, usualPaymentWish } from "./payment-wish";
import { derived, ofVehicle, type StockBoard } from "./stock-board.server";
import { type PaymentPlace, storesPlace } from "./place-taxes.server";
import { dealOf } from "./stock-figures.server";
import type { StockVehicle } from "./stock-vehicle.server";

/** Two thousand cars at the usual terms, or one car at every term: past that the oldest go. */
const MOST_ESTIMATES = 4_000;

const estimates = remember("paymentEstimates", () => new Map<string, PaymentEstimate>());

/** The worksheet of the untouched deal: price stack and government charges do not depend on how one pays. */
export const pageWorksheet = (board: StockBoard, vehicle: StockVehicle): Worksheet =>
  ofVehicle(vehicle, "worksheet", () => {
    const sheet = dealWorksheet(dealOf(board, vehicle));
    assert(sheet, "a page is about a vehicle");
    return sheet;
  });

/** What the store's pages assume while nobody has said otherwise. */
export const usualWish = (board: StockBoard): PaymentWish =>
  derived(board, "usualWish", () => usualPaymentWish(choicesOf(board)));

export const choicesOf = (board: StockBoard): PaymentChoices =>
  derived(board, "choices", () => paymentChoices(board.policy));

/** The payment for a wish: worked by the desk's own core for each credit band that the wish leaves open. */
export function paymentEstimate(
  board: StockBoard,
  vehicle: StockVehicle,
  wish: PaymentWish,
  place: PaymentPlace = storesPlace,
): PaymentEstimate {
  const key = `${board.version.split("/").slice(0, 2).join("/")}/${vehicle.stockNumber}:${vehicle.rowVersion}/${Object.values(wish).join("/")}/${place.key}`;
  const known = estimates.get(key);
  if (known) return known;
  const made = estimate(board, vehicle, wish, place);
  if (estimates.size >= MOST_ESTIMATES) estimates.delete(estimates.keys().next().value!);
  estimates.set(key, made);
  return made;
}

function estimate(board: StockBoard, vehicle: StockVehicle, wish: PaymentWish, place: PaymentPlace): PaymentEstimate {
  const deal = dealOf(board, vehicle);
  const goodThrough = deal.vehicle.vehicle?.priceGoodThrough;
  assert(goodThrough, "a page is about a vehicle");
  // Paying cash, the deposit and the rest are one sum: cash down would only split it.
  const asked = wish.method === "cash" ? { ...wish, cashDown: 0 } : wish;
  const bands = bandsOf(wish.credit, board.policy.creditBands);
  const inputs = bands.flatMap(({ code }) => worksheetInputs(withWish(deal, asked, { creditBand: code, place })) ?? []);
  switch (wish.method) {
    case "cash":
      return cashEstimate(inputs, goodThrough);
    case "finance":
      return financeEstimate(inputs, goodThrough);
    case "lease":
      return leaseEstimate(inputs, board, goodThrough);
  }
}

type GoodThrough = Extract<PaymentEstimate, { method: "cash" }>["goodThrough"];

const worked = <Column extends { ok: true }>(columns: readonly (Column | ColumnRefusal)[]): Column[] =>
  columns.filter((column): column is Column => column.ok);

const rangeOf = <Column>(columns: readonly Column[], amount: (column: Column) => number) => {
  const amounts = columns.map(amount);
  return { low: Math.min(...amounts), high: Math.max(...amounts) };
};

function refusedBy(columns: readonly (ColumnRefusal | { ok: true })[], asked: NoEstimate["asked"]): NoEstimate {
  const refusal = columns.find((column): column is ColumnRefusal => !column.ok);
  const reason: NoEstimate["reason"] =
    refusal?.code === "notLeasable"
      ? "notLeasable"
      : refusal?.code === "cashDownAboveBalance" || refusal?.code === "nothingToFinance"
        ? "nothingToFinance"
        : "notOffered";
  return { method: "none", asked, reason, refusal: refusal ? { code: refusal.code, limit: refusal.limit } : null };
}

function cashEstimate([inputs]: readonly WorksheetInputs[], goodThrough: GoodThrough): PaymentEstimate {
  assert(inputs, "every store has a credit band");
  const sheet = worksheet(inputs);
  if (!sheet.cash.ok) return refusedBy([sheet.cash], "cash");
  return {
    method: "cash",
    due: sheet.cash.balanceDue,
    taxes: sheet.taxTotal,
    governmentFees: sheet.governmentFees,
    goodThrough,
  };
}

/** The columns that a method has; another method's column is no answer to it. */
const columnsOf = <Method extends "finance" | "lease">(inputs: readonly WorksheetInputs[], method: Method) =>
  inputs.map((asked) => {
    const column = oneColumn(asked);
    assert(!column.ok || column.method === method, "a deal is worked the way it is written in");
    return column as ColumnRefusal | Extract<typeof column, { method: Method }>;
  });

function financeEstimate(inputs: readonly WorksheetInputs[], goodThrough: GoodThrough): PaymentEstimate {
  const answers = columnsOf(inputs, "finance");
  const columns = worked<FinanceColumn>(answers);
  const [first] = columns;
  // A range with one end missing would be a promise about the other.
  if (!first || columns.length < answers.length) return refusedBy(answers, "finance");
  const byRate = columns.toSorted((a, b) => Number(a.aprDisclosed) - Number(b.aprDisclosed));
  return {
    method: "finance",
    payment: rangeOf(columns, ({ payment }) => payment),
    apr: { low: byRate[0]!.aprDisclosed, high: byRate.at(-1)!.aprDisclosed },
    amountFinanced: first.amountFinanced,
    financeCharge: rangeOf(columns, ({ financeCharge }) => financeCharge),
    totalOfPayments: rangeOf(columns, ({ totalOfPayments }) => totalOfPayments),
    numberOfPayments: first.numberOfPayments,
    cashDown: inputs[0]!.cashDown,
    cashDueAtSigning: first.cashDueAtSigning,
    goodThrough,
  };
}

function leaseEstimate(
  inputs: readonly WorksheetInputs[],
  { policy }: StockBoard,
  goodThrough: GoodThrough,
): PaymentEstimate {
  const answers = columnsOf(inputs, "lease");
  const columns = worked<LeaseColumn>(answers);
  const [first] = columns;
  if (!first || columns.length < answers.length) return refusedBy(answers, "lease");
  return {
    method: "lease",
    payment: rangeOf(columns, ({ payment }) => payment),
    cashDueAtSigning: rangeOf(columns, ({ cashDueAtSigning }) => cashDueAtSigning),
    totalOfPayments: rangeOf(columns, ({ totalOfPayments }) => totalOfPayments),
    numberOfPayments: first.numberOfPayments,
    milesPerYear: first.milesPerYear,
    securityDeposit: policy.leaseFees.securityDeposit,
    dispositionFee: policy.leaseFees.disposition,
    goodThrough,
  };
}

/** The monthly range shown on a card in a list, at the usual terms; null where nothing is financed. */
export function monthlyRange(board: StockBoard, vehicle: StockVehicle): { low: number; high: number } | null {
  const answer = paymentEstimate(board, vehicle, usualWish(board));
  return answer.method === "finance" ? answer.payment : null;
}

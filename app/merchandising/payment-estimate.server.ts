import { dealWorksheet, type NumbersFrom } from "#machines/deal/deal-worksheet";
import type { ColumnRefusal, FinanceColumn, LeaseColumn, Worksheet } from "#machines/desking/worksheet";
import { assert } from "#machines/assert";
import { remember } from "#app/platform/remember.server";
import { pageDeal, withWish } from "./page-deal.server";
import type { NoEstimate, PaymentEstimate } from "./payment-estimate";
import { bandsOf, paymentChoices, paymentWish, type PaymentWish } from "./payment-wish";
import { derived, ofVehicle, type StockBoard } from "./stock-board.server";
import type { StockVehicle } from "./stock-vehicle.server";

/** Two thousand cars at the usual terms, or one car at every term: past that the oldest go. */
const MOST_ESTIMATES = 4_000;

const estimates = remember("paymentEstimates", () => new Map<string, PaymentEstimate>());

const dealOf = (board: StockBoard, vehicle: StockVehicle): NumbersFrom =>
  ofVehicle(vehicle, "deal", () => pageDeal(vehicle, board.policy, board.today));

/** The worksheet of the untouched deal: price stack and government charges do not depend on how one pays. */
export const pageWorksheet = (board: StockBoard, vehicle: StockVehicle): Worksheet =>
  ofVehicle(vehicle, "worksheet", () => {
    const sheet = dealWorksheet(dealOf(board, vehicle));
    assert(sheet, "a page is about a vehicle");
    return sheet;
  });

/** What the store's pages assume while nobody has said otherwise. */
export const usualWish = (board: StockBoard): PaymentWish =>
  derived(board, "usualWish", () => paymentWish(new URLSearchParams(), paymentChoices(board.policy)));

/** The payment for a wish: worked by the desk's own core for each credit band that the wish leaves open. */
export function paymentEstimate(board: StockBoard, vehicle: StockVehicle, wish: PaymentWish): PaymentEstimate {
  const key = `${board.version.split("/").slice(0, 2).join("/")}/${vehicle.stockNumber}:${vehicle.rowVersion}/${Object.values(wish).join("/")}`;
  const known = estimates.get(key);
  if (known) return known;
  const made = estimate(board, vehicle, wish);
  if (estimates.size >= MOST_ESTIMATES) estimates.delete(estimates.keys().next().value!);
  estimates.set(key, made);
  return made;
}

function estimate(board: StockBoard, vehicle: StockVehicle, wish: PaymentWish): PaymentEstimate {
  const deal = dealOf(board, vehicle);
  const goodThrough = deal.vehicle.vehicle?.priceGoodThrough;
  assert(goodThrough, "a page is about a vehicle");
  const bands = bandsOf(wish.credit, board.policy.creditBands);
  const sheets = bands.flatMap(({ code }) => dealWorksheet(withWish(deal, wish, code)) ?? []);
  switch (wish.method) {
    case "cash":
      return cashEstimate(sheets, goodThrough);
    case "finance":
      return financeEstimate(sheets, wish, goodThrough);
    case "lease":
      return leaseEstimate(sheets, board, goodThrough);
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
  const reason =
    refusal?.code === "notLeasable"
      ? "notLeasable"
      : refusal?.code === "cashDownAboveBalance" || refusal?.code === "nothingToFinance"
        ? "nothingToFinance"
        : "notOffered";
  return { method: "none", asked, reason };
}

function cashEstimate(sheets: readonly Worksheet[], goodThrough: GoodThrough): PaymentEstimate {
  const [sheet] = sheets;
  assert(sheet, "every store has a credit band");
  // Paying cash, the deposit and the rest are one sum: cash down would only split it.
  return {
    method: "cash",
    due: sheet.totalPrice + sheet.governmentCharges,
    taxes: sheet.taxTotal,
    governmentFees: sheet.governmentFees,
    goodThrough,
  };
}

function financeEstimate(sheets: readonly Worksheet[], wish: PaymentWish, goodThrough: GoodThrough): PaymentEstimate {
  const answers = sheets.map(({ finance }) => finance);
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
    cashDown: wish.cashDown,
    goodThrough,
  };
}

function leaseEstimate(
  sheets: readonly Worksheet[],
  { policy }: StockBoard,
  goodThrough: GoodThrough,
): PaymentEstimate {
  const answers = sheets.map(({ lease }) => lease);
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

import { type Cents, minus, noCents, sum } from "../money/cents";
import { type Worksheet, worksheet } from "./worksheet";
import type { WorksheetInputs } from "./worksheet-inputs";

/** The figures people watch. Null where the way of paying has none, or where these terms do not work out. */
export interface WatchedFigures {
  payment: Cents | null;
  outTheDoor: Cents;
  /** Cash at signing; for a cash deal all of it. */
  cashDue: Cents | null;
  totalOfPayments: Cents | null;
}

export const watchedFigureNames = ["payment", "outTheDoor", "cashDue", "totalOfPayments"] as const;
export type WatchedFigure = (typeof watchedFigureNames)[number];

/** What can move a figure, in the order in which the explanation replaces it. */
export const changeCodes = [
  "vehicle",
  "price",
  "rebates",
  "tradeAllowance",
  "tradePayoff",
  "products",
  "delivery",
  "taxesAndFees",
  "cashDown",
  "method",
  "term",
  "rate",
  "lenderTerms",
] as const;
export type ChangeCode = (typeof changeCodes)[number];

/** One cause and its part of each figure's change. A figure that is null before or after has no parts. */
export interface Contribution extends WatchedFigures {
  code: ChangeCode;
}

export function watchedFigures({ chosen, outTheDoor }: Worksheet): WatchedFigures {
  if (!chosen.ok) return { payment: null, outTheDoor, cashDue: null, totalOfPayments: null };
  if (chosen.method === "cash") return { payment: null, outTheDoor, cashDue: chosen.balanceDue, totalOfPayments: null };
  const { payment, cashDueAtSigning, totalOfPayments } = chosen;
  return { payment, outTheDoor, cashDue: cashDueAtSigning, totalOfPayments };
}

/**
 * "Why did it move?" The change of every watched figure, split among its causes to the cent.
 *
 * Groups of inputs are replaced one after another, always in the order of `changeCodes`, and the deal is worked whole
 * after each: a cause's part is what its step did. Parts of a figure therefore add up to its change exactly, whatever
 * interacts (a dearer car's tax belongs to the car, a longer term's dearer rate to the rate). Where a step in between
 * does not work out, the next that does carries its part. Nothing rounds beyond the worksheets themselves.
 */
export function explainChange(before: WorksheetInputs, after: WorksheetInputs): Contribution[] {
  return explainedChange(before, after)?.parts ?? [];
}

export interface ExplainedChange {
  before: WatchedFigures;
  after: WatchedFigures;
  parts: Contribution[];
}

/** explainChange with the figures on both sides; null where no input differs. */
export function explainedChange(before: WorksheetInputs, after: WorksheetInputs): ExplainedChange | null {
  const steps = stepsBetween(before, after);
  if (steps.length === 0) return null;
  const was = watchedFigures(worksheet(before));
  const figures = steps.map(({ inputs }) => watchedFigures(worksheet(inputs)));
  return { before: was, after: figures.at(-1) ?? was, parts: contributions(steps, was, figures) };
}

function contributions(steps: Step[], was: WatchedFigures, figures: WatchedFigures[]): Contribution[] {
  const parts = Object.fromEntries(
    watchedFigureNames.map((name) => [name, partsOf([was, ...figures].map((step) => step[name]))]),
  ) as Record<WatchedFigure, (Cents | null)[]>;
  return steps
    .map(({ code }, index) => ({
      code,
      payment: parts.payment[index] ?? null,
      outTheDoor: parts.outTheDoor[index] ?? noCents,
      cashDue: parts.cashDue[index] ?? null,
      totalOfPayments: parts.totalOfPayments[index] ?? null,
    }))
    .filter((part) => watchedFigureNames.some((name) => part[name]));
}

/** What the parts of a figure come to: its change, or null where it has none. */
export function totalOfParts(parts: readonly WatchedFigures[], name: WatchedFigure): Cents | null {
  const known = parts.flatMap((part) => part[name] ?? []);
  return known.length === 0 ? null : sum(known);
}

/** Differences from step to step; a step without a figure leaves its part to the next that has one. */
function partsOf(values: (Cents | null)[]): (Cents | null)[] {
  const [first, ...rest] = values;
  if (first === null || first === undefined || values.at(-1) === null) return rest.map(() => null);
  let known = first;
  return rest.map((value) => {
    if (value === null) return noCents;
    const part = minus(value, known);
    known = value;
    return part;
  });
}

interface Step {
  code: ChangeCode;
  inputs: WorksheetInputs;
}

function stepsBetween(before: WorksheetInputs, after: WorksheetInputs): Step[] {
  const steps: Step[] = [];
  let current = before;
  for (const code of changeCodes) {
    const inputs = replaced[code](current, after);
    if (same(inputs, current)) continue;
    steps.push({ code, inputs });
    current = inputs;
  }
  return steps;
}

const same = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other);

type Replace = (from: WorksheetInputs, to: WorksheetInputs) => WorksheetInputs;

const isDelivery = ({ code }: { code: string }) => code === "homeDelivery";

/** Each group of inputs as the later deal has it, everything else as it was; the last one leaves nothing over. */
const replaced: Record<ChangeCode, Replace> = {
  vehicle: (from, to) => {
    const { msrp, addOns, sellingPrice } = to.price;
    if (from.price.msrp === msrp && same(from.price.addOns, addOns)) return from;
    return { ...from, price: { ...from.price, msrp, addOns, sellingPrice }, lease: withResidual(from.lease, to.lease) };
  },
  price: (from, to) => ({ ...from, price: { ...from.price, sellingPrice: to.price.sellingPrice } }),
  rebates: (from, to) => ({ ...from, price: { ...from.price, rebates: to.price.rebates } }),
  tradeAllowance: (from, to) => ({
    ...from,
    trades: cars(from, to).map((index) => ({
      ...(from.trades[index] ?? { payoff: noCents }),
      allowance: to.trades[index]?.allowance ?? noCents,
    })),
  }),
  tradePayoff: (from, to) => ({ ...from, trades: to.trades }),
  products: (from, to) => ({
    ...from,
    products: [...to.products.filter((product) => !isDelivery(product)), ...from.products.filter(isDelivery)],
  }),
  delivery: (from, to) => ({ ...from, products: to.products }),
  taxesAndFees: (from, to) => {
    const { contractDate, method, finance, lease, cashDown } = from;
    // Whatever the later deal states beside these is replaced already or a matter of taxes.
    return { ...to, contractDate, method, finance, lease, cashDown };
  },
  cashDown: (from, to) => ({ ...from, cashDown: to.cashDown }),
  method: (from, to) => ({ ...from, method: to.method }),
  term: (from, to) => ({
    ...from,
    finance: { ...from.finance, termMonths: to.finance.termMonths },
    lease: withLeaseTerm(from.lease, to.lease),
  }),
  rate: (from, to) => ({
    ...from,
    finance: { ...from.finance, contractRate: to.finance.contractRate },
    lease: from.lease && to.lease && { ...from.lease, moneyFactor: to.lease.moneyFactor },
  }),
  lenderTerms: (_from, to) => to,
};

/** Every car of either deal, by its place. */
const cars = (from: WorksheetInputs, to: WorksheetInputs) =>
  Array.from({ length: Math.max(from.trades.length, to.trades.length) }, (_, index) => index);

type Lease = WorksheetInputs["lease"];

const withResidual = (from: Lease, to: Lease): Lease =>
  from && to && from.termMonths === to.termMonths && from.milesPerYear === to.milesPerYear
    ? { ...from, residualRate: to.residualRate }
    : from;

function withLeaseTerm(from: Lease, to: Lease): Lease {
  if (!from || !to) return from;
  const { termMonths, milesPerYear, residualRate } = to;
  return { ...from, termMonths, milesPerYear, residualRate };
}

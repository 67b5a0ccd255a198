import { type Cents, cents, noCents } from "../money/cents";
import type { MoneyLine } from "../desking/money-line";
import { type Worksheet, worksheet } from "../desking/worksheet";
import type { WorksheetInputs } from "../desking/worksheet-inputs";
import { type NumbersFrom, worksheetInputs } from "./deal-worksheet";
import type { CustomerCard } from "./project-deal";
import type { PromiseContent } from "./promise-content";

export type PromiseJudged = NumbersFrom & Pick<CustomerCard, "promises">;

/** One line in which the deal asks for more than was promised. Amounts in cents; a rate in millionths. */
export interface PromiseDifference {
  code: string;
  label: string;
  kind: "higher" | "added" | "rebateLost" | "rateHigher" | "paymentHigher";
  /** Zero where nothing of the kind was promised. */
  promised: number;
  now: number;
}

/** The newest promise about the deal's own vehicle that still holds on a day; null when there is none. */
export function standingPromise(card: Pick<PromiseJudged, "promises" | "vehicle">, today: string) {
  const stockNumber = card.vehicle.vehicle?.stockNumber;
  const mine = ({ content }: { content: PromiseContent }) =>
    content.vehicle.stockNumber === stockNumber && content.goodThrough >= today;
  return card.promises.list.findLast(mine) ?? null;
}

/**
 * "We said so much": every line in which the deal as it stands asks for more than the promise did.
 *
 * Price, fees, taxes and rebates are compared by their codes. A product that was not promised is the customer's new
 * choice and no difference; the same product dearer is one. The rate is compared for the same band and months, the
 * payment only where the customer changed nothing it rests on. What became cheaper is no difference either.
 */
export function promiseDifferences(card: NumbersFrom, promise: PromiseContent): PromiseDifference[] {
  const inputs = worksheetInputs(card);
  if (!inputs) return [];
  const sheet = worksheet(inputs);
  const lines = [...sheet.priceLines, ...sheet.productLines, ...sheet.taxLines];
  return [
    ...lines.flatMap((line) => dearerLine(line, promise)),
    ...lostRebates(lines, promise),
    ...termDifferences(card, inputs, sheet, promise),
  ];
}

/** The promise that holds today beside the deal as it stands. */
export interface PromiseCompared {
  number: string;
  goodThrough: string;
  differences: PromiseDifference[];
  /** The customer has read these very differences and agreed to them. */
  acknowledged: boolean;
}

export function promiseCompared(card: PromiseJudged, today: string): PromiseCompared | null {
  const promise = standingPromise(card, today);
  if (!promise) return null;
  const { number, goodThrough } = promise.content;
  const differences = promiseDifferences(card, promise.content);
  const { acknowledged } = card.promises;
  const known = acknowledged?.number === number && acknowledged.key === differencesKey(differences);
  return { number, goodThrough, differences, acknowledged: known };
}

/** What an acknowledgement names: the same differences have the same key, any other change makes another. */
export const differencesKey = (differences: readonly PromiseDifference[]): string =>
  differences.map(({ code, promised, now }) => `${code}:${promised}:${now}`).join("|");

const promisedAmount = ({ lines }: PromiseContent, code: string): Cents | null =>
  lines.find((line) => line.code === code)?.amount ?? null;

function dearerLine({ code, label, amount }: MoneyLine, promise: PromiseContent): PromiseDifference[] {
  const promised = promisedAmount(promise, code);
  if (code.startsWith("rebate.")) {
    return promised !== null && amount > promised
      ? [{ code, label, kind: "rebateLost", promised: -promised, now: -amount }]
      : [];
  }
  if (promised === null && code.startsWith("product.")) return [];
  if (amount <= (promised ?? noCents)) return [];
  return [{ code, label, kind: promised === null ? "added" : "higher", promised: promised ?? 0, now: amount }];
}

/** The maker's money that was in the promise and is not in the deal: its line is gone, not lower. */
function lostRebates(lines: readonly MoneyLine[], promise: PromiseContent): PromiseDifference[] {
  return promise.lines
    .filter(({ code }) => code.startsWith("rebate.") && !lines.some((line) => line.code === code))
    .map(({ code, label, amount }) => ({ code, label, kind: "rebateLost", promised: -amount, now: 0 }));
}

function termDifferences(
  card: NumbersFrom,
  inputs: WorksheetInputs,
  { chosen }: Worksheet,
  { assumptions, figures, lines }: PromiseContent,
): PromiseDifference[] {
  if (!chosen.ok || chosen.method === "cash" || chosen.method !== figures.method) return [];
  const sameTerm = chosen.numberOfPayments === figures.numberOfPayments;
  if (!sameTerm || card.finance.creditBand !== assumptions.creditBand) return [];
  const found: PromiseDifference[] = [];
  const rate = inputs.finance.contractRate;
  if (chosen.method === "finance" && figures.contractRate !== null && rate > figures.contractRate) {
    const [promised, now] = [figures.contractRate, rate];
    found.push({ code: "contractRate", label: "Rate", kind: "rateHigher", promised, now });
  }
  const products = lines.filter(({ code }) => code.startsWith("product.")).map(({ code }) => code);
  const untouched =
    inputs.cashDown === assumptions.cashDown &&
    JSON.stringify(inputs.trades) === JSON.stringify(assumptions.trades) &&
    inputs.products.length === products.length &&
    inputs.products.every(({ code }) => products.includes(`product.${code}`)) &&
    (chosen.method === "finance" || chosen.milesPerYear === figures.milesPerYear);
  const promised = figures.payment ?? cents(0);
  if (untouched && chosen.payment > promised)
    found.push({ code: "payment", label: "Monthly payment", kind: "paymentHigher", promised, now: chosen.payment });
  return found;
}

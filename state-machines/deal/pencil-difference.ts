import { explainedChange, type ExplainedChange } from "../desking/explain-change";
import type { Cents } from "../money/cents";
import type { Ppm } from "../money/rate";
import { effectiveAllowance } from "../stages/trade";
import type { PaymentMethod } from "../stages/finance";
import { type DealTerms, termsOf, withTerms } from "./deal-terms";
import { describedTrades } from "./deal-trades";
import { contractRateFor, isLeftOut, type NumbersFrom, worksheetInputs } from "./deal-worksheet";

/** One thing that a structure says differently from another, from what to what. */
export type TermChange =
  | { code: "sellingPrice" | "cashDown" | "docFeeWaived"; from: Cents; to: Cents }
  | { code: "allowance"; car: number; from: Cents | null; to: Cents }
  | { code: "method"; from: PaymentMethod; to: PaymentMethod }
  | { code: "termMonths"; from: number; to: number }
  | { code: "contractRate"; from: Ppm; to: Ppm }
  | { code: "lease"; from: LeaseTerm; to: LeaseTerm };

interface LeaseTerm {
  months: number;
  miles: number;
}

/** What changed, and what it does to the figures, by how much each cause. */
export interface TermsDifference {
  terms: TermChange[];
  /** Null where one of the two does not work out. */
  numbers: ({ before: { method: PaymentMethod }; after: { method: PaymentMethod } } & ExplainedChange) | null;
}

/**
 * One structure against another, both on the deal as it stands: every step in a sentence's values, and the figures' own
 * differences with the parts that add up to them to the cent. Without a second structure, what stands.
 */
export function termsDifference(card: NumbersFrom, to: DealTerms, from: DealTerms = termsOf(card)): TermsDifference {
  const [before, after] = [withTerms(card, from), withTerms(card, to)];
  const [was, is] = [worksheetInputs(before), worksheetInputs(after)];
  const explained = was && is && explainedChange(was, is);
  return {
    terms: termChanges(before, after),
    numbers: explained && {
      ...explained,
      before: { method: from.method, ...explained.before },
      after: { method: to.method, ...explained.after },
    },
  };
}

function termChanges(before: NumbersFrom, after: NumbersFrom): TermChange[] {
  const [was, is] = [before.finance, after.finance];
  const changes: (TermChange | false)[] = [
    changed("sellingPrice", before.vehicle.sellingPrice, after.vehicle.sellingPrice),
    changed("docFeeWaived", was.docFeeWaived, is.docFeeWaived),
    ...allowanceChanges(before, after),
    was.method !== is.method && { code: "method", from: was.method, to: is.method },
    changed("cashDown", was.cashDown, is.cashDown),
    ...(is.method === "finance" ? financeChanges(before, after) : []),
    is.method === "lease" && leaseChange(before, after),
  ];
  return changes.filter((change) => change !== false);
}

const changed = (code: "sellingPrice" | "cashDown" | "docFeeWaived", from: Cents, to: Cents): TermChange | false =>
  from !== to && { code, from, to };

function allowanceChanges(before: NumbersFrom, after: NumbersFrom): TermChange[] {
  if (isLeftOut(after.kept.trade)) return [];
  const stood = new Map(
    describedTrades(before).map(({ car, trade }) => [car, effectiveAllowance(trade)?.allowance ?? null]),
  );
  return describedTrades(after).flatMap(({ car, trade }): TermChange[] => {
    const to = effectiveAllowance(trade)?.allowance;
    const from = stood.get(car) ?? null;
    return to === undefined || to === from ? [] : [{ code: "allowance", car, from, to }];
  });
}

function financeChanges(before: NumbersFrom, after: NumbersFrom): (TermChange | false)[] {
  const [was, is] = [before.finance.termMonths, after.finance.termMonths];
  const [from, to] = [contractRateFor(before, was), contractRateFor(after, is)];
  return [
    was !== is && { code: "termMonths", from: was, to: is },
    from !== null && to !== null && from !== to && { code: "contractRate", from, to },
  ];
}

function leaseChange({ finance: was }: NumbersFrom, { finance: is }: NumbersFrom): TermChange | false {
  const of = ({ leaseTermMonths, milesPerYear }: NumbersFrom["finance"]) => ({
    months: leaseTermMonths,
    miles: milesPerYear,
  });
  return (
    (was.leaseTermMonths !== is.leaseTermMonths || was.milesPerYear !== is.milesPerYear) && {
      code: "lease",
      from: of(was),
      to: of(is),
    }
  );
}

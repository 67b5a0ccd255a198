import type { Cents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { Ppm } from "../money/rate";
import { leaseTaxCodes, statedAmount } from "./charged-fees";
import type { TaxRule, WorkedTax } from "./taxes-and-fees";
import type { WorksheetInputs } from "./worksheet-inputs";

/** What a tax or a fee rests on, for whoever opens its line: where, how much of what, by which rule, since when. */
export interface LineBasis {
  kind: "tax" | "docFee" | "governmentFee";
  /** Of the rule: "us-tn", or the store's own. */
  ruleId: string;
  jurisdiction: string;
  rule: string;
  ruleFr: string | null;
  source: string;
  status: TaxRule["status"];
  inForceSince: PlainDate;
  /** Null where the amount is no share of anything, or of several bases. */
  rate: Ppm | null;
  base: Cents | null;
  /** Rate times base, where the law sets a least or a most. */
  beforeBounds: Cents | null;
  /** What the rule gives, where the amount was stated by hand. */
  workedOut: Cents | null;
  /** What the store asks where the law caps it lower. */
  askedBeforeCap: Cents | null;
  paidAt: "registration" | null;
}

/** A fee that no law made what it is rests on the store's own table, not on the rule. */
export const restsOnRule = ({ kind, askedBeforeCap }: Pick<LineBasis, "kind" | "askedBeforeCap">): boolean =>
  kind === "tax" || (kind === "docFee" && askedBeforeCap !== null);

function basisOf(rule: TaxRule, kind: LineBasis["kind"], rest: Partial<LineBasis> = {}): LineBasis {
  return {
    kind,
    ruleId: rule.id,
    jurisdiction: rule.jurisdiction,
    rule: rule.name,
    ruleFr: rule.nameFr ?? null,
    source: rule.source,
    status: rule.status,
    inForceSince: rule.validFrom,
    rate: null,
    base: null,
    beforeBounds: null,
    workedOut: null,
    askedBeforeCap: null,
    paidAt: null,
    ...rest,
  };
}

/** A tax of the sale: the rate that was taken and the part of the price it was taken of. */
export const taxBasis = (rule: TaxRule, { ratePpm, base, beforeBounds, workedOut, paidAt }: WorkedTax): LineBasis =>
  basisOf(rule, "tax", {
    rate: ratePpm,
    base,
    beforeBounds: beforeBounds ?? null,
    workedOut: workedOut ?? null,
    paidAt: paidAt ?? null,
  });

export const governmentFeeBasis = (rule: TaxRule, workedOut: Cents | undefined): LineBasis =>
  basisOf(rule, "governmentFee", { workedOut: workedOut ?? null });

export const docFeeBasis = (rule: TaxRule, asked: Cents, charged: Cents): LineBasis =>
  basisOf(rule, "docFee", { askedBeforeCap: asked === charged ? null : asked });

/** A tax of a lease, of what was taxed as a whole; several taxes at once have no one rate. */
export function leaseTaxBasis(
  { tax, taxOverrides }: Pick<WorksheetInputs, "tax" | "taxOverrides">,
  code: (typeof leaseTaxCodes)[keyof typeof leaseTaxCodes],
  worked: { base: Cents | null; tax: Cents },
): LineBasis {
  const stated = statedAmount(taxOverrides, code);
  return basisOf(tax, "tax", {
    rate: tax.lease.parts ? null : tax.lease.ratePpm,
    base: worked.base,
    workedOut: stated === undefined ? null : worked.tax,
  });
}

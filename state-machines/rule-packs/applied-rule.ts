import type { LeaseTaxRule } from "../desking/lease-tax";
import type { TaxComponent, TaxRule } from "../desking/taxes-and-fees";
import type { TradeCredit } from "../desking/trade-credit";
import { type Ppm, ppm } from "../money/rate";
import type { Jurisdiction } from "./jurisdictions";
import type { PackComponent, PackLease, RulePackVersion } from "./rule-pack-schema";

export interface RuleCircumstances {
  /** The store's own rate for the place; null where its table has none. */
  localRate: Ppm | null;
  /** The customer charges tax on the trade-in. */
  registrant: boolean;
  /** The store has confirmed this version itself. */
  confirmed: boolean;
}

/** Whether a version has a part whose rate is the place's own. */
export function hasLocalPart({ components, lease }: RulePackVersion): boolean {
  const isLocal = (part: object) => "rate" in part && part.rate === "local";
  return (components ?? []).some(isLocal) || ("rates" in lease && lease.rates.some(isLocal));
}

/**
 * A dated version as the rule that a deal is worked by: the place's rate put in, and what only a registrant's deal has.
 * Null where the tax depends on something that no deal knows, so that it is stated by hand.
 *
 * Leases of a version that nobody of the store confirmed, and whose lease part is not verified, stay refused: a rule may
 * be sure for a sale and a guess for a lease.
 */
export function appliedRule(place: Jurisdiction, version: RulePackVersion, given: RuleCircumstances): TaxRule | null {
  if (version.components === null) return null;
  const { localRate } = given;
  const leaseIsSure = given.confirmed || version.parts.lease.status === "verified";
  const { cap } = version.docFee;
  return {
    id: place.id,
    version: version.version,
    jurisdiction: place.en,
    name: version.rule.en,
    nameFr: version.rule.fr,
    source: version.source,
    status: version.status,
    validFrom: version.validFrom,
    validTo: version.validTo,
    components: components(version.components, localRate),
    tradeCredit: credit(version.tradeCredit),
    rebateTaxable: version.rebateTaxable,
    docFeeTaxable: version.docFee.taxable,
    ...(cap && {
      docFeeCap: {
        ...(cap.amount !== undefined && { amount: cap.amount }),
        ...(cap.share !== undefined && { shareOfPrice: cap.share }),
      },
    }),
    ...(version.products && { productsTaxed: version.products }),
    lease: leaseRule(leaseIsSure ? version.lease : { method: "notEstablished" }, localRate),
    ...(version.used && {
      usedVehicles: {
        ...(version.used.components && { components: components(version.used.components, localRate) }),
        ...(version.used.tradeCredit && { tradeCredit: credit(version.used.tradeCredit) }),
      },
    }),
    ...(given.registrant && place.country === "ca" && { customerIsRegistrant: true }),
  };
}

/** Without a rate of the place its part is left out: a missing rate is told apart and never taken for nothing. */
const isKnown = (part: { rate?: Ppm | "local" }, localRate: Ppm | null) => part.rate !== "local" || localRate !== null;

const rateIn = (rate: Ppm | "local", localRate: Ppm | null): Ppm => (rate === "local" ? (localRate ?? ppm(0)) : rate);

function components(parts: PackComponent[], localRate: Ppm | null): TaxComponent[] {
  return parts
    .filter((part) => !("rate" in part) || isKnown(part, localRate))
    .map((part) => {
      if ("bands" in part) {
        const { bands, ...rest } = part;
        return present({ ...rest, bands: bands.map(({ from, rate }) => ({ from, ratePpm: rate })) }) as TaxComponent;
      }
      const { rate, ...rest } = part;
      return present({ ...rest, ratePpm: rateIn(rate, localRate) }) as TaxComponent;
    });
}

/** A journalled rule has no keys without a value. */
const present = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const credit = (limit: RulePackVersion["tradeCredit"]): TradeCredit =>
  typeof limit === "string" ? limit : (present(limit) as Exclude<TradeCredit, string>);

function leaseRule(lease: PackLease, localRate: Ppm | null): LeaseTaxRule {
  const untaxed = {
    ratePpm: ppm(0),
    reductionCashTaxable: false,
    reductionRebateTaxable: false,
    reductionTradeTaxable: false,
    capitalized: false,
    taxOnTax: false,
  };
  if (!("rates" in lease)) return { ...untaxed, method: lease.method };
  const parts = lease.rates
    .filter((part) => isKnown(part, localRate))
    .map(({ rate, ...rest }) => ({ ...rest, ratePpm: rateIn(rate, localRate) }));
  const only = parts.length === 1 ? parts[0] : undefined;
  return {
    method: lease.method,
    ratePpm: ppm(parts.reduce((total, { ratePpm }) => total + ratePpm, 0)),
    reductionCashTaxable: lease.taxed.includes("cash"),
    reductionRebateTaxable: lease.taxed.includes("rebate"),
    reductionTradeTaxable: lease.taxed.includes("trade"),
    capitalized: lease.capitalized,
    taxOnTax: lease.taxOnTax,
    ...(parts.length > 0 &&
      (only === undefined || only.width !== undefined || only.floor !== undefined) && {
        parts: parts.map((part) => present(part) as NonNullable<LeaseTaxRule["parts"]>[number]),
      }),
    ...(lease.max !== undefined && { max: lease.max }),
    ...(lease.tradeCredit !== undefined && { tradeCredit: credit(lease.tradeCredit) }),
    ...(lease.onPrice && { onPrice: components(lease.onPrice, localRate) }),
  };
}

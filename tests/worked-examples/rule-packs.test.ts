import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { boundDocFee } from "#machines/desking/charged-fees";
import { leaseDeal } from "#machines/desking/lease-deal";
import { leaseDealTerms } from "#machines/desking/lease-column";
import { dealFigures } from "#machines/desking/deal-figures";
import { ruleForCondition, vehicleTax } from "#machines/desking/taxes-and-fees";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { cents, noCents } from "#machines/money/cents";
import { Exact } from "#machines/money/exact-decimal";
import { plainDate, addMonths } from "#machines/money/plain-date";
import { percentOf, ppm, ppmFromPercent } from "#machines/money/rate";
import { appliedRule } from "#machines/rule-packs/applied-rule";
import { jurisdictionById, jurisdictions } from "#machines/rule-packs/jurisdictions";
import { findRulePack, rulePackOf } from "#machines/rule-packs/rule-pack-table";

/** Worked by a second program that shares no code with this one, and many of them by hand; see each example's words. */
const folder = join(import.meta.dirname, "rule-packs");
const amount = z.number().int().transform(cents);

const shared = {
  contractDate: z.string().transform(plainDate),
  condition: z.enum(["new", "certified", "used"]),
  sellingPrice: amount,
  docFee: amount,
  rebate: amount,
  trades: z.array(amount),
  localRate: z.string().nullable(),
};
const saleSchema = z.strictObject({
  ...shared,
  kind: z.literal("sale"),
  taxedProducts: amount,
  registrant: z.boolean(),
});
const leaseSchema = z.strictObject({
  ...shared,
  kind: z.literal("lease"),
  msrp: amount,
  residual: z.string(),
  moneyFactor: z.string(),
  termMonths: z.int(),
  cash: amount,
  acquisitionFee: amount,
});
const fileSchema = z.strictObject({
  pack: z.string(),
  examples: z.array(
    z.strictObject({
      about: z.string(),
      input: z.discriminatedUnion("kind", [saleSchema, leaseSchema]),
      expected: z.record(z.string(), z.unknown()),
    }),
  ),
});

const files = readdirSync(folder).map((name) => fileSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));

type Sale = z.output<typeof saleSchema>;
type Lease = z.output<typeof leaseSchema>;

function ruleFor(pack: string, given: Sale | Lease) {
  const place = jurisdictionById(pack);
  const version = findRulePack(pack, given.contractDate);
  if (!place || !version) throw new Error(`no pack ${pack} on ${given.contractDate}`);
  const localRate = given.localRate === null ? null : ppmFromPercent(given.localRate);
  const registrant = "registrant" in given && given.registrant;
  const rule = appliedRule(place, version, { localRate, registrant, confirmed: true });
  if (!rule) throw new Error(`${pack} is stated by hand`);
  return ruleForCondition(rule, given.condition);
}

function workedSale(pack: string, given: Sale) {
  const rule = ruleFor(pack, given);
  const docFee = boundDocFee(rule.docFeeCap, given.docFee, given.sellingPrice);
  const tax = vehicleTax(rule, {
    vehicle: given.sellingPrice,
    docFee,
    products: given.taxedProducts,
    rebates: given.rebate,
    allowances: given.trades,
  });
  return {
    version: rule.version,
    docFee,
    taxableBase: tax.taxableBase,
    taxes: tax.components.map(({ name, base, ratePpm, tax: owed }) => ({
      name,
      base,
      rate: new Exact(percentOf(ratePpm)).toString(),
      tax: owed,
    })),
    total: tax.total,
    ...(given.registrant && { taxOnTrade: tax.taxOnTrade }),
  };
}

/** The lease through the worksheet's own door, so that the cap of the fee and the luxury tax are where a deal has them. */
function workedLease(pack: string, given: Lease) {
  const tax = ruleFor(pack, given);
  const lease = {
    termMonths: given.termMonths,
    milesPerYear: 12_000,
    residualRate: ppmFromPercent(given.residual),
    moneyFactor: ppm(new Exact(`${given.moneyFactor}e6`).toNumber()),
    acquisitionFee: given.acquisitionFee,
    dispositionFee: noCents,
    securityDeposit: noCents,
  };
  const inputs: WorksheetInputs = {
    contractDate: given.contractDate,
    price: {
      msrp: given.msrp,
      sellingPrice: given.sellingPrice,
      addOns: [],
      docFee: given.docFee,
      governmentFees: [],
      rebates: [{ code: "rebate", name: "Rebate", amount: given.rebate }],
    },
    tax,
    trades: given.trades.map((allowance) => ({ allowance, payoff: noCents })),
    products: [],
    cashDown: given.cash,
    method: "lease",
    finance: {
      termMonths: 60,
      contractRate: ppm(0),
      firstPaymentDate: addMonths(given.contractDate, 1),
      paymentMethod: "actuarial_30",
      finalPayment: "equal",
    },
    lease,
  };
  const figures = dealFigures(inputs);
  const worked = leaseDeal(leaseDealTerms(inputs, lease, figures));
  return {
    version: tax.version,
    docFee: figures.price.docFee,
    residual: worked.residual,
    basePayment: worked.basePayment,
    monthlyTax: worked.periodicTax,
    payment: worked.totalPayment,
    capitalizedTax: worked.capitalizedTax,
    upfrontTax: worked.upfrontTax,
  };
}

describe("[X2] every jurisdiction has a reviewed file with worked examples", () => {
  test("each place has a pack and a file of examples, and no file is of another", () => {
    const ids = jurisdictions.map(({ id }) => id).toSorted();
    expect(files.map(({ pack }) => pack).toSorted()).toEqual(ids);
    const packs = readdirSync(join(import.meta.dirname, "../../state-machines/rule-packs/packs"));
    expect(packs.map((name) => name.replace(/\.json$/, "")).toSorted()).toEqual(ids);
    for (const id of ids) expect(rulePackOf(id)?.id).toBe(id);
  });

  test("only a tax that no deal can know has no example", () => {
    const stated = ids(({ components }) => components === null);
    expect(files.filter(({ examples }) => examples.length === 0).map(({ pack }) => pack)).toEqual(stated);
  });
});

const ids = (matches: (version: NonNullable<ReturnType<typeof findRulePack>>) => boolean) =>
  jurisdictions.flatMap(({ id }) => {
    const version = findRulePack(id, plainDate("2026-11-28"));
    return version && matches(version) ? [id] : [];
  });

describe.each(files.filter(({ examples }) => examples.length > 0))("[X2] $pack", ({ pack, examples }) => {
  test.each(examples)("$about", ({ input, expected }) => {
    expect(input.kind === "sale" ? workedSale(pack, input) : workedLease(pack, input)).toEqual(expected);
  });
});

import { boundDocFee } from "#machines/desking/charged-fees";
import { ruleForCondition, type TaxRule, vehicleTax } from "#machines/desking/taxes-and-fees";
import { cents, type Cents, noCents } from "#machines/money/cents";
import type { ExampleRow } from "./store-taxes";

const dollars = (amount: number) => cents(amount * 100);

/** Sales that show what laws differ in: nothing special, a trade with a rebate, a car over every threshold, a used one. */
const sales = [
  { about: "usual", condition: "new", sellingPrice: dollars(30_000), allowance: noCents, rebate: noCents },
  {
    about: "trade",
    condition: "new",
    sellingPrice: dollars(40_000),
    allowance: dollars(20_000),
    rebate: dollars(1_000),
  },
  { about: "dear", condition: "new", sellingPrice: dollars(160_000), allowance: dollars(30_000), rebate: noCents },
  { about: "used", condition: "used", sellingPrice: dollars(18_000), allowance: dollars(5_000), rebate: noCents },
] as const;

/** What a rule gives on each of them with the store's own documentation fee, worked by the core as a deal is. */
export function taxExamples(rule: TaxRule, docFee: Cents): ExampleRow[] {
  return sales.map(({ about, condition, sellingPrice, allowance, rebate }) => {
    const forCar = ruleForCondition(rule, condition);
    const charged = boundDocFee(forCar.docFeeCap, docFee, sellingPrice);
    const worked = vehicleTax(forCar, {
      vehicle: sellingPrice,
      docFee: charged,
      products: noCents,
      rebates: rebate,
      allowances: [allowance],
    });
    const taxes = worked.components.map(({ name, base, ratePpm, tax }) => ({ name, base, ratePpm, tax }));
    return { about, sellingPrice, allowance, rebate, docFee: charged, taxes, total: worked.total };
  });
}

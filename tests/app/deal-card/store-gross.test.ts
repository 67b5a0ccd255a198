import { describe, expect, it } from "vitest";
import { buyRateOf, highestRateOf, storeGross } from "#app/deal-card/staff/store-gross";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { dealEvents, dealState, fniManager, system, type ToldEvent } from "#tests/support/a-deal";

const taken: ToldEvent = { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75", answer: "accepted" };

const rated = (price: number, cost: number): ToldEvent => ({
  event: {
    type: "fni.rated",
    source: "an invented table",
    products: [
      {
        code: "vscPlus",
        options: [
          {
            code: "y6m75",
            termMonths: 72,
            miles: 75_000,
            deductible: cents(0),
            price: cents(price),
            cost: cents(cost),
          },
        ],
      },
    ],
  },
  by: system,
});

const approved = (termMonths: number, maxRate: number): ToldEvent[] => [
  { event: { type: "credit.sent", submissionId: "sub-1", lender: "Alder Grove Bank" }, by: system },
  {
    event: {
      type: "credit.answered",
      submissionId: "sub-1",
      version: 1,
      status: "approved",
      amount: cents(3_500_000),
      termMonths,
      payment: cents(60_000),
      conditions: [],
      expiresAt: null,
      terms: {
        tier: "One",
        buyRate: ppm(49_900),
        maxRate: ppm(maxRate),
        contractRate: ppm(54_900),
        maxLoanToValue: ppm(1_250_000),
        productCap: cents(500_000),
        paymentCap: null,
        reference: "AG-1",
        comment: "",
      },
    },
    by: system,
  },
  { event: { type: "credit.chosen", submissionId: "sub-1" }, by: fniManager },
];

const asFinance = (events: readonly ToldEvent[]) => viewOf(dealState([...dealEvents({}), ...events]), "finance");
const productLine = (events: readonly ToldEvent[]) =>
  storeGross(asFinance(events))?.backLines.find(({ code }) => code === "product.vscPlus")?.amount;

describe("what the store earns on a deal", () => {
  it("[N5] a product earns its price here less what the provider is remitted for this car", () => {
    expect(productLine([rated(200_000, 120_000), taken])).toBe(80_000);
    expect(productLine([taken])).not.toBe(80_000);
  });

  it("[N5] the highest rate is the approval's own, for a term it covers", () => {
    const view = asFinance(approved(72, 61_900));
    expect(buyRateOf(view)).toBe(49_900);
    expect(highestRateOf(view)).toBe(61_900);
  });

  it("[N5] an approval for a shorter term says nothing of this one", () => {
    const [without, shorter] = [asFinance([]), asFinance(approved(36, 61_900))];
    expect(buyRateOf(shorter)).toBe(buyRateOf(without));
    expect(highestRateOf(shorter)).toBe(highestRateOf(without));
    expect(highestRateOf(shorter)).not.toBe(61_900);
  });
});

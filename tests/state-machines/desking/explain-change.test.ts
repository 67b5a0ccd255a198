import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import {
  explainChange,
  explainedChange,
  totalOfParts,
  watchedFigureNames,
  watchedFigures,
} from "#machines/desking/explain-change";
import { worksheet, type WorksheetInputs } from "#machines/desking/worksheet";
import { cents, noCents } from "#machines/money/cents";
import { addMonths } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import { anyDeal } from "./any-deal";
import { theosDeal } from "./sample-deal";

const causes = (before: WorksheetInputs, after: WorksheetInputs) =>
  explainChange(before, after).map(({ code }) => code);
const withPrice = (change: Partial<WorksheetInputs["price"]>) => ({
  ...theosDeal,
  price: { ...theosDeal.price, ...change },
});
const leased: WorksheetInputs = { ...theosDeal, method: "lease" };
const paid: WorksheetInputs = { ...theosDeal, method: "cash" };

describe("[W7] a change of a figure is explained by its causes", () => {
  test("the same deal is no change", () => {
    expect(explainedChange(theosDeal, structuredClone(theosDeal))).toBeNull();
    expect(explainChange(theosDeal, theosDeal)).toEqual([]);
  });

  test("500 more allowance is 10.24 less a month: 500 itself and the tax on it", () => {
    const before = { ...theosDeal, trades: [{ allowance: cents(1_400_000), payoff: cents(918_000) }] };
    expect(explainChange(before, theosDeal)).toEqual([
      { code: "tradeAllowance", payment: -1_024, outTheDoor: -3_625, cashDue: 0, totalOfPayments: -61_440 },
    ]);
  });

  test("a longer term at a dearer rate, with more down: three causes, each with its part", () => {
    const after: WorksheetInputs = {
      ...theosDeal,
      cashDown: cents(400_000),
      finance: { ...theosDeal.finance, termMonths: 72, contractRate: ppm(57_900) },
    };
    expect(explainChange(theosDeal, after)).toEqual(
      [
        { code: "cashDown", payment: -1_910, outTheDoor: 0, cashDue: 100_000, totalOfPayments: -114_600 },
        { code: "term", payment: -8_016, outTheDoor: 0, cashDue: 0, totalOfPayments: 85_780 },
        { code: "rate", payment: 404, outTheDoor: 0, cashDue: 0, totalOfPayments: 29_088 },
      ].map((part) => ({ ...part, ...partOf(part.code, theosDeal, after) })),
    );
    expect(causes(theosDeal, after)).toEqual(["cashDown", "term", "rate"]);
  });

  test.each<[string, WorksheetInputs, WorksheetInputs, string[]]>([
    ["a price", theosDeal, withPrice({ sellingPrice: cents(3_600_000) }), ["price"]],
    ["another car", theosDeal, withPrice({ msrp: cents(3_000_000), sellingPrice: cents(2_900_000) }), ["vehicle"]],
    ["a rebate gone", theosDeal, withPrice({ rebates: [] }), ["rebates"]],
    ["a fee", theosDeal, withPrice({ docFee: noCents }), ["taxesAndFees"]],
    ["another place's tax", theosDeal, { ...theosDeal, tax: { ...theosDeal.tax, components: [] } }, ["taxesAndFees"]],
    ["no trade", theosDeal, { ...theosDeal, trades: [] }, ["tradeAllowance", "tradePayoff"]],
    [
      "a second car",
      theosDeal,
      { ...theosDeal, trades: [...theosDeal.trades, { allowance: cents(300_000), payoff: noCents }] },
      ["tradeAllowance"],
    ],
    [
      "a product and the way home",
      theosDeal,
      {
        ...theosDeal,
        products: [
          { code: "vsc", name: "VSC", price: cents(200_000), taxable: false },
          { code: "homeDelivery", name: "Home delivery", price: cents(9_900), taxable: false },
        ],
      },
      ["products", "delivery"],
    ],
    ["leasing instead", theosDeal, leased, ["method"]],
    [
      "fewer miles on a lease",
      leased,
      { ...leased, lease: { ...leased.lease!, milesPerYear: 7_500, residualRate: ppm(600_000) } },
      ["term"],
    ],
    [
      "another lessor's money factor",
      leased,
      { ...leased, lease: { ...leased.lease!, moneyFactor: ppm(1_900) } },
      ["rate"],
    ],
    [
      "a later first payment",
      theosDeal,
      { ...theosDeal, finance: { ...theosDeal.finance, firstPaymentDate: addMonths(theosDeal.contractDate, 2) } },
      ["lenderTerms"],
    ],
    ["what a cash deal does not look at", paid, { ...paid, finance: { ...paid.finance, termMonths: 72 } }, []],
  ])("%s", (_, before, after, wanted) => expect(causes(before, after)).toEqual(wanted));

  test("a way of paying without payments has no parts of a payment, and its total still adds up", () => {
    const [part] = explainChange(theosDeal, paid);
    expect(part).toMatchObject({ code: "method", payment: null, totalOfPayments: null, cashDue: 3_301_625 - 300_000 });
  });

  test("where a step in between does not work out, the next one carries its part", () => {
    const rich = [{ allowance: cents(4_500_000), payoff: noCents }];
    const after = {
      ...theosDeal,
      trades: rich,
      products: [{ code: "p", name: "P", price: cents(4_000_000), taxable: false }],
    };
    const parts = explainChange(theosDeal, after);
    expect(parts.map(({ code, payment }) => [code, payment === 0])).toEqual([
      ["tradeAllowance", true],
      ["products", false],
    ]);
    expectToAddUp(theosDeal, after);
  });
});

/** What the deal does with the earlier causes and this one in place, less without this one. */
function partOf(code: string, before: WorksheetInputs, after: WorksheetInputs) {
  const steps = [
    before,
    { ...before, cashDown: after.cashDown },
    { ...before, cashDown: after.cashDown, finance: { ...before.finance, termMonths: after.finance.termMonths } },
    after,
  ].map((inputs) => watchedFigures(worksheet(inputs)));
  const at = ["cashDown", "term", "rate"].indexOf(code);
  const [was, is] = [steps[at]!, steps[at + 1]!];
  return { payment: is.payment! - was.payment!, totalOfPayments: is.totalOfPayments! - was.totalOfPayments! };
}

function expectToAddUp(before: WorksheetInputs, after: WorksheetInputs) {
  const [was, is] = [watchedFigures(worksheet(before)), watchedFigures(worksheet(after))];
  const parts = explainChange(before, after);
  for (const name of watchedFigureNames) {
    const [from, to] = [was[name], is[name]];
    if (from === null || to === null)
      expect(
        parts.every((part) => part[name] === null),
        name,
      ).toBe(true);
    else expect(totalOfParts(parts, name) ?? 0, name).toBe(to - from);
  }
}

/** Any edit of a desk: one group of another random deal's inputs, taken over into this one. */
const anyEdit = fc.record({
  other: anyDeal,
  groups: fc.subarray(["price", "tax", "trades", "products", "cashDown", "method", "finance", "lease"] as const, {
    minLength: 1,
  }),
});

test("[W7] the parts of every figure add up to its change, over any sequence of edits", () => {
  fc.assert(
    fc.property(anyDeal, fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (start, edits) => {
      let current = start;
      for (const { other, groups } of edits) {
        const next = { ...current, ...Object.fromEntries(groups.map((name) => [name, other[name]])) };
        expectToAddUp(current, next);
        current = next;
      }
      expectToAddUp(start, current);
    }),
    { numRuns: 12 },
  );
});

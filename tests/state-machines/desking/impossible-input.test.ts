import { describe, expect, test } from "vitest";
import { explainChange } from "#machines/desking/explain-change";
import { neighbourTerm } from "#machines/desking/neighbour-term";
import { paymentGrid } from "#machines/desking/payment-grid";
import { quoteRecord } from "#machines/desking/quote-record";
import {
  solveForCashAtSigning,
  solveForCashDown,
  solveForRate,
  solveForSellingPrice,
  solveForTerm,
} from "#machines/desking/solve-backwards";
import { worksheet, type WorksheetInputs } from "#machines/desking/worksheet";
import { cents, noCents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { theosDeal } from "./sample-deal";

/** What a slip of the finger, a broken import or somebody's malice may state, and what is said about it. */
type Bad = [name: string, change: Partial<WorksheetInputs>, field: string, limit: number | undefined];

const { price, finance, lease, tax } = theosDeal;
const wild = (value: unknown) => value as never;
const priced = (change: Partial<typeof price>) => ({ price: { ...price, ...change } });
const financed = (change: Partial<typeof finance>) => ({ finance: { ...finance, ...change } });
const leasedWith = (change: Partial<NonNullable<typeof lease>>) => ({ lease: { ...lease!, ...change } });

const ofTheDeal: Bad[] = [
  ["a negative price", priced({ sellingPrice: cents(-3_699_500) }), "price.sellingPrice", 0],
  ["no price", priced({ sellingPrice: noCents }), "price.sellingPrice", 1],
  ["a price that is no number", priced({ sellingPrice: wild(Number.NaN) }), "price.sellingPrice", 0],
  ["half a cent", priced({ sellingPrice: wild(3_699_500.5) }), "price.sellingPrice", 3_699_500],
  ["an endless price", priced({ sellingPrice: wild(Infinity) }), "price.sellingPrice", 1_000_000_000],
  ["a negative payoff", { trades: [{ allowance: noCents, payoff: cents(-1) }] }, "trades.0.payoff", 0],
  ["four trades", { trades: [1, 2, 3, 4].map(() => ({ allowance: noCents, payoff: noCents })) }, "trades", 3],
  [
    "a tax of 400 %",
    { tax: { ...tax, components: [{ name: "s", ratePpm: ppm(4_000_000) }] } },
    "tax.components.0.ratePpm",
    1_000_000,
  ],
  ["a negative lease tax", { tax: { ...tax, lease: { ...tax.lease, ratePpm: ppm(-1) } } }, "tax.lease.ratePpm", 0],
  ["30 February", { contractDate: wild("2026-02-30") }, "contractDate", undefined],
  [
    "a first payment on 31 June",
    financed({ firstPaymentDate: wild("2027-06-31") }),
    "finance.firstPaymentDate",
    undefined,
  ],
  ["a date that is no date", { contractDate: wild("tomorrow") }, "contractDate", undefined],
];

const ofTheLoan: Bad[] = [
  ["0 months", financed({ termMonths: 0 }), "finance.termMonths", 1],
  ["1,000 months", financed({ termMonths: 1_000 }), "finance.termMonths", 240],
  ["a term that is no number", financed({ termMonths: Number.NaN }), "finance.termMonths", 1],
  ["400 % APR", financed({ contractRate: ppm(4_000_000) }), "finance.contractRate", 600_000],
  ["a negative rate", financed({ contractRate: ppm(-100) }), "finance.contractRate", 0],
  [
    "a first payment ten years away",
    financed({ firstPaymentDate: wild("2036-12-28") }),
    "finance.firstPaymentDate",
    184,
  ],
];

const ofTheAmount: Bad[] = [
  ["a balloon above the balance", financed({ balloon: cents(3_001_626) }), "finance.balloon", 3_001_625],
  [
    "a balloon that leaves no interest",
    financed({ balloon: cents(3_001_600), contractRate: ppm(200_000), firstPaymentDate: wild("2027-02-28") }),
    "finance.balloon",
    152_597,
  ],
  ["a balloon in a term of one", financed({ balloon: cents(100_000), termMonths: 1 }), "finance.termMonths", 2],
  ["more down than the car", { cashDown: cents(9_000_000) }, "cashDown", 3_291_625],
];

const ofTheLease: Bad[] = [
  ["a residual above the price", leasedWith({ residualRate: ppm(1_200_000) }), "lease.residualRate", 1_000_000],
  [
    "a residual above what is leased",
    { ...leasedWith({ residualRate: ppm(1_000_000) }), cashDown: noCents },
    "lease.residualRate",
    3_137_000,
  ],
  ["0 months leased", leasedWith({ termMonths: 0 }), "lease.termMonths", 6],
  ["1,000 months leased", leasedWith({ termMonths: 1_000 }), "lease.termMonths", 84],
  ["no miles", leasedWith({ milesPerYear: 0 }), "lease.milesPerYear", 1_000],
  ["a money factor of 2.5", leasedWith({ moneyFactor: ppm(2_500_000) }), "lease.moneyFactor", 25_000],
  [
    "eleven deposits",
    leasedWith({
      multipleSecurityDeposits: { count: 11, moneyFactorReductionEach: "0.00007", roundUpTo: cents(2_500) },
    }),
    "lease.multipleSecurityDeposits.count",
    10,
  ],
];

const dealWith = (change: Partial<WorksheetInputs>, method: WorksheetInputs["method"]): WorksheetInputs => ({
  ...theosDeal,
  ...change,
  method,
});
const target = cents(50_000);

/** Every way into the arithmetic of a loan, each with its own answer to the same deal. */
const loanEntries: [string, (inputs: WorksheetInputs) => unknown][] = [
  ["worksheet", (inputs) => worksheet(inputs).finance],
  ["grid", (inputs) => paymentGrid(inputs, [inputs.finance], [inputs.cashDown]).rows[0]?.[0]],
  ["neighbouring term", (inputs) => neighbourTerm(inputs, { ...inputs.finance, termMonths: 72 })],
];
const loanSolvers: [string, (inputs: WorksheetInputs) => unknown][] = [
  ["solve for cash down", (inputs) => solveForCashDown(inputs, target)],
  ["solve for price", (inputs) => solveForSellingPrice(inputs, target)],
  ["solve for rate", (inputs) => solveForRate(inputs, target)],
  ["solve for term", (inputs) => solveForTerm(inputs, target, [inputs.finance])],
];
const leaseEntries: [string, (inputs: WorksheetInputs) => unknown][] = [
  ["worksheet", (inputs) => worksheet(inputs).lease],
  ["solve for lease cash", (inputs) => solveForCashAtSigning(inputs, cents(200_000))],
  ["solve for cash down", (inputs) => solveForCashDown(inputs, cents(25_000))],
  ["solve for price", (inputs) => solveForSellingPrice(inputs, cents(25_000))],
];

function expectRefused(answer: unknown, field: string, limit: number | undefined) {
  expect(answer).toMatchObject({
    ok: false,
    field,
    sentence: expect.stringMatching(/\.$/),
    nextStep: expect.any(String),
  });
  expect((answer as { limit?: number }).limit).toBe(limit);
}

describe.each([...loanEntries, ...loanSolvers])("[W9] %s of a loan refuses", (_, entry) => {
  test.each(ofTheDeal)("%s", (_name, change, field, limit) =>
    expectRefused(entry(dealWith(change, "finance")), field, limit),
  );
});
describe.each([loanEntries[0]!, loanEntries[1]!, loanSolvers[0]!, loanSolvers[1]!])(
  "%s of a loan refuses",
  (_, entry) => {
    test.each(ofTheLoan)("%s", (_name, change, field, limit) =>
      expectRefused(entry(dealWith(change, "finance")), field, limit),
    );
  },
);
describe.each([loanEntries[0]!, loanEntries[1]!])("%s of a loan refuses", (_, entry) => {
  test.each(ofTheAmount)("%s", (_name, change, field, limit) =>
    expectRefused(entry(dealWith(change, "finance")), field, limit),
  );
});
describe.each(leaseEntries)("%s of a lease refuses", (_, entry) => {
  test.each(ofTheDeal.filter(([name]) => name !== "no price"))("%s", (_name, change, field, limit) =>
    expectRefused(entry(dealWith(change, "lease")), field, limit),
  );
});
describe("the worksheet of a lease refuses", () => {
  test.each(ofTheLease)("%s", (_name, change, field, limit) =>
    expectRefused(worksheet(dealWith(change, "lease")).lease, field, limit),
  );
});

describe("[W9] a target nobody can meet is refused with the least that can be had", () => {
  const leased = dealWith({}, "lease");
  test.each<[string, () => unknown, string, number]>([
    ["a payment of nothing", () => solveForCashDown(theosDeal, noCents), "cashDown", 191],
    ["a target under the taxes", () => solveForSellingPrice(indebted, cents(100)), "price.sellingPrice", 37_640],
    ["below a 0 % loan", () => solveForRate(theosDeal, cents(40_000)), "finance.contractRate", 50_027],
    [
      "below the longest term",
      () => solveForTerm(theosDeal, cents(40_000), [finance, { ...finance, termMonths: 72 }]),
      "finance.termMonths",
      49_026,
    ],
    [
      "less than a lease's first payment and fees",
      () => solveForCashAtSigning(leased, cents(100)),
      "cashDown",
      117_393,
    ],
    ["a negative target", () => solveForCashDown(theosDeal, cents(-1)), "targetPayment", 0],
    ["a target that is no number", () => solveForRate(theosDeal, wild(Number.NaN)), "targetPayment", 0],
    [
      "a target beyond every deal",
      () => solveForTerm(theosDeal, cents(2_000_000_000), [finance]),
      "targetPayment",
      1_000_000_000,
    ],
    ["no cash at all, in half cents", () => solveForCashAtSigning(leased, wild(0.5)), "targetCash", 0],
  ])("%s", (_, solve, field, limit) => expectRefused(solve(), field, limit));

  test("the least it names can be had, and one cent less cannot", () => {
    const least = cents(37_640);
    expect(solveForSellingPrice(indebted, least)).toMatchObject({ ok: true, sellingPrice: expect.any(Number) });
    expect(solveForSellingPrice(indebted, cents(least - 1))).toMatchObject({ ok: false, limit: least });
  });
});

test("nothing that is kept or told of an impossible deal holds NaN", () => {
  for (const [, change] of [...ofTheDeal, ...ofTheLoan, ...ofTheLease, ...ofTheAmount]) {
    for (const method of ["cash", "finance", "lease"] as const) {
      const inputs = dealWith(change, method);
      const said = JSON.stringify([worksheet(inputs), explainChange(theosDeal, inputs), quoteRecord(inputs).figures]);
      expect(said).not.toMatch(/NaN|Infinity/);
      JSON.stringify([worksheet(inputs), quoteRecord(inputs).figures], (_, value: unknown) => {
        if (typeof value === "number") expect(Number.isSafeInteger(value)).toBe(true);
        return value;
      });
    }
  }
});

/** 20,000 owed on the trade and nothing down: no price makes the payment small. */
const indebted: WorksheetInputs = {
  ...theosDeal,
  trades: [{ allowance: noCents, payoff: cents(2_000_000) }],
  cashDown: noCents,
};

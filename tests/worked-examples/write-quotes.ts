import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "#tests/support/seeded-fast-check";
import { quoteRecord } from "#machines/desking/quote-record";
import { coreVersion, type WorksheetInputs } from "#machines/desking/worksheet";
import { cents } from "#machines/money/cents";
import { addMonths } from "#machines/money/plain-date";
import { anyDeal } from "../state-machines/desking/any-deal";
import { theosDeal } from "../state-machines/desking/sample-deal";

/**
 * Keeps quotes of this core, once, when its version is raised:
 * node scripts/run-typescript.mjs tests/worked-examples/write-quotes.ts
 */
const { finance, lease } = theosDeal;
const named: Record<string, WorksheetInputs> = {
  finance: theosDeal,
  cash: { ...theosDeal, method: "cash" },
  lease: { ...theosDeal, method: "lease" },
  noRate: { ...theosDeal, finance: { ...finance, contractRate: 0 as typeof finance.contractRate } },
  daily: { ...theosDeal, finance: { ...finance, paymentMethod: "simple_365", finalPayment: "adjusted" } },
  balloon: { ...theosDeal, finance: { ...finance, balloon: cents(900_000) } },
  deferred: { ...theosDeal, finance: { ...finance, firstPaymentDate: addMonths(theosDeal.contractDate, 3) } },
  upsideDown: { ...theosDeal, trades: [{ allowance: cents(900_000), payoff: cents(1_400_000) }] },
  threeTrades: {
    ...theosDeal,
    trades: [
      ...theosDeal.trades,
      { allowance: cents(300_000), payoff: cents(0) },
      { allowance: cents(90_000), payoff: cents(150_000) },
    ],
    tax: { ...theosDeal.tax, tradeCredit: { cap: cents(1_200_000), vehicles: 1 } },
  },
  onePay: { ...theosDeal, method: "lease", lease: { ...lease!, mode: "onePayMoneyFactor" } },
  deposits: {
    ...theosDeal,
    method: "lease",
    lease: {
      ...lease!,
      multipleSecurityDeposits: { count: 4, moneyFactorReductionEach: "0.00005", roundUpTo: cents(2_500) },
    },
  },
  refused: { ...theosDeal, finance: { ...finance, termMonths: 1_000 } },
};
const random = fc.sample(anyDeal, { seed: 20_261_122, numRuns: 20 });
const quotes = [
  ...Object.entries(named).map(([name, inputs]) => ({ name, ...quoteRecord(inputs) })),
  ...random.map((inputs, index) => ({ name: `random${index}`, ...quoteRecord(inputs) })),
];
const folder = join(import.meta.dirname, "quotes");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, `${coreVersion}.json`), `${JSON.stringify({ coreVersion, quotes }, null, 1)}\n`, {
  flag: "wx",
});

import { expect } from "vitest";

export type Expected = Record<string, unknown>;

const names = (list: string) => list.split(" ");

/**
 * The figures that every example of a kind states. One left out would be a figure that nobody checks, so it fails.
 * Examples from a printed page list what the page prints, so those need only list something.
 */
const alwaysStated: Record<string, readonly string[]> = {
  apr: names("apr_pct_published published_decimals apr_pct first_interval total_of_payments finance_charge"),
  tax: ["tax_total"],
  loan: names(
    "taxable_base tax_components tax_total net_trade negative_equity down_payment total_price unpaid_balance " +
      "principal amount_financed unit_periods odd_days days_to_first_payment payment final_payment " +
      "total_of_payments finance_charge total_sale_price apr_pct apr_disclosed_pct",
  ),
  lease: names(
    "residual effective_money_factor gross_cap_cost cap_cost_reduction adjusted_cap_cost capitalized_tax " +
      "upfront_tax depreciation rent_charge total_of_base_payments base_payment periodic_tax total_payment " +
      "number_of_payments refundable_deposit amount_due_at_signing paid_by_net_trade paid_by_rebate paid_in_cash " +
      "total_of_periodic_payments total_of_payments",
  ),
  reserve: names("max_sell_rate_pct allowed"),
  grid: ["cells"],
  gridCell: names("term_months cash_down payment amount_financed finance_charge apr_pct"),
  solve: ["answer"],
};

/** Every figure that examples of this kind always state is there, and there is at least one. */
export function expectStated(kind: string, expected: Expected) {
  const stated = Object.keys(expected);
  expect(stated.length, "an example states at least one figure").toBeGreaterThan(0);
  expect(stated, `what every ${kind} states`).toEqual(expect.arrayContaining([...(alwaysStated[kind] ?? [])]));
}

/** Percentage points; amounts have no tolerance at all. */
const RATE_TOLERANCE = 1e-6;
/** Rates worked to eight decimals by another program. */
const toleratedRates = new Set(["apr_pct", "implicit_rate_pct"]);

/**
 * Everything a file expects must be among the figures and the same, rates within the tolerance. A
 * name the file expects and nobody computes is a failure, unless only the given ones are compared.
 */
export function sameFigures(figures: Expected, expected: Expected, compare: "all" | "given" = "all") {
  for (const [name, wanted] of Object.entries(expected)) {
    if (!(name in figures)) {
      if (compare === "all") throw new Error(`Nobody computes ${name}`);
      continue;
    }
    if (toleratedRates.has(name)) expectRate(figures[name], wanted, name);
    else expect(figures[name], name).toEqual(wanted);
  }
}

export function expectRate(actual: unknown, wanted: unknown, name: string) {
  expect(typeof wanted, `${name} is a decimal in quotes`).toBe("string");
  const apart = Math.abs(Number(actual ?? Number.NaN) - Number(wanted));
  expect(apart, `${name}: ${String(actual)} against ${String(wanted)}`).toBeLessThanOrEqual(RATE_TOLERANCE);
}

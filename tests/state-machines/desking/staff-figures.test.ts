import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { dealerReserve, highestContractRate } from "#machines/desking/dealer-reserve";
import { gross } from "#machines/desking/gross";
import { implicitLeaseRate } from "#machines/desking/lease-due-at-signing";
import { cents, noCents } from "#machines/money/cents";
import { Exact } from "#machines/money/exact-decimal";
import { rateOfPercent } from "#machines/money/rate";

describe("gross", () => {
  const vista = {
    sellingPrice: cents(3_699_500),
    vehicleCost: cents(3_548_000),
    reconditioning: noCents,
    pack: cents(30_000),
    addOns: [],
    trades: [{ allowance: cents(1_450_000), acv: cents(1_390_000) }],
    products: [],
    reserve: noCents,
  };

  test("1,515 over cost, less 300 pack and 600 over-allowance, is 615 in front", () => {
    const { frontGross, frontLines, overAllowance } = gross(vista);
    expect(frontGross).toBe(61_500);
    expect(overAllowance).toBe(60_000);
    expect(frontLines.map(({ code, amount }) => [code, amount])).toEqual([
      ["priceOverCost", 151_500],
      ["pack", -30_000],
      ["overAllowance", -60_000],
    ]);
  });

  test("the back is the reserve and what the products bring", () => {
    const products = [{ code: "vsc", price: cents(220_000), cost: cents(120_000) }];
    const { backGross, totalGross } = gross({ ...vista, trades: [], products, reserve: cents(40_000) });
    expect(backGross).toBe(140_000);
    expect(totalGross).toBe(121_500 + 140_000);
  });
});

describe("dealer reserve", () => {
  const markupCaps = [{ upToMonths: 60, maxMarkup: rateOfPercent("2.5") }];

  test("a term beyond the lender's table carries no markup", () => {
    const highest = highestContractRate(
      { termMonths: 72, buyRate: rateOfPercent("6") },
      { markupCaps, rateCeiling: null },
    );
    expect(highest.toString()).toBe("0.06");
  });

  test("a contract rate over the state's ceiling is not allowed", () => {
    const loan = {
      principal: cents(2_000_000),
      termMonths: 60,
      buyRate: rateOfPercent("0"),
      contractRate: rateOfPercent("2.2"),
    };
    const program = { flatShare: new Exact(0), dealerSplit: new Exact(1), maxReserve: cents(100_000), markupCaps };
    const reserve = dealerReserve(loan, {
      ...program,
      method: "presentValueAtBuyRate",
      rateCeiling: rateOfPercent("2"),
    });
    expect(reserve.allowed).toBe(false);
    expect(reserve.grossReserve).toBe(reserve.sellPayment * 60 - 2_000_000);
    expect(reserve.dealerShare).toBe(100_000);
  });
});

test("the Federal Reserve's sample lease yields 8.497 %", () => {
  const sample = { adjustedCapCost: cents(1_880_000), basePayment: cents(24_469), residual: cents(1_235_000) };
  expect(implicitLeaseRate({ ...sample, termMonths: 48 })?.toFixed(3)).toBe("8.497");
});

test("nothing a customer's browser loads for its worksheet reaches the store's own figures", () => {
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const [, from] of readFileSync(file, "utf8").matchAll(/^(?:import|export) .*?from "(\.[^"]+)";$/gms)) {
      if (from) load(resolve(dirname(file), `${from}.ts`));
    }
  };
  const core = resolve(import.meta.dirname, "../../../state-machines");
  for (const entry of ["worksheet", "payment-grid", "neighbour-term", "solve-backwards", "four-square"]) {
    load(join(core, "desking", `${entry}.ts`));
  }
  const reached = [...loaded].map((file) => file.slice(core.length + 1));
  expect(reached).toContain("desking/retail-payment.ts");
  expect(reached).not.toContain("desking/gross.ts");
  expect(reached).not.toContain("desking/dealer-reserve.ts");
});

import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { contextOf, type DealState, lifeOf } from "#machines/deal/apply-deal-event";
import type { DealEvent, DealEventOf } from "#machines/deal/deal-events";
import { type PaymentPlan, planOf } from "#machines/deal/deal-terms";
import { dealGrid } from "#machines/deal/deal-worksheet";
import { MOST_SCENARIOS, scenarioFigures } from "#machines/deal/scenario";
import { cents } from "#machines/money/cents";
import { cardOf, figuresNow } from "#tests/support/a-pencil";
import { aDeal, aVehicle, customer, salesperson, system } from "#tests/support/a-deal";
import { refusalOf, told } from "#tests/support/judged-deal";
import { anyHistory, endOf } from "./any-history";

const deal = aDeal();
const planLike = (state: DealState, plan: Partial<PaymentPlan>): PaymentPlan => ({ ...planOf(cardOf(state)), ...plan });
const pin = (state: DealState, plan: Partial<PaymentPlan>, name = "A plan"): DealEventOf<"scenario.pinned"> => ({
  type: "scenario.pinned",
  name,
  ...planLike(state, plan),
});
const pinned = (state: DealState, ...plans: Partial<PaymentPlan>[]) =>
  told(state, ...plans.map((plan) => ({ event: pin(state, plan), by: customer })));
const plans: Partial<PaymentPlan>[] = [
  { termMonths: 72 },
  { method: "lease", leaseTermMonths: 36, milesPerYear: 12_000 },
  { method: "cash" },
  { termMonths: 48, cashDown: cents(600_000) },
];

describe("[N11] pinned plans", () => {
  test("at most four, each once, none that the store or the car does not have", () => {
    const full = pinned(deal, ...plans);
    expect(contextOf(full).scenarios.pinned).toHaveLength(MOST_SCENARIOS);
    expect(refusalOf(full, pin(full, { termMonths: 84 }), { by: customer })?.code).toBe("scenariosFull");
    const one = pinned(deal, plans[2]!);
    expect(refusalOf(one, pin(one, { method: "cash", termMonths: 48 }), { by: customer })?.code).toBe("scenarioPinned");
    expect(refusalOf(deal, pin(deal, { method: "lease", leaseTermMonths: 24 }), { by: customer })?.code).toBe(
      "leaseNotOffered",
    );
    expect(refusalOf(deal, pin(deal, { termMonths: 54 }), { by: customer })?.code).toBe("termNotOffered");
    expect(refusalOf(deal, pin(deal, { cashDown: cents(9_000_000) }), { by: customer })?.code).toBe("cashDownTooHigh");
  });

  test("their figures are never kept: they follow the deal", () => {
    const state = pinned(deal, ...plans);
    const [longer] = contextOf(state).scenarios.pinned;
    const before = scenarioFigures(cardOf(state), longer!);
    const cheaper = told(state, {
      event: { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_650_000) },
      by: salesperson,
    });
    const after = scenarioFigures(cardOf(cheaper), longer!);
    if (!before?.fits || !after?.fits) throw new Error("both fit");
    expect(after.figures.payment!).toBeLessThan(before.figures.payment!);
    expect(JSON.stringify(contextOf(cheaper).scenarios)).not.toContain("payment");
  });

  test("one that no longer fits says why, and is not adopted", () => {
    const state = pinned(deal, plans[1]!);
    const swap: DealEvent = { type: "vehicle.swapped", vehicle: aVehicle({ stockNumber: "U1", residuals: [] }) };
    const swapped = told(state, { event: swap, by: system });
    const [lease] = contextOf(swapped).scenarios.pinned;
    expect(scenarioFigures(cardOf(swapped), lease!)).toEqual({ fits: false, why: { code: "leaseNotOffered" } });
    expect(refusalOf(swapped, { type: "scenario.adopted", pin: lease!.pin }, { by: customer })?.code).toBe(
      "leaseNotOffered",
    );
  });

  test("a salesperson's longest term holds for plans too", () => {
    const state = pinned(deal, { termMonths: 84 });
    const adopt: DealEvent = { type: "scenario.adopted", pin: contextOf(state).scenarios.pinned[0]!.pin };
    expect(refusalOf(state, adopt, { by: salesperson })?.code).toBe("termBeyondAuthority");
    expect(refusalOf(state, adopt, { by: customer })).toBeNull();
  });

  test("property: an adopted plan costs what it said, on any deal", () => {
    let adopted = 0;
    fc.assert(
      fc.property(anyHistory(12), fc.nat(3), (history, n) => {
        const state = endOf(history);
        if (lifeOf(state) !== "open") return;
        const event = pin(state, plans[n]!);
        if (refusalOf(state, event, { by: customer })) return;
        const kept = told(state, { event, by: customer });
        const plan = contextOf(kept).scenarios.pinned.at(-1)!;
        const said = scenarioFigures(cardOf(kept), plan);
        const adopt: DealEvent = { type: "scenario.adopted", pin: plan.pin };
        expect(refusalOf(kept, adopt, { by: customer }) === null).toBe(said?.fits === true);
        if (!said?.fits) return;
        expect(figuresNow(told(kept, { event: adopt, by: customer }))).toEqual(said.figures);
        adopted += 1;
      }),
      { numRuns: 60 },
    );
    expect(adopted).toBeGreaterThan(15);
  });

  test("a cell of the grid and the plan pinned from it say the same", () => {
    for (const cell of dealGrid(cardOf(deal))!.rows.flat()) {
      const said = scenarioFigures(
        cardOf(deal),
        planLike(deal, { termMonths: cell.termMonths, cashDown: cell.cashDown }),
      );
      if (!cell.ok || !said?.fits) throw new Error("every cell of this deal works out");
      expect([said.figures.payment, said.figures.financeCharge]).toEqual([cell.payment, cell.financeCharge]);
    }
  });
});

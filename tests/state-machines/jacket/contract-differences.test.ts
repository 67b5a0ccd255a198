import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import type { DealState } from "#machines/deal/apply-deal-event";
import { viewOf } from "#machines/deal/view-of-deal";
import { contractCompared } from "#machines/jacket/contract-differences";
import { cents } from "#machines/money/cents";
import { aDeal } from "#tests/support/a-deal";
import { acceptanceOf, aProposal } from "#tests/support/a-pencil";
import { followedBy, settled } from "#tests/support/judged-deal";

const today = "2026-11-28";
const compared = (state: DealState) => contractCompared(viewOf(state, "customer"), today);
const ready = settled(aDeal());

/** A deal whose newest proposal was accepted. */
function agreed(from: DealState, cashDown = 300_000): DealState {
  const proposal = aProposal(from, { cashDown: cents(cashDown) });
  return followedBy(followedBy(from, proposal), acceptanceOf(proposal));
}

describe("[J10] the contract beside what was agreed", () => {
  test("without a proposal and a promise there is nothing to compare", () => {
    expect(compared(ready)).toEqual({ pencil: null, promise: null, rows: [], promiseLines: [], key: "" });
  });

  test("what was agreed to and is still so differs in no line", () => {
    const { pencil, key, rows } = compared(agreed(ready));
    expect(pencil).toBe(1);
    expect(key).toBe("");
    expect(rows.map(({ code }) => code)).toContain("payment");
    expect(rows.every(({ agreed: was, contract }) => was === contract)).toBe(true);
  });

  test("a figure that moved afterwards is named with both amounts, and every line it moved", () => {
    const moved = followedBy(agreed(ready), { type: "finance.cashDownSet", cashDown: cents(250_000) });
    const { rows, key } = compared(moved);
    const differing = rows.filter(({ differs }) => differs).map(({ code }) => code);
    for (const code of ["cashDue", "amountFinanced", "payment", "financeCharge"]) expect(differing).toContain(code);
    expect(differing).not.toContain("sellingPrice");
    expect(rows.find(({ code }) => code === "cashDue")).toMatchObject({ agreed: 300_000, contract: 250_000 });
    expect(key).not.toBe("");
  });

  test("a proposal nobody accepted is not what was agreed", () => {
    expect(compared(followedBy(ready, aProposal(ready))).pencil).toBeNull();
  });

  test("the same differences have the same key, any other another; put back, there is none", () => {
    const base = agreed(ready);
    const withCash = (amount: number) =>
      compared(followedBy(base, { type: "finance.cashDownSet", cashDown: cents(amount) }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800_000 }), fc.integer({ min: 0, max: 800_000 }), (one, other) => {
        expect(withCash(one).key === withCash(other).key).toBe(one === other);
        expect(withCash(one).key === "").toBe(one === 300_000);
      }),
      { numRuns: 40 },
    );
  });
});

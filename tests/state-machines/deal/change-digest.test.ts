import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { changeDigest } from "#machines/deal/change-digest";
import { type DealChange, dealChange } from "#machines/deal/deal-changes";
import type { DealEvent } from "#machines/deal/deal-events";
import { viewOf } from "#machines/deal/view-of-deal";
import { totalOfParts, watchedFigureNames } from "#machines/desking/explain-change";
import { cents } from "#machines/money/cents";
import { type Actor, actorRef } from "#machines/store/actor";
import { aDeal, customer, salesperson } from "#tests/support/a-deal";
import { followedBy, tradeEvents } from "#tests/support/judged-deal";

/** The changes of a stretch of history, as the customer is told them. */
function changesOf(told: readonly { event: DealEvent; by: Actor }[]): DealChange[] {
  let state = aDeal();
  return told.map(({ event, by }) => {
    const before = viewOf(state, "customer");
    state = followedBy(state, event);
    const meta = { revision: state.revision, at: "2026-11-28T15:01:00.000Z", by: { ...actorRef(by), id: "" } };
    return dealChange(before, viewOf(state, "customer"), event, meta);
  });
}

const bySalesperson = (event: DealEvent) => ({ event, by: salesperson });
const byCustomer = (event: DealEvent) => ({ event, by: customer });
const price = (amount: number) => bySalesperson({ type: "vehicle.sellingPriceSet", sellingPrice: cents(amount) });
const down = (amount: number) => byCustomer({ type: "finance.cashDownSet", cashDown: cents(amount) });
const term = (termMonths: number) => byCustomer({ type: "finance.termChosen", termMonths });
const method = (to: "cash" | "finance" | "lease") => byCustomer({ type: "finance.methodChosen", method: to });

function expectToAddUp(changes: readonly DealChange[]) {
  const digest = changeDigest(changes);
  if (!digest) return;
  for (const name of watchedFigureNames) {
    const [was, is] = [digest.before[name], digest.after[name]];
    if (was === null || is === null) continue;
    expect(totalOfParts(digest.parts, name) ?? 0, name).toBe(is - was);
  }
}

describe("[D13] several changes are told as one, by whom and through what", () => {
  test("nothing moved is nothing to tell", () => {
    expect(changeDigest([])).toBeNull();
    expect(changeDigest(changesOf([byCustomer({ type: "vehicle.confirmed" })]))).toBeNull();
  });

  test("two changes of one cause by one person are one part", () => {
    const digest = changeDigest(changesOf([price(3_650_000), down(400_000), price(3_600_000)]));
    expect(digest?.parts.map(({ by, code }) => [by.role, code])).toEqual([
      ["salesperson", "price"],
      ["customer", "cashDown"],
    ]);
    expectToAddUp(changesOf([price(3_650_000), down(400_000), price(3_600_000)]));
  });

  test("a way of paying tried and left again leaves what it did with whoever tried it", () => {
    const changes = changesOf([price(3_650_000), method("cash"), price(3_600_000), method("finance"), term(72)]);
    expect(changeDigest(changes)?.before.payment).not.toBeNull();
    expectToAddUp(changes);
  });

  test("property: the parts add up to the cent, whatever was done and by whom", () => {
    const anyEvent = fc.oneof(
      fc.integer({ min: 2_500_000, max: 3_699_500 }).map(price),
      fc.integer({ min: 0, max: 3_800_000 }).map(down),
      fc.constantFrom(48, 60, 72).map(term),
      fc.constantFrom("cash" as const, "finance" as const, "lease" as const).map(method),
      fc.constantFrom(...tradeEvents).map(bySalesperson),
    );
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 8 }), (told) => expectToAddUp(changesOf(told))),
      { numRuns: 15 },
    );
  });
});

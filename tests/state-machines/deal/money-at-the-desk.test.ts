import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { contextOf, type DealState, statusesOf } from "#machines/deal/apply-deal-event";
import { balanceDue, depositHeld } from "#machines/deal/balance-due";
import { type DealEvent, dealEditSchema } from "#machines/deal/deal-events";
import { effectsOf } from "#machines/deal/deal-effects";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { tenderMethods } from "#machines/stages/tender";
import { aDeal, fniManager, salesManager } from "#tests/support/a-deal";
import { depositEvents, followedBy, refusalOf, told } from "#tests/support/judged-deal";

const balance = (state: DealState) => {
  const found = balanceDue(
    contextOf(state),
    dealWorksheet({ ...contextOf(state), kept: statusesOf(state).kept })?.chosen,
  );
  if (!found) throw new Error("these terms work out");
  return found;
};
const paid = (amount: number, promise: number | null = null): DealEvent => ({
  type: "tender.recorded",
  method: "cash",
  amount: cents(amount),
  reference: "",
  promise,
});
const back = (number: number, amount: number): DealEvent => ({
  type: "tender.returned",
  number,
  amount: cents(amount),
  reason: "overpaid",
  note: "Counted twice",
});
const cash = told(aDeal(), { type: "finance.methodChosen", method: "cash" });
const held = told(aDeal(), ...depositEvents);

describe("[P12] the balance due", () => {
  test("is the cash due less the deposit and the tenders, whatever their order", () => {
    const { due } = balance(cash);
    const state = told(cash, ...depositEvents, paid(100_000));
    expect(balance(state)).toMatchObject({ due, deposit: 50_000, tendered: 100_000, left: due - 150_000, over: 0 });
    const turned = told(cash, paid(100_000), ...depositEvents);
    expect(balance(turned)).toEqual(balance(state));
  });

  test("a deposit on its way back counts no more", () => {
    const state = told(cash, ...depositEvents, { type: "deposit.refundRequested", reason: "Changed my mind" });
    expect(balance(state)).toMatchObject({ deposit: 0, left: balance(cash).due });
  });

  test("what is paid and given back, in any parts, adds up to the cent and never goes below nothing", () => {
    const step = fc.record({
      amount: fc.integer({ min: 1, max: 900_000 }),
      gives: fc.boolean(),
      pick: fc.nat(),
      by: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let state = cash;
        let sum = 0;
        for (const { amount, gives, pick, by } of steps) {
          const { list } = contextOf(state).tenders;
          const event: DealEvent = gives
            ? back(1 + (pick % Math.max(1, list.length)), amount)
            : ({ ...paid(amount), method: tenderMethods[by % tenderMethods.length]! } as DealEvent);
          const actor = { by: gives ? salesManager : fniManager };
          if (refusalOf(state, event, actor)) continue;
          state = followedBy(state, event, actor);
          sum += gives ? -amount : amount;
        }
        const found = balance(state);
        expect(found.tendered).toBe(sum);
        expect(found.left - found.over).toBe(found.due - sum);
        expect(found.left).toBeGreaterThanOrEqual(0);
        expect(found.over).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("[P7] money over the desk", () => {
  test("is written down by the ledger, once for each movement", () => {
    const before = told(cash, paid(40_000));
    const after = told(before, paid(60_000));
    expect(effectsOf(paid(60_000), before, after)).toEqual([{ type: "postTender", number: 2 }]);
    const given = followedBy(after, back(2, 10_000), { by: salesManager });
    expect(effectsOf(back(2, 10_000), after, given)).toEqual([{ type: "postTenderReturn", number: 2, part: 1 }]);
    expect(balance(given)).toMatchObject({ tendered: 90_000 });
  });

  test("a cheque's number is the store's, the payment everybody's at the table", () => {
    const state = told(cash, { ...paid(40_000), method: "check", reference: "10448" } as DealEvent);
    expect(viewOf(state, "customer").card.tenders.list[0]).toMatchObject({ amount: 40_000, method: "check" });
    expect(JSON.stringify(viewOf(state, "customer"))).not.toContain("10448");
    expect(JSON.stringify(viewOf(state, "sales"))).toContain("10448");
  });
});

test("[P8] a promised payment is open until it is brought or taken back, and counts only then", () => {
  const promise: DealEvent = { type: "tender.promised", amount: cents(30_000), dueOn: plainDate("2026-12-10") };
  const state = told(cash, promise, promise);
  expect(balance(state)).toMatchObject({ promised: 60_000, tendered: 0 });
  const kept = told(state, paid(30_000, 1), { type: "tender.promiseDropped", number: 2 });
  expect(contextOf(kept).tenders.promises.map(({ status }) => status)).toEqual(["kept", "dropped"]);
  expect(balance(kept)).toMatchObject({ promised: 0, tendered: 30_000 });
});

describe("[P9] a part of a deposit given back or kept", () => {
  const asks = (refund: number, forfeit = 0): DealEvent => ({
    type: "deposit.returnRequested",
    refund: cents(refund),
    forfeit: cents(forfeit),
    reason: forfeit > 0 ? "noShow" : "goodwill",
    note: "As agreed",
  });
  const agreed = (state: DealState, event: DealEvent) =>
    followedBy(followedBy(state, event, { by: fniManager }), { type: "deposit.returnApproved" }, { by: salesManager });
  const done = (refunded: number, forfeited = 0): DealEvent => ({
    type: "deposit.returned",
    attempt: 1,
    refunded: cents(refunded),
    forfeited: cents(forfeited),
    reference: "re_1",
  });

  test("needs two people, moves nothing before the second one, and leaves the rest held", () => {
    const wanted = followedBy(held, asks(20_000), { by: fniManager });
    expect(effectsOf(asks(20_000), held, wanted)).toEqual([]);
    const state = agreed(held, asks(20_000));
    expect(effectsOf({ type: "deposit.returnApproved" }, wanted, state)).toEqual([{ type: "settleReturn" }]);
    const after = told(state, done(20_000));
    expect(contextOf(after).deposit).toMatchObject({ status: "held", returned: 20_000, returnAsked: null });
    expect(depositHeld(contextOf(after).deposit)).toBe(30_000);
    expect(contextOf(told(agreed(after, asks(30_000)), done(30_000))).deposit.status).toBe("refunded");
  });

  test("the customer never hears what the store thinks of doing", () => {
    const state = agreed(held, asks(20_000));
    for (const audience of ["customer", "coBuyer", "guest"] as const)
      expect(JSON.stringify(viewOf(state, audience).card.deposit)).not.toContain("As agreed");
  });

  test("under terms that keep it, a whole one can be kept", () => {
    const keeping = aDeal({
      store: { deposit: { amount: cents(50_000), holdHours: 72, termsVersion: "deposit-2026-01", refundable: false } },
    });
    const state = agreed(told(keeping, ...depositEvents), asks(0, 50_000));
    expect(contextOf(told(state, done(0, 50_000))).deposit).toMatchObject({ status: "forfeited", forfeited: 50_000 });
  });
});

test("[PAY-17] a reference is no card’s number: refused as it is printed, masked as it is written oddly", () => {
  const taken = (reference: string) =>
    dealEditSchema.safeParse({ type: "tender.recorded", method: "card", amount: 100, reference, promise: null });
  expect(taken("4242 4242 4242 4242").success).toBe(false);
  expect(taken("6011.1111.1111.1117").data).toMatchObject({ reference: "••••.••••.••••.1117" });
  expect(taken("Cheque 10448").data).toMatchObject({ reference: "Cheque 10448" });
});

test("[P10] a hold is prolonged twice at most", () => {
  const to = (holdUntil: string): DealEvent => ({ type: "deposit.holdExtended", attempt: 1, holdUntil });
  const once = told(held, to("2026-12-02T15:00:00.000Z"));
  expect(contextOf(once).deposit).toMatchObject({ holdUntil: "2026-12-02T15:00:00.000Z", extensions: 1 });
  expect(effectsOf(to("2026-12-02T15:00:00.000Z"), held, once)).toEqual([{ type: "prolongHold" }]);
});

test("[P11] a deposit taken at the desk holds the car like any other", () => {
  const taken: DealEvent = {
    type: "deposit.takenAtDesk",
    attempt: 1,
    amount: cents(50_000),
    method: "check",
    reference: "10448",
    holdUntil: "2026-12-01T15:00:00.000Z",
    termsVersion: "deposit-2026-01",
  };
  const state = told(aDeal(), taken);
  expect(contextOf(state).deposit).toMatchObject({ status: "held", takenBy: "check", funds: "captured" });
  expect(statusesOf(state).statuses.deposit).toBe("complete");
  expect(effectsOf(taken, aDeal(), state)).toEqual([{ type: "postDeskDeposit", attempt: 1 }]);
});

import { describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { viewOf } from "#machines/deal/view-of-deal";
import { ownJacket } from "#app/signing/own-jacket";
import { aDeal } from "#tests/support/a-deal";
import {
  fniEvents,
  followedBy,
  frozen,
  handedOver,
  refusalOf,
  settled,
  termsAgreed,
  told,
} from "#tests/support/judged-deal";

const open = told(settled(aDeal()), ...fniEvents("accepted"), termsAgreed);
const contracted = told(open, frozen, { type: "deal.contracted" });

describe("[J10] the customer's own jacket", () => {
  it("is there from the freeze on: products as they were taken, old loans, whom to ask", () => {
    expect(ownJacket(viewOf(open, "customer"), [])).toBeNull();
    const kept = ownJacket(viewOf(told(open, frozen), "customer"), []);
    expect(kept?.products.map(({ code }) => code)).toEqual(["vscPlus", "tireWheel"]);
    expect(kept?.products[0]).toMatchObject({ months: 72, miles: 75_000 });
    expect(kept?.payoffs).toEqual([
      {
        car: "2019 Corvane Tessa",
        lender: "Cedar Savings",
        amount: 918_000,
        goodThrough: "2026-12-08",
        authorized: false,
        sent: null,
      },
    ]);
    expect(kept?.title).toBeNull();
    expect(kept?.contacts).toMatchObject({ store: "Lakeside Motors" });
    const signed = ownJacket(viewOf(contracted, "customer"), ["buyersOrder", "payoffAuthorisation:1"]);
    expect(signed?.payoffs[0]?.authorized).toBe(true);
  });

  it("[Y15] an old loan is marked sent with its amount and day, once it is owed and never for tomorrow; the customer reads it", () => {
    const sent = { amount: cents(917_500), on: plainDate("2026-11-28") };
    const mark = (car: number, what: typeof sent | null = sent) =>
      ({ type: "titleWork.payoffSent", car, sent: what }) as const;
    const payoffOf = (state: typeof contracted) => ownJacket(viewOf(state, "customer"), [])?.payoffs[0];
    expect(refusalOf(open, mark(1))?.code).toBe("notContracted");
    expect(refusalOf(contracted, mark(2))?.code).toBe("tradeCarUnknown");
    expect(refusalOf(contracted, mark(1, { ...sent, amount: cents(0) }))).toMatchObject({ field: "amount" });
    expect(refusalOf(contracted, mark(1, { ...sent, on: plainDate("2026-11-29") }))).toMatchObject({ field: "on" });
    const marked = told(handedOver(contracted), mark(1));
    expect(payoffOf(marked)).toMatchObject({ amount: 918_000, sent });
    // Who sent it is the store's own; what was sent is everybody's.
    expect(JSON.stringify(viewOf(marked, "customer").card.titleWork.payoffsSent)).not.toContain('"id"');
    const corrected = told(marked, mark(1, { ...sent, amount: cents(918_000) }));
    expect(payoffOf(corrected)?.sent).toEqual({ ...sent, amount: 918_000 });
    expect(payoffOf(told(corrected, mark(1, null)))?.sent).toBeNull();
  });

  it("follows promises and the title until the last plate, and stays for good", () => {
    const delivered = handedOver(contracted);
    const before = ownJacket(viewOf(delivered, "customer"), []);
    expect(before?.title?.steps.map(({ doneAt }) => doneAt)).toEqual([null, null, null, null]);
    const done = followedBy(delivered, { type: "titleWork.stepDone", step: "application", done: true });
    const after = ownJacket(viewOf(done, "customer"), []);
    expect(after?.title?.steps.filter(({ doneAt }) => doneAt !== null).map(({ step }) => step)).toEqual([
      "application",
    ]);
    expect(after?.products).toEqual(before?.products);
  });

  it("says nothing of what a promise costs the store", () => {
    const promised = followedBy(contracted, {
      type: "dueBill.itemAdded",
      itemId: "due-1",
      text: "Second key, cut and programmed",
      dueOn: plainDate("2026-12-20"),
      cost: cents(14_000),
      owner: { staffId: "staff-maya", role: "salesperson", firstName: "Maya", lastName: "Okonjo" },
    });
    const kept = ownJacket(viewOf(promised, "customer"), []);
    expect(kept?.promises).toMatchObject([{ text: "Second key, cut and programmed", by: "Maya", keptAt: null }]);
    expect(JSON.stringify(kept)).not.toContain("14000");
  });
});

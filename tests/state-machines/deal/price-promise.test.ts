import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, it } from "vitest";
import { contextOf, type DealState, permissionRefusal, statusesOf } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { effectsOf } from "#machines/deal/deal-effects";
import { promiseContentSchema } from "#machines/deal/promise-content";
import { differencesKey, promiseCompared, promiseDifferences } from "#machines/deal/promise-differences";
import { viewOf } from "#machines/deal/view-of-deal";
import { finalizeChecklist } from "#machines/jacket/finalize-checklist";
import { cents } from "#machines/money/cents";
import { aDeal, aStorePolicy, customer, fniManager, salesManager, salesperson } from "#tests/support/a-deal";
import { followedBy, refusalOf } from "#tests/support/judged-deal";
import { keptBy } from "./promise-refusal-cases";

const today = "2026-11-28";
const numbers = (state: DealState) => ({ ...contextOf(state), kept: statusesOf(state).kept });
const keep = (state: DealState, number?: string) => followedBy(state, keptBy(state, number));
const compared = (state: DealState, day = today) => promiseCompared(numbers(state), day);
const differences = (state: DealState) => compared(state)?.differences ?? [];
const byCustomer = (state: DealState, event: DealEvent) => followedBy(state, event, { by: customer });
/** The same deal in a store that has changed its mind since. */
const inStore = (state: DealState, store: Parameters<typeof aStorePolicy>[0]) => ({
  ...numbers(state),
  store: aStorePolicy(store),
});

describe("[PP1] a promise", () => {
  it("says the deal's own figures, to the cent, and its lines add up", () => {
    const state = keep(aDeal({ trade: { allowance: 800_000, payoff: 300_000 } }));
    const { content } = contextOf(state).promises.list[0]!;
    expect(content.lines.reduce((total, { amount }) => total + amount, 0)).toBe(
      content.totalPrice + content.governmentCharges,
    );
    expect(content.figures.payment! * content.figures.numberOfPayments).toBe(content.figures.totalOfPayments);
    expect(promiseContentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
    expect(differences(state)).toEqual([]);
  });

  it("holds for as long as the price is guaranteed, however late it is asked for", () => {
    const { goodThrough } = keptBy(aDeal(), "P-0000-0001", "2026-11-30").content;
    expect(goodThrough).toBe(keptBy(aDeal()).content.goodThrough);
    expect(compared(keep(aDeal()), goodThrough)).not.toBeNull();
    expect(compared(keep(aDeal()), "2027-12-31")).toBeNull();
  });

  it("moves no figure, is the server's to give and anybody's at the deal to ask for", () => {
    const state = aDeal();
    expect(keep(state).numbersRevision).toBe(state.numbersRevision);
    for (const actor of [customer, salesperson]) {
      expect(permissionRefusal(actor, "promise.requested")).toBeNull();
      expect(permissionRefusal(actor, "promise.kept")).toMatchObject({ code: "notAllowed" });
    }
    expect(effectsOf(keptBy(state), state, keep(state))).toEqual([{ type: "mailPromise", number: "P-0000-0001" }]);
  });

  it("is of cash and of a lease as well", () => {
    for (const method of ["cash", "lease"] as const) {
      const { content } = keptBy(aDeal({ finance: { method } }));
      expect(content.figures.method).toBe(method);
      expect(content.figures.cashDue).toBeGreaterThan(0);
    }
  });
});

describe("[PP2] the deal beside its promise", () => {
  const state = keep(aDeal());

  it("tells a higher price line by line, and a lower one not at all", () => {
    const { sellingPrice } = contextOf(state).vehicle;
    const lower = followedBy(state, { type: "vehicle.sellingPriceSet", sellingPrice: cents(sellingPrice - 30_000) });
    expect(differences(lower)).toEqual([]);
    const again = keep(lower, "P-0000-0002");
    const higher = followedBy(again, { type: "vehicle.sellingPriceSet", sellingPrice });
    expect(differences(higher)).toMatchObject([
      { code: "sellingPrice", kind: "higher", promised: sellingPrice - 30_000, now: sellingPrice },
      { code: "tax.stateAndLocal", kind: "higher" },
      { code: "payment", kind: "paymentHigher" },
    ]);
  });

  it("tells a higher fee, a new one, a lost rebate and a higher rate", () => {
    const { content } = contextOf(state).promises.list[0]!;
    const { docFee, governmentFees, retailTerms } = aStorePolicy();
    const dearer = inStore(state, {
      docFee: cents(docFee + 2_500),
      governmentFees: [...governmentFees, { code: "plateFrame", name: "Plate frame", amount: cents(1_900) }],
      retailTerms: retailTerms.map((row) => ({
        ...row,
        contractRate: Object.fromEntries(
          Object.entries(row.contractRate).map(([band, rate]) => [band, (rate + 5_000) as typeof rate]),
        ),
      })),
    });
    const vehicle = dearer.vehicle.vehicle!;
    const found = promiseDifferences(
      { ...dearer, vehicle: { ...dearer.vehicle, vehicle: { ...vehicle, incentives: [] } } },
      content,
    );
    const told = Object.fromEntries(found.map(({ code, kind }) => [code, kind]));
    expect(told).toMatchObject({
      docFee: "higher",
      "governmentFee.plateFrame": "added",
      contractRate: "rateHigher",
      payment: "paymentHigher",
    });
    for (const { code } of content.lines.filter((line) => line.code.startsWith("rebate.")))
      expect(told[code]).toBe("rebateLost");
  });

  it("does not hold the customer's own choices against anybody", () => {
    const lessDown = byCustomer(state, { type: "finance.cashDownSet", cashDown: cents(0) });
    const otherTerm = byCustomer(state, { type: "finance.termChosen", termMonths: 48 });
    const product = byCustomer(state, {
      type: "fni.productAnswered",
      code: "vscPlus",
      optionCode: "y6m75",
      answer: "accepted",
    });
    expect([lessDown, otherTerm, product].map(differences)).toEqual([[], [], []]);
  });

  it("is about the car it was made for, and only the newest counts", () => {
    const swapped = followedBy(state, {
      type: "vehicle.swapped",
      vehicle: { ...contextOf(state).vehicle.vehicle!, stockNumber: "U880" },
    });
    expect(compared(swapped)).toBeNull();
    expect(compared(keep(state, "P-0000-0007"))?.number).toBe("P-0000-0007");
  });
});

describe("[PP3] [PP4] at the freeze", () => {
  const before = keep(followedBy(aDeal(), lowered(50_000), { by: salesManager }));
  const raised = followedBy(before, lowered(0));
  const item = (state: DealState) =>
    finalizeChecklist(viewOf(state, "finance"), today).find(({ code }) => code === "promiseKept");

  it("a line above the promise is a red line, until the customer has read and agreed to it", () => {
    expect(item(aDeal())?.ok).toBe(true);
    expect(item(before)?.ok).toBe(true);
    expect(item(raised)).toMatchObject({ ok: false, fix: { action: "readPromise" } });
    const agree: DealEvent = {
      type: "promise.differencesAcknowledged",
      number: "P-0000-0001",
      key: differencesKey(differences(raised)),
    };
    for (const actor of [salesperson, salesManager, fniManager])
      expect(refusalOf(raised, agree, { by: actor })).toMatchObject({ code: "notAllowed" });
    expect(refusalOf(raised, agree, { by: customer, seenRevision: raised.numbersRevision - 1 })).toMatchObject({
      code: "numbersMoved",
    });
    expect(refusalOf(raised, agree, { by: customer })).toBeNull();
    const agreed = byCustomer(raised, agree);
    expect(item(agreed)?.ok).toBe(true);
    expect(compared(agreed)?.acknowledged).toBe(true);
    // Another difference is another thing to agree to.
    const higher = followedBy(agreed, {
      type: "finance.contractRateSet",
      contractRate: 69_000 as never,
      reason: "competingOffer",
    });
    expect(compared(higher)?.acknowledged).toBe(false);
    expect(item(higher)?.ok).toBe(false);
  });

  it("the same differences have one key, others another, and none has none", () => {
    const amounts = fc.integer({ min: 0, max: 9_000_000 });
    const kind = "higher" as const;
    fc.assert(
      fc.property(amounts, amounts, amounts, (promised, now, other) => {
        const one = [{ code: "docFee", label: "Doc", kind, promised, now }];
        expect(differencesKey(one)).toBe(differencesKey([{ ...one[0]!, label: "Documentation fee" }]));
        if (now !== other) expect(differencesKey(one)).not.toBe(differencesKey([{ ...one[0]!, now: other }]));
      }),
    );
    expect(differencesKey([])).toBe("");
  });
});

function lowered(by: number): DealEvent {
  return { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_699_500 - by) };
}

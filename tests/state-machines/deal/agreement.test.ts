import { describe, expect, test } from "vitest";
import { contextOf, type DealState, revisionRefusal, statusesOf } from "#machines/deal/apply-deal-event";
import { headlineNumbers } from "#machines/deal/deal-changes";
import type { DealEvent } from "#machines/deal/deal-events";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { dealGrid, worksheetInputs } from "#machines/deal/deal-worksheet";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { aDeal, customer, fniManager, salesperson } from "#tests/support/a-deal";
import { fniEvents, followedBy, refusalOf, settled, termsAgreed, told, tradeEvents } from "#tests/support/judged-deal";

const viewed = (state: DealState) => viewOf(state, "customer");
const headline = (state: DealState) => headlineNumbers(viewed(state));
const products = (state: DealState) => worksheetInputs(numbersFrom(viewed(state)))!.products.map(({ code }) => code);
const finance = (state: DealState) => statusesOf(state).statuses.finance;
const ready = settled(aDeal());
const withProducts = told(aDeal(), ...fniEvents("accepted"), termsAgreed);

describe("[F5] any figure that moves takes the agreement back, whoever moved it", () => {
  test.each<[string, DealState, DealEvent]>([
    ["another price", ready, { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_680_000) }],
    ["the trade described anew", ready, tradeEvents[0]!],
    ["another payoff", ready, { ...tradeEvents[2]!, payoff: cents(900_000) } as DealEvent],
    ["the trade left out", ready, { type: "stage.skipped", stage: "trade", reason: "noTrade" }],
    ["the menu left out", withProducts, { type: "stage.skipped", stage: "fni", reason: "notWanted" }],
    ["a product more", ready, fniEvents("accepted")[0]!],
    ["an incentive claimed", ready, { type: "vehicle.incentiveClaimed", code: "military", claimed: true }],
  ])("%s", (_what, state, event) => {
    const after = told(state, event);
    expect(headline(after)).not.toEqual(headline(state));
    expect(finance(after)).toBe("recheck");
    expect(contextOf(after).finance.termsAgreedAtRevision).toBeNull();
    expect(revisionRefusal(after, "finance.termsAgreed", state.revision)?.code).toBe("numbersMoved");
  });

  test.each<[string, DealEvent]>([
    ["a product declined once more", fniEvents()[0]!],
    ["a note", { type: "note.added", text: "Call the bank" }],
    ["an appraisal", { type: "trade.acvAppraised", acv: cents(1), recon: cents(0) }],
    ["the deposit left out", { type: "stage.skipped", stage: "deposit", reason: "payAtStore" }],
  ])("but not %s", (_what, event) => {
    const after = told(ready, event);
    expect(finance(after)).toBe("complete");
    expect(revisionRefusal(after, "finance.termsAgreed", ready.revision)).toBeNull();
  });

  test("no member of staff can bring it back: neither by resuming, nor by another event of the stage", () => {
    const moved = told(ready, {
      event: { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_650_000) },
      by: salesperson,
    });
    const tries: DealEvent[] = [
      { type: "stage.resumed", stage: "finance" },
      { type: "finance.targetPaymentSet", targetPayment: cents(60_000) },
    ];
    for (const event of tries) expect(finance(told(moved, { event, by: salesperson }))).toBe("inProgress");
    const confirm: DealEvent = { type: "stage.confirmed", stage: "finance" };
    expect(refusalOf(moved, confirm, { by: fniManager })?.code).toBe("customersToConfirm");
    expect(refusalOf(moved, confirm, { by: customer, seenRevision: ready.revision })?.code).toBe("numbersMoved");
    expect(finance(told(moved, { event: confirm, by: customer }))).toBe("complete");
  });

  test("an agreement does not survive a move that happened while finance was left out", () => {
    const skipped = told(ready, { type: "stage.skipped", stage: "finance", reason: "ownBank" });
    const moved = told(skipped, { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_680_000) });
    expect(finance(told(moved, { type: "stage.resumed", stage: "finance" }))).toBe("inProgress");
  });

  test("[D3] a booked time or a counter-offer that takes a left-out stage up again is not quiet", () => {
    const home: DealEvent[] = [
      { type: "delivery.methodChosen", method: "home" },
      {
        type: "delivery.addressGiven",
        street: "12 Elm Road",
        city: "Joliet",
        region: "IL",
        postcode: "60432",
        distanceMiles: 28,
        fee: cents(14_900),
      },
      { type: "stage.skipped", stage: "delivery", reason: "notWanted" },
    ];
    const left = told(aDeal(), ...home, termsAgreed);
    const booked = told(left, {
      type: "delivery.slotBooked",
      bookingId: "s",
      startsAt: "2026-12-02T16:00:00.000Z",
      endsAt: "2026-12-02T17:00:00.000Z",
    });
    expect(headline(booked)!.outTheDoor - headline(left)!.outTheDoor).toBe(14_900);
    expect(finance(booked)).toBe("recheck");
    expect(revisionRefusal(booked, "finance.termsAgreed", left.revision)?.code).toBe("numbersMoved");
  });
});

describe("[F2] a rate the finance manager set holds for its term and band alone", () => {
  const set = told(aDeal(), { type: "finance.contractRateSet", contractRate: ppm(64_900), reason: "competingOffer" });
  const override = (state: DealState) => contextOf(state).finance.contractRateOverride;

  test("it stays with another cash down and goes with another term or band", () => {
    expect(override(told(set, { type: "finance.cashDownSet", cashDown: cents(100_000) }))).toBe(64_900);
    expect(override(told(set, { type: "finance.termChosen", termMonths: 60 }))).toBe(64_900);
    expect(override(told(set, { type: "finance.termChosen", termMonths: 72 }))).toBeNull();
    expect(override(told(set, { type: "finance.creditBandStated", creditBand: "good" }))).toBeNull();
  });

  test("an adopted cell costs what the cell said", () => {
    const grid = dealGrid(numbersFrom(viewed(set)))!;
    for (const cell of grid.rows.flat()) {
      if (!cell.ok) continue;
      const adopted = told(set, { type: "finance.cellAdopted", termMonths: cell.termMonths, cashDown: cell.cashDown });
      expect(headline(adopted)!.payment).toBe(cell.payment);
    }
  });
});

describe("[M2] a product that stops helping is not charged, and its answer is kept", () => {
  const gap: DealEvent = { type: "fni.productAnswered", code: "gap", optionCode: "term", answer: "accepted" };

  test("GAP after the change to cash", () => {
    const financed = told(aDeal(), gap);
    const cash = told(financed, { type: "finance.methodChosen", method: "cash" });
    expect([products(financed), products(cash)]).toEqual([["gap"], []]);
    expect(products(told(cash, { type: "finance.methodChosen", method: "finance" }))).toEqual(["gap"]);
  });

  test("GAP after so much cash down that little is owed", () => {
    expect(products(told(aDeal(), gap, { type: "finance.cashDownSet", cashDown: cents(1_200_000) }))).toEqual([]);
  });

  test("a left-out trade does not count for the loan-to-value either", () => {
    const owned = aDeal({ trade: { allowance: 1_450_000 } });
    expect(refusalOf(owned, gap)?.code).toBe("productNotEligible");
    expect(refusalOf(told(owned, { type: "stage.skipped", stage: "trade", reason: "sellMyself" }), gap)).toBeNull();
  });
});

test("[D11] papers checked for one name are not papers for another", () => {
  const renamed = told(ready, {
    type: "customer.identified",
    firstName: "Mia",
    lastName: "Marsh",
    email: "",
    phone: "",
  });
  expect(contextOf(ready).people.identityVerifiedBy).not.toBeNull();
  expect(contextOf(renamed).people.identityVerifiedBy).toBeNull();
  const samePhone = followedBy(ready, {
    type: "customer.identified",
    firstName: "Theo",
    lastName: "Marsh",
    email: "",
    phone: "1",
  });
  expect(contextOf(samePhone).people.identityVerifiedBy).not.toBeNull();
});

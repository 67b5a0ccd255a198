import { describe, expect, it } from "vitest";
import { waysToPayment } from "#app/deal-card/finance/ways-to-payment";
import { ifOfferAccepted, productEffect } from "#app/deal-card/what-if";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { dealEvents, dealState, fniManager, type ToldEvent } from "#tests/support/a-deal";

const theosView = (events: readonly ToldEvent[] = []) =>
  viewOf(dealState([...dealEvents({ trade: { allowance: 1_450_000, payoff: 918_000 } }), ...events]), "customer");

describe("what a choice would do, by the core that draws the card", () => {
  it("[F3] a product's effect is the deal with it less the deal without it", () => {
    const view = theosView();
    const { monthly, total } = productEffect(view, "vscPlus", "y6m75");
    const accepted = theosView([
      { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75", answer: "accepted" },
    ]);
    expect(monthly).toBe((headlineNumbers(accepted)?.payment ?? 0) - (headlineNumbers(view)?.payment ?? 0));
    expect(total).toBe((monthly ?? 0) * 60);
    expect(productEffect(accepted, "vscPlus", "y6m75")).toEqual({ monthly, total });
  });

  it("[F3] [F8] a product's effect is that of the price set apart, not of the listed one", () => {
    const apart: ToldEvent = {
      event: {
        type: "fni.priceExceptionSet",
        code: "vscPlus",
        optionCode: "y6m75",
        price: cents(150_000),
        reason: "competingOffer",
      },
      by: fniManager,
    };
    const view = theosView([apart]);
    const { monthly, total } = productEffect(view, "vscPlus", "y6m75");
    const accepted = theosView([
      apart,
      { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75", answer: "accepted" },
    ]);
    expect(monthly).toBe((headlineNumbers(accepted)?.payment ?? 0) - (headlineNumbers(view)?.payment ?? 0));
    expect(monthly).toBeLessThan(productEffect(theosView(), "vscPlus", "y6m75").monthly ?? 0);
    expect(total).toBe((monthly ?? 0) * 60);
  });

  it("a product taken for cash has a price and no month", () => {
    const { monthly, total } = productEffect(
      theosView([{ type: "finance.methodChosen", method: "cash" }]),
      "vscPlus",
      "y6m75",
    );
    expect(monthly).toBeNull();
    expect(total).toBe(219_000);
  });

  it("an accepted offer changes nothing more when it is accepted again", () => {
    expect(ifOfferAccepted(theosView())).toEqual(headlineNumbers(theosView()));
  });

  it("[D8] each way to a target stays within it, and a longer term says what it adds in total", () => {
    const ways = waysToPayment(theosView(), cents(56_000));
    expect(ways?.there).toBeNull();
    expect(ways?.cash?.payment).toBeLessThanOrEqual(56_000);
    expect(ways?.price?.payment).toBeLessThanOrEqual(56_000);
    expect(ways?.term).toMatchObject({ termMonths: 72, payment: 49_731, totalDifference: 141_372 });
  });

  it("a target the deal meets already is said to be met", () => {
    expect(waysToPayment(theosView(), cents(60_000))?.there).toBe(57_321);
  });
});

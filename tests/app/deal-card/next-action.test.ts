import { describe, expect, it } from "vitest";
import type { ActionReader } from "#app/deal-card/card-action";
import { nextAction, waysOut } from "#app/deal-card/next-action";
import { viewOf } from "#machines/deal/view-of-deal";
import { plainDate } from "#machines/money/plain-date";
import { cents } from "#machines/money/cents";
import { stageNames } from "#machines/stages/stage";
import { dealEvents, dealState, salesperson, type DealSketch, type ToldEvent } from "#tests/support/a-deal";

const customer: ActionReader = { role: "customer", seesPlum: false };
const staff: ActionReader = { role: "salesperson", seesPlum: true };
const view = (events: readonly ToldEvent[] = [], sketch: DealSketch = {}) =>
  viewOf(dealState([...dealEvents(sketch), ...events]), "customer");

const described: ToldEvent = {
  type: "trade.described",
  year: 2019,
  make: "Corvane",
  model: "Tessa",
  trim: "",
  mileage: 58_240,
  vin: null,
};
const valued: ToldEvent = {
  type: "trade.valued",
  low: cents(1_310_000),
  base: cents(1_400_000),
  high: cents(1_510_000),
  lines: [],
  source: "guide",
  asOf: plainDate("2026-11-28"),
  goodThrough: plainDate("2026-12-05"),
};
const offered: ToldEvent = {
  event: {
    type: "trade.offerMade",
    offerId: "offer-1",
    allowance: cents(1_450_000),
    reasons: [],
    note: "",
    expiresAt: "2026-12-05T00:00:00.000Z",
  },
  by: salesperson,
};

describe("[X18] one clear next step for each role, never a dead end", () => {
  it("the open stage asks for what it lacks", () => {
    expect(nextAction(view(), "trade", customer).code).toBe("describeTrade");
    expect(nextAction(view([described]), "trade", customer).code).toBe("valueTrade");
    expect(nextAction(view(), "finance", customer).code).toBe("agreeTerms");
    expect(nextAction(view([], { vehicle: null, startedFrom: "walkIn" }), "vehicle", customer).code).toBe(
      "chooseVehicle",
    );
  });

  it("an open offer is accepted by the customer alone; staff send the link", () => {
    const deal = view([described, valued, offered]);
    expect(nextAction(deal, "trade", customer)).toMatchObject({ code: "acceptOffer" });
    expect(nextAction(deal, "trade", staff)).toMatchObject({ code: "sendLink", act: { open: "share" } });
  });

  it("while the store owes an offer the customer goes on elsewhere, and staff make it", () => {
    const owned: ToldEvent = { type: "trade.ownershipStated", ownership: "owned" };
    const told = view([described, valued, owned]);
    expect(nextAction(told, "trade", customer)).toMatchObject({ code: "submitTrade" });
    const deal = view([described, valued, owned, { type: "trade.submitted" }]);
    expect(nextAction(deal, "trade", customer)).toMatchObject({ code: "meanwhile", act: { stage: "finance" } });
    expect(nextAction(deal, "trade", staff).code).toBe("makeOffer");
    expect(nextAction(deal, "trade", { ...staff, seesPlum: false }).code).not.toBe("makeOffer");
  });

  it("a stage left out leads to another", () => {
    const told: ToldEvent[] = [{ type: "stage.skipped", stage: "trade", reason: "noTrade" }];
    expect(nextAction(view(told), "trade", customer)).toMatchObject({ code: "goOn", act: { stage: "finance" } });
  });

  it("a recheck is confirmed where it is, but terms by the customer only", () => {
    const told: ToldEvent[] = [
      { type: "finance.termsAgreed" },
      { event: { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_649_500) }, by: salesperson },
    ];
    expect(nextAction(view(told), "finance", customer).code).toBe("confirmStage");
    expect(nextAction(view(told), "finance", staff).code).toBe("sendLink");
  });

  it.each(stageNames)("%s: every reader has a button in every life of a deal", (stage) => {
    const lives: ToldEvent[][] = [[], [{ type: "deal.lost", reason: "bought elsewhere" }]];
    for (const told of lives)
      for (const reader of [customer, staff]) expect(nextAction(view(told), stage, reader).act).toBeTruthy();
  });
});

describe("[T8] [X3] ways round a stage", () => {
  it("the trade may be left out, sold privately or put off", () => {
    expect(waysOut(view(), "trade", customer).map(({ code }) => code)).toEqual(["later", "noTrade", "sellMyself"]);
  });

  it("an open offer may be countered", () => {
    const deal = view([described, valued, offered]);
    expect(waysOut(deal, "trade", customer).map(({ code }) => code)).toEqual(["counter", "later", "noTrade"]);
  });

  it("nothing is offered round a locked deal", () => {
    const deal = view([{ type: "deal.lost", reason: "bought elsewhere" }]);
    for (const stage of stageNames) expect(waysOut(deal, stage, customer)).toEqual([]);
  });
});

import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { contextOf, type DealState, eventRefusal, statusesOf } from "#machines/deal/apply-deal-event";
import { changeCause } from "#machines/deal/change-cause";
import { effectsOf } from "#machines/deal/deal-effects";
import type { DealEvent } from "#machines/deal/deal-events";
import { nextStep } from "#machines/deal/deal-progress";
import { creditedTrades, nextCar, payoffDay, tradeOf } from "#machines/deal/deal-trades";
import { dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import { tradesWorth } from "#machines/deal/trade-worth";
import { viewOf } from "#machines/deal/view-of-deal";
import { finalizeChecklist } from "#machines/jacket/finalize-checklist";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { tradeState } from "#machines/stages/trade";
import { payoffOn } from "#machines/stages/trade-payoff";
import { verificationDifferences } from "#machines/stages/trade-verification";
import { aDeal, appraiser, customer, fniManager, salesManager, system } from "#tests/support/a-deal";
import { deliveryEvents, followedBy, refusalOf, told } from "#tests/support/judged-deal";
import {
  accepted,
  described,
  financed,
  marked,
  offered,
  owned,
  photo,
  valued,
  verified,
  wornTires,
} from "#tests/support/trade-events";

const deal = aDeal();
const trade = (state: DealState, car = 1) => tradeOf(contextOf(state), car);
const stateOf = (state: DealState, car = 1) => tradeState(trade(state, car));
const inputsOf = (state: DealState) => worksheetInputs({ ...contextOf(state), kept: statusesOf(state).kept });
const taken = told(deal, described(), ...financed(), valued(1_400_000), offered(1_450_000), accepted());
const proven = told(taken, { event: photo("photo-f", "finding"), by: appraiser });
const adjusted = told(proven, verified([wornTires()]));

describe("[T4] the offer loop", () => {
  test("every state of it, in the order of a long evening", () => {
    const submitted = told(deal, described(), valued(1_400_000), { type: "trade.submitted" });
    const review = told(submitted, { event: { type: "trade.reviewStarted" }, by: appraiser });
    const open = told(review, offered(1_450_000));
    const countered = told(open, { type: "trade.offerCountered", offerId: "offer-1", counter: cents(1_500_000) });
    const states = [
      told(deal, described()),
      told(deal, described(), valued(1_400_000)),
      submitted,
      review,
      open,
      countered,
      told(countered, accepted()),
      told(countered, { type: "trade.offerDeclined", offerId: "offer-1" }),
      adjusted,
      told(adjusted, accepted("offer-2")),
      told(taken, verified()),
    ].map((state) => stateOf(state));
    expect(states).toEqual([
      "described",
      "estimated",
      "submitted",
      "underReview",
      "offered",
      "countered",
      "accepted",
      "declined",
      "adjusted",
      "verified",
      "verified",
    ]);
    expect(trade(open).review).toBeNull();
    expect(tradeState(contextOf(deal).trade)).toBeNull();
  });

  test("asking again after a no brings the car again, at its estimate", () => {
    const declined = told(deal, described(), valued(1_400_000), offered(1_450_000), {
      type: "trade.offerDeclined",
      offerId: "offer-1",
    });
    expect(creditedTrades(contextOf(declined), true)).toEqual([]);
    const again = told(declined, { type: "trade.submitted" });
    expect(creditedTrades(contextOf(again), true)).toEqual([{ allowance: 1_400_000, payoff: 0 }]);
    expect(nextStep(viewOf(again, "customer"))).toEqual({ code: "makeOffer", stage: "trade", turn: "store" });
  });

  test("[T13] where there is no estimate the store still has the next step", () => {
    const unknown = told(deal, described({ make: "Ellery" }), owned(), {
      type: "trade.notValued",
      comparables: 3,
      needed: 8,
      source: "comparables",
      asOf: plainDate("2026-11-28"),
    });
    expect(trade(unknown).noValuation).toMatchObject({ comparables: 3, needed: 8 });
    expect(creditedTrades(contextOf(unknown), true)).toEqual([]);
    expect(nextStep(viewOf(unknown, "customer")).code).toBe("makeOffer");
    expect(eventRefusal(unknown, offered(900_000), salesManager, "2026-11-28T16:00:00.000Z")?.code).toBe(
      "appraisalMissing",
    );
    const appraised = told(unknown, { type: "trade.acvAppraised", acv: cents(800_000), recon: cents(0) });
    expect(eventRefusal(appraised, offered(900_000), salesManager, "2026-11-28T16:00:00.000Z")).toBeNull();
  });

  test("[T17] what is only said or looked at does not take a left-out trade up", () => {
    const left = told(
      deal,
      described(),
      { type: "trade.submitted" },
      {
        type: "stage.skipped",
        stage: "trade",
        reason: "sellMyself",
      },
    );
    const said = told(
      left,
      { event: { type: "trade.messageSent", text: "We would still look at it." }, by: salesManager },
      { event: { type: "trade.reviewStarted" }, by: appraiser },
    );
    expect(statusesOf(said).statuses.trade).toBe("skipped");
    expect(trade(said).messages).toHaveLength(1);
    expect(said.numbersRevision).toBe(left.numbersRevision);
  });

  test("messages go both ways, and the newest forty stay on the card", () => {
    let talked = told(deal, described());
    for (let at = 0; at < 45; at++)
      talked = told(talked, {
        event: { type: "trade.messageSent", text: `line ${at}` },
        by: at % 2 ? appraiser : customer,
      });
    const { messages } = trade(talked);
    expect(messages).toHaveLength(40);
    expect(messages.at(-1)).toMatchObject({ text: "line 44", by: { role: "customer" } });
    expect(messages.at(-2)).toMatchObject({ text: "line 43", by: { role: "appraiser" } });
  });
});

describe("[T6] what is told anew was another car", () => {
  test.each([
    ["described", described({ mileage: 90_000 })],
    ["answered", { type: "trade.conditionAnswered", question: "tires", answer: "worn" }],
    ["marked", marked("m-1")],
  ] as const)("%s: estimate, offer and verification go", (_what, event) => {
    const seen = told(taken, verified());
    const after = trade(told(seen, event));
    expect([after.valuation, after.offer, after.verification, after.waiver]).toEqual([null, null, null, null]);
    expect(after.lien).not.toBeNull();
  });

  test("a mark is corrected under its own name, and stays without its photo when that goes", () => {
    const one = told(deal, described(), photo("p-1", "mark"), marked("m-1", { photoId: "p-1" }));
    const corrected = told(one, marked("m-1", { kind: "rust", photoId: "p-1" }));
    expect(trade(corrected).damage).toEqual([
      { markId: "m-1", place: "leftFrontDoor", kind: "rust", size: "hand", photoId: "p-1" },
    ]);
    const bare = told(corrected, { type: "trade.photoRemoved", photoId: "p-1" });
    expect(trade(bare).damage[0]?.photoId).toBeNull();
    expect(trade(told(bare, { type: "trade.damageUnmarked", markId: "m-1" })).damage).toEqual([]);
  });
});

describe("[T10] photos", () => {
  test("a guided one takes the place of the one before it, whose bytes are forgotten", () => {
    const first = told(deal, described(), photo("p-1", "odometer"), photo("p-2", "mark"));
    const second = told(first, photo("p-3", "odometer"), photo("p-4", "mark"));
    expect(trade(second).photos.map(({ photoId }) => photoId)).toEqual(["p-2", "p-3", "p-4"]);
    const event = photo("p-3", "odometer");
    expect(effectsOf(event, first, told(first, event))).toEqual([{ type: "forgetPhoto", photoId: "p-1" }]);
  });

  test("they move no figure", () => {
    const seen = told(taken, photo("p-1", "interior"));
    expect(seen.numbersRevision).toBe(taken.numbersRevision);
  });
});

describe("[T12] the payoff on the day it is paid", () => {
  const lien = { payoff: cents(918_000), payoffGoodThrough: plainDate("2026-12-08"), perDiem: cents(185) };

  test("worked by hand: four days after it ran out, at 1.85 a day, 9,180.00 is 9,187.40", () => {
    expect(payoffOn(lien, plainDate("2026-12-12"))).toEqual({ amount: 918_740, daysOver: 4, added: 740 });
    expect(payoffOn(lien, plainDate("2026-12-08"))).toEqual({ amount: 918_000, daysOver: 0, added: 0 });
    expect(payoffOn(lien, plainDate("2026-11-20")).amount).toBe(918_000);
    expect(payoffOn({ ...lien, perDiem: null }, plainDate("2026-12-12")).amount).toBe(918_000);
  });

  test("property: it never falls, and each day after the letter adds exactly one per-diem", () => {
    const amounts = fc.record({
      payoff: fc.nat(5_000_000),
      perDiem: fc.nat(5_000),
      day: fc.integer({ min: 1, max: 27 }),
    });
    fc.assert(
      fc.property(amounts, ({ payoff, perDiem, day }) => {
        const stated = { payoff: cents(payoff), perDiem: cents(perDiem), payoffGoodThrough: plainDate("2026-12-10") };
        const on = (date: number) => payoffOn(stated, plainDate(`2026-12-${String(date).padStart(2, "0")}`)).amount;
        expect(on(day + 1) - on(day)).toBe(day >= 10 ? perDiem : 0);
      }),
    );
  });

  test("the contract's day counts, and the later one of a booked delivery, in the store's own calendar", () => {
    const owing = told(
      deal,
      described(),
      ...financed({ perDiem: cents(185), payoffGoodThrough: plainDate("2026-11-30") }),
      valued(1_400_000),
    );
    expect(inputsOf(owing)?.trades).toEqual([{ allowance: 1_400_000, payoff: 918_000 }]);
    // 2 December at 16:00 UTC is the same day in Chicago: two days over.
    const booked = told(owing, ...deliveryEvents);
    expect(payoffDay(contextOf(booked), true)).toBe("2026-12-02");
    expect(inputsOf(booked)?.trades).toEqual([{ allowance: 1_400_000, payoff: 918_370 }]);
    expect(booked.numbersRevision).toBeGreaterThan(owing.numbersRevision);
    const later = told(booked, { type: "stage.deferred", stage: "delivery", remindAt: null });
    expect(inputsOf(later)?.trades[0]?.payoff).toBe(918_000);
    // Three in the morning UTC is still the evening before at the store.
    const night = followedBy(owing, {
      type: "delivery.slotBooked",
      bookingId: "s",
      startsAt: "2026-12-03T03:00:00.000Z",
      endsAt: "2026-12-03T04:00:00.000Z",
    });
    expect(payoffDay(contextOf(night), true)).toBe("2026-12-02");
  });

  test("[D11] the checklist is alarmed when the letter has run out, when it runs out before the keys, and by a lessor who sells to nobody", () => {
    const alarm = (state: DealState, today: string) => {
      const found = finalizeChecklist(viewOf(state, "finance"), today).find(({ code }) => code === "payoffGood");
      return found?.ok ? "good" : found?.reason;
    };
    const owing = (over: Parameters<typeof financed>[0]) =>
      told(deal, described(), ...financed(over), valued(1_400_000), offered(1_450_000), accepted());
    expect(alarm(owing({}), "2026-12-08")).toBe("good");
    expect(alarm(owing({}), "2026-12-09")).toBe("expired");
    expect(alarm(owing({ perDiem: cents(185) }), "2026-12-09")).toBe("expired");
    const soon = { payoffGoodThrough: plainDate("2026-11-30") };
    expect(alarm(told(owing(soon), ...deliveryEvents), "2026-11-29")).toBe("beforeDelivery");
    expect(alarm(told(owing({ ...soon, perDiem: cents(185) }), ...deliveryEvents), "2026-11-29")).toBe("good");
    expect(alarm(owing({ lease: { monthsLeft: 7, buyoutBy: "lesseeOnly" } }), "2026-11-29")).toBe("buyout");
    expect(alarm(owing({ lease: { monthsLeft: 7, buyoutBy: "anyDealer" } }), "2026-11-29")).toBe("good");
    const unstated = told(
      deal,
      described(),
      { type: "trade.ownershipStated", ownership: "financed" },
      valued(1_400_000),
      offered(1_450_000),
      accepted(),
    );
    expect(alarm(unstated, "2026-11-29")).toBe("missing");
  });
});

describe("[T15] in person", () => {
  test("differences are named in the order of the checklist", () => {
    const told_ = { description: { mileage: 58_240 }, condition: { tires: "good", body: "clean" } } as const;
    const found = {
      odometer: 58_240,
      vinMatches: true,
      findings: { tires: "good", body: "clean" },
      damage: [],
    } as const;
    expect(verificationDifferences(told_, { ...found, damage: [] })).toEqual([]);
    expect(verificationDifferences(told_, { ...found, damage: [], odometer: 58_740 })).toEqual([]);
    expect(
      verificationDifferences(told_, {
        odometer: 58_741,
        vinMatches: false,
        findings: { tires: "worn", body: "clean", keys: "one" },
        damage: [{ place: "hood", kind: "chip", size: "coin" }],
      }),
    ).toEqual(["vin", "odometer", "tires", "keys", "damage"]);
  });

  test("an adjustment makes a new offer that counts at once, and takes the agreement back", () => {
    expect(trade(adjusted).offer).toMatchObject({
      offerId: "offer-2",
      allowance: 1_415_000,
      answer: "open",
      adjusts: { verificationId: "check-1", allowance: 1_450_000 },
    });
    expect(inputsOf(adjusted)?.trades).toEqual([{ allowance: 1_415_000, payoff: 918_000 }]);
    expect(statusesOf(adjusted).statuses.trade).toBe("inProgress");
    expect(nextStep(viewOf(adjusted, "customer"))).toEqual({ code: "answerOffer", stage: "trade", turn: "customer" });
    const again = told(adjusted, accepted("offer-2"));
    expect(statusesOf(again).statuses.trade).toBe("complete");
    expect(effectsOf(verified([wornTires()]), proven, adjusted)).toEqual([
      { type: "tellCustomerOffer", offerId: "offer-2" },
    ]);
  });

  test("only the customer accepts it again, and the accepted one it replaced cannot be", () => {
    expect(eventRefusal(adjusted, accepted("offer-1"), customer, "2026-11-28T16:00:00.000Z")?.code).toBe(
      "offerChanged",
    );
  });

  test("what differs without money leaves the offer standing", () => {
    const noted = told(taken, verified([], { findings: [{ question: "keys", answer: "one" }] }));
    expect(trade(noted).offer?.answer).toBe("accepted");
    expect(stateOf(noted)).toBe("verified");
  });

  test("[T16] nobody contracts on a car that nobody saw, unless a manager takes it unseen", () => {
    const line = (state: DealState) =>
      finalizeChecklist(viewOf(state, "finance"), "2026-11-29").find(({ code }) => code === "tradeVerified")?.ok;
    expect(line(taken)).toBe(false);
    expect(line(told(taken, verified()))).toBe(true);
    const waived = told(taken, {
      event: { type: "trade.verificationWaived", reason: "Serviced here for years" },
      by: fniManager,
    });
    expect(line(waived)).toBe(true);
    expect(JSON.stringify(viewOf(waived, "customer"))).not.toContain("Serviced here");
    expect(line(told(deal, { type: "stage.skipped", stage: "trade", reason: "noTrade" }))).toBe(true);
  });

  test("property: the adjusted allowance is the accepted one and its lines, to the cent", () => {
    const amounts = fc.array(fc.integer({ min: -20_000, max: 4_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amounts, (list) => {
        const lines = list.map((amount) => wornTires(amount));
        const total = list.reduce((sum, amount) => sum + amount, 0);
        const after = trade(told(proven, { event: verified(lines), by: system }));
        expect(after.offer?.allowance).toBe(1_450_000 + total);
        expect(after.verification?.adjustments.reduce((sum, { amount }) => sum + amount, 1_450_000)).toBe(
          after.offer?.allowance,
        );
      }),
    );
  });
});

describe("[T9] up to three cars", () => {
  const second = described({ car: 2, make: "Halden", model: "Pico", year: 2018 });
  const two = told(taken, second);

  test("each has everything of its own; the deal credits them all", () => {
    const both = told(two, ...financed({ car: 2, lender: "Harbor", payoff: cents(700_000) }), valued(500_000, 2));
    expect(inputsOf(both)?.trades).toEqual([
      { allowance: 1_450_000, payoff: 918_000 },
      { allowance: 500_000, payoff: 700_000 },
    ]);
    const sheet = dealWorksheet({ ...contextOf(both), kept: statusesOf(both).kept });
    expect(sheet?.tradeEquity).toBe(1_450_000 - 918_000 + 500_000 - 700_000);
    expect(trade(both).lien?.lender).toBe("Cedar Savings");
    expect(statusesOf(both).statuses.trade).toBe("inProgress");
    const done = told(both, offered(520_000, { car: 2, offerId: "offer-9" }), accepted("offer-9", 2));
    expect(statusesOf(done).statuses.trade).toBe("complete");
  });

  test("a car that was taken off leaves its place: the third stays the third", () => {
    const three = told(two, described({ car: 3, model: "Ridge" }), valued(900_000, 3));
    expect(nextCar(contextOf(three))).toBeNull();
    const gap = told(three, { type: "trade.carRemoved", car: 2 });
    expect(trade(gap, 2).description).toBeNull();
    expect(trade(gap, 3).description?.model).toBe("Ridge");
    expect(nextCar(contextOf(gap))).toBe(2);
    expect(inputsOf(gap)?.trades.map(({ allowance }) => allowance)).toEqual([1_450_000, 900_000]);
  });

  test("[T5] each is worth its own ACV to the store; over-allowance is theirs together", () => {
    const worth = told(
      two,
      valued(500_000, 2),
      { type: "trade.acvAppraised", acv: cents(1_390_000), recon: cents(0) },
      {
        type: "trade.acvAppraised",
        acv: cents(481_300),
        recon: cents(0),
        car: 2,
      },
    );
    expect(tradesWorth(viewOf(worth, "finance"))).toEqual([
      { allowance: 1_450_000, acv: 1_390_000 },
      { allowance: 500_000, acv: 481_300 },
    ]);
    expect(JSON.stringify(viewOf(worth, "customer"))).not.toMatch(/1390000|481300/);
  });

  test("[D12] a sentence names the car once there are several", () => {
    const event = valued(500_000, 2);
    const cause = changeCause(event.type, viewOf(two, "customer"), viewOf(told(two, event), "customer"));
    expect(cause.params).toEqual({ low: 450_000, high: 550_000, car: "2018 Halden Pico" });
    const one = told(deal, described());
    expect(
      changeCause("trade.valued", viewOf(one, "customer"), viewOf(told(one, valued(500_000)), "customer")).params,
    ).toEqual({
      low: 450_000,
      high: 550_000,
    });
  });
});

describe("[T18] more is owed than the car brings", () => {
  const owing = told(deal, described(), ...financed({ payoff: cents(1_700_000) }), valued(1_400_000));
  const split = (amount: number): DealEvent => ({ type: "finance.tradeBalanceSplit", paidNow: cents(amount) });
  const sheetOf = (state: DealState) => {
    const sheet = dealWorksheet({ ...contextOf(state), kept: statusesOf(state).kept });
    if (!sheet?.finance.ok || !sheet.lease.ok || !sheet.cash.ok) throw new Error("every column works out");
    return { ...sheet, finance: sheet.finance, lease: sheet.lease, cash: sheet.cash };
  };

  test("part is paid at signing and the rest rides on the loan, to the cent; a cash deal pays it all anyway", () => {
    const before = sheetOf(owing);
    const after = sheetOf(told(owing, split(120_000)));
    expect([before.negativeEquity, after.negativeEquity]).toEqual([300_000, 180_000]);
    expect(after.finance.amountFinanced).toBe(before.finance.amountFinanced - 120_000);
    expect(after.finance.cashDueAtSigning).toBe(before.finance.cashDueAtSigning + 120_000);
    expect(after.finance.downPayment).toBe(before.finance.downPayment);
    expect(after.finance.payment).toBeLessThan(before.finance.payment);
    expect(after.lease.grossCapCost).toBe(before.lease.grossCapCost - 120_000);
    expect(after.cash.balanceDue).toBe(before.cash.balanceDue);
    expect(after.finance.signingLines.map(({ code, amount }) => [code, amount])).toContainEqual([
      "tradePaidNow",
      120_000,
    ]);
  });

  test("property: every column foots whatever is paid, and never more than is owed is taken", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (amount) => {
        const refused = refusalOf(owing, split(amount));
        expect(refused?.code).toBe(amount > 300_000 ? "tradeBalanceTooHigh" : undefined);
        const sheet = sheetOf(followedBy(owing, split(amount)));
        const sum = (lines: readonly { amount: number }[]) => lines.reduce((total, line) => total + line.amount, 0);
        expect(sum(sheet.finance.lines)).toBe(sheet.finance.amountFinanced);
        expect(sum(sheet.finance.signingLines)).toBe(sheet.finance.cashDueAtSigning);
        expect(sum(sheet.lease.lines)).toBe(sheet.lease.adjustedCapCost);
        expect(sum(sheet.lease.signingLines)).toBe(sheet.lease.cashDueAtSigning);
        expect(sheet.negativeEquity).toBe(300_000 - Math.min(amount, 300_000));
      }),
    );
  });

  test("where the cars bring more again, nothing is paid on a loan that is covered", () => {
    const covered = told(owing, split(120_000), offered(1_800_000), accepted());
    expect(inputsOf(covered)?.trades).toEqual([{ allowance: 1_800_000, payoff: 1_700_000 }]);
  });
});

import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEvent, DealEventOf } from "#machines/deal/deal-events";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import { effectsOf } from "#machines/deal/deal-effects";
import { viewOf } from "#machines/deal/view-of-deal";
import { totalOfLines } from "#machines/desking/money-line";
import { finalizeChecklist } from "#machines/jacket/finalize-checklist";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import { appliedRule } from "#machines/rule-packs/applied-rule";
import { jurisdictionById } from "#machines/rule-packs/jurisdictions";
import { findRulePack } from "#machines/rule-packs/rule-pack-table";
import { aDeal, aVehicle, customer, fniManager, salesManager, salesperson, system } from "#tests/support/a-deal";
import { followedBy, identityEvents, refusalOf, told } from "#tests/support/judged-deal";

const today = "2026-11-28";
const address = { street: "7 Ridge Road", city: "Elsewhere", region: "TN", postcode: "37201" };

function applied(id: string, change: Partial<DealEventOf<"taxes.ruleApplied">> = {}): DealEvent {
  const rule = appliedRule(jurisdictionById(id)!, findRulePack(id, plainDate(today))!, {
    localRate: ppm(22_500),
    registrant: false,
    confirmed: true,
  });
  return {
    type: "taxes.ruleApplied",
    garaging: { ...address, sameAsHome: false, registrant: false },
    jurisdiction: id,
    rule,
    gap: null,
    dateBasis: "contract",
    governmentFees: null,
    ...change,
  };
}
const kept = (deal: DealState, id: string, change?: Partial<DealEventOf<"taxes.ruleApplied">>) =>
  followedBy(deal, applied(id, change), { by: system });
const stated = (code: string, amount: number, reason = "The clerk's own table"): DealEvent => ({
  type: "taxes.lineOverridden",
  code,
  amount: cents(amount),
  reason,
});
const sheetOf = (deal: DealState) => dealWorksheet(numbersFrom(viewOf(deal, "customer")))!;
const lineOf = (deal: DealState, code: string) => {
  const sheet = sheetOf(deal);
  return [...sheet.priceLines, ...sheet.taxLines].find((line) => line.code === code);
};
const taxItem = (deal: DealState, day = today) =>
  finalizeChecklist(viewOf(deal, "finance"), day).find(({ code }) => code === "taxesSettled");

describe("[X5] the place where the car is kept decides the tax", () => {
  test("its rule takes the store's place, and the figures with it", () => {
    const deal = kept(aDeal({ trade: { allowance: 1_450_000 } }), "us-tn");
    // 36,995.00 + 367.70 less 14,500.00 is 22,862.70: 7 %, 2.25 % of 1,600.00 and 2.75 % of the next 1,600.00.
    expect(sheetOf(deal).taxLines.map(({ code, amount }) => [code, amount])).toEqual([
      ["tax.state", 160_039],
      ["tax.local", 3_600],
      ["tax.singleArticle", 4_400],
      ["governmentFee.title", 16_500],
      ["governmentFee.plates", 15_100],
    ]);
  });

  test("a used car on the deal is taxed as the place taxes used ones, also after a swap", () => {
    const deal = kept(aDeal({ trade: { allowance: 1_000_000 } }), "us-oh");
    const used: DealEvent = {
      type: "vehicle.swapped",
      vehicle: aVehicle({ stockNumber: "U1", condition: "used", residuals: [] }),
    };
    const creditOf = (state: DealState) => worksheetInputs(numbersFrom(viewOf(state, "customer")))!.tax.tradeCredit;
    expect(creditOf(deal)).toBe("full");
    expect(creditOf(followedBy(deal, used, { by: system }))).toBe("none");
  });

  test("title and registration are those the store confirmed for the place", () => {
    const governmentFees = [{ code: "title", name: "Title", amount: cents(1_400) }];
    const deal = kept(aDeal(), "us-tn", { governmentFees });
    expect(sheetOf(deal).governmentFees).toBe(1_400);
  });

  test("what the place says of a product comes before what the menu says", () => {
    const menu = { code: "tireWheel", optionCode: "y5", answer: "accepted" } as const;
    const deal = told(aDeal(), { type: "fni.productAnswered", ...menu });
    const productsTaxed = { tireAndWheel: false };
    const rule = { ...contextOf(deal).store.tax, id: "us-nc", productsTaxed };
    expect(sheetOf(kept(deal, "us-nc", { rule })).taxableBase).toBe(sheetOf(deal).taxableBase - 89_900);
  });

  test("the buyer's new address has the taxes looked up again where the car is kept at home", () => {
    const moved: DealEvent = { type: "customer.addressStated", ...address };
    const askedBy = (before: DealState) => effectsOf(moved, before, followedBy(before, moved));
    expect(askedBy(aDeal())).toEqual([{ type: "lookUpTaxes" }]);
    const atHome = { garaging: { ...address, sameAsHome: true, registrant: false } };
    expect(askedBy(kept(aDeal(), "us-tn", atHome))).toEqual([{ type: "lookUpTaxes" }]);
    expect(askedBy(kept(aDeal(), "us-tn"))).toEqual([]);
  });

  test("in the store's own state nothing needs to be looked up", () => {
    const home: DealEvent = { type: "customer.addressStated", ...address, region: "Illinois", postcode: "60614" };
    expect(effectsOf(home, aDeal(), followedBy(aDeal(), home))).toEqual([]);
  });

  test("where the day of the hand-over decides, another day has them looked up again", () => {
    const slot: DealEvent = {
      type: "delivery.slotBooked",
      bookingId: "s-1",
      startsAt: "2027-01-04T16:00:00.000Z",
      endsAt: "2027-01-04T17:00:00.000Z",
    };
    const ready = told(aDeal(), { type: "delivery.methodChosen", method: "pickup" });
    const michigan = kept(ready, "us-mi", { dateBasis: "delivery" });
    expect(effectsOf(slot, michigan, followedBy(michigan, slot, { by: system }))).toContainEqual({
      type: "lookUpTaxes",
    });
    expect(effectsOf(slot, ready, followedBy(ready, slot, { by: system }))).toEqual([]);
  });
});

describe("[X6] a gap is said, and no contract is frozen over it", () => {
  const notConfirmed = (deal: DealState) => kept(deal, "us-oh", { rule: null, gap: "notConfirmed" });

  test("the store's own rule holds meanwhile", () => {
    expect(sheetOf(notConfirmed(aDeal())).taxTotal).toBe(sheetOf(aDeal()).taxTotal);
  });

  test("each gap is a red line with its reason", () => {
    expect(taxItem(aDeal())).toMatchObject({ ok: true, reason: null });
    expect(taxItem(kept(aDeal(), "us-tn"))).toMatchObject({ ok: true });
    for (const gap of ["notConfirmed", "notInForce", "byHand", "localRateMissing"] as const)
      expect(taxItem(kept(aDeal(), "us-oh", { gap }))).toMatchObject({ ok: false, reason: gap });
  });

  test("an address in another state that nobody looked up is one, and so is one that changed since", () => {
    const home: DealEvent = { type: "customer.addressStated", ...address, region: "OH" };
    expect(taxItem(told(aDeal(), home))).toMatchObject({ ok: false, reason: "notLookedUp" });
    const atHome = { garaging: { ...address, sameAsHome: true, registrant: false } };
    const lookedUp = kept(told(aDeal(), { type: "customer.addressStated", ...address }), "us-tn", atHome);
    expect(taxItem(lookedUp)).toMatchObject({ ok: true });
    expect(taxItem(told(lookedUp, home))).toMatchObject({ ok: false, reason: "addressMoved" });
    expect(taxItem(told(aDeal(), ...identityEvents))).toMatchObject({ ok: true });
  });

  test("a rule that is no longer law on the day is one; the day of the hand-over counts where it does", () => {
    const michigan = kept(aDeal(), "us-mi");
    expect(taxItem(michigan, "2026-12-31")).toMatchObject({ ok: true });
    expect(taxItem(michigan, "2027-01-01")).toMatchObject({ ok: false, reason: "notInForce" });
    const slot: DealEvent = {
      type: "delivery.slotBooked",
      bookingId: "s-1",
      // 11 PM on 31 December at the store.
      startsAt: "2027-01-01T05:00:00.000Z",
      endsAt: "2027-01-01T06:00:00.000Z",
    };
    const ready = told(aDeal(), { type: "delivery.methodChosen", method: "pickup" });
    const booked = followedBy(kept(ready, "us-mi", { dateBasis: "delivery" }), slot, { by: system });
    expect(taxItem(booked)).toMatchObject({ ok: true });
    const later = { ...slot, startsAt: "2027-01-01T06:00:00.000Z" } as DealEvent;
    expect(taxItem(followedBy(booked, later, { by: system }))).toMatchObject({ ok: false, reason: "notInForce" });
  });

  test("a manager who stated every tax by hand answers for them", () => {
    const deal = told(notConfirmed(aDeal()), stated("tax.stateAndLocal", 200_000));
    expect(taxItem(deal)).toMatchObject({ ok: true });
  });
});

describe("[X8] every tax and fee says what it rests on", () => {
  test("jurisdiction, rule, rate, base, source, since when", () => {
    expect(lineOf(kept(aDeal(), "us-tn"), "tax.local")?.basis).toMatchObject({
      kind: "tax",
      ruleId: "us-tn",
      jurisdiction: "Tennessee",
      rule: "Sales tax with single article limit",
      rate: 22_500,
      base: 160_000,
      inForceSince: "2026-01-01",
      status: "verified",
      workedOut: null,
    });
    expect(lineOf(aDeal(), "governmentFee.title")?.basis).toMatchObject({ kind: "governmentFee", rate: null });
  });

  test("where the law sets a limit, the sum it would have been", () => {
    expect(lineOf(kept(aDeal(), "us-sc"), "tax.maintenanceFee")).toMatchObject({
      amount: 50_000,
      basis: { base: 3_736_270, beforeBounds: 186_814 },
    });
  });

  test("on a lease: the tax of each payment, of the signing, and of what was rolled in", () => {
    const leased = (id: string) => {
      const { lease } = sheetOf(kept(aDeal({ finance: { method: "lease" } }), id));
      if (!lease.ok) throw new Error(lease.code);
      return lease;
    };
    const monthly = leased("us-tn").paymentLines.find(({ code }) => code === "monthlyTax");
    expect(monthly?.basis).toMatchObject({ base: leased("us-tn").basePayment, rate: null });
    const upfront = leased("us-va").signingLines.find(({ code }) => code === "upfrontTax");
    expect(upfront?.basis).toMatchObject({ rate: 41_500, base: 3_736_270 });
    const rolled = leased("us-tx")
      .lines.flatMap(({ lines = [] }) => lines)
      .find(({ code }) => code === "capitalizedTax");
    expect(rolled?.basis).toMatchObject({ rate: 62_500 });
  });
});

describe("[X9] a manager states a line by hand, with a reason, for everybody to see", () => {
  test.each([
    ["a customer", customer, false],
    ["a salesperson", salesperson, false],
    ["a sales manager", salesManager, true],
    ["the finance manager", fniManager, true],
  ] as const)("%s", (_who, by, may) => {
    expect(refusalOf(aDeal(), stated("tax.stateAndLocal", 1), { by })?.code ?? null).toBe(may ? null : "notAllowed");
  });

  test("the amount stands in the figures; the rule's own stays beside it; the customer reads who and why", () => {
    const deal = told(aDeal(), { event: stated("tax.stateAndLocal", 250_000), by: fniManager });
    const worked = sheetOf(aDeal()).taxTotal;
    expect(sheetOf(deal).taxTotal).toBe(250_000);
    expect(sheetOf(deal).outTheDoor - sheetOf(aDeal()).outTheDoor).toBe(250_000 - worked);
    expect(lineOf(deal, "tax.stateAndLocal")?.basis?.workedOut).toBe(worked);
    const [seen] = viewOf(deal, "customer").card.taxes.overrides;
    expect(seen).toMatchObject({ reason: "The clerk's own table", by: { firstName: "Priya" } });
    expect(JSON.stringify(seen)).not.toContain("staff-");
  });

  test("a tax set to nothing keeps its line", () => {
    expect(lineOf(told(aDeal(), stated("tax.stateAndLocal", 0)), "tax.stateAndLocal")?.amount).toBe(0);
  });

  test("a government fee and the taxes of a lease are lines like any other", () => {
    const deal = told(
      aDeal({ finance: { method: "lease" } }),
      stated("governmentFee.title", 10_000),
      stated("monthlyTax", 5_000),
      stated("upfrontTax", 0),
    );
    const { lease, governmentFees } = sheetOf(deal);
    expect(governmentFees).toBe(25_100);
    expect(lease).toMatchObject({ monthlyTax: 5_000, upfrontTax: 0 });
  });

  test("it is taken back to the rule", () => {
    const deal = told(aDeal(), stated("tax.stateAndLocal", 1));
    const back = told(deal, { type: "taxes.overrideRemoved", code: "tax.stateAndLocal" });
    expect(sheetOf(back)).toEqual(sheetOf(aDeal()));
    expect(refusalOf(back, { type: "taxes.overrideRemoved", code: "tax.stateAndLocal" })?.code).toBe("taxLineUnknown");
  });

  test("only a line of the deal, and no tax above the price of the car", () => {
    expect(refusalOf(aDeal(), stated("tax.luxury", 1))).toMatchObject({ code: "taxLineUnknown", field: "code" });
    expect(refusalOf(aDeal(), stated("docFee", 1))?.code).toBe("taxLineUnknown");
    expect(refusalOf(aDeal(), stated("tax.stateAndLocal", 3_699_501))).toMatchObject({
      code: "taxTooHigh",
      params: { limit: 3_699_500 },
      field: "amount",
    });
  });

  test("[X7] under another rule it stands no longer; the same rule again leaves it", () => {
    const deal = told(kept(aDeal(), "us-tn"), stated("tax.state", 100_000));
    expect(contextOf(kept(deal, "us-tn")).taxes.overrides).toHaveLength(1);
    expect(contextOf(kept(deal, "us-ca")).taxes.overrides).toEqual([]);
  });
});

describe("[X10] the cap of the documentation fee binds", () => {
  test("that of the place where the car is kept", () => {
    const deal = kept(aDeal(), "us-ca");
    expect(lineOf(deal, "docFee")).toMatchObject({ amount: 8_500, basis: { askedBeforeCap: 36_770 } });
    expect(sheetOf(deal).taxableBase).toBe(3_699_500 + 8_500);
  });

  test("that of the store's own place, wherever the car is kept", () => {
    const capped = { ...contextOf(aDeal()).store.tax, docFeeCap: { amount: cents(20_000) } };
    const deal = kept(aDeal({ store: { tax: capped } }), "us-tn");
    expect(lineOf(deal, "docFee")?.amount).toBe(20_000);
  });

  test("what a manager let go comes off what could be asked at all", () => {
    const waived: DealEvent = { type: "finance.docFeeWaived", docFeeWaived: cents(5_000) };
    const deal = kept(followedBy(aDeal(), waived, { by: salesManager }), "us-ca");
    expect(lineOf(deal, "docFee")?.amount).toBe(3_500);
  });
});

test("[X11] a registrant's trade is not netted, and its own tax is told, not mixed in", () => {
  const rule = appliedRule(jurisdictionById("ca-on")!, findRulePack("ca-on", plainDate(today))!, {
    localRate: null,
    registrant: true,
    confirmed: true,
  });
  const deal = kept(aDeal({ trade: { allowance: 1_000_000 } }), "ca-on", { rule });
  expect(sheetOf(deal).taxableBase).toBe(3_699_500 + 36_770);
  expect(sheetOf(deal).taxOnTrade).toBe(130_000);
  expect(sheetOf(deal).tradeEquity).toBe(1_000_000);
});

test("[W1] lines add up to their totals whatever place and whatever was stated by hand", () => {
  const place = fc.constantFrom("us-tn", "us-ca", "us-mi", "us-sc", "us-wa", "ca-qc", "ca-bc", "us-mt", "us-ct");
  const method = fc.constantFrom("cash", "finance", "lease" as const);
  fc.assert(
    fc.property(place, method, fc.nat(3_000_000), fc.nat(60_000), (id, by, tax, fee) => {
      let deal = kept(aDeal({ finance: { method: by }, trade: { allowance: 900_000 } }), id);
      const first = contextOf(deal).taxes.rule?.components[0]?.name;
      if (first) deal = followedBy(deal, stated(`tax.${first}`, tax), { by: fniManager });
      deal = followedBy(deal, stated("governmentFee.title", fee), { by: fniManager });
      const sheet = sheetOf(deal);
      expect(totalOfLines(sheet.taxLines)).toBe(sheet.governmentCharges);
      const { chosen } = sheet;
      if (!chosen.ok) return;
      if (chosen.method === "lease") {
        expect(totalOfLines(chosen.signingLines)).toBe(chosen.cashDueAtSigning);
        expect(totalOfLines(chosen.paymentLines)).toBe(chosen.payment);
        expect(totalOfLines(chosen.lines)).toBe(chosen.adjustedCapCost);
      } else
        expect(totalOfLines(chosen.lines)).toBe(
          chosen.method === "cash" ? chosen.dueAtDelivery : chosen.amountFinanced,
        );
    }),
    { numRuns: 150 },
  );
}, 30_000);

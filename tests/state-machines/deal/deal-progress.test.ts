import { describe, expect, test } from "vitest";
import type { DealState } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { nextStep, resumeStage } from "#machines/deal/deal-progress";
import { timeSaved } from "#machines/deal/time-saved";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import {
  type StageName,
  stageNames,
  type StageStatus,
  stageStatuses,
  type StageStatuses,
} from "#machines/stages/stage";
import { aDeal, fniManager } from "#tests/support/a-deal";
import {
  deliveryEvents,
  depositEvents,
  fniEvents,
  frozen,
  handedOver,
  identityEvents,
  settled,
  termsAgreed,
  told,
  tradeEvents,
} from "#tests/support/judged-deal";

const viewed = (state: DealState) => viewOf(state, "customer");
const next = (state: DealState) => nextStep(viewed(state));
const skip = (stage: StageName): DealEvent => ({ type: "stage.skipped", stage, reason: "notWanted" });
const defer = (stage: StageName): DealEvent => ({ type: "stage.deferred", stage, remindAt: null });

describe("[D10] the next step of typical deals", () => {
  test("a new deal from the vehicle page goes on with the trade", () => {
    expect(next(aDeal())).toEqual({ code: "continue", stage: "trade", turn: "customer" });
  });

  test("a walk-in without a vehicle begins with the vehicle", () => {
    expect(next(aDeal({ vehicle: null, startedFrom: "walkIn" }))).toMatchObject({ code: "continue", stage: "vehicle" });
  });

  test("a described and valued trade waits for the store's offer, then for the customer, then for the store", () => {
    const range = { low: cents(1_300_000), base: cents(1_400_000), high: cents(1_500_000) };
    const valued = told(aDeal(), tradeEvents[0]!, tradeEvents[1]!, {
      type: "trade.valued",
      ...range,
      lines: [],
      source: "Store estimate",
      asOf: "2026-11-28" as never,
      goodThrough: "2026-12-05" as never,
    });
    expect(next(valued)).toEqual({ code: "makeOffer", stage: "trade", turn: "store" });
    const offered = told(valued, tradeEvents[3]!);
    expect(next(offered)).toEqual({ code: "answerOffer", stage: "trade", turn: "customer" });
    const countered = told(offered, { type: "trade.offerCountered", offerId: "offer-1", counter: cents(1_500_000) });
    expect(next(countered)).toEqual({ code: "answerCounter", stage: "trade", turn: "store" });
    expect(next(told(countered, tradeEvents[4]!))).toMatchObject({ code: "continue", stage: "finance" });
  });

  test("skipping and deferring is no dead end: what was put off comes last, delivery not at all", () => {
    const left = told(aDeal(), skip("trade"), defer("fni"), termsAgreed, ...depositEvents, ...deliveryEvents);
    expect(next(left)).toEqual({ code: "continue", stage: "fni", turn: "customer" });
    const done = told(left, ...fniEvents(), ...identityEvents, defer("delivery"));
    expect(next(done)).toMatchObject({ code: "finalize", turn: "store" });
  });

  test("[D11] with vehicle or terms left out it is never the store's turn to finalize", () => {
    const all = settled(aDeal());
    expect(next(told(all, skip("finance")))).toEqual({ code: "continue", stage: "finance", turn: "customer" });
    expect(next(told(all, skip("vehicle")))).toEqual({ code: "continue", stage: "vehicle", turn: "customer" });
  });

  test("[D11] everything settled but nobody named asks for the name, and a name without an address too", () => {
    const unnamed = told(aDeal(), ...tradeEvents, ...fniEvents(), ...depositEvents, ...deliveryEvents, termsAgreed);
    expect(next(unnamed)).toMatchObject({ code: "identify", turn: "customer" });
    expect(next(told(unnamed, identityEvents[0]!))).toMatchObject({ code: "identify" });
    expect(next(told(unnamed, identityEvents[0]!, identityEvents[1]!))).toMatchObject({
      code: "finalize",
      turn: "store",
    });
  });

  test("what moved is looked at before anything else", () => {
    const moved = told(settled(aDeal()), { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_680_000) });
    expect(next(moved)).toEqual({ code: "recheck", stage: "finance", turn: "customer" });
    expect(resumeStage(viewed(moved))).toBe("finance");
  });

  test("from the freeze to the keys, and after a loss, it is the store's turn; then nobody's", () => {
    const contracting = told(settled(aDeal()), frozen);
    expect(next(contracting)).toMatchObject({ code: "sign", turn: "store" });
    const contracted = told(contracting, { event: { type: "deal.contracted" }, by: fniManager });
    expect(next(contracted)).toMatchObject({ code: "handOver", turn: "store" });
    expect(next(handedOver(contracted))).toMatchObject({ code: "done", turn: "nobody" });
    expect(next(told(aDeal(), { type: "deal.lost", reason: "No" }))).toMatchObject({ code: "revive", turn: "store" });
  });
});

test("[D10] never a dead end: each of the 46,656 combinations of statuses has a next step with something to do", () => {
  const working = stageStatuses.filter((status) => status !== "locked");
  const view = viewed(settled(aDeal()));
  const combinations = working.length ** stageNames.length;
  for (let combination = 0; combination < combinations; combination++) {
    let rest = combination;
    const statuses = {} as StageStatuses;
    for (const stage of stageNames) {
      statuses[stage] = working[rest % working.length]!;
      rest = Math.floor(rest / working.length);
    }
    const step = nextStep({ ...view, statuses, kept: statuses });
    const at: StageStatus = statuses[step.stage];
    if (step.code === "finalize") {
      const ready = stageNames.every((stage) => ["complete", "skipped", "deferred"].includes(statuses[stage]));
      if (!ready || statuses.finance !== "complete") expect.fail(`finalize with ${JSON.stringify(statuses)}`);
    } else if (at === "complete") expect.fail(`${step.code} at a complete stage with ${JSON.stringify(statuses)}`);
  }
});

describe("[S4] minutes saved", () => {
  test("a new deal from the page has saved the vehicle's; a settled one all of them", () => {
    expect(timeSaved(viewed(aDeal()))).toMatchObject({ saved: 24, total: 140 });
    expect(timeSaved(viewed(settled(aDeal())))).toMatchObject({ saved: 140, total: 140 });
  });

  test("what was not wanted counts as saved, what was put off does not, a freeze changes nothing", () => {
    expect(timeSaved(viewed(told(aDeal(), skip("trade")))).saved).toBe(24 + 34);
    expect(timeSaved(viewed(told(aDeal(), defer("trade")))).saved).toBe(24);
    expect(timeSaved(viewed(told(settled(aDeal()), frozen))).saved).toBe(140);
  });
});

import { contextOf } from "#machines/deal/apply-deal-event";
import { describe, expect, test } from "vitest";
import type { DealState } from "#machines/deal/apply-deal-event";
import { dealChange, headlineNumbers } from "#machines/deal/deal-changes";
import type { DealEvent } from "#machines/deal/deal-events";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { actorRef } from "#machines/store/actor";
import { aDeal, aVehicle, salesperson } from "#tests/support/a-deal";
import { followedBy, told, tradeEvents } from "#tests/support/judged-deal";

const by = { ...actorRef(salesperson), id: "" };

function changeBy(state: DealState, event: DealEvent) {
  const [before, after] = [viewOf(state, "customer"), viewOf(followedBy(state, event), "customer")];
  return dealChange(before, after, event, { revision: state.revision + 1, at: "2026-11-28T15:01:00.000Z", by });
}

/** Worked by hand: 36,995 + 367.70 + 316 + 7.25 % of 37,362.70; less 1,000 rebate and 3,000 down, at 5.49 % for 60. */
const asStarted = {
  method: "finance",
  outTheDoor: 4_038_750,
  payment: 69_488,
  cashDue: 300_000,
  totalOfPayments: 4_169_280,
};

describe("[D12] a line of the history says what was done and what it did to the numbers", () => {
  test("the figures a deal starts with", () => {
    expect(headlineNumbers(viewOf(aDeal(), "customer"))).toEqual(asStarted);
  });

  test("cash down from 3,000 to 4,000", () => {
    const change = changeBy(aDeal(), { type: "finance.cashDownSet", cashDown: cents(400_000) });
    expect(change.cause).toEqual({ type: "finance.cashDownSet", params: { from: 300_000, to: 400_000 } });
    expect(change.numbers).toEqual({
      before: asStarted,
      after: { ...asStarted, payment: 67_578, cashDue: 400_000, totalOfPayments: 4_054_680 },
      parts: [{ code: "cashDown", payment: -1_910, outTheDoor: 0, cashDue: 100_000, totalOfPayments: -114_600 }],
    });
    expect(change).toMatchObject({ revision: 2, by });
  });

  test("an open offer moves nothing; the customer's yes does", () => {
    const described = told(aDeal(), ...tradeEvents.slice(0, 3));
    const offer = changeBy(described, tradeEvents[3]!);
    expect(offer).toMatchObject({ cause: { params: { allowance: 1_450_000, before: null } }, numbers: null });
    const accepted = changeBy(told(described, tradeEvents[3]!), tradeEvents[4]!);
    expect(accepted.cause.params).toEqual({ allowance: 1_450_000, before: 1_450_000 });
    expect(accepted.numbers?.after).toEqual({
      method: "finance",
      outTheDoor: 3_933_625,
      payment: 57_321,
      cashDue: 300_000,
      totalOfPayments: 3_439_260,
    });
    expect(accepted.numbers?.parts).toEqual([
      { code: "tradeAllowance", payment: -29_698, outTheDoor: -105_125, cashDue: 0, totalOfPayments: -1_781_880 },
      { code: "tradePayoff", payment: 17_531, outTheDoor: 0, cashDue: 0, totalOfPayments: 1_051_860 },
    ]);
  });

  test("a product accepted adds its price out the door; declined it moves nothing", () => {
    const product = { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75" } as const;
    const change = changeBy(aDeal(), { ...product, answer: "accepted" });
    expect(change.cause).toEqual({ type: "fni.productAnswered", params: { code: "vscPlus", answer: "accepted" } });
    expect(change.numbers!.after.outTheDoor - change.numbers!.before.outTheDoor).toBe(219_000);
    expect(changeBy(aDeal(), { ...product, answer: "declined" }).numbers).toBeNull();
  });

  test("an answer is about its own product, whatever was answered before", () => {
    const first = { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75", answer: "accepted" } as const;
    const { code, options } = contextOf(aDeal()).store.fniCatalog.find((product) => product.code !== first.code)!;
    const second = { type: "fni.productAnswered", code, optionCode: options[0]!.code, answer: "declined" } as const;
    expect(changeBy(told(aDeal(), first), second).cause.params).toEqual({ code, answer: "declined" });
  });

  test("a swap names both vehicles", () => {
    const next = aVehicle({ stockNumber: "V9", model: "Ridge", year: 2025, advertisedPrice: cents(3_499_500) });
    const change = changeBy(aDeal(), { type: "vehicle.swapped", vehicle: next });
    expect(change.cause.params).toEqual({ from: "2026 Norden Vista Hybrid", to: "2025 Norden Ridge" });
    expect(change.numbers!.after.outTheDoor).toBe(4_038_750 - 200_000 - 14_500);
  });

  test("a lease's cash at signing is what the customer brings, without rebate and trade", () => {
    const lease = told(aDeal({ trade: { allowance: 1_450_000, payoff: 918_000 } }), {
      type: "finance.methodChosen",
      method: "lease",
    });
    expect(headlineNumbers(viewOf(lease, "customer"))).toMatchObject({ payment: 28_134, cashDue: 428_170 });
  });

  test("a seat names who took it, as far as the reader may know", () => {
    const seat = (role: "fniManager" | "salesperson" | "salesManager", firstName: string): DealEvent => ({
      type: "staff.assigned",
      staff: { staffId: `s-${firstName}`, role, firstName, lastName: "X" },
    });
    const withPriya = told(aDeal(), seat("fniManager", "Priya"));
    expect(changeBy(aDeal(), seat("fniManager", "Priya")).cause.params).toEqual({ name: "Priya" });
    expect(changeBy(withPriya, seat("salesperson", "Anna")).cause.params).toEqual({ name: "Anna" });
    expect(changeBy(withPriya, seat("salesManager", "Marcus")).cause.params).toEqual({ name: null });
  });

  test("[S3] leaving a stage out, and taking it up again, names the stage", () => {
    const skip: DealEvent = { type: "stage.skipped", stage: "trade", reason: "noTrade" };
    expect(changeBy(aDeal(), skip).cause.params).toEqual({ stage: "trade", reason: "noTrade" });
    const resumed: DealEvent = { type: "stage.resumed", stage: "trade" };
    expect(changeBy(told(aDeal(), skip), resumed).cause.params).toEqual({ stage: "trade", reason: null });
  });
});

import { describe, expect, test } from "vitest";
import { contextOf, statusesOf } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { effectsOf } from "#machines/deal/deal-effects";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { aDeal } from "#tests/support/a-deal";
import { depositEvents, refusalOf, settled, told } from "#tests/support/judged-deal";

const amount = cents(50_000);
const [accepted, opened, held] = depositEvents as [DealEvent, DealEvent, Extract<DealEvent, { type: "deposit.held" }>];
const setAside = { ...held, funds: "authorized" } as const;
const captured: DealEvent = { type: "deposit.captured", attempt: 1, amount };
const paying = told(aDeal(), accepted, opened);
const depositOf = (state: typeof paying) => contextOf(state).deposit;

describe("money set aside on a card", () => {
  test("[P5] is taken once, and only where it was set aside", () => {
    const waiting = told(paying, setAside);
    expect(depositOf(waiting)).toMatchObject({ status: "held", funds: "authorized" });
    const taken = told(waiting, captured);
    expect(depositOf(taken)).toMatchObject({ status: "held", funds: "captured" });
    expect(refusalOf(taken, captured)?.code).toBe("depositMismatch");
    expect(refusalOf(told(paying, held), captured)?.code).toBe("depositMismatch");
    expect(refusalOf(waiting, { ...captured, attempt: 2 })?.code).toBe("depositMismatch");
  });

  test("[P5] is taken when the contract is signed", () => {
    const contracted: DealEvent = { type: "deal.contracted" };
    expect(effectsOf(contracted, null, told(paying, setAside))).toContainEqual({ type: "captureDeposit" });
    expect(effectsOf(contracted, null, told(paying, held))).not.toContainEqual({ type: "captureDeposit" });
  });

  test("[P5] a bank that asks first is waited for, and a declined card may be tried again", () => {
    const asked = told(paying, { type: "deposit.bankAsked", attempt: 1 });
    expect(depositOf(asked)).toMatchObject({ status: "checkingOut", bankAsked: true });
    const declined = told(asked, { type: "deposit.failed", attempt: 1, reason: "generic_decline" });
    expect(depositOf(declined)).toMatchObject({ status: "failed", bankAsked: false });
    expect(depositOf(told(declined, setAside))).toMatchObject({ status: "held", failure: null, bankAsked: false });
    expect(refusalOf(told(paying, held), { type: "deposit.bankAsked", attempt: 1 })?.code).toBe("depositMismatch");
  });
});

describe("a deposit let go by the store", () => {
  const release = (reason: "holdExpired" | "vehicleTaken" | "dealClosed"): DealEvent => ({
    type: "deposit.released",
    attempt: 1,
    amount,
    reason,
  });

  test("[P6] says why, takes the stage back and leaves room for another", () => {
    const all = settled(aDeal());
    expect(statusesOf(all).statuses.deposit).toBe("complete");
    const ended = told(all, release("holdExpired"));
    expect(depositOf(ended)).toMatchObject({ status: "released", releaseReason: "holdExpired", holdUntil: null });
    expect(statusesOf(ended).statuses.deposit).not.toBe("complete");
    expect(refusalOf(ended, release("holdExpired"))?.code).toBe("depositMismatch");
    const again = told(ended, { type: "deposit.checkoutOpened", attempt: 2, amount });
    expect(depositOf(again)).toMatchObject({ status: "checkingOut", releaseReason: null });
    expect(refusalOf(again, release("vehicleTaken"))?.code).toBe("depositMismatch");
  });

  test("[P6] is warned of and told by mail", () => {
    const waiting = told(paying, setAside);
    const warning: DealEvent = { type: "deposit.holdEnding", attempt: 1, holdUntil: "2026-12-01T15:00:00.000Z" };
    expect(refusalOf(paying, warning)?.code).toBe("depositMismatch");
    expect(effectsOf(warning, waiting, told(waiting, warning))).toEqual([{ type: "tellHoldEnding" }]);
    const ended = told(waiting, release("vehicleTaken"));
    expect(effectsOf(release("vehicleTaken"), waiting, ended)).toEqual([
      { type: "tellDepositReleased" },
      { type: "tellReceipts" },
    ]);
  });
});

test("[L2] a dispute is the managers' to know of", () => {
  const disputed = told(told(paying, held), { type: "deposit.disputed", attempt: 1, state: "opened" });
  expect(depositOf(disputed).dispute).toBe("opened");
  for (const audience of ["customer", "sales"] as const)
    expect(viewOf(disputed, audience).card.deposit).not.toHaveProperty("dispute");
  expect(viewOf(disputed, "desk").card.deposit).toHaveProperty("dispute", "opened");
});

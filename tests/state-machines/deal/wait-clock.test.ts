import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { contextOf, type DealState, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { timeSaved } from "#machines/deal/time-saved";
import { viewOf } from "#machines/deal/view-of-deal";
import { waitingFor, WAITS_KEPT } from "#machines/deal/wait-clock";
import { aDeal, fniManager, salesManager, salesperson, system } from "#tests/support/a-deal";
import { followedBy, frozen, refusalOf, settled, told, tradeEvents } from "#tests/support/judged-deal";
import { anyHistory, endOf } from "./any-history";

const waitOf = (deal: DealState) => contextOf(deal).wait;
const promised = (party: "desk" | "lender" | "financeManager" | "customer", until: string): DealEvent => ({
  type: "wait.promised",
  party,
  until,
});

describe("[K1] the wait clock starts afresh whenever the turn passes", () => {
  test("an offer hands it to the customer, a counter back to the desk", () => {
    const offered = followedBy(told(aDeal(), ...tradeEvents.slice(0, 2)), tradeEvents[3]!, {
      by: salesManager,
      at: "2026-11-28T16:00:00.000Z",
    });
    expect(waitOf(offered)).toMatchObject({ party: "customer" });
    const countered = followedBy(
      offered,
      { type: "trade.offerCountered", offerId: "offer-1", counter: 1_500_000 as never },
      { at: "2026-11-28T16:12:00.000Z" },
    );
    expect(waitOf(countered)).toMatchObject({ party: "desk", since: "2026-11-28T16:12:00.000Z", promise: null });
    expect(waitOf(countered).past.at(-1)).toMatchObject({ party: "customer", until: "2026-11-28T16:12:00.000Z" });
  });

  test("a freeze starts it afresh though finance has it before and after", () => {
    const ready = settled(aDeal());
    expect(waitOf(ready).party).toBe("financeManager");
    const contracting = followedBy(ready, frozen, { by: fniManager, at: "2026-11-30T10:00:00.000Z" });
    expect(waitOf(contracting)).toMatchObject({ party: "financeManager", since: "2026-11-30T10:00:00.000Z" });
    const contracted = followedBy(contracting, { type: "deal.contracted" }, { at: "2026-11-30T11:00:00.000Z" });
    expect(waitOf(contracted)).toMatchObject({ party: "salesperson", since: "2026-11-30T11:00:00.000Z" });
  });

  test("on any history it says whose turn the deal says it is, unless a promise named another", () => {
    fc.assert(
      fc.property(anyHistory(30), (history) => {
        const deal = endOf(history);
        const turn = waitingFor({ context: contextOf(deal), life: lifeOf(deal), ...statusesOf(deal) });
        const { derived, past, since } = waitOf(deal);
        expect(derived).toBe(turn);
        expect(past.length).toBeLessThanOrEqual(WAITS_KEPT);
        for (const [index, { since: from, until }] of past.entries()) {
          expect(from <= until).toBe(true);
          expect(until).toBe(past[index + 1]?.since ?? since);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("[K2] the store says by when, and a late promise stays late", () => {
  const described = told(aDeal(), ...tradeEvents.slice(0, 2));
  const offered = followedBy(described, tradeEvents[3]!, { by: salesManager, at: "2026-11-28T16:00:00.000Z" });
  const countered = followedBy(
    offered,
    { type: "trade.offerCountered", offerId: "offer-1", counter: 1_500_000 as never },
    { at: "2026-11-28T16:10:00.000Z" },
  );
  const by = (until: string, at: string) => ({ event: promised("desk", until), by: salesperson, at });
  const answered: DealEvent = {
    ...(tradeEvents[3] as Extract<DealEvent, { type: "trade.offerMade" }>),
    offerId: "offer-2",
  };

  test("kept in time, it is not late", () => {
    const deal = told(countered, by("2026-11-28T16:20:00.000Z", "2026-11-28T16:11:00.000Z"));
    expect(waitOf(deal).promise).toMatchObject({ until: "2026-11-28T16:20:00.000Z", by: { firstName: "Anna" } });
    const done = followedBy(deal, answered, { by: salesManager, at: "2026-11-28T16:19:00.000Z" });
    expect(waitOf(done).past.at(-1)).toMatchObject({
      party: "desk",
      promisedUntil: "2026-11-28T16:20:00.000Z",
      late: false,
    });
  });

  test("promised again, the first time is the one that counts", () => {
    const deal = told(
      countered,
      by("2026-11-28T16:20:00.000Z", "2026-11-28T16:11:00.000Z"),
      by("2026-11-28T16:40:00.000Z", "2026-11-28T16:25:00.000Z"),
    );
    expect(waitOf(deal).promise).toMatchObject({
      until: "2026-11-28T16:40:00.000Z",
      firstUntil: "2026-11-28T16:20:00.000Z",
    });
    const done = followedBy(deal, answered, { by: salesManager, at: "2026-11-28T16:30:00.000Z" });
    expect(waitOf(done).past.at(-1)).toMatchObject({ late: true });
  });

  test("a promise for a lender hands them the turn until the deal itself moves on", () => {
    const deal = told(countered, {
      event: promised("lender", "2026-11-28T17:00:00.000Z"),
      by: fniManager,
      at: "2026-11-28T16:15:00.000Z",
    });
    expect(waitOf(deal)).toMatchObject({ party: "lender", since: "2026-11-28T16:15:00.000Z", derived: "desk" });
    const noted = followedBy(deal, { type: "note.added", text: "Lender called" }, { by: salesperson });
    expect(waitOf(noted).party).toBe("lender");
    const done = followedBy(deal, answered, { by: salesManager, at: "2026-11-28T16:50:00.000Z" });
    expect(waitOf(done)).toMatchObject({ party: "customer", derived: "customer" });
  });

  test("nobody promises the past, and a customer promises nothing", () => {
    const past = refusalOf(countered, promised("desk", "2026-11-28T16:00:00.000Z"), {
      by: salesperson,
      at: "2026-11-28T16:11:00.000Z",
    });
    expect(past?.code).toBe("promiseTimeOut");
    const far = refusalOf(countered, promised("desk", "2027-01-28T16:00:00.000Z"), {
      by: salesperson,
      at: "2026-11-28T16:11:00.000Z",
    });
    expect(far?.code).toBe("promiseTimeOut");
  });
});

describe("[S4] minutes saved are the benchmark less the minutes at the store's screen", () => {
  const spent = (seconds: Record<string, number>) => ({
    event: { type: "showroom.timeSpent", seconds } as DealEvent,
    by: system,
  });
  const saved = (deal: DealState) => timeSaved(viewOf(deal, "customer"));

  test("a begun minute is a minute, and a stage never costs more than it saves", () => {
    const deal = told(aDeal(), spent({ vehicle: 61 }));
    expect(saved(deal).stages[0]).toEqual({ stage: "vehicle", usual: 24, used: 2, saved: 22 });
    expect(saved(told(deal, spent({ vehicle: 80 * 60 }))).stages[0]).toMatchObject({ used: 82, saved: 0 });
  });

  test("a stage that is still to be done saves nothing, however little was spent", () => {
    expect(saved(told(aDeal(), spent({ trade: 30 }))).stages[1]).toEqual({
      stage: "trade",
      usual: 34,
      used: 1,
      saved: 0,
    });
  });

  test("what was spent adds up over visits, and moves no figure", () => {
    const before = aDeal();
    const deal = told(before, spent({ finance: 90 }), spent({ finance: 45, fni: 10 }));
    expect(contextOf(deal).showroom.seconds).toMatchObject({ finance: 135, fni: 10 });
    expect(deal.numbersRevision).toBe(before.numbersRevision);
  });
});

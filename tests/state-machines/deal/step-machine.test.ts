import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test, vi } from "vitest";
import { transition } from "xstate";
import { contextOf, type DealState, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { dealMachine } from "#machines/deal/deal.machine";
import { stepDeal } from "#machines/deal/step-deal";
import { makeStep } from "#machines/deal/step-machine";
import { restoreDeal, storeDeal } from "#machines/deal/stored-deal";
import { actorRef } from "#machines/store/actor";
import { aDeal, fniManager } from "#tests/support/a-deal";
import { followedBy, frozen } from "#tests/support/judged-deal";
import { anyHistory, endOf, legalSteps, startOf } from "./any-history";

// Each takes a fraction of a second; the limit is for a machine that is busy with something else.
vi.setConfig({ testTimeout: 30_000 });

const visible = (state: DealState) => ({
  context: contextOf(state),
  life: lifeOf(state),
  ...statusesOf(state),
  numbersRevision: state.numbersRevision,
});
const stored = (state: DealState) => restoreDeal(JSON.parse(JSON.stringify(storeDeal(state))))!;

describe("[D2] the cheap step is xstate's own", () => {
  test("also where a step through the chart is saved, because no stage moves", () => {
    const throughChart = makeStep(dealMachine);
    let saved = 0;
    fc.assert(
      fc.property(anyHistory(40), (history) => {
        for (const { before, event, asked, after } of legalSteps(history)) {
          const meta = { revision: after.revision, at: "2026-11-28T16:00:00.000Z", by: actorRef(asked.by!) };
          const through = { type: event.type, event, meta };
          const got = stepDeal(before.snapshot, through);
          const expected = throughChart(before.snapshot, through);
          if (got.value === before.snapshot.value) saved += 1;
          expect(got.value).toEqual(expected.value);
          expect(got.historyValue).toEqual(expected.historyValue);
          expect(JSON.stringify(got.context)).toBe(JSON.stringify(expected.context));
          expect(new Set(got._nodes)).toEqual(new Set(expected._nodes));
        }
      }),
      { numRuns: 60 },
    );
    expect(saved).toBeGreaterThan(100);
  });

  test("value, context and history as transition() gives them, along any legal history", () => {
    const step = makeStep(dealMachine);
    fc.assert(
      fc.property(anyHistory(30), (history) => {
        for (const { before, event, asked, after } of legalSteps(history)) {
          const meta = { revision: after.revision, at: "2026-11-28T16:00:00.000Z", by: actorRef(asked.by!) };
          const through = { type: event.type, event, meta };
          const [expected] = transition(dealMachine, before.snapshot, through);
          const got = step(before.snapshot, through);
          expect(got.value).toEqual(expected.value);
          expect(JSON.stringify(got.context)).toBe(JSON.stringify(expected.context));
          expect(statusesOf({ ...after, snapshot: got })).toEqual(statusesOf({ ...after, snapshot: expected }));
        }
      }),
      { numRuns: 8 },
    );
  });

  test("a step never changes the deal it starts from", () => {
    fc.assert(
      fc.property(anyHistory(24), (history) => {
        let snapshotBefore = JSON.stringify(visible(startOf(history)));
        for (const { before, after } of legalSteps(history)) {
          expect(JSON.stringify(visible(before))).toBe(snapshotBefore);
          snapshotBefore = JSON.stringify(visible(after));
        }
      }),
      { numRuns: 5 },
    );
  });
});

describe("[D9] a stored deal is the deal", () => {
  test("it says the same and goes on the same, stages behind a freeze included", () => {
    fc.assert(
      fc.property(anyHistory(24), anyHistory(12), (first, then) => {
        const state = endOf(first);
        const restored = stored(state);
        expect(visible(restored)).toEqual(visible(state));
        const went = legalSteps(then, state);
        expect(legalSteps(then, restored).length).toBe(went.length);
        expect(visible(endOf(then, restored))).toEqual(visible(endOf(then, state)));
      }),
      { numRuns: 8 },
    );
  });

  test("[D6] freeze, store, restore, reopen gives back skipped, deferred, recheck and complete", () => {
    fc.assert(
      fc.property(anyHistory(24), (history) => {
        const state = endOf(history);
        if (lifeOf(state) !== "open") return;
        const locked = stored(followedBy(state, frozen, { by: fniManager }));
        const { statuses, kept } = statusesOf(locked);
        expect(Object.values(statuses).every((status) => status === "locked")).toBe(true);
        expect(kept).toEqual(statusesOf(state).kept);
        expect(statusesOf(followedBy(locked, { type: "deal.reopened", reason: "x" })).statuses).toEqual(kept);
      }),
      { numRuns: 12 },
    );
  });

  test("a snapshot of another version is folded afresh", () => {
    expect(restoreDeal({ ...storeDeal(aDeal()), version: 0 })).toBeNull();
  });
});

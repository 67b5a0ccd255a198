import { describe, expect, test, vi } from "vitest";
import { getAdjacencyMap } from "xstate/graph";
import { contextOf, type DealSnapshot, type DealState, statusesOf } from "#machines/deal/apply-deal-event";
import { isComplete } from "#machines/deal/deal-completeness";
import type { DealContext } from "#machines/deal/deal-context";
import type { DealEvent } from "#machines/deal/deal-events";
import { type DealStep, dealMachine } from "#machines/deal/deal.machine";
import { nextStep, resumeStage } from "#machines/deal/deal-progress";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { dealLives, type StageName, stageNames, stageStatuses } from "#machines/stages/stage";
import { actorRef } from "#machines/store/actor";
import { aDeal, aProduct, aVehicle } from "#tests/support/a-deal";
import {
  deliveryEvents,
  depositEvents,
  fniEvents,
  frozen,
  told,
  tradeEvents,
  usualActor,
} from "#tests/support/judged-deal";

// Each takes a fraction of a second; the limit is for a machine that is busy with something else.
vi.setConfig({ testTimeout: 30_000 });

const swapped: DealEvent = { type: "vehicle.swapped", vehicle: aVehicle({ stockNumber: "V2602" }) };

/** What moves one stage, and nothing else: each region is walked by itself, for the product of all is a million states. */
const eventsOf: Record<StageName, DealEvent[]> = {
  vehicle: [{ type: "vehicle.confirmed" }],
  trade: tradeEvents.filter(({ type }) => type !== "trade.payoffStated"),
  finance: [{ type: "finance.termsAgreed" }, { type: "finance.cashDownSet", cashDown: cents(100_000) }],
  fni: [fniEvents()[0]!, { type: "finance.methodChosen", method: "cash" }],
  deposit: [...depositEvents, { type: "deposit.refundRequested", reason: "No" }],
  delivery: deliveryEvents,
};

const lives: DealEvent[] = [
  frozen,
  { type: "deal.reopened", reason: "Wrong rate" },
  { type: "deal.contracted" },
  { type: "deal.delivered" },
  { type: "deal.lost", reason: "Bought elsewhere" },
  { type: "deal.revived" },
];

const stepOf = (event: DealEvent): DealStep => ({
  type: event.type,
  event,
  meta: { revision: 2, at: "2026-11-28T16:00:00.000Z", by: actorRef(usualActor(event)) },
});

const stateOf = (snapshot: DealSnapshot): DealState => ({ revision: 2, numbersRevision: 1, snapshot });

/** How far a stage's answers have come, which is what its next status depends on. */
const answered: Record<StageName, (deal: DealContext) => unknown[]> = {
  vehicle: ({ vehicle }) => [vehicle.vehicle?.stockNumber, vehicle.confirmed],
  trade: ({ trade }) => [trade.description !== null, trade.ownership, trade.offer?.answer],
  finance: ({ finance }) => [finance.termsAgreedAtRevision],
  fni: ({ fni }) => Object.keys(fni.answers),
  deposit: ({ deposit }) => [deposit.status],
  delivery: ({ delivery }) => [delivery.method, delivery.slot !== null],
};

const walked = new Map<StageName, DealState[]>();
function walk(stage: StageName): DealState[] {
  const known = walked.get(stage) ?? reachedFrom(stage, started(stage));
  walked.set(stage, known);
  return known;
}

function reachedFrom(stage: StageName, from: DealState): DealState[] {
  const events = [
    ...eventsOf[stage],
    { type: "stage.skipped", stage, reason: "notWanted" },
    { type: "stage.deferred", stage, remindAt: null },
    { type: "stage.resumed", stage },
    { type: "stage.confirmed", stage },
    swapped,
    ...lives,
  ] as DealEvent[];
  const map = getAdjacencyMap(dealMachine, {
    fromState: from.snapshot,
    // The fold's own step after an event that moved a figure.
    events: [...events.map(stepOf), { ...stepOf(swapped), type: "numbers.moved" }],
    serializeState: (snapshot) => {
      const state = stateOf(snapshot as DealSnapshot);
      const { statuses, kept } = statusesOf(state);
      return JSON.stringify([snapshot.value.life, statuses[stage], kept[stage], answered[stage](contextOf(state))]);
    },
  });
  return Object.values(map).map(({ state }) => stateOf(state as DealSnapshot));
}

/** A walk-in; for the first stage without a vehicle. One product on the menu is enough to answer it. */
const started = (stage: StageName) =>
  aDeal({
    startedFrom: "walkIn",
    store: { fniCatalog: [aProduct()] },
    ...(stage === "vehicle" && { vehicle: null }),
  });

describe("[S1] every state of the chart is reached", () => {
  test.each(stageNames)("%s: all seven statuses and all five lives", (stage) => {
    const reached = walk(stage);
    const statuses = new Set(reached.map((state) => statusesOf(state).statuses[stage]));
    // A vehicle is what the other stages are rechecked for: it rests on nothing itself. So does a trade.
    const expected = stageStatuses.filter(
      (status) => !(status === "recheck" && (stage === "vehicle" || stage === "trade")),
    );
    expect([...statuses].toSorted()).toEqual(expected.toSorted());
    expect([...new Set(reached.map(({ snapshot }) => snapshot.value.life))].toSorted()).toEqual(
      [...dealLives].toSorted(),
    );
  });

  test.each(stageNames)("%s: complete is never claimed without its answers", (stage) => {
    for (const state of walk(stage))
      if (statusesOf(state).statuses[stage] === "complete") expect(isComplete(contextOf(state), stage)).toBe(true);
  });

  test.each(stageNames)("[D10] %s: every state has a next step and a stage to resume", (stage) => {
    for (const state of walk(stage)) {
      const view = viewOf(state, "customer");
      expect(stageNames).toContain(resumeStage(view));
      expect(nextStep(view).code).toMatch(/^[a-zA-Z]+$/);
    }
  });
});

describe("[S2] what an earlier stage rests on", () => {
  test("another vehicle marks what rested on it and erases no answer", () => {
    const state = told(aDeal(), ...fniEvents("accepted"), ...depositEvents, ...deliveryEvents, {
      type: "finance.termsAgreed",
    });
    const swappedState = told(state, { event: swapped });
    expect(statusesOf(swappedState).statuses).toEqual({
      vehicle: "inProgress",
      trade: "notStarted",
      finance: "recheck",
      fni: "recheck",
      deposit: "recheck",
      delivery: "recheck",
    });
    const [was, is] = [contextOf(state), contextOf(swappedState)];
    expect(is.fni).toEqual(was.fni);
    expect(is.deposit).toEqual(was.deposit);
    expect(is.delivery).toEqual(was.delivery);
    expect(is.vehicle.previousStockNumber).toBe("V2601");
  });

  test("[M3] another way of paying has the menu looked at again", () => {
    const state = told(aDeal(), ...fniEvents("accepted"), { type: "finance.methodChosen", method: "cash" });
    expect(statusesOf(state).statuses.fni).toBe("recheck");
  });

  test("[S3] a skipped stage is taken up again by its own events, and by the appraiser never", () => {
    const skipped = told(aDeal(), tradeEvents[0]!, { type: "stage.skipped", stage: "trade", reason: "noTrade" });
    const appraised = told(skipped, { type: "trade.acvAppraised", acv: cents(1_380_000), recon: cents(40_000) });
    expect(statusesOf(appraised).statuses.trade).toBe("skipped");
    const goesOn = told(appraised, { type: "trade.ownershipStated", ownership: "owned" });
    expect(statusesOf(goesOn).statuses.trade).toBe("inProgress");
    expect(contextOf(goesOn).trade.description).toEqual(contextOf(skipped).trade.description);
  });
});

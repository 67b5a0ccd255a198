import { assign, setup } from "xstate";
import type { StageName } from "../stages/stage";
import { changeOf } from "./deal-actions";
import type { DealContext } from "./deal-context";
import type { DealEvent, DealEventType } from "./deal-events";
import { isComplete } from "./deal-completeness";
import type { EventMeta } from "./event-meta";

/** An event on its way through the chart: the journalled words and who said them, when, as which revision. */
export interface DealStep {
  /** `numbers.moved` is never journalled: the fold follows with it an event that moved a figure. */
  type: DealEventType | "numbers.moved";
  event: DealEvent;
  meta: EventMeta;
}

const machineSetup = setup({
  types: { context: {} as DealContext, events: {} as DealStep },
  guards: {
    isThisStage: ({ event }, { stage }: { stage: StageName }) => "stage" in event.event && event.event.stage === stage,
    isComplete: ({ context }, { stage }: { stage: StageName }) => isComplete(context, stage),
    isIncomplete: ({ context }, { stage }: { stage: StageName }) => !isComplete(context, stage),
  },
  actions: {
    record: assign(({ context, event }) => changeOf(context, event.event, event.meta)),
    withdrawAgreement: assign(({ context }) => ({ finance: { ...context.finance, termsAgreedAtRevision: null } })),
  },
});

/**
 * One stage. Its own events move it to `inProgress`, which falls through to `complete` by itself; events of other
 * stages that its answer rests on move `complete` to `recheck`. Nothing here ever erases an answer.
 *
 * Finance rests on every figure of the deal: whatever moved one, the customer's agreement is theirs to give again.
 */
function stageRegion(stage: StageName, recheckedBy: readonly DealEventType[]) {
  const thisStage = { type: "isThisStage", params: { stage } } as const;
  return machineSetup.createStateConfig({
    initial: "working",
    states: {
      working: {
        initial: "notStarted",
        on: {
          [`${stage}.*`]: { target: ".inProgress", actions: "record" },
          ...(stage === "trade" && { "trade.acvAppraised": { actions: "record" } }),
          "stage.skipped": { guard: thisStage, target: ".skipped", actions: "record" },
          "stage.deferred": { guard: thisStage, target: ".deferred", actions: "record" },
          "stage.resumed": { guard: thisStage, target: ".inProgress", actions: "record" },
          "stage.confirmed": { guard: thisStage, target: ".inProgress", actions: "record" },
          ...(stage === "finance" && { "numbers.moved": { actions: "withdrawAgreement" } }),
          "deal.frozen": { target: "locked" },
          "deal.lost": { target: "locked" },
        },
        states: {
          notStarted: {},
          inProgress: { always: { guard: { type: "isComplete", params: { stage } }, target: "complete" } },
          complete: {
            always: { guard: { type: "isIncomplete", params: { stage } }, target: "inProgress" },
            on: {
              ...Object.fromEntries(recheckedBy.map((type) => [type, { target: "recheck" }])),
              ...(stage === "finance" && { "numbers.moved": { target: "recheck", actions: "withdrawAgreement" } }),
            },
          },
          skipped: {},
          deferred: {},
          recheck: {},
          remembered: { type: "history" },
        },
      },
      locked: {
        on: {
          // Money that moves while the deal is frozen is recorded all the same.
          ...(stage === "deposit" && { "deposit.*": { actions: "record" } }),
          "deal.reopened": { target: "working.remembered" },
          "deal.revived": { target: "working.remembered" },
        },
      },
    },
  });
}

const aside = {
  "customer.*": { actions: "record" },
  "staff.*": { actions: "record" },
  "note.*": { actions: "record" },
} as const;

/**
 * The deal: six stages and its own life side by side. A chart of names only: what an event writes is in
 * deal-actions.ts, what is refused in deal-guards.ts, what counts as complete in deal-completeness.ts.
 */
export const dealMachine = machineSetup.createMachine({
  id: "deal",
  type: "parallel",
  context: {} as DealContext,
  states: {
    vehicle: stageRegion("vehicle", []),
    trade: stageRegion("trade", []),
    finance: stageRegion("finance", []),
    fni: stageRegion("fni", ["vehicle.swapped", "finance.methodChosen"]),
    deposit: stageRegion("deposit", ["vehicle.swapped"]),
    delivery: stageRegion("delivery", ["vehicle.swapped"]),
    life: {
      initial: "open",
      states: {
        open: {
          on: {
            ...aside,
            "deal.frozen": { target: "contracting", actions: "record" },
            "deal.lost": { target: "lost", actions: "record" },
          },
        },
        contracting: {
          on: {
            ...aside,
            "deal.reopened": { target: "open", actions: "record" },
            "deal.contracted": { target: "contracted", actions: "record" },
            "deal.lost": { target: "lost", actions: "record" },
          },
        },
        contracted: {
          on: {
            ...aside,
            "deal.reopened": { target: "open", actions: "record" },
            "deal.delivered": { target: "delivered", actions: "record" },
          },
        },
        delivered: { on: aside },
        lost: { on: { ...aside, "deal.revived": { target: "open", actions: "record" } } },
      },
    },
  },
});

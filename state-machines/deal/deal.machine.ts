import { assign, setup } from "xstate";
import type { PaymentMethod } from "../stages/finance";
import type { StageName } from "../stages/stage";
import { changeOf } from "./deal-actions";
import type { DealContext } from "./deal-context";
import type { DealEvent, DealEventType } from "./deal-events";
import { isComplete } from "./deal-completeness";
import type { EventMeta } from "./event-meta";
import { tradeAsides } from "./trade-asides";

/** An event on its way through the chart: the journalled words and who said them, when, as which revision. */
export interface DealStep {
  /** `numbers.moved` is never journalled: the fold follows with it an event that moved a figure. */
  type: DealEventType | "numbers.moved";
  event: DealEvent;
  meta: EventMeta;
}

/** Another way of paying has the menu looked at again, whichever event says it. */
function methodStatedBy({ pencils, scenarios, finance }: DealContext, event: DealEvent): PaymentMethod {
  const stated =
    event.type === "pencil.accepted"
      ? pencils.list[event.number - 1]?.terms
      : event.type === "scenario.adopted"
        ? scenarios.pinned.find(({ pin }) => pin === event.pin)
        : undefined;
  return stated?.method ?? finance.method;
}

const machineSetup = setup({
  types: { context: {} as DealContext, events: {} as DealStep },
  guards: {
    isThisStage: ({ event }, { stage }: { stage: StageName }) => "stage" in event.event && event.event.stage === stage,
    isComplete: ({ context }, { stage }: { stage: StageName }) => isComplete(context, stage),
    changesMethod: ({ context, event }) => methodStatedBy(context, event.event) !== context.finance.method,
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
          ...(stage === "trade" &&
            Object.fromEntries(tradeAsides.map((type) => [type, { actions: "record" }] as const))),
          "stage.skipped": { guard: thisStage, target: ".skipped", actions: "record" },
          "stage.deferred": { guard: thisStage, target: ".deferred", actions: "record" },
          "stage.resumed": { guard: thisStage, target: ".inProgress", actions: "record" },
          "stage.confirmed": { guard: thisStage, target: ".inProgress", actions: "record" },
          ...(stage === "finance" && {
            "numbers.moved": { actions: "withdrawAgreement" },
            "pencil.accepted": { target: ".inProgress" },
            "scenario.adopted": { target: ".inProgress" },
          }),
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
              ...(stage === "fni" && {
                "pencil.accepted": { guard: "changesMethod", target: "recheck" },
                "scenario.adopted": { guard: "changesMethod", target: "recheck" },
              }),
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

/** A figure or a plan that a desk's event writes; what it means for a stage stands with the stage. */
const deskEvents = {
  "pencil.*": { actions: "record" },
  "scenario.*": { actions: "record" },
  "approval.*": { actions: "record" },
} as const;

const aside = {
  "customer.*": { actions: "record" },
  "staff.*": { actions: "record" },
  "note.*": { actions: "record" },
  "seat.*": { actions: "record" },
  "coBuyer.*": { actions: "record" },
  "showroom.*": { actions: "record" },
  "wait.*": { actions: "record" },
  "tender.*": { actions: "record" },
  "handover.*": { actions: "record" },
  "dueBill.*": { actions: "record" },
  "titleWork.*": { actions: "record" },
  "returns.*": { actions: "record" },
  "drive.*": { actions: "record" },
  "credit.*": { actions: "record" },
  "deal.imported": { actions: "record" },
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
            ...deskEvents,
            "promise.*": { actions: "record" },
            "taxes.*": { actions: "record" },
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

import type { SnapshotFrom } from "xstate";
import { type StageName, stageNames, type StageStatus } from "../stages/stage";
import { changeOf } from "./deal-actions";
import { isComplete } from "./deal-completeness";
import type { DealEvent } from "./deal-events";
import { dealMachine, type DealStep } from "./deal.machine";
import { stageOfEvent } from "./stage-of-event";
import { makeStep } from "./step-machine";
import { tradeAsides } from "./trade-asides";

type DealSnapshot = SnapshotFrom<typeof dealMachine>;

const throughChart = makeStep(dealMachine);

/** Stage events that the chart hears in another place as well, or without taking the stage up. */
const heardElsewhere: ReadonlySet<DealEvent["type"]> = new Set<DealEvent["type"]>([
  "vehicle.swapped",
  "finance.methodChosen",
  ...tradeAsides,
]);

/**
 * One step of the chart. Most edits change a value in a stage that is being worked in and move no stage anywhere: the
 * chart would leave `complete` and come back to it. Those write their slice and are done, at a fifth of the cost. A
 * property test holds that the chart says the same.
 */
export function stepDeal(snapshot: DealSnapshot, step: DealStep): DealSnapshot {
  return settledStep(snapshot, step) ?? throughChart(snapshot, step);
}

function settledStep(snapshot: DealSnapshot, { type, event, meta }: DealStep): DealSnapshot | null {
  if (type === "numbers.moved" || heardElsewhere.has(type)) return null;
  const taken = stageOfEvent(type);
  if (!taken) return null;
  const value = snapshot.value as Record<StageName, "locked" | { working: StageStatus }>;
  if (!isWorkedIn(value[taken])) return null;
  const context = { ...snapshot.context, ...changeOf(snapshot.context, event, meta) };
  const stays = stageNames.every((stage) => {
    const region = value[stage];
    return !isWorkedIn(region) || (region.working === "complete") === isComplete(context, stage);
  });
  return stays ? { ...snapshot, context } : null;
}

const isWorkedIn = (region: "locked" | { working: StageStatus }): region is { working: "complete" | "inProgress" } =>
  region !== "locked" && (region.working === "complete" || region.working === "inProgress");

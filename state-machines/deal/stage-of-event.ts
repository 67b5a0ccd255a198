import { type StageName, stageNames } from "../stages/stage";
import type { DealEdit, DealEventType } from "./deal-events";

const stageByName: ReadonlyMap<string, StageName> = new Map(stageNames.map((name) => [name, name]));

/** The stage an event is named after: "trade.payoffStated" → "trade"; null for what is no stage's. */
export const stageOfEvent = (type: DealEventType | DealEdit["type"]): StageName | null =>
  stageByName.get(type.slice(0, type.indexOf("."))) ?? null;

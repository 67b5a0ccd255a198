import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import type { DealEdit } from "#machines/deal/deal-events";
import { readinessItems, releaseBlockers } from "#machines/deal/readiness";
import { stateOf } from "#tests/support/deal-store";

/** A manager takes all that is open before the keys upon themselves. */
export async function takenOverItems(dealId: string): Promise<DealEdit> {
  const state = await stateOf(dealId);
  const items = releaseBlockers(readinessItems(contextOf(state), lifeOf(state))).map(({ item }) => item);
  return { type: "handover.overridden", items, reason: "Known customer, all in the house" };
}

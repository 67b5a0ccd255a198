import type { StageStatuses } from "../stages/stage";
import type { Actor } from "../store/actor";

/** What a guard may look at beside the deal: who asks, and the time it was asked. */
export interface GuardScope {
  actor: Actor;
  /** ISO instant from the server's clock. */
  at: string;
  /** The stages' statuses, as the numbers depend on them. */
  kept: StageStatuses;
}

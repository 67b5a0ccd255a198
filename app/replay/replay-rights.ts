import { audiencesWithin } from "#machines/deal/audience-sight";
import { type Actor, type Audience, audienceOf, type StaffRole } from "#machines/store/actor";

const replayRoles: readonly StaffRole[] = ["salesManager", "fniManager", "generalManager", "admin"];

/** Desk and finance settle what was shown to whom. */
export const mayReplayAny = (actor: Actor): boolean => actor.kind === "staff" && replayRoles.includes(actor.role);

/**
 * Whose screens an actor may be shown: for desk and finance everybody's that holds nothing beyond their own sight, for
 * somebody on the customer's side their own alone. A screen of the store's shows the present and nothing else.
 */
export function partiesFor(actor: Actor): Audience[] {
  if (actor.kind === "customer") return actor.seat?.kind === "storeScreen" ? [] : [audienceOf(actor)];
  return mayReplayAny(actor) ? audiencesWithin(audienceOf(actor)) : [];
}

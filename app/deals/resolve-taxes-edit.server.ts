import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEventOf, RequestedEdit } from "#machines/deal/deal-events";
import { refuse } from "#machines/deal/deal-refusals";
import { sameValue } from "#machines/deal/same-value";
import type { PlainDate } from "#machines/money/plain-date";
import { dealResolvers } from "./deal-resolvers.server";
import type { Resolved } from "./resolve-edit.server";
import { storeDate } from "./store-date";

type Request = Extract<RequestedEdit, { type: "taxes.garagingRequested" }>;
type Review = Extract<RequestedEdit, { type: "taxes.reviewRequested" }>;
type Place = { address: Request["address"]; registrant: boolean };

/** Looks up whose taxes are owed where the car will be kept. */
export async function resolveTaxesEdit(state: DealState, place: Request, today: PlainDate): Promise<Resolved> {
  const applied = await taxesThere(state, place, today);
  return "refusal" in applied ? applied : { type: "taxes.ruleApplied", ...applied };
}

const reviewed = {
  confirmed: "taxes.ruleConfirmed",
  withdrawn: "taxes.ruleWithdrawn",
  localRate: "taxes.localRateChanged",
} as const;

/** Looks them up again after the store said something else of that place; what changes nothing is not told. */
export async function resolveTaxReview(state: DealState, { because }: Review, today: PlainDate): Promise<Resolved> {
  const { garaging, overrides: _stated, ...known } = contextOf(state).taxes;
  if (!garaging) return { refusal: refuse("stageNotOpen") };
  const { sameAsHome, registrant, street, city, region, postcode } = garaging;
  const address = sameAsHome ? null : { street, city, region, postcode };
  const applied = await taxesThere(state, { address, registrant }, today);
  if ("refusal" in applied) return applied;
  const { garaging: _, ...found } = applied;
  return sameValue(found, known) ? { refusal: refuse("stageNotOpen") } : { type: reviewed[because], ...applied };
}

async function taxesThere(
  state: DealState,
  { address, registrant }: Place,
  today: PlainDate,
): Promise<Omit<DealEventOf<"taxes.ruleApplied">, "type"> | Extract<Resolved, { refusal: unknown }>> {
  const { store, people, delivery } = contextOf(state);
  const { street, city, region, postcode } = address ?? people.customer;
  if (region === "" || postcode === "") return { refusal: refuse("homeAddressMissing", undefined, "region") };
  const deliveryDay = delivery.slot && (storeDate(delivery.slot.startsAt, store.timeZone) as PlainDate);
  const place = { rooftopId: store.rooftopId, policy: store, region, postcode, registrant, today, deliveryDay };
  const applied = await dealResolvers().taxes(place);
  if (!applied) return { refusal: refuse("regionUnknown", undefined, "region") };
  return { garaging: { sameAsHome: address === null, street, city, region, postcode, registrant }, ...applied };
}

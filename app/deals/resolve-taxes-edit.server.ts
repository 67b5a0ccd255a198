import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { RequestedEdit } from "#machines/deal/deal-events";
import { refuse } from "#machines/deal/deal-refusals";
import type { PlainDate } from "#machines/money/plain-date";
import { dealResolvers } from "./deal-resolvers.server";
import type { Resolved } from "./resolve-edit.server";
import { storeDate } from "./store-date";

type Request = Extract<RequestedEdit, { type: "taxes.garagingRequested" }>;

/** Looks up whose taxes are owed where the car will be kept. */
export async function resolveTaxesEdit(
  state: DealState,
  { address, registrant }: Request,
  today: PlainDate,
): Promise<Resolved> {
  const { store, people, delivery } = contextOf(state);
  const { street, city, region, postcode } = address ?? people.customer;
  if (region === "" || postcode === "") return { refusal: refuse("homeAddressMissing", undefined, "region") };
  const deliveryDay = delivery.slot && (storeDate(delivery.slot.startsAt, store.timeZone) as PlainDate);
  const place = { rooftopId: store.rooftopId, policy: store, region, postcode, registrant, today, deliveryDay };
  const applied = await dealResolvers().taxes(place);
  if (!applied) return { refusal: refuse("regionUnknown", undefined, "region") };
  return {
    type: "taxes.ruleApplied",
    garaging: { sameAsHome: address === null, street, city, region, postcode, registrant },
    ...applied,
  };
}

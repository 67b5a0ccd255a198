import { type Audience, isPublicAudience } from "../store/actor";
import type { LimitedKind } from "./approval";
import type { DealContext } from "./deal-context";
import type { DealEvent, DealEventType } from "./deal-events";
import { permissionFor } from "./deal-permissions";

/** The change that a grant makes, as it would be called had the manager made it at once. */
const madeBy: Record<LimitedKind, DealEventType> = {
  sellingPrice: "vehicle.sellingPriceSet",
  contractRate: "finance.contractRateSet",
  termMonths: "finance.termChosen",
  docFeeWaiver: "finance.docFeeWaived",
};

/**
 * What a reader is told an event was; null when they hear nothing of it. That somebody asked for more authority is the
 * store's affair, but a figure never moves on a customer's screen without a sentence: they hear of the change itself.
 */
export function toldAs(event: DealEvent, after: DealContext, audience: Audience): DealEventType | null {
  if (!isPublicAudience(audience) || permissionFor(event.type).toldTo === "everyone") return event.type;
  if (event.type !== "approval.granted") return null;
  const kind = after.approvals.list[event.number - 1]?.kind;
  return kind && kind !== "pencil" ? madeBy[kind] : null;
}

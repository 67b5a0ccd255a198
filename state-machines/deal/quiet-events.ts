import type { DealEvent } from "./deal-events";

/**
 * Events that leave every figure where it is, whatever the deal: a commitment may be older than these. An event that
 * takes a left-out stage up again (a booked time, a countered offer) is not among them, for that stage counts again.
 */
const quietEvents: ReadonlySet<DealEvent["type"]> = new Set<DealEvent["type"]>([
  "customer.identified",
  "customer.addressStated",
  "customer.identityVerified",
  "staff.assigned",
  "note.added",
  "vehicle.confirmed",
  "trade.acvAppraised",
  "finance.targetPaymentSet",
  "finance.termsAgreed",
  "deposit.termsAccepted",
  "deposit.checkoutOpened",
  "deposit.held",
  "deposit.failed",
  "deposit.refundRequested",
  "deposit.refunded",
  "deal.contracted",
]);
export const movesNumbers = (type: DealEvent["type"]) => !quietEvents.has(type);

import type { DealEvent } from "./deal-events";
import { handoverEventTypes } from "./handover-lives";
import { tradeAsides } from "./trade-asides";

/**
 * Events that leave every figure where it is, whatever the deal: a commitment may be older than these. An event that
 * takes a left-out stage up again (a booked time, a countered offer) is not among them, for that stage counts again.
 */
const quietEvents: ReadonlySet<DealEvent["type"]> = new Set<DealEvent["type"]>([
  "customer.identified",
  "customer.addressStated",
  "customer.identityVerified",
  "staff.assigned",
  "seat.invited",
  "seat.taken",
  "seat.scopeChanged",
  "seat.ended",
  "coBuyer.identified",
  "coBuyer.addressStated",
  "wait.promised",
  "showroom.opened",
  "showroom.closed",
  "showroom.timeSpent",
  "deal.imported",
  "note.added",
  ...handoverEventTypes,
  "vehicle.confirmed",
  ...tradeAsides,
  "finance.targetPaymentSet",
  "finance.termsAgreed",
  "deposit.termsAccepted",
  "deposit.checkoutOpened",
  "deposit.held",
  "deposit.bankAsked",
  "deposit.captured",
  "deposit.holdEnding",
  "deposit.failed",
  "deposit.released",
  "deposit.disputed",
  "deposit.refundRequested",
  "deposit.refunded",
  "promise.kept",
  "promise.differencesAcknowledged",
  "deal.contracted",
  "scenario.pinned",
  "scenario.unpinned",
  "approval.requested",
  "approval.refused",
  "pencil.proposed",
  "pencil.countered",
  "pencil.declined",
  "pencil.withdrawn",
  "pencil.expired",
]);
export const movesNumbers = (type: DealEvent["type"]) => !quietEvents.has(type);

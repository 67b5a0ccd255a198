import type { DealEventType } from "#machines/deal/deal-events";

/**
 * The places on the card that can be lit: by somebody's focus, and for a minute by what somebody changed.
 * Presence may add a part behind a dot for one control of several (`tradeCar.mileage`, `cell.60.300000`).
 */
export type FieldKey =
  | "vehicle"
  | "sellingPrice"
  | "incentives"
  | "tradeCar"
  | "tradeCondition"
  | "tradeOwnership"
  | "tradePayoff"
  | "tradeValue"
  | "tradeOffer"
  | "tradePhotos"
  | "tradeDamage"
  | "tradeMessages"
  | "tradeAppraisal"
  | "method"
  | "termMonths"
  | "cashDown"
  | "creditBand"
  | "credit"
  | "leaseTerms"
  | "financeOptions"
  | "targetPayment"
  | "contractRate"
  | "terms"
  | "products"
  | "deposit"
  | "tenders"
  | "deliveryMethod"
  | "deliveryAddress"
  | "deliverySlot"
  | "customerName"
  | "customerAddress"
  | "docFee"
  | "pencil"
  | "scenarios"
  | "approvals"
  | "taxes"
  | "notes"
  | "people"
  | "stages";

const fieldsOf: Record<DealEventType, readonly FieldKey[]> = {
  "deal.started": [],
  "customer.identified": ["customerName"],
  "customer.addressStated": ["customerAddress"],
  "customer.identityVerified": ["customerName"],
  "staff.assigned": ["people"],
  "staff.released": ["people"],
  "note.added": ["notes"],
  "vehicle.confirmed": ["vehicle"],
  "vehicle.swapped": ["vehicle", "sellingPrice"],
  "vehicle.sellingPriceSet": ["sellingPrice"],
  "vehicle.incentiveClaimed": ["incentives"],
  "trade.described": ["tradeCar"],
  "trade.conditionAnswered": ["tradeCondition"],
  "trade.damageMarked": ["tradeDamage"],
  "trade.damageUnmarked": ["tradeDamage"],
  "trade.photoAdded": ["tradePhotos"],
  "trade.photoRemoved": ["tradePhotos"],
  "trade.ownershipStated": ["tradeOwnership"],
  "trade.payoffStated": ["tradePayoff"],
  "trade.valueStated": ["tradeValue"],
  "trade.valued": ["tradeValue"],
  "trade.notValued": ["tradeValue"],
  "trade.submitted": ["tradeOffer"],
  "trade.reviewStarted": ["tradeOffer"],
  "trade.acvAppraised": ["tradeAppraisal"],
  "trade.offerMade": ["tradeOffer"],
  "trade.offerAccepted": ["tradeOffer"],
  "trade.offerDeclined": ["tradeOffer"],
  "trade.offerCountered": ["tradeOffer"],
  "trade.messageSent": ["tradeMessages"],
  "trade.verified": ["tradeOffer"],
  "trade.verificationWaived": ["tradeAppraisal"],
  "trade.carRemoved": ["tradeCar"],
  "finance.methodChosen": ["method"],
  "finance.termChosen": ["termMonths"],
  "finance.cashDownSet": ["cashDown"],
  "finance.cellAdopted": ["termMonths", "cashDown"],
  "finance.tradeBalanceSplit": ["tradePayoff"],
  "finance.creditBandStated": ["creditBand"],
  "finance.leaseTermsChosen": ["leaseTerms"],
  "finance.optionsChosen": ["financeOptions"],
  "finance.targetPaymentSet": ["targetPayment"],
  "finance.contractRateSet": ["contractRate"],
  "finance.termsAgreed": ["terms"],
  "finance.docFeeWaived": ["docFee"],
  "scenario.pinned": ["scenarios"],
  "scenario.unpinned": ["scenarios"],
  "scenario.adopted": ["method", "termMonths", "cashDown", "leaseTerms"],
  "approval.requested": ["approvals"],
  "approval.granted": ["approvals"],
  "approval.refused": ["approvals"],
  "pencil.proposed": ["pencil"],
  "pencil.accepted": ["pencil", "terms"],
  "pencil.countered": ["pencil"],
  "pencil.declined": ["pencil"],
  "pencil.withdrawn": ["pencil"],
  "pencil.expired": ["pencil"],
  "fni.productAnswered": ["products"],
  "fni.needsAnswered": ["products"],
  "fni.rated": ["products"],
  "fni.priceExceptionSet": ["products"],
  "fni.menuSigned": ["products"],
  "credit.started": ["credit"],
  "credit.completed": ["credit"],
  "credit.skipped": ["credit"],
  "credit.prequalified": ["credit", "creditBand"],
  "credit.sent": ["credit"],
  "credit.answered": ["credit"],
  "credit.chosen": ["credit", "contractRate", "termMonths"],
  "credit.stipMoved": ["credit"],
  "credit.flagRaised": ["credit"],
  "credit.flagResolved": ["credit"],
  "deposit.termsAccepted": ["deposit"],
  "deposit.checkoutOpened": ["deposit"],
  "deposit.held": ["deposit"],
  "deposit.failed": ["deposit"],
  "deposit.bankAsked": ["deposit"],
  "deposit.holdEnding": ["deposit"],
  "deposit.captured": ["deposit"],
  "deposit.takenAtDesk": ["deposit"],
  "deposit.holdExtended": ["deposit"],
  "deposit.returnRequested": ["deposit"],
  "deposit.returnApproved": ["deposit"],
  "deposit.returnDeclined": ["deposit"],
  "deposit.returned": ["deposit"],
  "tender.recorded": ["tenders"],
  "tender.promised": ["tenders"],
  "tender.promiseDropped": ["tenders"],
  "tender.returned": ["tenders"],
  "vehicle.availabilityTold": ["vehicle"],
  "deposit.released": ["deposit"],
  "deposit.disputed": ["deposit"],
  "deposit.refundRequested": ["deposit"],
  "deposit.refunded": ["deposit"],
  "taxes.ruleApplied": ["taxes"],
  "taxes.ruleConfirmed": ["taxes"],
  "taxes.ruleWithdrawn": ["taxes"],
  "taxes.localRateChanged": ["taxes"],
  "taxes.lineOverridden": ["taxes"],
  "taxes.overrideRemoved": ["taxes"],
  "delivery.methodChosen": ["deliveryMethod"],
  "delivery.addressGiven": ["deliveryAddress"],
  "delivery.slotBooked": ["deliverySlot"],
  "handover.workPlanned": [],
  "handover.workDone": [],
  "handover.overridden": [],
  "handover.timeBooked": ["deliverySlot"],
  "handover.checked": [],
  "handover.photoAdded": [],
  "handover.photoRemoved": [],
  "handover.odometerRead": [],
  "handover.signed": [],
  "handover.tracked": [],
  "handover.contactlessChosen": [],
  "handover.followedUp": [],
  "dueBill.itemAdded": [],
  "dueBill.itemDropped": [],
  "dueBill.photoKept": [],
  "dueBill.appointmentSet": [],
  "dueBill.itemClosed": [],
  "dueBill.signed": [],
  "titleWork.stepDone": [],
  "titleWork.holderNamed": [],
  "titleWork.tagIssued": [],
  "titleWork.payoffSent": [],
  "titleWork.alarmRaised": [],
  "returns.requested": [],
  "returns.withdrawn": [],
  "returns.accepted": [],
  "returns.declined": [],
  "returns.unwound": [],
  "returns.settled": [],
  "drive.booked": [],
  "drive.cancelled": [],
  "drive.licenseKept": [],
  "drive.signed": [],
  "drive.left": [],
  "drive.ended": [],
  "seat.invited": ["people"],
  "seat.taken": ["people"],
  "seat.scopeChanged": ["people"],
  "seat.ended": ["people"],
  "coBuyer.identified": ["people"],
  "coBuyer.addressStated": ["people"],
  "wait.promised": [],
  "showroom.opened": [],
  "showroom.closed": [],
  "showroom.timeSpent": [],
  "deal.imported": [],
  "promise.kept": [],
  "promise.differencesAcknowledged": [],
  "stage.skipped": ["stages"],
  "stage.deferred": ["stages"],
  "stage.resumed": ["stages"],
  "stage.confirmed": ["stages"],
  "deal.frozen": [],
  "deal.reopened": [],
  "deal.contracted": [],
  "deal.delivered": [],
  "deal.lost": [],
  "deal.revived": [],
};

/** Which places an event has changed. A type this page does not know yet lights nothing. */
export function changedFields(type: string): string[] {
  return [...(fieldsOf[type as DealEventType] ?? [])];
}

/** The places whose change moves a line of the summary; the newest of them is named on the line. */
export function fieldsOfLine(code: string): readonly FieldKey[] {
  const kind = code.split(".")[0];
  switch (kind) {
    case "outTheDoor":
    case "grossCapCost":
      return ["vehicle", "sellingPrice", "products", "deliveryMethod", "deliveryAddress", "taxes"];
    case "sellingPrice":
      return ["vehicle", "sellingPrice"];
    case "rebate":
      return ["incentives"];
    case "tradeEquity":
    case "negativeEquity":
      return ["tradeCar", "tradeOwnership", "tradePayoff", "tradeValue", "tradeOffer"];
    case "tradeAllowance":
      return ["tradeValue", "tradeOffer"];
    case "tradePayoff":
      return ["tradePayoff"];
    case "cashDown":
      return ["cashDown"];
    case "product":
      return ["products"];
    default:
      return [];
  }
}

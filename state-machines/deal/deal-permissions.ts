import type { Role, StaffRole } from "../store/actor";
import type { DealEdit, DealEvent } from "./deal-events";
import { handoverPermissions } from "./handover-permissions";

export interface Permission {
  by: readonly Role[];
  /** A commitment: names the revision the person saw and is refused when the deal has moved since. */
  needsCurrentRevision?: true;
  /** Whose history may say that it happened. Nobody but staff hears of staff-only events. */
  toldTo: "everyone" | "staff";
}

const desk = ["salesManager", "generalManager", "admin"] as const satisfies readonly StaffRole[];
const floor = ["salesperson", ...desk, "fniManager"] as const satisfies readonly StaffRole[];
const everybody = ["customer", ...floor] as const;
const system = ["system"] as const;

const anyone = { by: everybody, toldTo: "everyone" } as const;
const staffTold = { by: floor, toldTo: "everyone" } as const;
/** What is shown and said of the customer's car: by them, and by whoever of the store looks at it. */
const aboutTheCar = { by: [...everybody, "appraiser"], toldTo: "everyone" } as const;
const bySystem = { by: system, toldTo: "everyone" } as const;

/**
 * Who may say what. An event or edit without a row does not compile; a role without a mention may not.
 * `system` is the server itself (payments, the start of a deal, the seed), never a person.
 */
export const dealPermissions = {
  "deal.started": { by: ["system"], toldTo: "everyone" },

  "customer.identified": anyone,
  "customer.addressStated": anyone,
  // Where the car is kept decides the tax, so whoever knows says it; what a rule gives, managers alone replace.
  "taxes.garagingRequested": { by: [...everybody, "system"], toldTo: "everyone" },
  "taxes.ruleApplied": bySystem,
  // The controller's word reaches a deal by the server alone, which knows whether it was given.
  "taxes.reviewRequested": bySystem,
  "taxes.ruleConfirmed": bySystem,
  "taxes.ruleWithdrawn": bySystem,
  "taxes.localRateChanged": bySystem,
  "taxes.lineOverridden": { by: [...desk, "fniManager"], toldTo: "everyone" },
  "taxes.overrideRemoved": { by: [...desk, "fniManager"], toldTo: "everyone" },
  "customer.identityVerified": { by: ["fniManager", ...desk], toldTo: "everyone" },
  "staff.assignmentRequested": { by: floor, toldTo: "everyone" },
  "staff.assigned": { by: ["system"], toldTo: "everyone" },
  // Given back by whoever has it; a manager frees the seat of somebody who went home.
  "staff.released": { by: floor, toldTo: "everyone" },
  "note.added": { by: [...floor, "appraiser"], toldTo: "staff" },

  // A seat is offered by the buyer or the store, taken by whoever was invited; how far each goes: seat-permissions.ts.
  "seat.inviteRequested": anyone,
  "seat.invited": bySystem,
  "seat.taken": { by: ["customer"], toldTo: "everyone" },
  "seat.scopeChanged": anyone,
  "seat.ended": anyone,
  "coBuyer.identified": anyone,
  "coBuyer.addressStated": anyone,

  // Only who can keep it promises a time.
  "wait.promised": { by: [...floor, "appraiser"], toldTo: "everyone" },

  // Told by the store's side of a pairing, never by what a screen says of itself.
  "showroom.opened": { by: [...floor, "appraiser"], toldTo: "everyone" },
  "showroom.closed": { by: [...floor, "appraiser", "system"], toldTo: "everyone" },
  "showroom.timeSpent": bySystem,

  "vehicle.confirmed": anyone,
  "vehicle.swapRequested": anyone,
  "vehicle.swapped": bySystem,
  "vehicle.availabilityTold": bySystem,
  "vehicle.sellingPriceSet": staffTold,
  "vehicle.incentiveClaimed": anyone,

  "trade.described": anyone,
  "trade.conditionAnswered": anyone,
  "trade.ownershipStated": anyone,
  "trade.payoffStated": anyone,
  "trade.valueStated": anyone,
  "trade.damageMarked": aboutTheCar,
  "trade.damageUnmarked": aboutTheCar,
  "trade.photoAdded": aboutTheCar,
  "trade.photoRemoved": aboutTheCar,
  "trade.valuationRequested": anyone,
  "trade.valued": bySystem,
  "trade.notValued": bySystem,
  "trade.submitted": anyone,
  "trade.reviewStarted": { by: ["appraiser", ...floor], toldTo: "everyone" },
  // The appraisal is the store's own money; a customer never sets, sees or hears of it.
  "trade.acvAppraised": { by: ["appraiser", ...desk], toldTo: "staff" },
  "trade.offerProposed": { by: ["appraiser", ...floor], toldTo: "everyone" },
  "trade.offerMade": bySystem,
  // Only the owner of the trade can agree to sell it.
  "trade.offerAccepted": { by: ["customer"], needsCurrentRevision: true, toldTo: "everyone" },
  "trade.offerDeclined": { by: ["customer"], toldTo: "everyone" },
  "trade.offerCountered": { by: ["customer"], toldTo: "everyone" },
  "trade.messageSent": aboutTheCar,
  // Who stands before the car and may change an accepted offer; how far is in trade-authority.ts.
  "trade.verificationProposed": { by: ["appraiser", ...desk], toldTo: "everyone" },
  "trade.verified": bySystem,
  "trade.verificationWaived": { by: [...desk, "fniManager"], toldTo: "staff" },
  "trade.carRemoved": anyone,

  "finance.methodChosen": anyone,
  "finance.termChosen": anyone,
  "finance.cashDownSet": anyone,
  "finance.cellAdopted": anyone,
  "finance.tradeBalanceSplit": anyone,
  "finance.creditBandStated": anyone,
  "finance.leaseTermsChosen": anyone,
  "finance.optionsChosen": anyone,
  "finance.targetPaymentSet": anyone,
  "finance.contractRateSet": { by: ["fniManager", ...desk], toldTo: "everyone" },
  "finance.termsAgreed": { by: ["customer"], needsCurrentRevision: true, toldTo: "everyone" },

  // A product is bought by the person who pays for it, or recorded by the finance manager at the desk.
  "fni.productAnswered": { by: ["customer", "fniManager"], toldTo: "everyone" },

  "fni.needsAnswered": { by: ["customer", "fniManager"], toldTo: "everyone" },
  "fni.rated": bySystem,
  // Everybody pays the listed price; another one is somebody's to answer for.
  "fni.priceExceptionSet": { by: ["fniManager", ...desk], toldTo: "everyone" },
  // The record of what was offered and answered is signed by who pays.
  "fni.menuSigned": { by: ["customer"], needsCurrentRevision: true, toldTo: "everyone" },

  // Applications and lenders' answers are the server's to tell; it alone has opened what is sealed.
  "credit.started": bySystem,
  "credit.completed": bySystem,
  "credit.skipped": anyone,
  "credit.prequalified": bySystem,
  "credit.sent": bySystem,
  "credit.answered": bySystem,
  "credit.chosen": { by: ["fniManager"], toldTo: "everyone" },
  "credit.stipMoved": bySystem,
  // "See the finance manager": that there is a flag is said to nobody on the floor.
  "credit.flagRaised": { by: system, toldTo: "staff" },
  "credit.flagResolved": { by: ["fniManager"], toldTo: "staff" },

  "deposit.termsAccepted": { by: ["customer"], needsCurrentRevision: true, toldTo: "everyone" },
  "deposit.checkoutOpened": bySystem,
  "deposit.held": bySystem,
  "deposit.bankAsked": bySystem,
  "deposit.captured": bySystem,
  "deposit.holdEnding": bySystem,
  "deposit.failed": bySystem,
  "deposit.released": bySystem,
  // What a cardholder told their bank is for the store to answer; the card shows the payer nothing of it.
  "deposit.disputed": { by: system, toldTo: "staff" },
  "deposit.refundRequested": { by: ["customer", ...desk, "fniManager"], toldTo: "everyone" },
  "deposit.refunded": bySystem,
  // Money at the desk is taken by whoever stands there, and given back by who answers for it.
  "deposit.deskPaymentRequested": staffTold,
  "deposit.takenAtDesk": bySystem,
  "deposit.extensionRequested": staffTold,
  "deposit.holdExtended": bySystem,
  "deposit.returnRequested": { by: floor, toldTo: "staff" },
  "deposit.returnApproved": { by: [...desk, "fniManager"], toldTo: "staff" },
  "deposit.returnDeclined": { by: [...desk, "fniManager"], toldTo: "staff" },
  "deposit.returned": bySystem,
  "tender.recorded": staffTold,
  "tender.promised": staffTold,
  "tender.promiseDropped": staffTold,
  "tender.returned": { by: [...desk, "fniManager"], toldTo: "everyone" },

  "delivery.methodChosen": anyone,
  "delivery.addressStated": anyone,
  "delivery.addressGiven": bySystem,
  "delivery.slotRequested": anyone,
  "delivery.slotBooked": bySystem,

  ...handoverPermissions,

  "promise.requested": anyone,
  "promise.kept": bySystem,
  // Only who was promised something can say that they agree to something else.
  "promise.differencesAcknowledged": { by: ["customer"], needsCurrentRevision: true, toldTo: "everyone" },

  "finance.docFeeWaived": staffTold,

  "scenario.pinned": anyone,
  "scenario.unpinned": anyone,
  "scenario.adopted": anyone,

  // Limits and who went beyond them are the store's own affair.
  "approval.requested": { by: floor, toldTo: "staff" },
  "approval.granted": { by: [...desk, "fniManager"], toldTo: "staff" },
  "approval.refused": { by: [...desk, "fniManager"], toldTo: "staff" },

  "pencil.proposalRequested": staffTold,
  "pencil.proposed": bySystem,
  // Only who pays agrees, and to what they have read; the typed name is agreement to terms, not a contract.
  "pencil.accepted": { by: ["customer"], needsCurrentRevision: true, toldTo: "everyone" },
  "pencil.countered": { by: ["customer"], toldTo: "everyone" },
  "pencil.declined": { by: ["customer"], toldTo: "everyone" },
  "pencil.withdrawn": staffTold,
  "pencil.expired": bySystem,

  "stage.skipped": anyone,
  "stage.deferred": anyone,
  "stage.resumed": anyone,
  // Confirms what stands on the card as it was seen; for finance it is the customer's agreement to the terms.
  "stage.confirmed": { ...anyone, needsCurrentRevision: true },

  "deal.freezeRequested": { by: ["fniManager"], needsCurrentRevision: true, toldTo: "everyone" },
  "deal.frozen": bySystem,
  "deal.reopened": { by: ["fniManager", ...desk], toldTo: "everyone" },
  "deal.contracted": { by: ["fniManager"], needsCurrentRevision: true, toldTo: "everyone" },
  "deal.delivered": { by: floor, toldTo: "everyone" },
  "deal.lost": { by: ["customer", ...floor], toldTo: "everyone" },
  "deal.revived": { by: floor, toldTo: "everyone" },
  "deal.imported": { by: ["admin", "generalManager"], toldTo: "everyone" },
} as const satisfies Record<DealEvent["type"] | DealEdit["type"], Permission>;

export const permissionFor = (type: DealEvent["type"] | DealEdit["type"]): Permission => dealPermissions[type];

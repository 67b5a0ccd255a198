import type { Role, StaffRole } from "../store/actor";
import type { DealEdit, DealEvent } from "./deal-events";

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
const bySystem = { by: system, toldTo: "everyone" } as const;

/**
 * Who may say what. An event or edit without a row does not compile; a role without a mention may not.
 * `system` is the server itself (payments, the start of a deal, the seed), never a person.
 */
export const dealPermissions = {
  "deal.started": { by: ["system"], toldTo: "everyone" },

  "customer.identified": anyone,
  "customer.addressStated": anyone,
  "customer.identityVerified": { by: ["fniManager", ...desk], toldTo: "everyone" },
  "staff.assignmentRequested": { by: floor, toldTo: "everyone" },
  "staff.assigned": { by: ["system"], toldTo: "everyone" },
  "note.added": { by: [...floor, "appraiser"], toldTo: "staff" },

  "vehicle.confirmed": anyone,
  "vehicle.swapRequested": anyone,
  "vehicle.swapped": bySystem,
  "vehicle.sellingPriceSet": staffTold,
  "vehicle.incentiveClaimed": anyone,

  "trade.described": anyone,
  "trade.conditionAnswered": anyone,
  "trade.ownershipStated": anyone,
  "trade.payoffStated": anyone,
  "trade.valuationRequested": anyone,
  "trade.valued": bySystem,
  // The appraisal is the store's own money; a customer never sets, sees or hears of it.
  "trade.acvAppraised": { by: ["appraiser", ...desk], toldTo: "staff" },
  "trade.offerProposed": { by: ["appraiser", ...floor], toldTo: "everyone" },
  "trade.offerMade": bySystem,
  // Only the owner of the trade can agree to sell it.
  "trade.offerAccepted": { by: ["customer"], needsCurrentRevision: true, toldTo: "everyone" },
  "trade.offerDeclined": { by: ["customer"], toldTo: "everyone" },
  "trade.offerCountered": { by: ["customer"], toldTo: "everyone" },

  "finance.methodChosen": anyone,
  "finance.termChosen": anyone,
  "finance.cashDownSet": anyone,
  "finance.cellAdopted": anyone,
  "finance.creditBandStated": anyone,
  "finance.leaseTermsChosen": anyone,
  "finance.targetPaymentSet": anyone,
  "finance.contractRateSet": { by: ["fniManager", ...desk], toldTo: "everyone" },
  "finance.termsAgreed": { by: ["customer"], needsCurrentRevision: true, toldTo: "everyone" },

  // A product is bought by the person who pays for it, or recorded by the finance manager at the desk.
  "fni.productAnswered": { by: ["customer", "fniManager"], toldTo: "everyone" },

  "deposit.termsAccepted": { by: ["customer"], needsCurrentRevision: true, toldTo: "everyone" },
  "deposit.checkoutOpened": bySystem,
  "deposit.held": bySystem,
  "deposit.failed": bySystem,
  "deposit.refundRequested": { by: ["customer", ...desk, "fniManager"], toldTo: "everyone" },
  "deposit.refunded": bySystem,

  "delivery.methodChosen": anyone,
  "delivery.addressStated": anyone,
  "delivery.addressGiven": bySystem,
  "delivery.slotRequested": anyone,
  "delivery.slotBooked": bySystem,

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
} as const satisfies Record<DealEvent["type"] | DealEdit["type"], Permission>;

export const permissionFor = (type: DealEvent["type"] | DealEdit["type"]): Permission => dealPermissions[type];

import { noCents } from "../money/cents";
import { deliveryFee } from "../stages/delivery";
import { type StageName, stageNames } from "../stages/stage";
import { assertNever } from "../assert";
import type { ConditionAnswers } from "../stages/trade";
import type { FinanceSlice } from "../stages/finance";
import type { DealContext, FinanceSliceChange } from "./deal-context";
import type { DealEvent, DealEventOf } from "./deal-events";
import type { EventMeta } from "./event-meta";

type Change = Partial<DealContext>;

/** What an event writes: new slices, never a mutation, nothing looked up outside. The one action of the chart. */
export function changeOf(context: DealContext, event: DealEvent, meta: EventMeta): Change {
  const change = sliceChange(context, event, meta);
  const stage = stageTakenUp(event);
  const life = change.life ?? context.life;
  // Money that arrives while the deal is locked is written down, but nobody has taken the stage up.
  const locked = life.frozenAt !== null || life.lostReason !== null;
  if (!stage || locked || !life.stageNotes[stage]) return change;
  const { [stage]: _, ...stageNotes } = life.stageNotes;
  return { ...change, life: { ...life, stageNotes } };
}

/** The stage that an event works in: a left-out stage is taken up by it. The appraisal is the store's own affair. */
function stageTakenUp(event: DealEvent): StageName | null {
  if (event.type === "stage.resumed" || event.type === "stage.confirmed") return event.stage;
  if (event.type === "trade.acvAppraised") return null;
  return stageNames.find((stage) => event.type.startsWith(`${stage}.`)) ?? null;
}

function sliceChange(context: DealContext, event: DealEvent, meta: EventMeta): Change {
  switch (event.type) {
    case "deal.started":
      return {}; // The first event makes the context; see startedContext.
    case "customer.identified":
    case "customer.addressStated":
    case "customer.identityVerified":
    case "staff.assigned":
    case "note.added":
      return peopleChange(context, event, meta);
    case "vehicle.confirmed":
    case "vehicle.swapped":
    case "vehicle.sellingPriceSet":
    case "vehicle.incentiveClaimed":
      return vehicleChange(context, event, meta);
    case "trade.described":
    case "trade.conditionAnswered":
    case "trade.ownershipStated":
    case "trade.payoffStated":
    case "trade.valued":
    case "trade.acvAppraised":
    case "trade.offerMade":
    case "trade.offerAccepted":
    case "trade.offerDeclined":
    case "trade.offerCountered":
      return tradeChange(context, event, meta);
    case "finance.methodChosen":
    case "finance.termChosen":
    case "finance.cashDownSet":
    case "finance.cellAdopted":
    case "finance.creditBandStated":
    case "finance.leaseTermsChosen":
    case "finance.targetPaymentSet":
    case "finance.contractRateSet":
    case "finance.termsAgreed":
      return { finance: { ...context.finance, ...financeChange(context.finance, event, meta) } };
    case "fni.productAnswered": {
      const { code, answer, optionCode } = event;
      return { fni: { answers: { ...context.fni.answers, [code]: { answer, optionCode } } } };
    }
    case "deposit.termsAccepted":
    case "deposit.checkoutOpened":
    case "deposit.held":
    case "deposit.failed":
    case "deposit.refundRequested":
    case "deposit.refunded":
      return depositChange(context, event, meta);
    case "delivery.methodChosen":
    case "delivery.addressGiven":
    case "delivery.slotBooked":
      return deliveryChange(context, event);
    case "stage.skipped":
    case "stage.deferred":
    case "stage.resumed":
    case "stage.confirmed":
      return stageChange(context, event, meta);
    case "deal.frozen":
    case "deal.reopened":
    case "deal.contracted":
    case "deal.delivered":
    case "deal.lost":
    case "deal.revived":
      return lifeChange(context, event, meta);
    default:
      return assertNever(event);
  }
}

type EventIn<Prefix extends string> = Extract<DealEvent, { type: `${Prefix}.${string}` }>;

function peopleChange(
  context: DealContext,
  event: EventIn<"customer"> | EventIn<"staff"> | EventIn<"note">,
  meta: EventMeta,
): Change {
  const { people, notes } = context;
  switch (event.type) {
    case "customer.identified": {
      const { type: _, ...stated } = event;
      const { firstName, lastName } = people.customer;
      // Papers were checked against a name: another name needs them again.
      const sameName = stated.firstName === firstName && stated.lastName === lastName;
      const identityVerifiedBy = sameName ? people.identityVerifiedBy : null;
      return { people: { ...people, customer: { ...people.customer, ...stated }, identityVerifiedBy } };
    }
    case "customer.addressStated": {
      const { type: _, ...stated } = event;
      return { people: { ...people, customer: { ...people.customer, ...stated } } };
    }
    case "customer.identityVerified":
      return { people: { ...people, identityVerifiedBy: meta.by } };
    case "staff.assigned": {
      const { role } = event.staff;
      const seat = role === "fniManager" ? "fniManager" : role === "salesperson" ? "salesperson" : "salesManager";
      return { people: { ...people, [seat]: event.staff } };
    }
    case "note.added":
      return { notes: { entries: [...notes.entries, { by: meta.by, at: meta.at, text: event.text }] } };
  }
}

function vehicleChange({ vehicle: slice }: DealContext, event: EventIn<"vehicle">, meta: EventMeta): Change {
  switch (event.type) {
    case "vehicle.confirmed":
      return { vehicle: { ...slice, confirmed: true } };
    case "vehicle.swapped":
      return {
        vehicle: {
          vehicle: event.vehicle,
          sellingPrice: event.vehicle.advertisedPrice,
          // A claim is about the customer, so it is kept where the new vehicle has the same programme.
          claimedIncentives: slice.claimedIncentives.filter((code) =>
            event.vehicle.incentives.some((incentive) => incentive.code === code),
          ),
          confirmed: meta.by.role === "customer",
          previousStockNumber: slice.vehicle?.stockNumber ?? null,
        },
      };
    case "vehicle.sellingPriceSet":
      return { vehicle: { ...slice, sellingPrice: event.sellingPrice } };
    case "vehicle.incentiveClaimed": {
      const others = slice.claimedIncentives.filter((code) => code !== event.code);
      return { vehicle: { ...slice, claimedIncentives: event.claimed ? [...others, event.code] : others } };
    }
  }
}

function tradeChange({ trade }: DealContext, event: EventIn<"trade">, meta: EventMeta): Change {
  switch (event.type) {
    case "trade.described": {
      const { type: _, ...description } = event;
      // An estimate or an open offer was for the car as it was described before.
      return { trade: { ...trade, description, valuation: null, offer: null } };
    }
    case "trade.conditionAnswered": {
      const condition: ConditionAnswers = { ...trade.condition, [event.question]: event.answer };
      return { trade: { ...trade, condition, valuation: null } };
    }
    case "trade.ownershipStated":
      return {
        trade: { ...trade, ownership: event.ownership, lien: event.ownership === "owned" ? null : trade.lien },
      };
    case "trade.payoffStated": {
      const { type: _, ...lien } = event;
      return { trade: { ...trade, lien } };
    }
    case "trade.valued": {
      const { type: _, ...valuation } = event;
      return { trade: { ...trade, valuation } };
    }
    case "trade.acvAppraised":
      return { trade: { ...trade, appraisal: { acv: event.acv, recon: event.recon, by: meta.by } } };
    case "trade.offerMade": {
      const { type: _, ...offer } = event;
      return { trade: { ...trade, offer: { ...offer, by: meta.by, answer: "open", counter: null } } };
    }
    case "trade.offerAccepted":
      return { trade: { ...trade, offer: trade.offer && { ...trade.offer, answer: "accepted" } } };
    case "trade.offerDeclined":
      return { trade: { ...trade, offer: trade.offer && { ...trade.offer, answer: "declined" } } };
    case "trade.offerCountered":
      return {
        trade: { ...trade, offer: trade.offer && { ...trade.offer, answer: "countered", counter: event.counter } },
      };
  }
}

/**
 * Any change of terms takes back the agreement to them. A rate that the finance manager set was judged against the
 * lender's for one term and one credit band: with another of either, the store's table holds again.
 */
function financeChange(finance: FinanceSlice, event: EventIn<"finance">, meta: EventMeta): FinanceSliceChange {
  const notAgreed = { termsAgreedAtRevision: null };
  const rateFor = (termMonths: number, creditBand: string) =>
    termMonths === finance.termMonths && creditBand === finance.creditBand ? finance.contractRateOverride : null;
  switch (event.type) {
    case "finance.methodChosen":
      return { ...notAgreed, method: event.method };
    case "finance.termChosen":
      return {
        ...notAgreed,
        termMonths: event.termMonths,
        contractRateOverride: rateFor(event.termMonths, finance.creditBand),
      };
    case "finance.cashDownSet":
      return { ...notAgreed, cashDown: event.cashDown };
    case "finance.cellAdopted":
      return {
        ...notAgreed,
        termMonths: event.termMonths,
        cashDown: event.cashDown,
        contractRateOverride: rateFor(event.termMonths, finance.creditBand),
      };
    case "finance.creditBandStated":
      return {
        ...notAgreed,
        creditBand: event.creditBand,
        contractRateOverride: rateFor(finance.termMonths, event.creditBand),
      };
    case "finance.leaseTermsChosen":
      return { ...notAgreed, leaseTermMonths: event.termMonths, milesPerYear: event.milesPerYear };
    case "finance.contractRateSet":
      return { ...notAgreed, contractRateOverride: event.contractRate };
    case "finance.targetPaymentSet":
      return { targetPayment: event.targetPayment };
    case "finance.termsAgreed":
      return { termsAgreedAtRevision: meta.revision };
  }
}

function depositChange({ deposit }: DealContext, event: EventIn<"deposit">, meta: EventMeta): Change {
  switch (event.type) {
    case "deposit.termsAccepted": {
      const { amount, termsVersion } = event;
      return { deposit: { ...deposit, accepted: { amount, termsVersion, at: meta.at } } };
    }
    case "deposit.checkoutOpened":
      return {
        deposit: { ...deposit, status: "checkingOut", attempt: event.attempt, amount: event.amount, failure: null },
      };
    case "deposit.held": {
      const { amount, reference, holdUntil } = event;
      return { deposit: { ...deposit, status: "held", amount, reference, holdUntil, heldAt: meta.at, failure: null } };
    }
    case "deposit.failed":
      return { deposit: { ...deposit, status: "failed", failure: event.reason } };
    case "deposit.refundRequested":
      return { deposit: { ...deposit, status: "refunding", refundReason: event.reason } };
    case "deposit.refunded":
      return { deposit: { ...deposit, status: "refunded", holdUntil: null } };
  }
}

function deliveryChange({ delivery, store }: DealContext, event: EventIn<"delivery">): Change {
  switch (event.type) {
    case "delivery.methodChosen":
      if (event.method === delivery.method) return {};
      // The address is kept for a change of mind; the fee and the time belong to the method.
      return {
        delivery: {
          ...delivery,
          method: event.method,
          slot: null,
          fee: deliveryFee(store.delivery.distanceBands, { ...delivery, method: event.method }),
        },
      };
    case "delivery.addressGiven": {
      const { street, city, region, postcode, distanceMiles, fee } = event;
      const address = { street, city, region, postcode };
      return { delivery: { ...delivery, address, distanceMiles, fee: delivery.method === "home" ? fee : noCents } };
    }
    case "delivery.slotBooked": {
      const { type: _, ...slot } = event;
      return { delivery: { ...delivery, slot, rescheduled: delivery.rescheduled + (delivery.slot ? 1 : 0) } };
    }
  }
}

function stageChange({ life, finance }: DealContext, event: EventIn<"stage">, meta: EventMeta): Change {
  const note = (stage: StageName, reason: DealEventOf<"stage.skipped">["reason"] | null, remindAt: string | null) => ({
    life: { ...life, stageNotes: { ...life.stageNotes, [stage]: { reason, remindAt, by: meta.by, at: meta.at } } },
  });
  switch (event.type) {
    case "stage.skipped":
      return note(event.stage, event.reason, null);
    case "stage.deferred":
      return note(event.stage, null, event.remindAt);
    case "stage.resumed":
      return {};
    case "stage.confirmed":
      return event.stage === "finance" ? { finance: { ...finance, termsAgreedAtRevision: meta.revision } } : {};
  }
}

function lifeChange({ life, identity, delivery }: DealContext, event: EventIn<"deal">, meta: EventMeta): Change {
  switch (event.type) {
    case "deal.started":
    case "deal.contracted":
      return {};
    case "deal.frozen":
      return {
        identity: { ...identity, contractDate: event.contractDate },
        life: { ...life, contractingRevision: meta.revision, frozenAt: meta.at, frozenBy: meta.by },
      };
    case "deal.reopened":
      return {
        life: {
          ...life,
          contractingRevision: null,
          frozenAt: null,
          frozenBy: null,
          reopenings: [...life.reopenings, { reason: event.reason, by: meta.by, at: meta.at }],
        },
      };
    case "deal.delivered":
      return { life: { ...life, deliveredAt: meta.at } };
    case "deal.lost":
      return {
        life: { ...life, lostReason: event.reason, contractingRevision: null, frozenAt: null, frozenBy: null },
        // The booked time goes back to the store's calendar; a revived deal books again.
        delivery: { ...delivery, slot: null },
      };
    case "deal.revived":
      return { life: { ...life, lostReason: null } };
  }
}

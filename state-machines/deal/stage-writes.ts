import { noCents } from "../money/cents";
import { deliveryFee } from "../stages/delivery";
import type { FinanceSlice } from "../stages/finance";
import type { ConditionAnswers } from "../stages/trade";
import type { DealContext, FinanceSliceChange } from "./deal-context";
import type { DealEvent } from "./deal-events";
import type { EventMeta } from "./event-meta";

export type Change = Partial<DealContext>;

export type EventIn<Prefix extends string> = Extract<DealEvent, { type: `${Prefix}.${string}` }>;

export function vehicleChange({ vehicle: slice }: DealContext, event: EventIn<"vehicle">, meta: EventMeta): Change {
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

export function tradeChange({ trade }: DealContext, event: EventIn<"trade">, meta: EventMeta): Change {
  switch (event.type) {
    case "trade.described": {
      const { type: _, ...description } = event;
      // An estimate or an open offer was for the car as it was described before.
      return { trade: { ...trade, description, valuation: null, offer: null } };
    }
    case "trade.conditionAnswered": {
      const condition: ConditionAnswers = { ...trade.condition, [event.question]: event.answer };
      // The estimate and any offer were for the car as it was answered before.
      return { trade: { ...trade, condition, valuation: null, offer: null } };
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
export function financeChange(finance: FinanceSlice, event: EventIn<"finance">, meta: EventMeta): FinanceSliceChange {
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

export function depositChange({ deposit }: DealContext, event: EventIn<"deposit">, meta: EventMeta): Change {
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

export function deliveryChange({ delivery, store }: DealContext, event: EventIn<"delivery">): Change {
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

import { noCents } from "../money/cents";
import { deliveryFee } from "../stages/delivery";
import type { FinanceSlice } from "../stages/finance";
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
    case "finance.tradeBalanceSplit":
      return { ...notAgreed, tradeBalancePaidNow: event.paidNow };
    case "finance.creditBandStated":
      return {
        ...notAgreed,
        creditBand: event.creditBand,
        contractRateOverride: rateFor(finance.termMonths, event.creditBand),
      };
    case "finance.leaseTermsChosen":
      return { ...notAgreed, leaseTermMonths: event.termMonths, milesPerYear: event.milesPerYear };
    case "finance.optionsChosen": {
      const { firstPaymentMonths, balloonShare, securityDeposits } = event;
      return { ...notAgreed, options: { firstPaymentMonths, balloonShare, securityDeposits } };
    }
    case "finance.contractRateSet":
      return { ...notAgreed, contractRateOverride: event.contractRate };
    case "finance.docFeeWaived":
      return { ...notAgreed, docFeeWaived: event.docFeeWaived };
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
        deposit: {
          ...deposit,
          status: "checkingOut",
          attempt: event.attempt,
          amount: event.amount,
          failure: null,
          funds: null,
          bankAsked: false,
          releaseReason: null,
        },
      };
    case "deposit.bankAsked":
      return { deposit: { ...deposit, status: "checkingOut", bankAsked: true, failure: null } };
    case "deposit.held": {
      const { amount, reference, holdUntil, funds = "captured" } = event;
      return {
        deposit: {
          ...deposit,
          status: "held",
          amount,
          reference,
          holdUntil,
          funds,
          heldAt: meta.at,
          failure: null,
          bankAsked: false,
        },
      };
    }
    case "deposit.captured":
      return { deposit: { ...deposit, funds: "captured" } };
    case "deposit.failed":
      return { deposit: { ...deposit, status: "failed", failure: event.reason, bankAsked: false } };
    case "deposit.released":
      return { deposit: { ...deposit, status: "released", holdUntil: null, releaseReason: event.reason } };
    case "deposit.holdEnding":
      return {};
    case "deposit.disputed":
      return { deposit: { ...deposit, dispute: event.state } };
    case "deposit.refundRequested":
      return { deposit: { ...deposit, status: "refunding", refundReason: event.reason } };
    case "deposit.refunded":
      return { deposit: { ...deposit, status: "refunded", holdUntil: null } };
  }
}

/** A time booked in the stage takes the place of one that was booked after an earlier freeze. */
const withoutAppointment = ({ handover }: DealContext): Change =>
  handover.appointment === null ? {} : { handover: { ...handover, appointment: null } };

export function deliveryChange(context: DealContext, event: EventIn<"delivery">): Change {
  const { delivery, store } = context;
  switch (event.type) {
    case "delivery.methodChosen":
      if (event.method === delivery.method) return {};
      // The address is kept for a change of mind; the fee and the time belong to the method.
      return {
        ...withoutAppointment(context),
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
      return {
        ...withoutAppointment(context),
        delivery: { ...delivery, slot, rescheduled: delivery.rescheduled + (delivery.slot ? 1 : 0) },
      };
    }
  }
}

import { noCents } from "../money/cents";
import { deliveryFee } from "../stages/delivery";
import type { FinanceSlice } from "../stages/finance";
import type { DealContext, FinanceSliceChange } from "./deal-context";
import type { DealEvent, DealEventOf } from "./deal-events";
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
          availability: "available",
          previousStockNumber: slice.vehicle?.stockNumber ?? null,
        },
      };
    case "vehicle.availabilityTold":
      return { vehicle: { ...slice, availability: event.state } };
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
      return { ...notAgreed, contractRateOverride: event.contractRate, ...rateException(finance, event) };
    case "finance.docFeeWaived":
      return { ...notAgreed, docFeeWaived: event.docFeeWaived };
    case "finance.targetPaymentSet":
      return { targetPayment: event.targetPayment };
    case "finance.termsAgreed":
      return { termsAgreedAtRevision: meta.revision };
  }
}

/** A reason is kept with its rate; a rate without one leaves none of an earlier rate behind. */
function rateException(
  known: FinanceSlice,
  { contractRate, reason }: DealEventOf<"finance.contractRateSet">,
): Pick<FinanceSlice, "rateException"> {
  if (contractRate !== null && reason) return { rateException: { contractRate, reason } };
  return known.rateException ? { rateException: null } : {};
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

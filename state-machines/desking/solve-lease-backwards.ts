import { cents, type Cents } from "../money/cents";
import { deskingLimits } from "./desking-limits";
import { leaseDeal, type LeaseDealTerms } from "./lease-deal";
import { leasePayment } from "./lease-payment";
import { greatestWithin, leastWithin } from "./tight-search";

/** Cash at signing can fall back a cent as the reduction rises, when the payment rounds down a cent. */
const CENTS_TO_LOOK_PAST = 5;

/**
 * "What may the car cost for this lease payment?" The greatest selling price, in cents, whose total
 * payment does not exceed the target; taxes and residual recomputed for each trial. Null: none.
 */
export function leaseSellingPriceFor(lease: LeaseDealTerms, targetPayment: Cents): Cents | null {
  const paymentAt = (price: number) => leasePayment({ ...lease, sellingPrice: cents(price) }).totalPayment;
  return admitted(greatestWithin(paymentAt, targetPayment, 1, deskingLimits.amount));
}

/**
 * "How much off the top for this lease payment?" The least cash reduction, in cents, that brings the
 * total payment to the target, up to the point where nothing is left to depreciate. Null: none.
 */
export function leaseCashFor(lease: LeaseDealTerms, targetPayment: Cents, mostCash: Cents): Cents | null {
  const paymentAt = (cash: number) => leasePayment({ ...lease, cashReduction: cents(cash) }).totalPayment;
  return admitted(leastWithin(paymentAt, targetPayment, 0, mostCash));
}

/**
 * "So much at signing, everything included": the greatest cash reduction, in cents, whose cash at
 * signing (first payment, fees, deposits and tax in it) stays within the target. Circular on paper,
 * since the reduction moves the payment and the payment is part of the cash; bisected here. Null: none.
 */
export function leaseCashWithinSigning(lease: LeaseDealTerms, targetCashAtSigning: Cents): Cents | null {
  const cashAt = (cash: number) => leaseDeal({ ...lease, cashReduction: cents(cash) }).paidInCash;
  return admitted(greatestWithin(cashAt, targetCashAtSigning, 0, targetCashAtSigning, CENTS_TO_LOOK_PAST));
}

function admitted(answer: number | null): Cents | null {
  return answer === null ? null : cents(answer);
}

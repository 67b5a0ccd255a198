import { cents } from "../money/cents";
import { ppm } from "../money/rate";

/**
 * What a worksheet accepts. Wider than any honest deal and narrower than a slip of the finger:
 * a figure outside is refused with its limit, so that no arithmetic ever runs on it.
 */
export const deskingLimits = {
  /** $10,000,000: above every car sold by a store; a price typed with its cents but no point trips it. */
  amount: cents(1_000_000_000),
  /** Fees, add-ons, rebates or products of one kind; the longest printed buyer's order holds fewer. */
  linesOfAKind: 40,
  /** The trade-in boxes of a retail contract. */
  trades: 3,
  /** One payment is the shortest instalment; retail contracts end at 96 months, classics and coaches at 240. */
  shortestTermMonths: 1,
  longestTermMonths: 240,
  /** $100: below it no lender writes a contract, and a long term would round the payment to nothing. */
  smallestAmountFinanced: cents(10_000),
  /** Above every state's ceiling for vehicle credit; catches 549 typed for 5.49. */
  highestContractRate: ppm(600_000),
  /** Rounding and odd days move an APR a little above the contract rate; a prepaid charge this large is a slip. */
  highestApr: ppm(1_000_000),
  /** A first payment on the day of contract would be a down payment; half a year is the longest deferral offered. */
  soonestFirstPaymentDays: 1,
  latestFirstPaymentDays: 184,
  /** Lessors write 12 to 72 months; a shorter lease is a rental. */
  shortestLeaseMonths: 6,
  longestLeaseMonths: 84,
  /** A money factor of 0.025 is 60 % a year; catches 2.5 typed for .0025. */
  highestMoneyFactor: ppm(25_000),
  /** Lessors take up to ten; Toyota's programme is the longest in use. */
  mostSecurityDeposits: 10,
  lowestResidualRate: ppm(10_000),
  highestResidualRate: ppm(1_000_000),
  fewestMilesPerYear: 1_000,
  mostMilesPerYear: 100_000,
} as const;

/** The bound that a figure breaks, or null when it lies within; NaN breaks the lower one. */
export function brokenBound(figure: number, lowest: number, highest: number): number | null {
  if (!(figure >= lowest)) return lowest;
  return figure > highest ? highest : null;
}

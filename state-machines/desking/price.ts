import { type Cents, minus, plus, sum } from "../money/cents";

export interface PriceInputs {
  msrp: Cents;
  sellingPrice: Cents;
  /** Dealer-installed goods that every buyer of this vehicle pays for. */
  addOns: { code: string; name: string; price: Cents; taxable: boolean }[];
  docFee: Cents;
  /** What the store asks where the law caps it lower; absent when nothing binds. */
  docFeeAsked?: Cents;
  /** Title, registration, plates: passed on to the state, never taxed. */
  governmentFees: { code: string; name: string; amount: Cents }[];
  /** The maker's money that this customer qualifies for. */
  rebates: { code: string; name: string; amount: Cents }[];
}

export interface PriceStack {
  sellingPrice: Cents;
  addOns: Cents;
  taxableAddOns: Cents;
  docFee: Cents;
  governmentFees: Cents;
  rebates: Cents;
  /** What an honest advertisement says: everything but government charges, less the maker's money. */
  advertisedTotal: Cents;
}

/**
 * What the vehicle costs before government charges: "one total, no surprises at the desk".
 *
 *     advertised total = selling price + add-ons + doc fee − rebates
 *
 * Only sums, so nothing rounds. The doc fee belongs in it because every buyer pays it; taxes and
 * title fees do not, because the store cannot choose them (FTC and state advertising practice).
 * Worked by hand: 36,995.00 + 367.70 − 1,000.00 = 36,362.70.
 */
export function priceStack(price: PriceInputs): PriceStack {
  const addOns = sum(price.addOns.map((addOn) => addOn.price));
  const rebates = sum(price.rebates.map((rebate) => rebate.amount));
  return {
    sellingPrice: price.sellingPrice,
    addOns,
    taxableAddOns: sum(price.addOns.filter((addOn) => addOn.taxable).map((addOn) => addOn.price)),
    docFee: price.docFee,
    governmentFees: sum(price.governmentFees.map((fee) => fee.amount)),
    rebates,
    advertisedTotal: minus(plus(price.sellingPrice, addOns, price.docFee), rebates),
  };
}

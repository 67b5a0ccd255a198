/** One line of the price, in cents; what comes off is below zero. A name is the maker's or the store's own words. */
export interface PriceStackLine {
  code: "msrp" | "price" | "discount" | "markup" | "rebate" | "docFee" | "addOn";
  name?: string;
  amount: number;
}

export interface PriceStack {
  lines: PriceStackLine[];
  /** What the lines add up to: only taxes and government fees come on top. */
  total: number;
  /** Those, as the store's place charges them on this car without a trade. */
  governmentCharges: number;
  /** The maker's money for those who can show proof; not in the total. */
  conditional: { amount: number; eligibility: "military" | "loyalty" | "graduate" }[];
  /** What was asked before today's price and until when, oldest first. */
  earlier: { until: string; sellingPrice: number }[];
}

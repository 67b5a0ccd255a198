/** One line of the price: its name in the reader's words, its amount in cents; what comes off is below zero. */
export interface PriceStackLine {
  code: "msrp" | "price" | "discount" | "markup" | "rebate" | "docFee" | "addOn";
  label: string;
  amount: number;
}

export interface PriceStack {
  lines: PriceStackLine[];
  /** "Add-ons we require: none", said aloud; null when there are some, each with its line. */
  nothingRequired: { label: string; value: string } | null;
  /** "5 lines": how many stand behind the total on a phone. */
  lineCount: string;
  /** What the lines add up to: only taxes and government fees come on top. */
  total: number;
  /** Those, as the store's place charges them on this car without a trade. */
  governmentCharges: number;
  onTop: string;
  /** The maker's money for those who can show proof; not in the total. */
  conditional: string | null;
  /** What was asked before today's price, and until when. */
  earlier: string | null;
}

import type { PaymentEstimate } from "./payment-estimate";
import type { PaymentOptions } from "./payment-options";
import type { PaymentParam, PaymentWish } from "./payment-wish";

export interface PaymentFigure {
  label: string;
  value: string;
  /** What it means, in four words. */
  gloss: string;
}

/** A payment on a vehicle's page with everything that belongs beside it, worded by the server. */
export interface PaymentSheet {
  wish: PaymentWish;
  /** Every part of the wish as the address says it, for the fields and for the start of a deal. */
  entries: Record<PaymentParam, string>;
  options: PaymentOptions;
  estimate: PaymentEstimate;
  figures: PaymentFigure[];
  /** What the law wants said beside it. */
  disclosure: string | null;
  longer: string | null;
  /** Whose taxes are counted. */
  place: string;
  /** "$3,000 down, no trade": the shopper's own money in a word. */
  own: string;
  /** What could not be read, or lies outside its limits. */
  odd: string[];
}

import type { Cents } from "#machines/money/cents";
import type { Ppm } from "#machines/money/rate";

export interface GrossLine {
  code: string;
  label: string;
  amount: Cents;
}

/** What the store earns on a deal as it stands, as far as its reader may know. Made on the server, for staff alone. */
export interface DealGross {
  frontLines: GrossLine[];
  frontGross: Cents;
  backLines: GrossLine[];
  backGross: Cents;
  totalGross: Cents;
  /** Why it is not the last word. */
  open: ("notAppraised" | "addOnCost" | "reserve")[];
}

/** The contract's rate against what the lender asks of the store. */
export interface RateSpread {
  buyRate: Ppm;
  spread: Ppm;
  contractRate: Ppm;
  /** The most the lender lets the store add. */
  cap: Ppm | null;
}

import type { TaxRule } from "../desking/taxes-and-fees";
import type { Cents } from "../money/cents";
import type { ActorRef } from "../store/actor";

/** Where the car will be kept: the place whose taxes are owed. */
export interface Garaging {
  /** The buyer's own address; a new one of theirs is looked up anew. */
  sameAsHome: boolean;
  street: string;
  city: string;
  region: string;
  postcode: string;
  /** The customer must charge tax on the trade-in: a registered business's own car. Canada asks; elsewhere it says nothing. */
  registrant: boolean;
}

/**
 * Why the figures are not yet those of the place: the store has not confirmed its rules, no version of them is law on
 * the day, the tax depends on something no deal knows, or the store's table has no local rate for the postcode.
 */
export const taxGaps = ["notConfirmed", "notInForce", "byHand", "localRateMissing"] as const;
export type TaxGap = (typeof taxGaps)[number];

export interface StatedTax {
  /** Of the worksheet's line. */
  code: string;
  amount: Cents;
  reason: string;
  by: ActorRef;
  at: string;
}

export interface TaxesSlice {
  /** Null: nobody said where, and the store's own rule holds. */
  garaging: Garaging | null;
  /** "us-tn"; null while nobody said where. */
  jurisdiction: string | null;
  /** Null: the store's own rule. */
  rule: TaxRule | null;
  gap: TaxGap | null;
  /** Whose day decides which version is law. */
  dateBasis: "contract" | "delivery";
  /** Title and registration there, as the store confirmed them; null: the store's own table. */
  governmentFees: { code: string; name: string; amount: Cents }[] | null;
  overrides: StatedTax[];
}

export const storesOwnTaxes: TaxesSlice = {
  garaging: null,
  jurisdiction: null,
  rule: null,
  gap: null,
  dateBasis: "contract",
  governmentFees: null,
  overrides: [],
};

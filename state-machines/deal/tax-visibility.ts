import { actor, buyer, everyone } from "./visibility-rows";

/** Whose taxes and what was stated by hand is everybody's to read; where exactly the car stands is the buyer's own affair. */
export const taxes = {
  garaging: {
    sameAsHome: everyone,
    street: buyer,
    city: buyer,
    region: buyer,
    postcode: buyer,
    registrant: everyone,
  },
  jurisdiction: everyone,
  rule: everyone,
  gap: everyone,
  dateBasis: everyone,
  governmentFees: { each: { code: everyone, name: everyone, amount: everyone } },
  // The reason is written for the customer to read: it stands beside the figure.
  overrides: { each: { code: everyone, amount: everyone, reason: everyone, by: actor, at: everyone } },
} as const;

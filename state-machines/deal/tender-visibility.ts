import { actor, everyone, staff } from "./visibility-rows";

/** Who paid what is the customer's own affair and the store's; a cheque's number helps nobody else. */
export const tenders = {
  list: {
    each: {
      number: everyone,
      method: everyone,
      amount: everyone,
      reference: staff,
      promise: everyone,
      by: actor,
      at: everyone,
      returns: { each: { amount: everyone, reason: everyone, by: actor, at: everyone } },
    },
  },
  promises: {
    each: { number: everyone, amount: everyone, dueOn: everyone, status: everyone, by: actor, at: everyone },
  },
} as const;

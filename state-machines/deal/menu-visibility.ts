import { actor, everyone, managers } from "./visibility-rows";

/** Prices are everybody's; what a provider is remitted and why one buyer pays less is for managers. */
export const menu = {
  answers: { each: { answer: everyone, optionCode: everyone } },
  needs: { milesPerYear: everyone, keepYears: everyone, parking: everyone, roads: everyone, drivers: everyone },
  rated: {
    source: everyone,
    at: everyone,
    products: {
      each: {
        code: everyone,
        options: {
          each: {
            code: everyone,
            termMonths: everyone,
            miles: everyone,
            deductible: everyone,
            price: everyone,
            cost: managers,
          },
        },
      },
    },
  },
  exceptions: { each: { code: everyone, optionCode: everyone, price: everyone, reason: managers, by: actor } },
  signed: { name: everyone, key: everyone, at: everyone },
} as const;

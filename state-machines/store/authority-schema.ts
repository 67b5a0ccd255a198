import { z } from "zod";
import { centsSchema, ppmSchema } from "../money/stored-value";
import type { Authority, RoleLimits } from "./authority";

const roleLimitsSchema: z.ZodType<RoleLimits> = z.strictObject({
  discount: centsSchema,
  longestTermMonths: z.int().min(6).max(96),
  rateBelowTable: ppmSchema,
  rateAboveTable: ppmSchema,
  docFeeWaiver: centsSchema,
});

export const authoritySchema: z.ZodType<Authority> = z.strictObject({
  salesperson: roleLimitsSchema,
  salesManager: roleLimitsSchema,
  fniManager: roleLimitsSchema,
  generalManager: roleLimitsSchema,
});

interface OldPolicy {
  discountAuthority: { salesperson: number; salesManager: number };
  rateCapOverBuyRate: number;
  [key: string]: unknown;
}

const isOld = (policy: unknown): policy is OldPolicy =>
  typeof policy === "object" && policy !== null && "discountAuthority" in policy && !("authority" in policy);

/** The longest contract any policy may list, so that nobody is held to less than they were. */
const ANY_TERM_MONTHS = 96;

/**
 * A policy pinned before there was a table of limits, read as it was meant then: a discount by two roles, any term of
 * the store's table, a manager's rate bounded by the lender alone, and no doc fee let go by anybody.
 */
export function upgradeAuthority(policy: unknown): unknown {
  if (!isOld(policy)) return policy;
  const { discountAuthority, ...rest } = policy;
  const terms = { longestTermMonths: ANY_TERM_MONTHS, docFeeWaiver: 0 };
  const manager = {
    ...terms,
    discount: discountAuthority.salesManager,
    rateBelowTable: policy.rateCapOverBuyRate,
    rateAboveTable: policy.rateCapOverBuyRate,
  };
  const salesperson = { ...terms, discount: discountAuthority.salesperson, rateBelowTable: 0, rateAboveTable: 0 };
  return {
    ...rest,
    reserve: null,
    authority: { salesperson, salesManager: manager, fniManager: manager, generalManager: manager },
  };
}

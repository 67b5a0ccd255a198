import { z } from "zod";
import { centsSchema, ppmSchema } from "../money/stored-value";

/** How the lender behind the store's own table pays it for the rate it adds: the store's affair, never a customer's. */
export const reservePolicySchema = z.strictObject({
  method: z.enum(["financeChargeDifference", "presentValueAtBuyRate", "flat"]),
  /** Share of the principal, for `flat`. */
  flatShare: ppmSchema,
  /** The store's part of the gross reserve. */
  dealerSplit: ppmSchema,
  maxReserve: centsSchema.nullable(),
  /** The most a contract rate may lie over the buy rate, by term: the first row whose months cover it. */
  markupCaps: z.array(z.strictObject({ upToMonths: z.int().min(1).max(120), maxMarkup: ppmSchema })).max(12),
  /** The state's ceiling on the contract rate, where there is one. */
  rateCeiling: ppmSchema.nullable(),
});
export type ReservePolicy = z.infer<typeof reservePolicySchema>;

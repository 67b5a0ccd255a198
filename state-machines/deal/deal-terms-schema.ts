import { z } from "zod";
import { centsSchema, ppmSchema } from "../money/stored-value";
import { paymentMethods } from "../stages/finance";
import { MAX_TRADES } from "../stages/trade";
import type { DealTerms } from "./deal-terms";

export const paymentPlanShape = {
  method: z.enum(paymentMethods),
  cashDown: centsSchema,
  termMonths: z.int().min(6).max(96),
  leaseTermMonths: z.int().min(0).max(60),
  milesPerYear: z.int().min(0).max(50_000),
};

export const dealTermsSchema: z.ZodType<DealTerms> = z.strictObject({
  ...paymentPlanShape,
  sellingPrice: centsSchema,
  docFeeWaived: centsSchema,
  allowances: z.array(z.strictObject({ car: z.int().min(1).max(MAX_TRADES), allowance: centsSchema })).max(MAX_TRADES),
  contractRate: ppmSchema.nullable(),
});

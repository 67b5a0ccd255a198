import { z } from "zod";
import { lenderStatuses, stipKinds } from "#machines/deal/credit-slice";
import { declineReasons } from "#machines/lending/decide-application";
import {
  centsSchema,
  instantSchema,
  longText,
  optionalLongText,
  ppmSchema,
  shortText,
} from "#machines/money/stored-value";
import type { LenderComment, LenderNews } from "./lender-port";

/** Words alone, as they come in from outside; they say something, or they are not kept. */
export const lenderCommentSchema: z.ZodType<LenderComment> = z.strictObject({
  reference: shortText,
  externalId: shortText,
  comment: longText,
});

/** A lender's word as it comes in from outside: read once, here. */
export const lenderNewsSchema: z.ZodType<LenderNews> = z.strictObject({
  reference: shortText,
  externalId: shortText,
  status: z.enum(lenderStatuses),
  amount: centsSchema.nullable(),
  termMonths: z.int().min(6).max(96).nullable(),
  payment: centsSchema.nullable(),
  conditions: z.array(z.enum(stipKinds)).max(stipKinds.length),
  expiresAt: instantSchema.nullable(),
  terms: z
    .strictObject({
      tier: shortText,
      buyRate: ppmSchema,
      maxRate: ppmSchema,
      contractRate: ppmSchema,
      maxLoanToValue: z.int().min(0).max(3_000_000) as unknown as typeof ppmSchema,
      productCap: centsSchema,
      paymentCap: centsSchema.nullable(),
    })
    .nullable(),
  lease: z
    .strictObject({
      tier: shortText,
      maxMoneyFactor: ppmSchema.nullable(),
      residual: centsSchema.nullable(),
      milesPerYear: z.int().min(1_000).max(50_000),
      maxLoanToValue: z.int().min(0).max(3_000_000) as unknown as typeof ppmSchema,
      productCap: centsSchema,
      paymentCap: centsSchema.nullable(),
    })
    .optional(),
  reasons: z.array(z.enum(declineReasons)).max(8),
  comment: optionalLongText,
}) as unknown as z.ZodType<LenderNews>;

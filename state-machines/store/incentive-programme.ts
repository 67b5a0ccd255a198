import { z } from "zod";
import { centsSchema, codeSchema, plainDateSchema, ppmSchema, shortText } from "../money/stored-value";
import { MOST_PROGRAMMES } from "./incentive-limits";

export const incentiveEligibilities = ["everyone", "military", "loyalty", "graduate"] as const;

/**
 * Manufacturer money, or a rate the maker pays for. `everyone` applies to all, the rest only to those who claim it and
 * can show proof. What is not stated does not bind: no dates, every region, every trim, any way of paying.
 */
export const incentiveSchema = z.strictObject({
  code: codeSchema,
  name: shortText,
  amount: centsSchema,
  eligibility: z.enum(incentiveEligibilities),
  /** Both ends included, by the day of contract. */
  validFrom: plainDateSchema.optional(),
  validThrough: plainDateSchema.optional(),
  /** States or provinces where it is paid. */
  regions: z.array(z.string().min(2).max(3)).max(70).optional(),
  trims: z.array(shortText).max(40).optional(),
  methods: z.array(z.enum(["cash", "finance", "lease"])).optional(),
  /** Paid only on a contract with this lender, which the store arranges. */
  lender: shortText.optional(),
  /** The programmes it may be combined with; with every one unless stated. Two combine when both agree. */
  combinesWith: z.array(codeSchema).max(MOST_PROGRAMMES).optional(),
  /** Contract rates in place of the lender's own, by term; taken by claiming the programme. */
  rates: z
    .array(z.strictObject({ termMonths: z.int().min(6).max(96), contractRate: ppmSchema }))
    .max(12)
    .optional(),
});
export type Incentive = z.infer<typeof incentiveSchema>;

import { z } from "zod";
import { centsSchema, codeSchema, ppmSchema, shortText } from "../money/stored-value";
import type { ReturnPolicy } from "./return-policy";

/** A store's right to bring a car back, as a policy or a journal holds it. */
export const returnPolicySchema = z.strictObject({
  code: codeSchema,
  kind: z.enum(["legal", "voluntary"]),
  name: shortText,
  days: z.int().min(1).max(60),
  miles: z.int().min(0).max(5_000).nullable(),
  restocking: z.strictObject({ share: ppmSchema, least: centsSchema, most: centsSchema }).nullable(),
  perMile: centsSchema,
  freeMiles: z.int().min(0).max(5_000),
  conditions: z.array(z.enum(["new", "certified", "used"])).min(1),
  methods: z.array(z.enum(["cash", "finance", "lease"])).min(1),
  highestPrice: centsSchema.nullable(),
}) satisfies z.ZodType<ReturnPolicy>;

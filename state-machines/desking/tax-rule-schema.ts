import { z } from "zod";
import { centsSchema, codeSchema, plainDateSchema, ppmSchema, shortText } from "../money/stored-value";
import type { TaxRule } from "./taxes-and-fees";

const bounds = {
  name: shortText,
  beforeTrade: z.boolean().optional(),
  floor: centsSchema.optional(),
  width: centsSchema.optional(),
  max: centsSchema.optional(),
  min: centsSchema.optional(),
};

/** A tax rule as it is read from a store's policy or a rule pack. */
export const taxRuleSchema = z.strictObject({
  id: codeSchema,
  version: shortText,
  jurisdiction: shortText,
  name: shortText,
  source: z.string().max(400),
  status: z.enum(["verified", "general", "demo"]),
  validFrom: plainDateSchema,
  validTo: plainDateSchema.nullable(),
  components: z
    .array(
      z.union([
        z.strictObject({ ...bounds, ratePpm: ppmSchema }),
        z.strictObject({
          ...bounds,
          bands: z.array(z.strictObject({ from: centsSchema, ratePpm: ppmSchema })).min(1),
          bandBasis: z.enum(["beforeTrade", "afterTrade"]),
        }),
      ]),
    )
    .max(8),
  tradeCredit: z.union([z.enum(["full", "none"]), z.strictObject({ cap: centsSchema })]),
  rebateTaxable: z.boolean(),
  docFeeTaxable: z.boolean(),
  lease: z.looseObject({ method: z.string() }),
}) as unknown as z.ZodType<TaxRule>;

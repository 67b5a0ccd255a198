import { z } from "zod";
import { centsSchema, codeSchema, plainDateSchema, ppmSchema, shortText } from "../money/stored-value";
import type { TaxRule } from "./taxes-and-fees";

const boundsShape = {
  name: shortText,
  beforeTrade: z.boolean().optional(),
  floor: centsSchema.optional(),
  width: centsSchema.optional(),
  max: centsSchema.optional(),
  min: centsSchema.optional(),
  flat: centsSchema.optional(),
  exemptBelow: centsSchema.optional(),
  mostOfWhole: ppmSchema.optional(),
  onTopOf: z.array(shortText).max(8).optional(),
  chargedByRegistrants: z.boolean().optional(),
  paidAt: z.enum(["registration"]).optional(),
};

const ascending = (bands: { from: number }[]) =>
  bands.every((band, index) => index === 0 || bands[index - 1]!.from < band.from);

const componentSchema = z
  .union([
    z.strictObject({ ...boundsShape, ratePpm: ppmSchema }),
    z.strictObject({
      ...boundsShape,
      bands: z
        .array(z.strictObject({ from: centsSchema, ratePpm: ppmSchema }))
        .min(1)
        .max(20)
        .refine(ascending, "bands rise from the lowest to the highest"),
      bandBasis: z.enum(["beforeTrade", "afterTrade"]),
    }),
  ])
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    message: "the least a tax may be is not above the most",
    path: ["min"],
  });

const componentsSchema = z
  .array(componentSchema)
  .max(8)
  .superRefine((components, context) => {
    const names = components.map(({ name }) => name);
    for (const [index, { name, onTopOf = [] }] of components.entries()) {
      const earlier = names.slice(0, index);
      if (earlier.includes(name))
        context.addIssue({ code: "custom", message: "a tax is named once", path: [index, "name"] });
      if (onTopOf.some((below) => !earlier.includes(below)))
        context.addIssue({ code: "custom", message: "a tax lies on top of an earlier one", path: [index, "onTopOf"] });
    }
  });

const tradeCreditSchema = z.union([
  z.enum(["full", "none"]),
  z.strictObject({ cap: centsSchema.optional(), vehicles: z.number().int().min(1).max(3).optional() }),
]);

const leaseSchema = z.strictObject({
  method: z.enum(["monthly", "totalPaymentsUpfront", "sellingPrice", "grossCap", "none", "notEstablished"]),
  ratePpm: ppmSchema,
  reductionCashTaxable: z.boolean(),
  reductionRebateTaxable: z.boolean(),
  reductionTradeTaxable: z.boolean(),
  capitalized: z.boolean(),
  taxOnTax: z.boolean(),
  parts: z
    .array(
      z.strictObject({
        name: shortText,
        ratePpm: ppmSchema,
        floor: centsSchema.optional(),
        width: centsSchema.optional(),
      }),
    )
    .min(1)
    .max(8)
    .optional(),
  max: centsSchema.optional(),
  tradeCredit: tradeCreditSchema.optional(),
  onPrice: componentsSchema.optional(),
});

/** A tax rule as it is read from a store's policy, a rule pack or a journal. */
export const taxRuleSchema = z
  .strictObject({
    id: codeSchema,
    version: shortText,
    jurisdiction: shortText,
    name: shortText,
    nameFr: shortText.optional(),
    source: z.string().max(400),
    status: z.enum(["verified", "general", "demo"]),
    validFrom: plainDateSchema,
    validTo: plainDateSchema.nullable(),
    components: componentsSchema,
    tradeCredit: tradeCreditSchema,
    rebateTaxable: z.boolean(),
    docFeeTaxable: z.boolean(),
    docFeeCap: z.strictObject({ amount: centsSchema.optional(), shareOfPrice: ppmSchema.optional() }).optional(),
    productsTaxed: z.record(codeSchema, z.boolean()).optional(),
    customerIsRegistrant: z.boolean().optional(),
    lease: leaseSchema,
    usedVehicles: z
      .strictObject({
        components: componentsSchema.optional(),
        tradeCredit: tradeCreditSchema.optional(),
        lease: leaseSchema.optional(),
      })
      .optional(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    message: "a rule ends after it began",
    path: ["validTo"],
  }) as unknown as z.ZodType<TaxRule>;

import { z } from "zod";
import { cents, type Cents } from "../money/cents";
import { plainDateSchema, shortText } from "../money/stored-value";
import { ppmFromPercent } from "../money/rate";

/**
 * A rule pack as its file holds it: written for a lawyer or a controller to read and amend, so rates are percentages
 * and amounts are dollars, in quotes. What is impossible is refused with the field's name.
 */

const percentText = z
  .string()
  .regex(/^(100|\d{1,2}(\.\d{1,4})?)$/, 'a percentage such as "6.25"')
  .transform(ppmFromPercent);
const dollarText = z
  .string()
  .regex(/^\d{1,7}\.\d{2}$/, 'an amount such as "1600.00"')
  .transform((text): Cents => cents(Number(text.replace(".", ""))));

const bothLanguages = z.strictObject({ en: shortText, fr: shortText });
const bothSentences = z.strictObject({ en: z.string().min(1).max(300), fr: z.string().min(1).max(300) });

/** "local": the store's own table has the rate, by the postcode of the place where the car is kept. */
const rateText = z.union([z.literal("local"), percentText]);

const boundsShape = {
  name: shortText,
  beforeTrade: z.boolean().optional(),
  floor: dollarText.optional(),
  width: dollarText.optional(),
  max: dollarText.optional(),
  min: dollarText.optional(),
  flat: dollarText.optional(),
  exemptBelow: dollarText.optional(),
  mostOfWhole: percentText.optional(),
  onTopOf: z.array(shortText).min(1).max(4).optional(),
  chargedByRegistrants: z.boolean().optional(),
  paidAt: z.enum(["registration"]).optional(),
};

const risingBands = z
  .array(z.strictObject({ from: dollarText, rate: percentText }))
  .min(1)
  .max(20)
  .superRefine((bands, context) => {
    for (const [index, band] of bands.entries()) {
      const before = bands[index - 1];
      if (index === 0 && band.from !== 0)
        context.addIssue({ code: "custom", message: "the first band begins at nothing", path: [0] });
      if (before && before.from >= band.from)
        context.addIssue({ code: "custom", message: "a band begins above the one before it", path: [index] });
    }
  });

const componentSchema = z
  .union([
    z.strictObject({ ...boundsShape, rate: rateText }),
    z.strictObject({ ...boundsShape, bands: risingBands, bandBasis: z.enum(["beforeTrade", "afterTrade"]) }),
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
  z
    .strictObject({ cap: dollarText.optional(), vehicles: z.int().min(1).max(3).optional() })
    .refine(({ cap, vehicles }) => cap !== undefined || vehicles !== undefined, "a credit is limited by something"),
]);

const leaseSchema = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("none") }),
  z.strictObject({ method: z.literal("notEstablished") }),
  z.strictObject({
    method: z.enum(["monthly", "totalPaymentsUpfront", "sellingPrice", "grossCap"]),
    rates: z
      .array(
        z.strictObject({
          name: shortText,
          rate: rateText,
          floor: dollarText.optional(),
          width: dollarText.optional(),
        }),
      )
      .min(1)
      .max(8),
    /** Parts of the cap cost reduction that are taxed as received. */
    taxed: z.array(z.enum(["cash", "rebate", "trade"])).max(3),
    capitalized: z.boolean(),
    taxOnTax: z.boolean(),
    max: dollarText.optional(),
    tradeCredit: tradeCreditSchema.optional(),
    onPrice: componentsSchema.optional(),
  }),
]);

/** How well one part of a rule is known. Open: not established, the careful side is taken and the controller decides. */
const partStatuses = ["verified", "general", "open"] as const;
const partSchema = z.strictObject({ status: z.enum(partStatuses), note: z.string().max(300) });
export const rulePackParts = ["rate", "tradeCredit", "rebate", "docFee", "lease"] as const;

const versionSchema = z
  .strictObject({
    version: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, "a version is named by its date"),
    validFrom: plainDateSchema,
    validTo: plainDateSchema.nullable(),
    reviewedOn: plainDateSchema,
    status: z.enum(["verified", "general"]),
    /** Whose calendar day decides which version holds: the contract's, or the day the car is handed over. */
    dateBasis: z.enum(["contract", "delivery"]),
    rule: bothLanguages,
    source: z.string().min(1).max(400),
    parts: z.strictObject({
      rate: partSchema,
      tradeCredit: partSchema,
      rebate: partSchema,
      docFee: partSchema,
      lease: partSchema,
    }),
    /** Null: the tax depends on something a deal does not know, so a manager states it by hand. */
    components: componentsSchema.nullable(),
    tradeCredit: tradeCreditSchema,
    rebateTaxable: z.boolean(),
    docFee: z.strictObject({
      taxable: z.boolean(),
      cap: z
        .strictObject({ amount: dollarText.optional(), share: percentText.optional() })
        .refine(({ amount, share }) => amount !== undefined || share !== undefined, "a cap caps something")
        .nullable(),
    }),
    products: z.record(shortText, z.boolean()).optional(),
    lease: leaseSchema,
    used: z
      .strictObject({ components: componentsSchema.optional(), tradeCredit: tradeCreditSchema.optional() })
      .optional(),
    /** What the arithmetic cannot know and a person has to look at. */
    cautions: z.array(bothSentences).max(6),
  })
  .superRefine(({ validFrom, validTo, status, parts }, context) => {
    if (validTo !== null && validTo < validFrom)
      context.addIssue({ code: "custom", message: "a version ends after it began", path: ["validTo"] });
    const doubtful = rulePackParts.find((part) => part !== "lease" && parts[part].status !== "verified");
    if (status === "verified" && doubtful)
      context.addIssue({
        code: "custom",
        message: "a verified version has nothing doubtful",
        path: ["parts", doubtful],
      });
  });

export const rulePackSchema = z
  .strictObject({
    id: z.string().regex(/^(us|ca)-[a-z]{2}$/),
    versions: z.array(versionSchema).min(1).max(40),
  })
  .superRefine(({ versions }, context) => {
    for (const [index, { validFrom, version }] of versions.entries()) {
      const before = versions[index - 1];
      if (before && (before.validTo === null || before.validTo >= validFrom))
        context.addIssue({
          code: "custom",
          message: "a version begins after the one before it ended",
          path: ["versions", index, "validFrom"],
        });
      if (versions.slice(0, index).some((earlier) => earlier.version === version))
        context.addIssue({ code: "custom", message: "a version is named once", path: ["versions", index, "version"] });
    }
  });

export type RulePack = z.infer<typeof rulePackSchema>;
export type RulePackVersion = RulePack["versions"][number];
export type RulePackPart = (typeof rulePackParts)[number];
export type PartStatus = (typeof partStatuses)[number];
export type PackLease = z.infer<typeof leaseSchema>;
export type PackComponent = z.infer<typeof componentSchema>;

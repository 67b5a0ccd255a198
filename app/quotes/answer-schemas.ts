import { z } from "zod";

const amount = z.int().meta({ description: "Whole cents." });
const range = z.strictObject({ low: amount, high: amount });

const lineSchema = z.strictObject({ code: z.string(), label: z.string(), amount });

/** What makes the figures good for ever: the same inputs through the same core are the same cents. */
const stampSchema = z.strictObject({
  coreVersion: z.string(),
  rulePack: z.strictObject({ id: z.string(), version: z.string() }),
  inputsHash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** One credit band's figures; those that a way of paying does not have are null. */
const figuresSchema = z.strictObject({
  creditBand: z.string().nullable(),
  payment: amount.nullable(),
  numberOfPayments: z.int().nullable(),
  aprPercent: z.string().nullable().meta({ description: "As the federal box shows it, two decimals." }),
  amountFinanced: amount.nullable(),
  financeCharge: amount.nullable(),
  totalOfPayments: amount.nullable(),
  totalSalePrice: amount.nullable(),
  milesPerYear: z.int().nullable(),
  cashDue: amount.meta({ description: "What the shopper brings: at signing, or for a cash deal in all." }),
  stamp: stampSchema,
});

export const quoteAnswerSchema = z.strictObject({
  method: z.enum(["finance", "lease", "cash"]),
  stockNumber: z.string().nullable(),
  payment: range.nullable().meta({ description: "Equal ends where the credit is stated; a range where it is not." }),
  totalPrice: amount,
  governmentCharges: amount,
  outTheDoor: amount,
  lines: z.array(lineSchema).meta({ description: "Price, rebates, taxes and fees; they add up." }),
  quotes: z.array(figuresSchema).min(1),
  taxes: z.strictObject({
    region: z.string().nullable(),
    counted: z.boolean().meta({ description: "False: the store's own taxes stand for those of the place." }),
    gap: z.string().nullable(),
  }),
  disclosure: z.string().meta({ description: "Belongs beside every payment of this answer." }),
  goodThrough: z.iso.date().nullable(),
});

export const solveAnswerSchema = z.strictObject({
  solveFor: z.enum(["price", "cashDown", "term", "rate", "leaseCash"]),
  target: amount,
  answer: z
    .strictObject({
      sellingPrice: amount.optional(),
      cashDown: amount.optional(),
      termMonths: z.int().optional(),
      ratePercent: z.string().optional(),
    })
    .meta({ description: "The one that was asked for." }),
  payment: amount,
  totalOfPayments: amount,
  paymentOneStepFurther: amount.nullable().meta({ description: "Above the target; null where there is no step." }),
  creditBand: z.string().nullable(),
  disclosure: z.string(),
  stamp: stampSchema,
});

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(
      z.strictObject({
        field: z.string(),
        code: z.string(),
        limit: z.union([z.number(), z.string(), z.array(z.union([z.number(), z.string()]))]).nullable(),
        message: z.string(),
      }),
    ),
  })
  .meta({ description: "RFC 9457, with each field at fault and its limit." });

export type QuoteAnswer = z.infer<typeof quoteAnswerSchema>;
export type QuotedBand = QuoteAnswer["quotes"][number];
export type SolveAnswer = z.infer<typeof solveAnswerSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type ProblemError = Problem["errors"][number];

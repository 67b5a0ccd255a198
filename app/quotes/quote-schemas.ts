import { z } from "zod";
import { deskingLimits } from "#machines/desking/desking-limits";
import { codeSchema } from "#machines/money/stored-value";

/** Decimal text: a rate never passes through a binary fraction on its way to a contract. */
const percentText = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,4})?$/)
  .meta({ description: "Percent with at most four decimals, as text.", examples: ["5.49"] });

const factorText = z
  .string()
  .regex(/^0(\.\d{1,6})?$/)
  .meta({ description: "Money factor with at most six decimals, as text.", examples: ["0.00125"] });

const centsIn = (description: string) =>
  z
    .int()
    .min(0)
    .max(deskingLimits.amount)
    .meta({ description: `${description} Whole cents.` });

const retailTerm = z
  .int()
  .min(deskingLimits.shortestTermMonths)
  .max(deskingLimits.longestTermMonths)
  .meta({ description: "Months. For a car in stock one of the store's own terms." });

const postcode = z
  .string()
  .regex(/^(\d{5}(-\d{4})?|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d)$/)
  .meta({ description: "Where the car will be kept: its taxes are counted. The store's own place without it." });

const tradeSchema = z
  .strictObject({
    value: centsIn("What the trade-in is credited with."),
    owed: centsIn("What is still owed on it.").default(0),
  })
  .meta({ description: "The shopper's own figures; never an offer of the store." });

/** What every question may say about how the shopper would pay. */
const ways = {
  method: z.enum(["finance", "lease", "cash"]).default("finance"),
  cashDown: centsIn("The shopper's own cash.").default(0),
  termMonths: retailTerm.optional(),
  milesPerYear: z
    .int()
    .min(deskingLimits.fewestMilesPerYear)
    .max(deskingLimits.mostMilesPerYear)
    .optional()
    .meta({ description: "Of a lease." }),
  trades: z.array(tradeSchema).max(3).default([]),
  postcode: postcode.optional(),
};

/** A car of this store's stock: price, fees, rates and residuals are the store's. */
const ofStock = {
  stockNumber: codeSchema.meta({ description: "The store's stock number.", examples: ["N2614"] }),
  creditBand: codeSchema
    .optional()
    .meta({ description: "A credit band of the store. Without it the answer is a range over its better bands." }),
};

const freePrice = z.strictObject({
  sellingPrice: centsIn("Agreed price before fees and taxes."),
  msrp: centsIn("Sticker, which a lease's residual is a share of. The selling price without it.").optional(),
  addOns: centsIn("Dealer-installed goods, taxed.").default(0),
  rebates: centsIn("Manufacturer's money.").default(0),
});

const freeLease = z.strictObject({
  residualPercent: percentText,
  moneyFactor: factorText,
  acquisitionFee: centsIn("Rolled into the lease.").default(0),
  dispositionFee: centsIn("Due at the end.").default(0),
  securityDeposit: centsIn("Refundable.").default(0),
});

/** Free figures: nothing is looked up but the store's fees and the place's taxes. */
const ofFigures = {
  price: freePrice,
  ratePercent: percentText.optional().meta({ description: "Contract rate of a loan; wanted for finance." }),
  lease: freeLease.optional().meta({ description: "Wanted for a lease." }),
  contractDate: z.iso.date().optional().meta({ description: "The store's today without it." }),
  firstPaymentDate: z.iso.date().optional().meta({ description: "A month after the contract without it." }),
};

export const stockQuoteSchema = z
  .strictObject({ ...ofStock, ...ways })
  .meta({ description: "A payment for a car in stock." });

export const figuresQuoteSchema = z
  .strictObject({ ...ofFigures, ...ways })
  .meta({ description: "A payment for free figures." });

const solveFor = ["price", "cashDown", "term", "rate", "leaseCash"] as const;
const goal = {
  solveFor: z.enum(solveFor).meta({
    description:
      "price: the most the car may cost; cashDown: the least cash; term: the shortest of the store's terms; rate: the highest rate (free figures only); leaseCash: the most cash reduction so that all that is due at signing stays within the target.",
  }),
  target: z
    .int()
    .min(1)
    .max(deskingLimits.amount)
    .meta({ description: "The payment a month, for leaseCash the cash at signing. Whole cents." }),
};

export const stockSolveSchema = z
  .strictObject({ ...ofStock, ...ways, ...goal })
  .meta({ description: "A car in stock worked back from what the shopper can pay." });

export const figuresSolveSchema = z
  .strictObject({ ...ofFigures, ...ways, ...goal })
  .meta({ description: "Free figures worked back from what the shopper can pay." });

export type StockQuoteRequest = z.infer<typeof stockQuoteSchema>;
export type FiguresQuoteRequest = z.infer<typeof figuresQuoteSchema>;
export type StockSolveRequest = z.infer<typeof stockSolveSchema>;
export type FiguresSolveRequest = z.infer<typeof figuresSolveSchema>;

import { z } from "zod";
import { stipKinds } from "../deal/credit-slice";
import { centsSchema, codeSchema, ppmSchema, shortText } from "../money/stored-value";

/** More than a whole: what is lent against a car's price. */
const loanToValue = z.int().min(0).max(2_000_000);

const tierSchema = z.strictObject({
  name: shortText,
  minScore: z.int().min(300).max(850),
  /** What the lender asks of the store, by the longest term it holds for; the first row that covers the term. */
  buyRates: z.array(z.strictObject({ upToMonths: z.int().min(12).max(96), rate: ppmSchema })).min(1),
  /** Of the selling price: the metal alone, and everything financed. */
  maxFrontLoanToValue: loanToValue,
  maxTotalLoanToValue: loanToValue,
  maxAmount: centsSchema,
  /** Of the month's income before tax. */
  maxPaymentToIncome: ppmSchema,
  stips: z.array(z.enum(stipKinds)),
});

/** One rate sheet of one lender, as data: who fits, at what, with which papers. */
export const lenderProgrammeSchema = z.strictObject({
  code: codeSchema,
  lenderCode: codeSchema,
  lender: shortText,
  method: z.literal("finance"),
  conditions: z.array(z.enum(["new", "certified", "used"])).min(1),
  /** The best first. */
  tiers: z.array(tierSchema).min(1),
  minAmount: centsSchema,
  maxVehicleAgeYears: z.int().min(0).max(30),
  maxMileage: z.int().min(0).max(300_000),
  /** The longest term by the car's age; the first row that covers the age. */
  terms: z.array(z.strictObject({ upToAgeYears: z.int().min(0).max(30), maxMonths: z.int().min(12).max(96) })).min(1),
  productCap: centsSchema,
  /** The most that the store may add to the rate, and what it adds by itself. */
  reserveCap: ppmSchema,
  standardMarkup: ppmSchema,
  /** The store's part of what the added rate earns. */
  reserveSplit: ppmSchema,
  /** Seconds until this lender answers, in the built-in network. */
  answersAfterSeconds: z.int().min(0).max(600),
  approvalDays: z.int().min(1).max(90),
});
export type LenderProgramme = z.infer<typeof lenderProgrammeSchema>;
export type LenderTier = LenderProgramme["tiers"][number];

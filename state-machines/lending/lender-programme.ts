import { z } from "zod";
import { stipKinds } from "../deal/credit-slice";
import { centsSchema, codeSchema, ppmSchema, shortText } from "../money/stored-value";

/** More than a whole: what is lent against a car's price. */
const loanToValue = z.int().min(0).max(2_000_000);

/** What every tier says, of loans and of leases. */
const tierLimits = {
  /** Of the selling price: everything financed, or a lease's adjusted cap cost. */
  maxTotalLoanToValue: loanToValue,
  maxAmount: centsSchema,
  /** Of the month's income before tax. */
  maxPaymentToIncome: ppmSchema,
  stips: z.array(z.enum(stipKinds)),
};
const tierName = { name: shortText, minScore: z.int().min(300).max(850) };

const loanTierSchema = z.strictObject({
  ...tierName,
  /** What the lender asks of the store, by the longest term it holds for; the first row that covers the term. */
  buyRates: z.array(z.strictObject({ upToMonths: z.int().min(12).max(96), rate: ppmSchema })).min(1),
  /** Of the selling price: the metal alone. */
  maxFrontLoanToValue: loanToValue,
  ...tierLimits,
});

const leaseTierSchema = z.strictObject({
  ...tierName,
  /** The highest money factor it buys; null: whatever the store's lease table says, which is then this lessor's own. */
  maxMoneyFactor: ppmSchema.nullable(),
  ...tierLimits,
});

const programmeName = { code: codeSchema, lenderCode: codeSchema, lender: shortText };
const programmeLimits = {
  conditions: z.array(z.enum(["new", "certified", "used"])).min(1),
  minAmount: centsSchema,
  maxVehicleAgeYears: z.int().min(0).max(30),
  maxMileage: z.int().min(0).max(300_000),
  /** The longest term by the car's age; the first row that covers the age. */
  terms: z.array(z.strictObject({ upToAgeYears: z.int().min(0).max(30), maxMonths: z.int().min(12).max(96) })).min(1),
  productCap: centsSchema,
  /** Seconds until this lender answers, in the built-in network. */
  answersAfterSeconds: z.int().min(0).max(600),
  approvalDays: z.int().min(1).max(90),
};

const loanProgrammeSchema = z.strictObject({
  ...programmeName,
  method: z.literal("finance"),
  /** The best first. */
  tiers: z.array(loanTierSchema).min(1),
  ...programmeLimits,
  /** The most that the store may add to the rate, and what it adds by itself. */
  reserveCap: ppmSchema,
  standardMarkup: ppmSchema,
  /** The store's part of what the added rate earns. */
  reserveSplit: ppmSchema,
});

/** Nothing is added to a money factor, so a lease programme has no reserve. */
const leaseProgrammeSchema = z.strictObject({
  ...programmeName,
  method: z.literal("lease"),
  /** The best first. */
  tiers: z.array(leaseTierSchema).min(1),
  ...programmeLimits,
});

/** One rate sheet of one lender, as data: who fits, at what, with which papers. For loans or for leases. */
export const lenderProgrammeSchema = z.discriminatedUnion("method", [loanProgrammeSchema, leaseProgrammeSchema]);
export type LenderProgramme = z.infer<typeof lenderProgrammeSchema>;
export type LoanProgramme = z.infer<typeof loanProgrammeSchema>;
export type LeaseProgramme = z.infer<typeof leaseProgrammeSchema>;
export type LoanTier = LoanProgramme["tiers"][number];
export type LeaseTier = LeaseProgramme["tiers"][number];

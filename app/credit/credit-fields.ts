import { z } from "zod";

const line = z.string().trim().min(1).max(80);
const optionalLine = z.string().trim().max(80);
const dollars = z
  .string()
  .trim()
  .transform((text) => text.replaceAll(/[$,\s]/g, ""))
  .pipe(z.string().regex(/^\d{1,7}(\.\d{2})?$/));
const months = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/);
const plainDate = z.iso.date();

/** Nine digits, in groups or not; what no number can be is told here and not by a lender. */
const governmentNumber = z
  .string()
  .transform((text) => text.replaceAll(/[\s-]/g, ""))
  .pipe(z.string().regex(/^(?!000|666)\d{3}(?!00)\d{2}(?!0000)\d{4}$/));

/**
 * What an application asks, a step at a time: names first, the number last, for being asked for it first drives people
 * away. Nothing of sex, race, colour, religion, origin, marriage or children is asked, and nothing is scored by it.
 */
export const creditSteps = [
  { name: "name", fields: { firstName: line, lastName: line, dateOfBirth: plainDate } },
  {
    name: "home",
    fields: {
      street: line,
      city: line,
      region: line,
      postcode: line,
      housing: z.enum(["own", "rent", "family"]),
      housingPayment: dollars,
      monthsAtHome: months,
      previousAddress: optionalLine,
    },
  },
  {
    name: "work",
    fields: { employer: line, jobTitle: line, monthsAtWork: months, previousEmployer: optionalLine },
  },
  { name: "income", fields: { monthlyIncome: dollars, otherIncome: z.union([z.literal(""), dollars]) } },
  { name: "licence", fields: { licenceNumber: line, licenceName: line, licenceExpiry: plainDate } },
  { name: "number", fields: { governmentNumber } },
] as const;

export type CreditStepName = (typeof creditSteps)[number]["name"];
export const creditStepNames: readonly CreditStepName[] = creditSteps.map(({ name }) => name);

type StepFields = (typeof creditSteps)[number]["fields"];
export type CreditFieldName = StepFields extends infer Fields
  ? Fields extends object
    ? keyof Fields & string
    : never
  : never;
export type CreditValues = Partial<Record<CreditFieldName, string>>;

const schemas = Object.fromEntries(creditSteps.flatMap(({ fields }) => Object.entries(fields))) as unknown as Record<
  CreditFieldName,
  z.ZodType<string>
>;
export const creditFieldNames = Object.keys(schemas) as CreditFieldName[];
/** Two years of addresses and of work are asked for, so a longer stay needs no earlier one. */
const HISTORY_MONTHS = 24;

export const fieldsOfStep = (step: CreditStepName): CreditFieldName[] =>
  Object.keys(creditSteps.find(({ name }) => name === step)?.fields ?? {}) as CreditFieldName[];

/** A value as it is kept; null when it is not one yet. */
export function readCreditField(name: CreditFieldName, given: string): string | null {
  const read = schemas[name].safeParse(given);
  return read.success ? read.data : null;
}

/** What of a step is still missing. */
export function missingIn(step: CreditStepName, values: CreditValues): CreditFieldName[] {
  const missing = fieldsOfStep(step).filter((name) => readCreditField(name, values[name] ?? "") === null);
  const short = (name: "monthsAtHome" | "monthsAtWork") => Number(values[name] ?? 0) < HISTORY_MONTHS;
  if (step === "home" && short("monthsAtHome") && !values.previousAddress) missing.push("previousAddress");
  if (step === "work" && short("monthsAtWork") && !values.previousEmployer) missing.push("previousEmployer");
  return missing;
}

/** The first step that is not done; null when all are. */
export const nextStep = (values: CreditValues): CreditStepName | null =>
  creditStepNames.find((step) => missingIn(step, values).length > 0) ?? null;

/** The last four of a number, all that is ever shown of it without a reason. */
export const lastFour = (number: string): string => `•••-••-${number.slice(-4)}`;

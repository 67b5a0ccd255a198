import { z } from "zod";
import {
  centsSchema,
  codeSchema,
  idSchema,
  plainDateSchema,
  ppmSchema,
  shortText,
  signedCentsSchema,
  vinSchema,
} from "../money/stored-value";
import { paymentMethods } from "../stages/finance";
import { vehicleConditions } from "../store/vehicle-snapshot";

/** The longest buyer's order holds fewer rows; see deskingLimits.linesOfAKind. */
const MOST_LINES = 160;

/** Eight letters and digits that cannot be mistaken for each other, in two groups: read out over a telephone. */
export const promiseNumberSchema = z.string().regex(/^P-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);

const percentText = z.string().regex(/^\d{1,3}\.\d{2}$/);

/**
 * What a price promise says, complete in itself: price, fees, taxes, what they rest on and what they come to.
 * It is signed as it stands here, so a field is never added to a version: a new one gets a new number.
 */
export const promiseContentSchema = z.strictObject({
  version: z.literal(1),
  number: promiseNumberSchema,
  vehicle: z.strictObject({
    stockNumber: codeSchema,
    vin: vinSchema,
    condition: z.enum(vehicleConditions),
    year: z.int(),
    make: shortText,
    model: shortText,
    trim: shortText,
    mileage: z.int().min(0),
  }),
  /** The store's calendar day on which it was given, and the last one on which it holds. */
  keptOn: plainDateSchema,
  goodThrough: plainDateSchema,
  /** Price, rebates, products, taxes and fees, each by its code; they add up to the out-the-door total less rebates. */
  lines: z
    .array(z.strictObject({ code: z.string().max(80), label: z.string().max(120), amount: signedCentsSchema }))
    .max(MOST_LINES),
  totalPrice: signedCentsSchema,
  governmentCharges: centsSchema,
  outTheDoor: centsSchema,
  assumptions: z.strictObject({
    creditBand: codeSchema,
    minScore: z.int(),
    maxScore: z.int(),
    cashDown: centsSchema,
    trades: z.array(z.strictObject({ allowance: centsSchema, payoff: centsSchema })).max(3),
    taxRule: z.strictObject({ id: idSchema, version: shortText, name: shortText }),
  }),
  figures: z.strictObject({
    method: z.enum(paymentMethods),
    /** Null for a cash deal. */
    payment: centsSchema.nullable(),
    numberOfPayments: z.int().min(0),
    contractRate: ppmSchema.nullable(),
    apr: percentText.nullable(),
    amountFinanced: centsSchema.nullable(),
    financeCharge: signedCentsSchema.nullable(),
    totalOfPayments: centsSchema.nullable(),
    milesPerYear: z.int().nullable(),
    /** What the customer brings: at signing, or for a cash deal in all. */
    cashDue: centsSchema,
  }),
  coreVersion: shortText,
  /** SHA-256 of the worksheet's inputs: the same inputs give the same figures again. */
  inputsHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PromiseContent = z.infer<typeof promiseContentSchema>;
export type PromiseLine = PromiseContent["lines"][number];

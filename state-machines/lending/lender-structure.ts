import { z } from "zod";
import { centsSchema, ppmSchema, vinSchema } from "../money/stored-value";

/** What a leased deal adds: the store's own table, as the worksheet took it. `amountFinanced` is then the adjusted cap cost. */
const lenderLeaseSchema = z.strictObject({
  adjustedCapCost: centsSchema,
  residual: centsSchema,
  milesPerYear: z.int().min(1_000).max(50_000),
  moneyFactor: ppmSchema,
});

/** What is asked of a lender: the car and the money, and not a word of who asks. */
export const lenderStructureSchema = z.strictObject({
  vehicle: z.strictObject({
    vin: vinSchema,
    condition: z.enum(["new", "certified", "used"]),
    year: z.int(),
    make: z.string(),
    model: z.string(),
    mileage: z.int(),
    sellingPrice: centsSchema,
  }),
  contractYear: z.int(),
  amountFinanced: centsSchema,
  /** What is financed before products. */
  frontAmount: centsSchema,
  productsTotal: centsSchema,
  cashDown: centsSchema,
  termMonths: z.int(),
  payment: centsSchema,
  /** Of a lease alone; a loan does not name it. */
  lease: lenderLeaseSchema.optional(),
});
export type LenderStructure = z.infer<typeof lenderStructureSchema>;

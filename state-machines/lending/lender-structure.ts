import { z } from "zod";
import { centsSchema, vinSchema } from "../money/stored-value";

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
});
export type LenderStructure = z.infer<typeof lenderStructureSchema>;

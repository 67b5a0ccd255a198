import { z } from "zod";
import { incentiveSchema } from "./incentive-programme";
import { MOST_PROGRAMMES } from "./incentive-limits";
import { centsSchema, codeSchema, plainDateSchema, ppmSchema, shortText, vinSchema } from "../money/stored-value";

export const bodyStyles = ["suv", "sedan", "hatch", "pickup", "van", "crossover"] as const;
export const fuels = ["gasoline", "hybrid", "pluginHybrid", "electric", "diesel"] as const;
export const vehicleConditions = ["new", "certified", "used"] as const;

/** A vehicle as a deal pins it: what it is, what it costs the customer, what it cost the store. */
export const vehicleSnapshotSchema = z.strictObject({
  stockNumber: codeSchema,
  vin: vinSchema,
  condition: z.enum(vehicleConditions),
  year: z.int().min(1980).max(2100),
  make: shortText,
  model: shortText,
  trim: shortText,
  body: z.enum(bodyStyles),
  fuel: z.enum(fuels),
  drivetrain: z.enum(["fwd", "rwd", "awd", "4wd"]),
  colour: z.string(),
  interior: z.string(),
  mileage: z.int().min(0).max(1_000_000),
  msrp: centsSchema,
  /** The advertised price on the day it was pinned. */
  advertisedPrice: centsSchema,
  priceGoodThrough: plainDateSchema,
  addOns: z.array(z.strictObject({ code: codeSchema, name: shortText, price: centsSchema, taxable: z.boolean() })),
  incentives: z.array(incentiveSchema).max(MOST_PROGRAMMES),
  /** Residual share of MSRP by lease term; empty when this vehicle is not leased. */
  residuals: z.array(z.strictObject({ termMonths: z.int(), milesPerYear: z.int(), residualRate: ppmSchema })),
  cost: z.strictObject({
    invoice: centsSchema,
    vehicleCost: centsSchema,
    pack: centsSchema,
    recon: centsSchema,
    holdback: centsSchema,
  }),
});
export type VehicleSnapshot = z.infer<typeof vehicleSnapshotSchema>;

import { z } from "zod";
import type { Cents } from "#machines/money/cents";
import { centsSchema, codeSchema, shortText, vinSchema } from "#machines/money/stored-value";
import { vehicleSnapshotSchema } from "#machines/store/vehicle-snapshot";
import { vehicleFactsSchema } from "./vehicle-facts";
import { vehicleStatuses } from "./vehicle-status";

const shape = vehicleSnapshotSchema.shape;

/** A price as it was advertised from a day on. */
export interface PriceStep {
  at: Date;
  sellingPrice: Cents;
}

const stockRowSchema = z.object({
  stockNumber: codeSchema,
  /** Postgres's own mark of a row's last change: a stored page is good for as long as it stands. */
  rowVersion: z.string(),
  vin: vinSchema,
  condition: shape.condition,
  year: shape.year,
  make: shortText,
  model: shortText,
  trim: shortText,
  body: shape.body,
  fuel: shape.fuel,
  drivetrain: shape.drivetrain,
  colour: z.string(),
  mileage: z.int(),
  sellingPrice: centsSchema,
  status: z.enum(vehicleStatuses),
  facts: vehicleFactsSchema,
  liveSince: z.date(),
});
/** A vehicle as the public may know it. There is no cost here, nor any way to it. */
export type StockVehicle = z.infer<typeof stockRowSchema> & { rooftopId: string };

/** Named one by one: `cost` is never read on the way to a page. */
export const stockColumns = [
  "stockNumber",
  "vin",
  "condition",
  "year",
  "make",
  "model",
  "trim",
  "body",
  "fuel",
  "drivetrain",
  "colour",
  "mileage",
  "sellingPrice",
  "status",
  "facts",
  "liveSince",
]
  .map((column) => `"${column}"`)
  .join(", ");

/** Rows are checked again when read: a price that a hand wrote into the database must not become a page. */
export function parseStockVehicle(rooftopId: string, row: unknown): StockVehicle {
  return { ...stockRowSchema.parse(row), rooftopId };
}

export const vehicleName = (vehicle: Pick<StockVehicle, "year" | "make" | "model" | "trim">) =>
  `${vehicle.year} ${vehicle.make} ${vehicle.model} ${vehicle.trim}`;

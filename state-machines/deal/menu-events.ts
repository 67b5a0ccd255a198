import { z } from "zod";
import { centsSchema, codeSchema, shortText } from "../money/stored-value";
import { priceReasons } from "../stages/fni";
import { parkingPlaces, roadKinds } from "../stages/menu-needs";
import { fniOptionSchema } from "../store/store-policy";
import { event } from "./event-schema";

export const plainMenuEvents = [
  event("fni.needsAnswered", {
    milesPerYear: z.int().min(1_000).max(60_000),
    keepYears: z.int().min(1).max(15),
    parking: z.enum(parkingPlaces),
    roads: z.enum(roadKinds),
    drivers: z.int().min(1).max(8),
  }),
  /** Null: back to the listed price. */
  event("fni.priceExceptionSet", {
    code: codeSchema,
    optionCode: codeSchema,
    price: centsSchema.nullable(),
    reason: z.enum(priceReasons),
  }),
  event("fni.menuSigned", { signedName: shortText, key: z.string().min(1).max(4_000) }),
] as const;

/** What the providers ask for this car, by product. */
export const resolvedMenuEvents = [
  event("fni.rated", {
    source: shortText,
    products: z.array(z.strictObject({ code: codeSchema, options: z.array(fniOptionSchema).min(1).max(6) })).max(20),
  }),
] as const;

import { z } from "zod";
import { bodyStyles, fuels } from "#machines/store/vehicle-snapshot";
import { decodeVin, normalizeVin } from "#app/merchandising/decode-vin";
import { database } from "#app/platform/database.server";
import type { CarLookUp, KnownCar } from "./known-car";

/** More kinds than a maker has of one body and year are a wrong question. */
const MOST_KINDS = 60;

const rowSchema = z.object({
  make: z.string(),
  model: z.string(),
  trim: z.string(),
  body: z.enum(bodyStyles),
  fuel: z.enum(fuels),
  fourWheelDrive: z.boolean(),
});

/** The kinds of car that the store and the market know, by make and, where known, body and fuel. */
async function knownKinds(
  rooftopId: string,
  { make, body, fuel }: { make: string; body: string | null; fuel: string | null },
): Promise<KnownCar[]> {
  const { rows } = await database().query(
    `select distinct "make", "model", "trim", "body", "fuel", "drivetrain" in ('awd', '4wd') as "fourWheelDrive" from (
       select "make", "model", "trim", "body", "fuel", "drivetrain" from "MarketListing" where "rooftopId" = $1
       union select "make", "model", "trim", "body", "fuel", "drivetrain" from "Vehicle" where "rooftopId" = $1
     ) cars
     where lower("make") = lower($2) and ($3::text is null or "body" = $3) and ($4::text is null or "fuel" = $4)
     order by "model", "trim" limit ${MOST_KINDS}`,
    [rooftopId, make, body, fuel],
  );
  return rows.map((row) => rowSchema.parse(row));
}

/** A car that stood in our own stock is known whole. */
async function ownCar(rooftopId: string, vin: string): Promise<(KnownCar & { year: number }) | null> {
  const car = await database().prisma.vehicle.findFirst({
    where: { vin, rooftopId },
    select: { year: true, make: true, model: true, trim: true, body: true, fuel: true, drivetrain: true },
  });
  if (!car) return null;
  const { year, drivetrain, ...rest } = car;
  return { year, ...rowSchema.parse({ ...rest, fourWheelDrive: ["awd", "4wd"].includes(drivetrain) }) };
}

/**
 * What a vehicle identification number says of a car, and which kinds it can be: maker and year from the number itself,
 * model and trim only from cars that are known. A model is never invented; where several fit, a person chooses.
 */
export async function lookUpVin(rooftopId: string, text: string): Promise<CarLookUp> {
  const vin = normalizeVin(text).replaceAll(/\s/g, "");
  const own = await ownCar(rooftopId, vin);
  if (own) {
    const { year, ...kind } = own;
    return { status: "read", vin, year, make: own.make, kinds: [kind], isOurs: true, checkDigitIsRight: true };
  }
  const decoded = decodeVin(vin);
  if (!decoded.ok) return { status: "unreadable", vin, reason: decoded.reason };
  const { make, year, body, fuel, checkDigitIsRight } = decoded;
  const kinds = await knownKinds(rooftopId, { make, body, fuel });
  return { status: "read", vin, year, make, kinds, isOurs: false, checkDigitIsRight };
}

/** The kinds of one make, for whoever begins with make and model. */
export const lookUpMake = (rooftopId: string, make: string): Promise<KnownCar[]> =>
  knownKinds(rooftopId, { make: make.trim(), body: null, fuel: null });

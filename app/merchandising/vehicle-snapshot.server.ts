import { addDays, plainDate, type PlainDate } from "#machines/money/plain-date";
import { storePolicySchema, type StorePolicy } from "#machines/store/store-policy";
import { vehicleSnapshotSchema, type VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { Vehicle } from "#app/generated/prisma/client";
import { database } from "#app/platform/database.server";
import { vehicleFactsSchema } from "./vehicle-facts";

/** A stock row as a deal pins it, cost and all: for the deal's own eyes, which project it per audience. */
export function vehicleSnapshot(
  row: Vehicle,
  policy: Pick<StorePolicy, "priceGuaranteeDays">,
  today: PlainDate,
): VehicleSnapshot {
  const facts = vehicleFactsSchema.parse(row.facts);
  return vehicleSnapshotSchema.parse({
    stockNumber: row.stockNumber,
    vin: row.vin,
    condition: row.condition,
    year: row.year,
    make: row.make,
    model: row.model,
    trim: row.trim,
    body: row.body,
    fuel: row.fuel,
    drivetrain: row.drivetrain,
    colour: row.colour,
    interior: facts.interior,
    mileage: row.mileage,
    msrp: facts.msrp,
    advertisedPrice: row.sellingPrice,
    priceGoodThrough: addDays(today, policy.priceGuaranteeDays),
    addOns: facts.addOns,
    incentives: facts.incentives,
    residuals: facts.residuals,
    cost: row.cost,
  });
}

/** A held car is still the deal's that holds it; for everybody else the door asks who does. */
const forSale = new Set(["live", "held"]);

/** A vehicle that a deal may be about today; null when it is not this store's or not for sale. */
export async function vehicleForDeal(
  rooftopId: string,
  stockNumber: string,
  today: string,
): Promise<VehicleSnapshot | null> {
  const row = await database().prisma.vehicle.findUnique({ where: { stockNumber }, include: { rooftop: true } });
  if (!row || row.rooftopId !== rooftopId || !forSale.has(row.status)) return null;
  return vehicleSnapshot(row, storePolicySchema.parse(row.rooftop.policy), plainDate(today));
}

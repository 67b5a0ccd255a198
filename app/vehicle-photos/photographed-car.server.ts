import { z } from "zod";
import { bodyStyles, fuels } from "#machines/store/vehicle-snapshot";
import { type CarInterior, carArtColours, carInteriorNames } from "#prisma/seed/car-art/car-art-catalog";
import { factValue } from "#app/intake/fact-sheet";
import { readRecord } from "#app/intake/stock-record.server";
import { drawnColour } from "#app/merchandising/stock-card.server";
import { vehicleFactsSchema } from "#app/merchandising/vehicle-facts";
import { database } from "#app/platform/database.server";
import type { PhotoOwner } from "./kept-vehicle-photos.server";
import type { PhotoScreen } from "./photo-screen";

/** What the shot list of a car depends on, and how it is named and drawn meanwhile. */
export interface PhotographedCar extends Omit<PhotoScreen["car"], "stockNumber"> {
  body: (typeof bodyStyles)[number];
  fuel: (typeof fuels)[number];
  seats: number;
}

const USUAL_SEATS = 5;
/** The shortest shot list, for a car whose body nobody has stated yet. */
const USUAL_BODY = "sedan";

async function carOnSale({ rooftopId, stockNumber }: PhotoOwner): Promise<PhotographedCar | null> {
  const car = await database().prisma.vehicle.findFirst({ where: { stockNumber, rooftopId } });
  if (!car) return null;
  const { interior, seats } = vehicleFactsSchema.parse(car.facts);
  const [body, fuel] = [z.enum(bodyStyles).parse(car.body), z.enum(fuels).parse(car.fuel)];
  return {
    name: `${car.year} ${car.make} ${car.model} ${car.trim}`,
    hasPage: true,
    isLive: car.status === "live" || car.status === "held",
    art: { body, colour: drawnColour(car.colour), interior },
    body,
    fuel,
    seats,
  };
}

/** A car that was taken in and has no page yet: photos are taken long before it is approved. */
async function carTakenIn({ rooftopId, stockNumber }: PhotoOwner): Promise<PhotographedCar | null> {
  const record = await readRecord(rooftopId, stockNumber);
  if (!record) return null;
  const fact = (field: string) => factValue(record.facts, field);
  const body = bodyStyles.find((known) => known === fact("body")) ?? USUAL_BODY;
  const colour = carArtColours[body].find((known) => known === fact("colour")) ?? carArtColours[body][0];
  const interior = (Object.keys(carInteriorNames) as CarInterior[]).find((known) => known === fact("interior"));
  return {
    name: ["year", "make", "model", "trim"].flatMap((field) => fact(field) ?? []).join(" ") || stockNumber,
    hasPage: false,
    isLive: false,
    art: { body, colour, interior: interior ?? "dark" },
    body,
    fuel: fuels.find((known) => known === fact("fuel")) ?? "gasoline",
    seats: Number(fact("seats")) || USUAL_SEATS,
  };
}

/** A car of this store, on sale or on its way there; null for any other. */
export const photographedCar = async (owner: PhotoOwner): Promise<PhotographedCar | null> =>
  (await carOnSale(owner)) ?? (await carTakenIn(owner));

import { randomBytes } from "node:crypto";
import type { PlainDate } from "#machines/money/plain-date";
import type { Prisma } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import type { Database } from "#app/platform/database.server";
import { storeDate } from "#app/deals/store-date";
import { lakesideInventory } from "./inventory";
import { marketListings } from "./market-listings";
import { lakesideId, lakesidePolicy } from "./rooftop";
import { lakesideStaff } from "./staff";

/** A lake without a name: the store is invented, and a catalogue asks where it stands. */
const lakesideRules = () => ({
  feedToken: randomBytes(24).toString("base64url"),
  latitude: 38.73,
  longitude: -88.98,
});

/**
 * The demo store with its people and its sixty cars. What is there already is left as it is, so running it again
 * brings back only what is missing.
 */
export async function seedStore({ prisma }: Database, seededAt: Date = now()): Promise<void> {
  const today = storeDate(seededAt, lakesidePolicy.timeZone) as PlainDate;
  const policy = lakesidePolicy as unknown as Prisma.InputJsonObject;
  const inventory = lakesideInventory(seededAt, today);
  await prisma.$transaction(async (tx) => {
    await tx.rooftop.createMany({
      data: [{ id: lakesideId, name: lakesidePolicy.name, policy, demo: true }],
      skipDuplicates: true,
    });
    await tx.staffMember.createMany({ data: lakesideStaff, skipDuplicates: true });
    await tx.merchandisingRules.createMany({
      data: [{ rooftopId: lakesideId, rules: lakesideRules(), updatedAt: seededAt }],
      skipDuplicates: true,
    });
    await tx.vehicle.createMany({ data: inventory.map(({ vehicle }) => vehicle), skipDuplicates: true });
    const known = await tx.vehiclePriceChange.findMany({ select: { stockNumber: true }, distinct: ["stockNumber"] });
    const priced = new Set(known.map(({ stockNumber }) => stockNumber));
    await tx.vehiclePriceChange.createMany({
      data: inventory.flatMap(({ vehicle, priceChanges }) => (priced.has(vehicle.stockNumber) ? [] : priceChanges)),
    });
  });
  // The market is a file of its own, and long: beside the store, not inside its transaction.
  await prisma.marketListing.createMany({ data: marketListings(today), skipDuplicates: true });
}

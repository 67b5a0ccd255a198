import { now } from "#app/platform/clock.server";
import type { Database } from "#app/platform/database.server";
import { lakesideId } from "./rooftop";
import { spread } from "./spread";

/** Two weeks of looks, so that the figures have something to show. */
const DAYS = 14;
const DAY_MS = 86_400_000;

/** Invented counts of looks at the demo's pages; the same cars are looked at most on every machine. */
export async function seedInterest({ prisma }: Database, seededAt: Date = now()): Promise<void> {
  const cars = await prisma.vehicle.findMany({ where: { rooftopId: lakesideId }, select: { stockNumber: true } });
  await prisma.stockInterest.createMany({
    data: cars.flatMap(({ stockNumber }) =>
      Array.from({ length: DAYS }, (_, ago) => {
        const views = spread(stockNumber, `views ${ago}`, 0, spread(stockNumber, "liked", 2, 14));
        return {
          stockNumber,
          day: new Date(seededAt.getTime() - (ago + 1) * DAY_MS),
          rooftopId: lakesideId,
          views,
          galleryClicks: views * spread(stockNumber, "turned", 1, 4),
          sessionSeconds: views * spread(stockNumber, "read", 22, 95),
        };
      }),
    ),
    skipDuplicates: true,
  });
}

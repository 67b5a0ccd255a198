import { randomUUID } from "node:crypto";
import { type PlainDate } from "#machines/money/plain-date";
import { type Ppm, ppm } from "#machines/money/rate";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { enqueueReview } from "./review-open-deals.server";

/** A store's table is kept by hand; more rows than this would be a service's work. */
export const MOST_LOCAL_RATES = 500;

export interface LocalRateRow {
  id: string;
  packId: string;
  postcodePrefix: string;
  ratePpm: number;
  validFrom: string;
  source: string;
  staffName: string;
  createdAt: string;
}

/** A postcode as the table compares it: "k1a 0b1" and "K1A0B1" are one. */
export const plainPostcode = (postcode: string): string => postcode.replaceAll(/[^0-9A-Za-z]/g, "").toUpperCase();

/**
 * The local rate of a postcode on a day: the longest prefix that fits, of it the newest rate that holds already. Null
 * where the table has none: that is a gap and not a rate of nothing.
 */
export async function localRateFor(
  rooftopId: string,
  packId: string,
  postcode: string,
  on: PlainDate,
): Promise<Ppm | null> {
  const wanted = plainPostcode(postcode);
  const rows = await standingRates(rooftopId, packId);
  const fitting = rows
    .filter(({ postcodePrefix, validFrom }) => wanted.startsWith(postcodePrefix) && validFrom <= on)
    .toSorted(
      (one, other) =>
        other.postcodePrefix.length - one.postcodePrefix.length || other.validFrom.localeCompare(one.validFrom),
    );
  return fitting[0] ? ppm(fitting[0].ratePpm) : null;
}

export async function standingRates(rooftopId: string, packId?: string): Promise<LocalRateRow[]> {
  const rows = await database().prisma.localTaxRate.findMany({
    where: { rooftopId, removedAt: null, ...(packId && { packId }) },
    orderBy: [{ packId: "asc" }, { postcodePrefix: "asc" }, { validFrom: "desc" }],
    take: MOST_LOCAL_RATES,
  });
  return rows.map(({ id, postcodePrefix, ratePpm, validFrom, source, staffName, createdAt, packId: pack }) => ({
    id,
    packId: pack,
    postcodePrefix,
    ratePpm,
    validFrom,
    source,
    staffName,
    createdAt: createdAt.toISOString(),
  }));
}

export interface NewLocalRate {
  rooftopId: string;
  packId: string;
  postcodePrefix: string;
  ratePpm: Ppm;
  validFrom: PlainDate;
  source: string;
  staffName: string;
}

/** Adds a rate to the table; false where the same prefix has one from that day already, or the table is full. */
export async function addLocalRate(rate: NewLocalRate): Promise<"added" | "there" | "full"> {
  const { prisma } = database();
  const { rooftopId } = rate;
  if ((await prisma.localTaxRate.count({ where: { rooftopId, removedAt: null } })) >= MOST_LOCAL_RATES) return "full";
  try {
    const id = `rate-${randomUUID()}`;
    await prisma.$transaction(async (tx) => {
      await tx.localTaxRate.create({ data: { ...rate, id, createdAt: now() } });
      const review = { rooftopId, place: rate.packId, because: "localRate", word: id } as const;
      await enqueueReview(database().prismaExecutor(tx), review);
    });
    return "added";
  } catch (error) {
    if (!uniqueViolation(error)) throw error;
    return "there";
  }
}

/** Ends a rate. The row stays, with who ended it: what a deal was worked with can be told for ever. */
export async function removeLocalRate(rooftopId: string, id: string, removedBy: string): Promise<boolean> {
  const { prisma, prismaExecutor } = database();
  return prisma.$transaction(async (tx) => {
    const [ended] = await tx.localTaxRate.updateManyAndReturn({
      where: { id, rooftopId, removedAt: null },
      data: { removedAt: now(), removedBy },
    });
    if (!ended) return false;
    const review = { rooftopId, place: ended.packId, because: "localRate", word: `${id}:ended` } as const;
    await enqueueReview(prismaExecutor(tx), review);
    return true;
  });
}

import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";

export const photoProviders = ["builtIn", "removeBg", "photoroom"] as const;
export type PhotoProviderName = (typeof photoProviders)[number];

export interface PhotoPreset {
  /** Look for the car in every photo of a whole car, and put the result to a person. */
  propose: boolean;
  /** What an accepted mask is put before. */
  background: "studio" | "soft";
  provider: PhotoProviderName;
  monthlyLimit: number;
}

const aad = (rooftopId: string) => `PhotoPreset:${rooftopId}:providerKey`;

export async function photoPreset(rooftopId: string): Promise<PhotoPreset> {
  const row = await database().prisma.photoPreset.findUnique({ where: { rooftopId } });
  return {
    propose: row?.propose ?? true,
    background: row?.background === "soft" ? "soft" : "studio",
    provider: photoProviders.find((known) => known === row?.provider) ?? "builtIn",
    monthlyLimit: row?.monthlyLimit ?? 0,
  };
}

/** Without a new key the old one stays. */
export async function keepPhotoPreset(rooftopId: string, preset: PhotoPreset, newKey: string | null): Promise<void> {
  const providerKey = newKey ? { providerKey: encryptField(newKey, aad(rooftopId)) } : {};
  const data = { ...preset, ...providerKey, changedAt: now() };
  await database().prisma.photoPreset.upsert({
    where: { rooftopId },
    create: { rooftopId, ...data },
    update: data,
  });
}

export async function providerKey(rooftopId: string): Promise<string | null> {
  const row = await database().prisma.photoPreset.findUnique({ where: { rooftopId } });
  return row?.providerKey ? decryptField(row.providerKey, aad(rooftopId)) : null;
}

/** Takes one cut-out from the month's; false when none is left. Counted in one statement, so that two cannot both have the last. */
export async function takeFromMonth(rooftopId: string, monthlyLimit: number): Promise<boolean> {
  if (monthlyLimit < 1) return false;
  const month = now().toISOString().slice(0, 7);
  const { rows } = await database().query(
    `insert into "PhotoProviderUse" ("rooftopId", "month", "count") values ($1, $2, 1)
     on conflict ("rooftopId", "month") do update set "count" = "PhotoProviderUse"."count" + 1
       where "PhotoProviderUse"."count" < $3
     returning "count"`,
    [rooftopId, month, monthlyLimit],
  );
  return rows.length === 1;
}

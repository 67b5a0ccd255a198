import type { Actor } from "#machines/store/actor";
import type { EditAnswer } from "#app/deals/edit-answer";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import { oneAtATime } from "#app/trade-photos/one-at-a-time.server";
import { LARGEST_PHOTO_BYTES, type PhotoRefusal } from "#app/trade-photos/photo-limits";
import { redrawPhoto } from "#app/trade-photos/redraw-photo.server";

const placeOf = (driveId: string) => `DriveLicense:sealed:${driveId}`;

/**
 * The picture of a license: drawn anew and kept encrypted in the database, never as a file. The deal hears that it was
 * seen, and nothing of what is on it.
 */
export async function keepLicense(license: {
  dealId: string;
  driveId: string;
  actor: Actor;
  bytes: Uint8Array;
}): Promise<EditAnswer | { refusedFile: PhotoRefusal }> {
  const { dealId, driveId, actor, bytes } = license;
  if (bytes.byteLength > LARGEST_PHOTO_BYTES) return { refusedFile: "tooBig" };
  const drawn = await oneAtATime("redraw", () => redrawPhoto(bytes));
  if ("refused" in drawn) return { refusedFile: drawn.refused };
  const event = { type: "drive.licenseKept", driveId } as const;
  const answer = await submitDealEvent({ dealId, editId: `license:${driveId}`, actor, event });
  // A license of a drive that there is not is not kept either.
  if (answer.status === "refused" || answer.status === "again") return answer;
  const data = {
    dealId,
    sealed: encryptField(drawn.full.toString("base64"), placeOf(driveId)),
    createdAt: now(),
  };
  await database().prisma.driveLicense.upsert({ where: { driveId }, create: { driveId, ...data }, update: data });
  return answer;
}

/** The picture, for staff; null for any other drive. */
export async function readLicense(dealId: string, driveId: string): Promise<Buffer | null> {
  const row = await database().prisma.driveLicense.findFirst({ where: { driveId, dealId } });
  return row && Buffer.from(decryptField(row.sealed, placeOf(driveId)), "base64");
}

/** Nobody needs a license picture long after the drive. */
const FORGET_AFTER_MS = 30 * 24 * 60 * 60_000;

export async function forgetOldLicenses(): Promise<void> {
  const before = new Date(now().getTime() - FORGET_AFTER_MS);
  await database().prisma.driveLicense.deleteMany({ where: { createdAt: { lt: before } } });
}

import { createHash, randomUUID } from "node:crypto";
import { cleanPdf } from "#app/platform/clean-pdf.server";
import { putBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import type { PhotoOwner } from "./kept-vehicle-photos.server";
import type { PaperKind } from "./photo-shots";
import { photosChanged } from "./shown-photos.server";

const MOST_PAGES = 40;
const LARGEST_PAPER = 8 * 1024 * 1024;

export interface NewPaper extends PhotoOwner {
  kind: PaperKind;
  source: string;
  bytes: Uint8Array;
  addedBy: string;
}

/**
 * A paper about a car, written anew from its pages alone. Another of its kind is its next version; none is ever changed,
 * so that what hung in the window on a day can be shown for ever. Null: not a PDF that may be kept.
 */
export async function keepVehiclePaper({ kind, source, bytes, addedBy, ...owner }: NewPaper): Promise<string | null> {
  if (bytes.byteLength > LARGEST_PAPER) return null;
  const clean = await cleanPdf(bytes, { maxPages: MOST_PAGES });
  if (!clean) return null;
  const blobKey = await putBlob(clean, "application/pdf");
  const id = `paper-${randomUUID()}`;
  // Numbered in the statement itself: two people who add at once get two numbers, or one of them is asked again.
  await database().query(
    `insert into "VehiclePaper" ("id", "rooftopId", "stockNumber", "kind", "version", "blobKey", "contentType", "sha256",
                                 "source", "addedBy", "addedAt")
     select $1, $2, $3::text, $4::text, 1 + coalesce(max("version"), 0), $5, 'application/pdf', $6, $7, $8,
            $9::timestamptz
       from "VehiclePaper" where "stockNumber" = $3 and "kind" = $4`,
    [
      id,
      owner.rooftopId,
      owner.stockNumber,
      kind,
      blobKey,
      createHash("sha256").update(clean).digest("hex"),
      source,
      addedBy,
      now().toISOString(),
    ],
  );
  photosChanged();
  return id;
}

export const readVehiclePaper = (stockNumber: string, id: string) =>
  database().prisma.vehiclePaper.findFirst({ where: { id, stockNumber } });

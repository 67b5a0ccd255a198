import { PDFDocument } from "pdf-lib";
import { assert } from "#machines/assert";
import { getBlob } from "#app/platform/blobs.server";
import { database } from "#app/platform/database.server";
import type { DrawnForm } from "./forms/drawn-forms.server";

/** The newest Buyers Guide of a car that hung in its window by a moment. */
const guideOf = (rooftopId: string, stockNumber: string, by: string | null) =>
  database().prisma.vehiclePaper.findFirst({
    where: { rooftopId, stockNumber, kind: "buyersGuide", ...(by === null ? {} : { addedAt: { lte: new Date(by) } }) },
    orderBy: { version: "desc" },
  });

export const hasWindowGuide = async (rooftopId: string, stockNumber: string): Promise<boolean> =>
  (await guideOf(rooftopId, stockNumber, null)) !== null;

/**
 * The Buyers Guide exactly as it was displayed on the car, byte for byte, for the deal's jacket: of the version that hung
 * there when the deal was frozen, however often it is replaced later. Null where none was attached by then.
 */
export async function windowGuide(
  rooftopId: string,
  stockNumber: string,
  frozenAt: string | null,
): Promise<DrawnForm | null> {
  const paper = await guideOf(rooftopId, stockNumber, frozenAt);
  if (!paper) return null;
  const blob = await getBlob(paper.blobKey);
  assert(blob, "a paper of a car has its bytes");
  const bytes = new Uint8Array(blob.bytes);
  const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  return { bytes, pages, places: [], sha256: paper.sha256, contentHash: paper.sha256 };
}

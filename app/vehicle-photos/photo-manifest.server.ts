import { isSignedText, signText } from "#app/platform/field-encryption.server";
import type { EditFacts } from "./editing/edit-photo.server";

export const MANIFEST_SIGNATURE = "VehiclePhoto:manifest";

interface ToSeal {
  row: { id: string; stockNumber: string; originalSha256: string; maskKey: string | null; maskBy: string | null };
  facts: EditFacts;
  files: readonly { name: string; blobKey: string }[];
  at: Date;
}

/** What was done to a photo, step by step with its figures, and which bytes came of it. */
export interface PhotoManifest {
  version: 1;
  photo: string;
  stockNumber: string;
  original: { sha256: string };
  drawnAt: string;
  steps: { step: string; [figure: string]: unknown }[];
  /** Compared before files are compressed, wherever the mask says car. Null where no background was replaced. */
  car: { pixels: number; changed: number; largestDifference: number } | null;
  files: Record<string, { sha256: string }>;
}

const sha256Of = (blobKey: string) => blobKey.slice(0, 64);

function stepsOf({ row, facts }: ToSeal): PhotoManifest["steps"] {
  const { tone, frame, plates, background, keptGround } = facts;
  return [
    ...plates.map((box) => ({ step: "plateBlurred", ...box })),
    { step: "whiteBalance", gains: tone.gains },
    { step: "exposure", black: tone.low, white: tone.high, gamma: tone.gamma },
    { step: "framed", ...frame.crop, aspect: "4:3", padded: frame.padded },
    { step: "sharpened", sigma: 0.7 },
    ...(background === "none"
      ? []
      : [
          {
            step: "backgroundReplaced",
            background,
            maskSha256: row.maskKey && sha256Of(row.maskKey),
            maskBy: row.maskBy === "machine" ? "machine" : "person",
          },
        ]),
    ...(background === "studio" ? [{ step: "shadowDrawn", where: "background" }] : []),
    ...(keptGround ? [{ step: "backgroundKept", because: keptGround }] : []),
  ];
}

/** The manifest of a drawn photo and our signature under it. */
export function sealedManifest(sealing: ToSeal): { manifest: string; signature: string } {
  const { row, facts, files, at } = sealing;
  const { untouched } = facts;
  const content: PhotoManifest = {
    version: 1,
    photo: row.id,
    stockNumber: row.stockNumber,
    original: { sha256: row.originalSha256 },
    drawnAt: at.toISOString(),
    steps: stepsOf(sealing),
    car: untouched && {
      pixels: untouched.carPixels,
      changed: untouched.changedPixels,
      largestDifference: untouched.largestDifference,
    },
    files: Object.fromEntries(files.map(({ name, blobKey }) => [name, { sha256: sha256Of(blobKey) }])),
  };
  const manifest = JSON.stringify(content);
  return { manifest, signature: signText(manifest, MANIFEST_SIGNATURE) };
}

/** Is this manifest as we signed it? */
export const isOurManifest = (manifest: string, signature: string): boolean =>
  isSignedText(manifest, signature, MANIFEST_SIGNATURE);

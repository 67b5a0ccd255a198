import { LineCapStyle, PDFDocument, rgb } from "pdf-lib";
import type { SignPlace } from "./sign-place";
import { sealPdf, type SealWords, type SigningKey } from "./seal-pdf.server";
import { Typeset } from "./typeset.server";

/** The name as its owner typed it, or their strokes: x and y by turns, in a box of `drawnBox`. */
export type AdoptedSignature = { method: "typed"; text: string } | { method: "drawn"; strokes: number[][] };

export const drawnBox = { width: 600, height: 200 } as const;

/** What stands in one place of a signed document. */
export interface SignedMark {
  place: SignPlace;
  signature: AdoptedSignature;
  /** "Rosa Quill, November 28, 2026, 3:02 PM". */
  caption: string;
}

export interface Execution {
  /** The document exactly as it was shown and signed. */
  bytes: Uint8Array;
  marks: SignedMark[];
  /** Under every page: what it is a signed copy of. */
  footer: string;
  /** Of the last signature: equal inputs give equal bytes up to the seal. */
  at: string;
  key: SigningKey;
  seal: SealWords;
}

const INK = rgb(0.05, 0.13, 0.38);
const SOFT = rgb(0.37, 0.42, 0.45);
const CAPTION = 5.5;

const strokePath = (points: readonly number[]): string => {
  const [x = 0, y = 0, ...rest] = points;
  const lines = Array.from({ length: Math.floor(rest.length / 2) }, (_, at) => `L ${rest[at * 2]} ${rest[at * 2 + 1]}`);
  // A dot is a stroke too.
  return `M ${x} ${y} ${lines.length > 0 ? lines.join(" ") : `L ${x + 1} ${y}`}`;
};

/** The signed copy before its seal: the shown document with every signature in its place. Same input, same bytes. */
export async function stampSignatures({ bytes, marks, footer, at }: Omit<Execution, "key" | "seal">) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.setModificationDate(new Date(at));
  const letters = await Typeset.create(document);
  for (const { place, signature, caption } of marks) {
    const page = document.getPage(place.page);
    const room = place.height - CAPTION - 2;
    if (signature.method === "drawn") {
      const scale = Math.min((place.width * 0.7) / drawnBox.width, room / drawnBox.height);
      const path = signature.strokes.map(strokePath).join(" ");
      page.drawSvgPath(path, {
        x: place.x + 2,
        y: place.y + CAPTION + 2 + drawnBox.height * scale,
        scale,
        borderColor: INK,
        borderWidth: 5,
        borderLineCap: LineCapStyle.Round,
      });
    } else {
      const size = Math.min(room * 0.8, (place.width / Math.max(1, letters.width(signature.text, 1))) * 0.9);
      letters.draw(page, signature.text, { x: place.x + 2, y: place.y + CAPTION + 4, size, color: INK, hand: true });
    }
    const small = letters.fit(caption, place.width, CAPTION);
    letters.draw(page, small, { x: place.x, y: place.y + 1, size: CAPTION, color: SOFT });
  }
  for (const page of document.getPages()) {
    const line = letters.fit(footer, page.getWidth() - 96, CAPTION);
    letters.draw(page, line, { x: 48, y: 16, size: CAPTION, color: SOFT });
  }
  return document.save({ useObjectStreams: true });
}

/** The signed copy under the store's seal. */
export async function executeDocument(execution: Execution): Promise<Uint8Array> {
  return sealPdf(await stampSignatures(execution), execution.key, execution.seal);
}

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
  /** "November 28, 2026, 3:02 PM, Rosa Quill". */
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
const CAPTION_LINE = 6;
/** When comes first and is never cut off; a long name has a second line, and its hand a little less room. */
const MOST_CAPTION_LINES = 2;

/** The part of the box that was drawn in: a small hand fills its place as a large one does. */
function strokesBox(strokes: readonly (readonly number[])[]) {
  const across = strokes.flatMap((points) => points.filter((_, at) => at % 2 === 0));
  const down = strokes.flatMap((points) => points.filter((_, at) => at % 2 === 1));
  const [left, top] = [Math.min(...across), Math.min(...down)];
  // A dot or a straight line is not blown up to fill everything.
  const width = Math.max(drawnBox.width / 4, Math.max(...across) - left);
  const height = Math.max(drawnBox.height / 4, Math.max(...down) - top);
  return { left, top, width, height };
}

const strokePath = (points: readonly number[], left: number, top: number): string => {
  const pairs = Array.from({ length: points.length / 2 }, (_, at) => {
    const [x = 0, y = 0] = points.slice(at * 2, at * 2 + 2);
    return `${x - left} ${y - top}`;
  });
  // A dot is a stroke too.
  const [x = 0, y = 0] = points;
  return `M ${pairs.join(" L ")}${pairs.length === 1 ? ` L ${x - left + 1} ${y - top}` : ""}`;
};

/** The signed copy before its seal: the shown document with every signature in its place. Same input, same bytes. */
export async function stampSignatures({ bytes, marks, footer, at }: Omit<Execution, "key" | "seal">) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.setModificationDate(new Date(at));
  const letters = await Typeset.create(document, [footer, marks]);
  for (const { place, signature, caption } of marks) {
    const page = document.getPage(place.page);
    const small = letters.wrap(caption, place.width, CAPTION).slice(0, MOST_CAPTION_LINES);
    const under = small.length * CAPTION_LINE;
    const room = place.height - under - 2;
    if (signature.method === "drawn") {
      const { left, top, width, height } = strokesBox(signature.strokes);
      const scale = Math.min((place.width * 0.6) / width, room / height);
      page.drawSvgPath(signature.strokes.map((points) => strokePath(points, left, top)).join(" "), {
        x: place.x + 2,
        y: place.y + under + 2 + height * scale,
        scale,
        borderColor: INK,
        borderWidth: 1.2 / scale,
        borderLineCap: LineCapStyle.Round,
      });
    } else {
      const size = Math.min(room * 0.8, (place.width / Math.max(1, letters.width(signature.text, 1))) * 0.9);
      letters.draw(page, signature.text, { x: place.x + 2, y: place.y + under + 4, size, color: INK, hand: true });
    }
    small.forEach((line, index) => {
      const y = place.y + 1 + (small.length - 1 - index) * CAPTION_LINE;
      letters.draw(page, line, { x: place.x, y, size: CAPTION, color: SOFT });
    });
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

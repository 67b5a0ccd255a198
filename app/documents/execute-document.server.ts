import { PDFDocument, rgb } from "pdf-lib";
import type { SignPlace } from "./sign-place";
import { sealPdf, type SealWords, type SigningKey } from "./seal-pdf.server";
import { Typeset } from "./typeset.server";

/** What stands in one place of a signed document. */
export interface SignedMark {
  place: SignPlace;
  /** The name as its owner typed it, or a drawing of it. */
  signature: { method: "typed"; text: string } | { method: "drawn"; png: Uint8Array };
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

/** The signed copy before its seal: the shown document with every signature in its place. Same input, same bytes. */
export async function stampSignatures({ bytes, marks, footer, at }: Omit<Execution, "key" | "seal">) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.setModificationDate(new Date(at));
  const letters = await Typeset.create(document);
  for (const { place, signature, caption } of marks) {
    const page = document.getPage(place.page);
    const room = place.height - CAPTION - 2;
    if (signature.method === "drawn") {
      const image = await document.embedPng(signature.png);
      const { width, height } = image.scaleToFit(place.width * 0.7, room);
      page.drawImage(image, { x: place.x, y: place.y + CAPTION + 2, width, height });
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

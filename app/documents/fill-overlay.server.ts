import { PDFDocument, rgb } from "pdf-lib";
import { Typeset } from "./typeset.server";

/** One place of a store's own form, and the words that go there. */
export interface OverlayWord {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  align: "left" | "right";
}

export interface OverlayFilling {
  /** The store's form, cleaned when it was uploaded. */
  bytes: Uint8Array;
  words: OverlayWord[];
  /** ISO time that the filled form bears. */
  at: string;
  watermark: string | null;
}

const INK = rgb(0.07, 0.1, 0.11);
const LARGEST = 10;
const SMALLEST = 4.5;

/** A store's own form with the deal's words in its places: as large as they fit, never over the edge of their place. */
export async function fillOverlay({ bytes, words, at, watermark }: OverlayFilling) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.setModificationDate(new Date(at));
  const letters = await Typeset.create(document, words);
  for (const { page: number, x, y, width, height, text, align } of words) {
    const page = document.getPage(number);
    const wanted = Math.min(LARGEST, height * 0.72);
    const natural = Math.max(1, letters.width(text, 1));
    const size = Math.max(SMALLEST, Math.min(wanted, (width - 4) / natural));
    const shown = letters.fit(text, width - 4, size);
    const start = align === "right" ? x + width - 2 - letters.width(shown, size) : x + 2;
    letters.draw(page, shown, { x: start, y: y + (height - size) / 2 + size * 0.15, size, color: INK });
  }
  if (watermark !== null)
    for (const page of document.getPages())
      letters.draw(page, watermark, { x: 110, y: 220, size: 120, bold: true, color: rgb(0.9, 0.92, 0.93), turned: 45 });
  return { bytes: await document.save({ useObjectStreams: true }), pages: document.getPageCount() };
}

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as fontkit from "fontkit";
import type { PDFDocument } from "pdf-lib";
import { remember } from "#app/platform/remember.server";

/** What of a parsed font is asked for here; the rest is between fontkit and pdf-lib. */
interface ParsedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

export interface FontFile {
  bytes: Uint8Array;
  parsed: ParsedFont;
}

/** DejaVu has the letters of most names and the signs a form needs; it is the widest font that subsets fast. */
export const documentFonts = () =>
  remember("documentFonts", async (): Promise<{ regular: FontFile; bold: FontFile }> => {
    const folder = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
    const [regular, bold] = await Promise.all([
      readFile(join(folder, "DejaVuSans.ttf")),
      readFile(join(folder, "DejaVuSans-Bold.ttf")),
    ]);
    return { regular: fontFile(regular), bold: fontFile(bold) };
  });

const parsedFonts = remember("parsedDocumentFonts", () => new Map<Uint8Array, ParsedFont>());

function fontFile(bytes: Uint8Array): FontFile {
  const parsed = (fontkit as unknown as { create(bytes: Uint8Array): ParsedFont }).create(bytes);
  parsedFonts.set(bytes, parsed);
  return { bytes, parsed };
}

/** Every paper reads the same parsed fonts: parsing them afresh would cost more than drawing a page. */
export function useParsedFonts(document: PDFDocument): void {
  document.registerFontkit({ create: (bytes: Uint8Array) => parsedFonts.get(bytes) } as never);
}

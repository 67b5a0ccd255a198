import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as fontkit from "fontkit";
import type { PDFDocument } from "pdf-lib";
import { remember } from "#app/platform/remember.server";

/** What of a parsed font is asked for here; the rest is between fontkit and pdf-lib. */
interface ParsedFont {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
  layout(text: string, features?: unknown): { glyphs: Glyph[] };
}

interface Glyph {
  id: number;
  advanceWidth: number;
}

/** Latin, Greek and Cyrillic stand letter beside letter: nothing to shape, and no ligature that a reader trips over. */
const unshaped =
  /^[\u0020-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1eff\u2010-\u2027\u20ac\u2212\u2260-\u2265\u25a0-\u2713]*$/;

export interface FontFile {
  bytes: Uint8Array;
  parsed: ParsedFont;
}

/** DejaVu has the letters of most names and the signs a form needs; it is the widest font that subsets fast. */
export const documentFonts = () =>
  remember("documentFonts", async (): Promise<{ regular: FontFile; bold: FontFile; hand: FontFile }> => {
    const folder = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
    const [regular, bold, hand] = await Promise.all([
      readFile(join(folder, "DejaVuSans.ttf")),
      readFile(join(folder, "DejaVuSans-Bold.ttf")),
      readFile(join(folder, "DejaVuSerif-Italic.ttf")),
    ]);
    return { regular: parseFont(regular), bold: parseFont(bold), hand: parseFont(hand) };
  });

const parsedFonts = remember("parsedDocumentFonts", () => new WeakMap<Uint8Array, ParsedFont>());

/** A font read once. `shaped: false` where no letter of it ever changes beside another. */
export function parseFont(bytes: Uint8Array, { shaped = true } = {}): FontFile {
  const parsed = (fontkit as unknown as { create(bytes: Uint8Array): ParsedFont }).create(bytes);
  const shape = parsed.layout.bind(parsed);
  const glyphs = new Map<string, Glyph>();
  const glyphOf = (letter: string): Glyph => {
    const known = glyphs.get(letter);
    if (known) return known;
    const glyph = parsed.glyphForCodePoint(letter.codePointAt(0) ?? 0);
    glyphs.set(letter, glyph);
    return glyph;
  };
  // Shaping is for scripts that need it; it takes fifty times as long as looking letters up.
  parsed.layout = (text, features) =>
    !shaped || unshaped.test(text) ? { glyphs: Array.from(text, glyphOf) } : shape(text, features);
  parsedFonts.set(bytes, parsed);
  return { bytes, parsed };
}

/** Every paper reads the same parsed fonts: parsing them afresh would cost more than drawing a page. */
export function useParsedFonts(document: PDFDocument): void {
  document.registerFontkit({ create: (bytes: Uint8Array) => parsedFonts.get(bytes) } as never);
}

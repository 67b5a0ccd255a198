import { degrees, type PDFDocument, type PDFFont, type PDFPage, type RGB } from "pdf-lib";
import { documentFonts, type FontFile, useParsedFonts } from "./document-fonts.server";
import { wideFontsOf } from "./wide-fonts.server";

interface Face {
  font: PDFFont;
  file: FontFile;
}

interface Run {
  font: PDFFont;
  text: string;
}

/** Stands for a letter that none of our fonts has; the addendum then names it by its number. */
const NO_LETTER = "\u25a1";
/** Almost all text: one font has every letter of it, so nobody looks letter by letter. */
const plainText = /^[\u0020-\u007e\u00a1-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026\u2212]*$/;
/** Hebrew and Arabic, with what stands between two such words: shaped and turned round by itself. */
const rightToLeft =
  /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc \u2019'-]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?)/u;
/** Controls, direction overrides, invisible joiners and halves of letters have no place in a contract. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A text as a form may print it: composed, without what cannot be seen, its odd spaces plain ones. */
export const printable = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[\u00a0\u2007\u202f\t\r\n]/g, " ")
    .replaceAll(unprintable, "");

/** Letters on a document's pages: each from the first font that has it, so that no name ever breaks a form. */
export class Typeset {
  /** Letters that no font had, as they were written. */
  readonly missing = new Set<string>();

  private constructor(
    private readonly regular: Face[],
    private readonly bold: Face[],
    private readonly hand: Face[],
  ) {}

  /** @param printed whatever will stand on the pages: its letters say which fonts beside our own are embedded. */
  static async create(document: PDFDocument, printed: unknown): Promise<Typeset> {
    useParsedFonts(document);
    const files = await documentFonts();
    const face = async (file: FontFile): Promise<Face> => ({
      file,
      font: await document.embedFont(file.bytes, { subset: true }),
    });
    const [regular, bold] = [await face(files.regular), await face(files.bold)];
    const hand = await face(files.hand);
    const wide = await Promise.all(wideFontsOf(JSON.stringify(printed), files.regular).map(face));
    return new Typeset([regular, ...wide], [bold, regular, ...wide], [hand, regular, ...wide]);
  }

  width(text: string, size: number, bold = false): number {
    return this.runs(text, bold ? this.bold : this.regular).reduce(
      (width, run) => width + run.font.widthOfTextAtSize(run.text, size),
      0,
    );
  }

  draw(
    page: PDFPage,
    text: string,
    at: { x: number; y: number; size: number; bold?: boolean; color: RGB; turned?: number; hand?: boolean },
  ): void {
    let { x } = at;
    const faces = at.hand ? this.hand : at.bold ? this.bold : this.regular;
    for (const { font, text: part } of this.runs(text, faces)) {
      page.drawText(part, {
        x,
        y: at.y,
        size: at.size,
        font,
        color: at.color,
        ...(at.turned === undefined ? {} : { rotate: degrees(at.turned) }),
      });
      x += font.widthOfTextAtSize(part, at.size);
    }
  }

  /** The text's lines in a column; a word that is wider than it is broken. */
  wrap(text: string, width: number, size: number, bold = false): string[] {
    const lines: string[] = [];
    let line = "";
    for (const word of printable(text).split(/ +/)) {
      const longer = line ? `${line} ${word}` : word;
      if (this.width(longer, size, bold) <= width) {
        line = longer;
        continue;
      }
      if (line) lines.push(line);
      const pieces = this.broken(word, width, size, bold);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? "";
    }
    return line ? [...lines, line] : lines;
  }

  /** As much of the text as fits on one line, an ellipsis where it was cut. */
  fit(text: string, width: number, size: number, bold = false): string {
    if (this.width(text, size, bold) <= width) return text;
    const letters = [...text];
    while (letters.length > 1 && this.width(`${letters.join("")}…`, size, bold) > width) letters.pop();
    return `${letters.join("").trimEnd()}…`;
  }

  private broken(word: string, width: number, size: number, bold: boolean): string[] {
    if (this.width(word, size, bold) <= width) return [word];
    const pieces: string[] = [];
    let piece = "";
    for (const letter of word) {
      if (piece && this.width(piece + letter, size, bold) > width) {
        pieces.push(piece);
        piece = "";
      }
      piece += letter;
    }
    return [...pieces, piece];
  }

  private runs(given: string, faces: readonly Face[]): Run[] {
    const text = printable(given);
    const first = faces[0] as Face;
    if (plainText.test(text)) return text === "" ? [] : [{ font: first.font, text }];
    return text.split(rightToLeft).flatMap((part) => this.runsOfPart(part, faces));
  }

  private runsOfPart(text: string, faces: readonly Face[]): Run[] {
    const runs: Run[] = [];
    for (const letter of text) {
      const codePoint = letter.codePointAt(0) ?? 0;
      const face = faces.find(({ file }) => file.parsed.hasGlyphForCodePoint(codePoint));
      if (!face) this.missing.add(letter);
      const { font } = face ?? (faces[0] as Face);
      const last = runs.at(-1);
      if (last?.font === font) last.text += face ? letter : NO_LETTER;
      else runs.push({ font, text: face ? letter : NO_LETTER });
    }
    return runs;
  }
}

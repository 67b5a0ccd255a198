import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { remember } from "#app/platform/remember.server";
import { type FontFile, parseFont } from "./document-fonts.server";

/**
 * Fonts for letters that DejaVu lacks: Chinese in both writings with Japanese kana, and Korean. Each comes cut into about
 * a hundred files of letters that are used together, so a name reads one to three small files and not ten megabytes.
 */
const packages = ["chocolate-classical-sans", "gowun-dodum"] as const;
/** Of one document: a name has a dozen letters, a page of somebody's pasted text has no claim to each its own font. */
const MOST_EMBEDDED = 24;
/** Everything from the first letters that DejaVu lacks. */
const beyondOwn = /[\u1100-\u11ff\u2e80-\uffef]/;
const eachBeyond = /[\u1100-\u11ff\u2e80-\uffef]/g;
/** Of parsed files; a store's customers share few. Past it the memory is given back at once. */
const MOST_FILES = 60;

interface Shelf {
  fileOf: Map<number, string>;
  parsed: Map<string, FontFile>;
}

const shelf = () =>
  remember("wideFonts", (): Shelf => {
    const fileOf = new Map<number, string>();
    for (const name of packages) {
      const folder = dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`));
      const ranges = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
      for (const [piece, letters] of Object.entries(ranges)) {
        const number = /^\[(\d+)\]$/.exec(piece)?.[1];
        // WOFF and not WOFF2: the second packs outlines in a way that no subset can be cut from.
        const file = join(folder, "files", `${name}-${number}-400-normal.woff`);
        if (number !== undefined)
          for (const letter of lettersOf(letters)) if (!fileOf.has(letter)) fileOf.set(letter, file);
      }
    }
    return { fileOf, parsed: new Map() };
  });

/** "U+4e00-4e02,U+4e07" as its code points. */
function* lettersOf(ranges: string): Generator<number> {
  for (const range of ranges.split(",")) {
    const [from = 0, to = from] = range
      .trim()
      .slice(2)
      .split("-")
      .map((hex) => parseInt(hex, 16));
    for (let letter = from; letter <= to; letter++) yield letter;
  }
}

/** What a text needs beside the document's own font, in the order of its letters; nothing for almost every text. */
export function wideFontsOf(text: string, own: FontFile): FontFile[] {
  if (!beyondOwn.test(text)) return [];
  const { fileOf } = shelf();
  const files = new Set<string>();
  for (const letter of text.match(eachBeyond) ?? []) {
    const codePoint = letter.codePointAt(0) ?? 0;
    const file = fileOf.get(codePoint);
    if (file !== undefined && !own.parsed.hasGlyphForCodePoint(codePoint)) files.add(file);
  }
  return [...files].slice(0, MOST_EMBEDDED).map(readFile);
}

function readFile(path: string): FontFile {
  const { parsed } = shelf();
  const known = parsed.get(path);
  if (known) return known;
  if (parsed.size >= MOST_FILES) parsed.clear();
  const read = parseFont(readFileSync(path), { shaped: false });
  parsed.set(path, read);
  return read;
}

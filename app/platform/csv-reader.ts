/** A row with the line of the file it begins on: what a person looks for in a spreadsheet. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** No honest cell is longer; an unclosed quote would otherwise swallow the file into memory. */
const LONGEST_CELL = 20_000;
const MOST_CELLS = 500;

/**
 * RFC 4180, piece by piece as a file arrives: quoted cells may hold commas, doubled quotes and line ends. A lone LF ends a
 * row as CRLF does, and a byte order mark is not part of the first name.
 */
export class CsvReader {
  #cell = "";
  #cells: string[] = [];
  #quoted = false;
  #afterQuote = false;
  #line = 1;
  #rowLine = 1;
  #isFirst = true;

  constructor(readonly separator = ",") {}

  /** Rows that this piece completes. */
  push(piece: string): CsvRow[] {
    const rows: CsvRow[] = [];
    const text = this.#isFirst ? piece.replace(/^\uFEFF/, "") : piece;
    if (piece.length > 0) this.#isFirst = false;
    for (const character of text) {
      if (character === "\n") this.#line++;
      this.#take(character, rows);
      if (this.#cell.length > LONGEST_CELL || this.#cells.length > MOST_CELLS) {
        throw new CsvTrouble("tooLong", this.#rowLine);
      }
    }
    return rows;
  }

  /** The last row, which may have no line end. */
  end(): CsvRow[] {
    if (this.#quoted) throw new CsvTrouble("openQuote", this.#rowLine);
    const rows: CsvRow[] = [];
    if (this.#cell !== "" || this.#cells.length > 0) this.#endRow(rows);
    return rows;
  }

  #take(character: string, rows: CsvRow[]): void {
    if (this.#quoted) {
      if (character === '"') [this.#quoted, this.#afterQuote] = [false, true];
      else this.#cell += character;
      return;
    }
    if (character === '"' && (this.#cell === "" || this.#afterQuote)) {
      if (this.#afterQuote) this.#cell += '"';
      [this.#quoted, this.#afterQuote] = [true, false];
      return;
    }
    this.#afterQuote = false;
    if (character === this.separator) this.#endCell();
    else if (character === "\n") this.#endRow(rows);
    else if (character !== "\r") this.#cell += character;
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = "";
  }

  #endRow(rows: CsvRow[]): void {
    this.#endCell();
    // A blank line is nobody's row.
    if (this.#cells.length > 1 || this.#cells[0] !== "") rows.push({ line: this.#rowLine, cells: this.#cells });
    this.#cells = [];
    this.#rowLine = this.#line;
  }
}

export class CsvTrouble extends Error {
  constructor(
    readonly reason: "openQuote" | "tooLong",
    readonly line: number,
  ) {
    super(`line ${line}: ${reason}`);
  }
}

/** A whole text at once. */
export function readCsv(text: string, separator = ","): CsvRow[] {
  const reader = new CsvReader(separator);
  return [...reader.push(text), ...reader.end()];
}

/** A cell as RFC 4180 writes it. */
const quoted = (cell: string) => (/["\n\r,;\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A text that a spreadsheet would run as a formula is given an apostrophe first; a plain number is left a number.
 */
const unarmed = (cell: string) => (/^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell);

/** Rows as a CSV file with CRLF line ends, safe to open in a spreadsheet. */
export const writeCsv = (rows: readonly (readonly string[])[], separator = ","): string =>
  rows.map((cells) => cells.map((cell) => quoted(unarmed(cell))).join(separator)).join("\r\n") + "\r\n";

// Reads the tables of an SQLite file, so that taking data out of one needs neither a compiler nor a package.
// The file's format: https://www.sqlite.org/fileformat2.html. Only what a plain table has: no views, no WITHOUT ROWID.

const LEAF = 0x0d;
const INTERIOR = 0x05;

/** A number of one to nine bytes, seven bits each; ids of these tables are far below what a double holds exactly. */
function varint(bytes, at) {
  let value = 0;
  for (let index = 0; index < 8; index++) {
    const byte = bytes[at + index];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + index + 1];
  }
  return [value * 256 + bytes[at + 8], at + 9];
}

function columnValue(bytes, type, at) {
  if (type === 0) return [null, 0];
  if (type >= 1 && type <= 4) return [bytes.readIntBE(at, type), type];
  if (type === 5) return [bytes.readIntBE(at, 6), 6];
  if (type === 6) return [Number(bytes.readBigInt64BE(at)), 8];
  if (type === 7) return [bytes.readDoubleBE(at), 8];
  if (type === 8 || type === 9) return [type - 8, 0];
  const length = (type - (type % 2 === 0 ? 12 : 13)) / 2;
  return [type % 2 === 0 ? bytes.subarray(at, at + length) : bytes.toString("utf8", at, at + length), length];
}

function record(payload) {
  let [headerEnd, at] = varint(payload, 0);
  let from = headerEnd;
  const values = [];
  while (at < headerEnd) {
    let type;
    [type, at] = varint(payload, at);
    const [value, length] = columnValue(payload, type, from);
    values.push(value);
    from += length;
  }
  return values;
}

export class SqliteFile {
  constructor(bytes) {
    if (bytes.toString("latin1", 0, 15) !== "SQLite format 3") throw new Error("not an SQLite file");
    this.bytes = bytes;
    const size = bytes.readUInt16BE(16);
    this.pageSize = size === 1 ? 65_536 : size;
    this.usable = this.pageSize - bytes[20];
    this.tables = new Map();
    for (const [type, name, , root, sql] of this.rowsAt(1)) {
      if (type === "table") this.tables.set(name, { root, columns: columnsOf(sql) });
    }
  }

  /** Every row of a table as an object of its columns. */
  *rows(name) {
    const table = this.tables.get(name);
    if (!table) throw new Error(`the file has no table ${name}`);
    for (const values of this.rowsAt(table.root)) {
      yield Object.fromEntries(table.columns.map((column, index) => [column, values[index] ?? null]));
    }
  }

  *rowsAt(page) {
    const start = (page - 1) * this.pageSize;
    const header = page === 1 ? start + 100 : start;
    const kind = this.bytes[header];
    const cells = this.bytes.readUInt16BE(header + 3);
    const pointers = header + (kind === INTERIOR ? 12 : 8);
    if (kind !== LEAF && kind !== INTERIOR) throw new Error(`page ${page} is of no table`);
    for (let index = 0; index < cells; index++) {
      const cell = start + this.bytes.readUInt16BE(pointers + index * 2);
      if (kind === INTERIOR) yield* this.rowsAt(this.bytes.readUInt32BE(cell));
      else yield record(this.payload(cell));
    }
    if (kind === INTERIOR) yield* this.rowsAt(this.bytes.readUInt32BE(header + 8));
  }

  /** A long row goes on in a chain of overflow pages. */
  payload(cell) {
    let [length, at] = varint(this.bytes, cell);
    [, at] = varint(this.bytes, at);
    const most = this.usable - 35;
    if (length <= most) return this.bytes.subarray(at, at + length);
    const least = Math.floor(((this.usable - 12) * 32) / 255) - 23;
    const fitting = least + ((length - least) % (this.usable - 4));
    const here = fitting <= most ? fitting : least;
    const parts = [this.bytes.subarray(at, at + here)];
    let next = this.bytes.readUInt32BE(at + here);
    for (let left = length - here; left > 0 && next > 0;) {
      const from = (next - 1) * this.pageSize;
      const taken = Math.min(left, this.usable - 4);
      parts.push(this.bytes.subarray(from + 4, from + 4 + taken));
      left -= taken;
      next = this.bytes.readUInt32BE(from);
    }
    return Buffer.concat(parts);
  }
}

const columnsOf = (sql) =>
  sql
    .slice(sql.indexOf("(") + 1, sql.lastIndexOf(")"))
    .split(",")
    .map((column) => column.trim().split(/\s+/)[0])
    .filter(Boolean);

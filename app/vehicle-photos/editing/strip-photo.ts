/**
 * A photo without what hides beside its picture: place, camera, notes, thumbnails, and whatever follows its end. The
 * picture's own bytes stay as they are. Which way is up and how colours are meant is kept. Null when the file's parts do
 * not fit together.
 */
export function stripPhoto(bytes: Uint8Array, type: "jpeg" | "png" | "webp", orientation: number): Buffer | null {
  switch (type) {
    case "jpeg":
      return stripJpeg(bytes, orientation);
    case "png":
      return stripPng(bytes);
    case "webp":
      return stripWebp(bytes);
  }
}

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
] as const;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** The smallest note that says which way is up: one entry, nothing else. */
function uprightNote(orientation: number): Buffer[] {
  if (orientation < 2 || orientation > 8) return [];
  const note = Buffer.from(
    `ffe10022457869660000${"4d4d002a00000008"}0001${"011200030000000100"}0${orientation}0000${"00000000"}`,
    "hex",
  );
  return [note];
}

const isColourProfile = (segment: Buffer) => segment.subarray(4, 15).toString("latin1") === "ICC_PROFILE";

function keepsSegment(marker: number, segment: Buffer): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  return marker === APP0 || marker === APP14 || (marker === APP2 && isColourProfile(segment));
}

/** Where the picture data that begins at `from` ends: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    if (bytes[at] === 0xff && bytes[at + 1] !== 0 && !isRestart(bytes[at + 1]!)) return at;
    at += 1;
  }
  return -1;
}

function stripJpeg(bytes: Uint8Array, orientation: number): Buffer | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Buffer[] = [Buffer.from([0xff, SOI]), ...uprightNote(orientation)];
  let at = 2;
  while (at + 3 < whole.length) {
    // Filling before a marker is allowed and means nothing.
    if (whole[at] !== 0xff) return null;
    if (whole[at + 1] === 0xff) {
      at += 1;
      continue;
    }
    const marker = whole[at + 1]!;
    if (marker === EOI) break;
    const end = at + 2 + whole.readUInt16BE(at + 2);
    if (end > whole.length) return null;
    const segment = whole.subarray(at, end);
    if (marker !== APP1 && keepsSegment(marker, segment)) parts.push(segment);
    at = end;
    if (marker !== SOS) continue;
    const scanEnd = endOfScan(whole, at);
    if (scanEnd < 0) return null;
    parts.push(whole.subarray(at, scanEnd));
    at = scanEnd;
  }
  return Buffer.concat([...parts, Buffer.from([0xff, EOI])]);
}

const PNG_KEPT = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT"]);

function stripPng(bytes: Uint8Array): Buffer | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [whole.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= whole.length) {
    const end = at + 12 + whole.readUInt32BE(at);
    const kind = whole.toString("latin1", at + 4, at + 8);
    if (end > whole.length) return null;
    if (PNG_KEPT.has(kind)) parts.push(whole.subarray(at, end));
    if (kind === "IEND") return Buffer.concat(parts);
    at = end;
  }
  return null;
}

const WEBP_KEPT = new Set(["VP8 ", "VP8L", "ALPH", "ICCP"]);
/** In the header of an extended file: that notes and camera data follow, and that it moves. */
const WEBP_NOTES = 0x08 | 0x04;
const WEBP_MOVES = 0x02;

function stripWebp(bytes: Uint8Array): Buffer | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.min(whole.length, 8 + whole.readUInt32LE(4));
  const parts: Buffer[] = [];
  let at = 12;
  while (at + 8 <= end) {
    const kind = whole.toString("latin1", at, at + 4);
    const next = at + 8 + whole.readUInt32LE(at + 4) + (whole.readUInt32LE(at + 4) % 2);
    if (next > end + 1) return null;
    const part = Buffer.from(whole.subarray(at, Math.min(next, whole.length)));
    if (kind === "VP8X") {
      if ((part[8]! & WEBP_MOVES) !== 0) return null;
      part[8]! &= ~WEBP_NOTES;
      parts.push(part);
    } else if (WEBP_KEPT.has(kind)) parts.push(part);
    at = next;
  }
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(12, "RIFF....WEBP", "latin1");
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

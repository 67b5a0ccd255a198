import type { bodyStyles, fuels } from "#machines/store/vehicle-snapshot";

type BodyStyle = (typeof bodyStyles)[number];
type Fuel = (typeof fuels)[number];

/** Sixteen weights and a nought for the check digit's own place (49 CFR 565). */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;

const VALUES: Readonly<Record<string, number>> = Object.fromEntries([
  ...[..."0123456789"].map((digit, value) => [digit, value] as const),
  ...[..."ABCDEFGH"].map((letter, index) => [letter, index + 1] as const),
  ...[..."JKLMN"].map((letter, index) => [letter, index + 1] as const),
  ["P", 7],
  ["R", 9],
  ...[..."STUVWXYZ"].map((letter, index) => [letter, index + 2] as const),
]);

/** Thirty years from 2010; a code comes round again after them, and the letter in place 7 says which round it is. */
const YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
const FIRST_YEAR_OF_ROUND = 2010;

export interface VinMaker {
  make: string;
  plants: Readonly<Record<string, string>>;
}

/**
 * The demo's makers. No country owns the letter G in the first place, so none of these can be a real car's number.
 */
export const vinMakers: Readonly<Record<string, VinMaker>> = {
  GNR: { make: "Norden", plants: { K: "Kestrel Falls" } },
  GHD: { make: "Halden", plants: { L: "Larkholm" } },
  GCV: { make: "Corvane", plants: { R: "Redmere" } },
  GTR: { make: "Tarrant", plants: { S: "Stonebridge" } },
  GEL: { make: "Ellery", plants: { W: "Wexley" } },
};

export const vinBodyCodes: Readonly<Record<BodyStyle, string>> = {
  suv: "U",
  sedan: "S",
  hatch: "H",
  pickup: "P",
  van: "V",
  crossover: "X",
};
export const vinFuelCodes: Readonly<Record<Fuel, string>> = {
  gasoline: "G",
  hybrid: "H",
  pluginHybrid: "P",
  electric: "E",
  diesel: "D",
};

export interface DecodedVin {
  ok: true;
  vin: string;
  make: string;
  /** Null when place 10 is no year code. */
  year: number | null;
  body: BodyStyle | null;
  fuel: Fuel | null;
  plant: string | null;
  serial: string;
  /** A wrong check digit is a warning, never a refusal: real cars are known that carry one. */
  checkDigitIsRight: boolean;
  expectedCheckDigit: string;
}

export interface UnreadableVin {
  ok: false;
  reason: "length" | "characters" | "unknownMaker";
}

export const normalizeVin = (text: string) => text.trim().toUpperCase();

/** The digit that belongs in place 9: the weighted sum modulo 11, with X for ten. Place 9 itself is not read. */
export function vinCheckDigit(vin: string): string {
  const sum = WEIGHTS.reduce<number>((total, weight, place) => total + weight * (VALUES[vin[place] ?? ""] ?? 0), 0);
  return sum % 11 === 10 ? "X" : String(sum % 11);
}

/** The code of a model year; years outside the two rounds of the alphabet have none. */
export function vinYearCode(year: number): string | null {
  const place = year - FIRST_YEAR_OF_ROUND;
  return place < -YEAR_CODES.length || place >= YEAR_CODES.length
    ? null
    : (YEAR_CODES[(place + YEAR_CODES.length) % YEAR_CODES.length] ?? null);
}

function yearOf(vin: string): number | null {
  const place = YEAR_CODES.indexOf(vin[9] ?? "");
  if (place < 0) return null;
  const isRecent = /[A-Z]/.test(vin[6] ?? "");
  return FIRST_YEAR_OF_ROUND + place - (isRecent ? 0 : YEAR_CODES.length);
}

const keyOf = <Key extends string>(codes: Readonly<Record<Key, string>>, code: string | undefined): Key | null =>
  (Object.keys(codes) as Key[]).find((key) => codes[key] === code) ?? null;

/** Reads a vehicle identification number of one of our makers: who, which year, what, where and the number off the line. */
export function decodeVin(text: string): DecodedVin | UnreadableVin {
  const vin = normalizeVin(text);
  if (vin.length !== 17) return { ok: false, reason: "length" };
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return { ok: false, reason: "characters" };
  // Seventeen ones have a right check digit: only the maker's prefix tells them from a car.
  const maker = vinMakers[vin.slice(0, 3)];
  if (!maker) return { ok: false, reason: "unknownMaker" };
  const expectedCheckDigit = vinCheckDigit(vin);
  return {
    ok: true,
    vin,
    make: maker.make,
    year: yearOf(vin),
    body: keyOf(vinBodyCodes, vin[3]),
    fuel: keyOf(vinFuelCodes, vin[4]),
    plant: maker.plants[vin[10] ?? ""] ?? null,
    serial: vin.slice(11),
    checkDigitIsRight: vin[8] === expectedCheckDigit,
    expectedCheckDigit,
  };
}

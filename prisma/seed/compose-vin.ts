import { assert } from "#machines/assert";
import { vinBodyCodes, vinCheckDigit, vinFuelCodes, vinMakers, vinYearCode } from "#app/merchandising/decode-vin";
import type { InventoryRow } from "./inventory-rows";
import { trims, type TrimKey } from "./inventory-trims";
import { spread } from "./spread";

const driveCodes = { fwd: "F", rwd: "R", awd: "A", "4wd": "4" } as const;

/** Places 7 and 8: the letter says that the car is of 2010 or later, the digit tells trims apart. */
const TRIM_LETTERS = "ABCDEFGHJK";

/** Numbers that were given before the rule below, and stand on documents. */
const fixedSerials: Readonly<Record<string, string>> = { N2614: "204419" };

function trimCode(trim: TrimKey): string {
  const index = Object.keys(trims).indexOf(trim);
  return `${TRIM_LETTERS[Math.floor(index / 10)]}${index % 10}`;
}

/** A number that decodes by the demo's own table: maker, what it is, check digit, year, plant, serial. */
export function composeVin(row: InventoryRow): string {
  const trim = trims[row.trim];
  const maker = Object.entries(vinMakers).find(([, { make }]) => make === trim.make);
  assert(maker, `${trim.make} has a maker's prefix`);
  const [prefix, { plants }] = maker;
  const year = vinYearCode(row.year);
  const plant = Object.keys(plants)[0];
  assert(year && plant, `${row.stockNumber} has a year code and a plant`);
  const serial = fixedSerials[row.stockNumber] ?? String(spread(row.stockNumber, "serial", 100_000, 899_999));
  const describes = `${vinBodyCodes[trim.body]}${vinFuelCodes[trim.fuel]}${driveCodes[trim.drivetrain]}${trimCode(row.trim)}`;
  const unchecked = `${prefix}${describes}0${year}${plant}${serial}`;
  return `${unchecked.slice(0, 8)}${vinCheckDigit(unchecked)}${unchecked.slice(9)}`;
}

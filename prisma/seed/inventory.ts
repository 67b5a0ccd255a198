import { cents } from "#machines/money/cents";
import { addDays, type PlainDate } from "#machines/money/plain-date";
import { vehicleFactsSchema, type VehicleFacts } from "#app/merchandising/vehicle-facts";
import { composeVin } from "./compose-vin";
import { describeVehicle } from "./inventory-description";
import { costOf, incentivesOf, isNew, msrpOf, residualsOf, stickerOf } from "./inventory-money";
import {
  addOnRows,
  earlierPrices,
  inventoryRows,
  openRecallRows,
  soldStock,
  type InventoryRow,
} from "./inventory-rows";
import { gearboxes, trims } from "./inventory-trims";
import { lakesideId } from "./rooftop";
import { spread } from "./spread";

const DAY_MS = 86_400_000;

const conditions = { N: "new", C: "certified", U: "used" } as const;
const conditionOf = ({ stockNumber }: InventoryRow) => conditions[stockNumber[0] as keyof typeof conditions];

type Cover = { months: number; miles: number };
const cover = (months: number, miles: number): Cover => ({ months, miles });
const BASIC = cover(36, 36_000);
const POWERTRAIN = cover(60, 60_000);
const BATTERY = cover(96, 100_000);
const CERTIFIED_POWERTRAIN = cover(84, 100_000);
/** From this age the store sells without a warranty of its own. */
const AS_IS_YEARS = 6;

const remainder = (of: Cover, ageYears: number, mileage: number): Cover | null => {
  const left = cover(of.months - ageYears * 12, of.miles - mileage);
  return left.months > 0 && left.miles > 0 ? left : null;
};

function warrantyOf(row: InventoryRow, today: PlainDate): VehicleFacts["warranty"] {
  const hasBattery = trims[row.trim].fuel !== "gasoline" && trims[row.trim].fuel !== "diesel";
  const age = Math.max(0, Number(today.slice(0, 4)) - row.year);
  const battery = hasBattery ? remainder(BATTERY, age, row.mileage) : null;
  if (isNew(row))
    return { basis: "factory", basic: BASIC, powertrain: POWERTRAIN, battery: hasBattery ? BATTERY : null };
  if (conditionOf(row) === "certified") {
    const powertrain = remainder(CERTIFIED_POWERTRAIN, age, row.mileage);
    return { basis: "certified", basic: cover(12, 12_000), powertrain, battery };
  }
  const basic = remainder(BASIC, age, row.mileage);
  const powertrain = remainder(POWERTRAIN, age, row.mileage);
  if (basic || powertrain) return { basis: "factoryRemainder", basic, powertrain, battery };
  return age < AS_IS_YEARS
    ? { basis: "store", basic: null, powertrain: cover(3, 3_000), battery }
    : { basis: "asIs", basic: null, powertrain: null, battery };
}

function historyOf(row: InventoryRow, today: PlainDate): VehicleFacts["history"] {
  if (isNew(row)) return null;
  const of = (question: string, from: number, to: number) => spread(row.stockNumber, question, from, to);
  const isCertified = conditionOf(row) === "certified";
  return {
    source: "Demo history record",
    checkedOn: addDays(today, -of("historyDays", 1, 6)),
    owners: isCertified || row.mileage < 40_000 ? 1 : of("owners", 1, 2),
    accidentsReported: !isCertified && row.mileage > 60_000 ? of("accidents", 0, 1) : 0,
    titleIsClean: true,
    keys: isCertified ? 2 : of("keys", 1, 2),
    tireDepth32nds: isCertified ? of("tires", 8, 10) : of("tires", 5, 9),
    inspectionPoints: isCertified ? 172 : 142,
    inspectedOn: addDays(today, -row.daysLive - of("inspected", 1, 4)),
  };
}

function recallsOf(row: InventoryRow, today: PlainDate): VehicleFacts["recalls"] {
  const open = openRecallRows[row.stockNumber];
  return {
    source: "Demo recall file",
    checkedOn: today,
    open: open ? [{ campaign: open[0], component: { en: open[1], fr: open[2] }, remedyAvailable: open[3] }] : [],
  };
}

function addOnsOf({ stockNumber }: InventoryRow): VehicleFacts["addOns"] {
  const row = addOnRows[stockNumber];
  return row ? [{ code: row[0], name: row[1], price: cents(row[2] * 100), taxable: true }] : [];
}

function factsOf(row: InventoryRow, today: PlainDate): VehicleFacts {
  const trim = trims[row.trim];
  const facts = {
    version: 1 as const,
    illustration: true,
    interior: row.interior,
    msrp: msrpOf(row),
    addOns: addOnsOf(row),
    incentives: incentivesOf(row),
    residuals: residualsOf(row),
    engine: trim.engine,
    powerHp: trim.powerHp,
    transmission: gearboxes[trim.gearbox],
    economy: trim.economy,
    seats: trim.seats,
    rearLegroomInches: trim.rearLegroomInches,
    cargoCubicFeet: trim.cargoCubicFeet,
    towingPounds: trim.towingPounds,
    features: [...trim.features],
    warranty: warrantyOf(row, today),
    history: historyOf(row, today),
    recalls: recallsOf(row, today),
    windowSticker: stickerOf(row),
  };
  return vehicleFactsSchema.parse({ ...facts, description: describeVehicle(row, facts) });
}

/** Earlier prices spread evenly over the days the car has been live; the last is today's. */
function priceChangesOf(row: InventoryRow, seededAt: Date) {
  const prices = [...(earlierPrices[row.stockNumber] ?? []), row.price];
  return prices.map((price, index) => ({
    stockNumber: row.stockNumber,
    at: new Date(seededAt.getTime() - Math.round(row.daysLive * (1 - index / prices.length)) * DAY_MS),
    sellingPrice: cents(price * 100),
  }));
}

/** The sixty cars as rows of the database, for a store that is seeded at this moment. */
export function lakesideInventory(seededAt: Date, today: PlainDate) {
  return inventoryRows.map((row) => {
    const { make, model, trim, body, fuel, drivetrain } = trims[row.trim];
    return {
      vehicle: {
        stockNumber: row.stockNumber,
        rooftopId: lakesideId,
        vin: composeVin(row),
        condition: conditionOf(row),
        year: row.year,
        make,
        model,
        trim,
        body,
        fuel,
        drivetrain,
        colour: row.colour,
        mileage: row.mileage,
        sellingPrice: cents(row.price * 100),
        status: soldStock.has(row.stockNumber) ? "sold" : "live",
        facts: factsOf(row, today),
        cost: costOf(row),
        liveSince: new Date(seededAt.getTime() - row.daysLive * DAY_MS),
      },
      priceChanges: priceChangesOf(row, seededAt),
    };
  });
}

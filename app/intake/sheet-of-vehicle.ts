import type { VehicleFacts } from "#app/merchandising/vehicle-facts";
import { withSource, type FactSheet } from "./fact-sheet";

interface StockRow {
  condition: string;
  year: number;
  make: string;
  model: string;
  trim: string;
  body: string;
  fuel: string;
  drivetrain: string;
  colour: string;
  mileage: number;
  facts: VehicleFacts;
}

/** A car that was on sale before it was merchandised here, with every field said to come from its stock record. */
export function sheetOfVehicle(row: StockRow, at: string): FactSheet {
  const { facts } = row;
  const cover = facts.warranty.basic ?? facts.warranty.powertrain;
  const values: Record<string, string | number | null> = {
    condition: row.condition,
    year: row.year,
    make: row.make,
    model: row.model,
    trim: row.trim,
    body: row.body,
    fuel: row.fuel,
    drivetrain: row.drivetrain,
    colour: row.colour,
    interior: facts.interior,
    mileage: row.mileage,
    engine: `${facts.engine.en} | ${facts.engine.fr}`,
    transmission: `${facts.transmission.en} | ${facts.transmission.fr}`,
    powerHp: facts.powerHp,
    seats: facts.seats,
    rearLegroomInches: facts.rearLegroomInches,
    cargoCubicFeet: facts.cargoCubicFeet,
    towingPounds: facts.towingPounds,
    warranty: facts.warranty.basis,
    warrantyMonths: cover?.months ?? null,
    warrantyMiles: cover?.miles ?? null,
    ...economyOf(facts),
    ...(facts.history && {
      owners: facts.history.owners,
      accidentsReported: facts.history.accidentsReported,
      titleIsClean: facts.history.titleIsClean ? "yes" : "no",
      keys: facts.history.keys,
      tireDepth32nds: facts.history.tireDepth32nds,
      inspectionPoints: facts.history.inspectionPoints,
      historySource: facts.history.source,
    }),
    ...Object.fromEntries(facts.features.map((code) => [`feature.${code}`, "yes"])),
  };
  const said = Object.entries(values).flatMap(([field, value]) =>
    value === null ? [] : [[field, { value: String(value), confidence: 0.95 }] as const],
  );
  return withSource({}, "import", Object.fromEntries(said), at);
}

function economyOf({ economy }: VehicleFacts): Record<string, number> {
  switch (economy.kind) {
    case "electric":
      return { rangeMiles: economy.rangeMiles, batteryKwh: economy.batteryKwh };
    case "plugIn":
      return {
        cityMpg: economy.city,
        highwayMpg: economy.highway,
        combinedMpg: economy.combined,
        rangeMiles: economy.electricRangeMiles,
      };
    case "fuel":
      return { cityMpg: economy.city, highwayMpg: economy.highway, combinedMpg: economy.combined };
    case "unknown":
      return {};
  }
}

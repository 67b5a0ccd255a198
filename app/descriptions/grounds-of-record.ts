import { cents } from "#machines/money/cents";
import { carColourNames, carInteriorNames } from "#prisma/seed/car-art/car-art-catalog";
import { featureOf } from "#app/merchandising/feature-lexicon";
import type { BothLanguages } from "#app/merchandising/vehicle-facts";
import { chosenFact, factValue, type FactSheet, type FactSource } from "#app/intake/fact-sheet";
import type { ReconItem } from "#app/intake/recon-items";
import type { Evidence, VehicleGrounds } from "./vehicle-grounds";

const sourceNames: Readonly<Record<FactSource, string>> = {
  user: "",
  photo: "Photo",
  vpicLive: "NHTSA vPIC",
  vpicLite: "NHTSA vPIC (2026-03-12)",
  import: "Stock record",
  epa: "US EPA",
};

const gearboxNames: Readonly<Record<string, BothLanguages>> = {
  automatic: { en: "Automatic transmission", fr: "automatique" },
  manual: { en: "Manual transmission", fr: "manuelle" },
  cvt: { en: "Continuously variable automatic", fr: "automatique à variation continue" },
  dualClutch: { en: "Dual-clutch automatic", fr: "automatique à double embrayage" },
  single: { en: "Single-speed", fr: "à un seul rapport" },
};

const bothOf = (text: string): BothLanguages => {
  const [en = "", fr] = text.split(" | ");
  return { en, fr: fr ?? en };
};

function named(sheet: FactSheet, field: string, names: Readonly<Record<string, BothLanguages>>): BothLanguages | null {
  const value = factValue(sheet, field);
  if (value === null) return null;
  const known = names[value];
  return known ? { en: known.en, fr: known.fr } : bothOf(value);
}

/** An engine by its size where nobody described it. */
function engineOf(sheet: FactSheet): BothLanguages | null {
  const told = factValue(sheet, "engine");
  if (told) return bothOf(told);
  const [litres, cylinders] = [factValue(sheet, "litres"), factValue(sheet, "cylinders")];
  if (!litres && factValue(sheet, "fuel") === "electric") return { en: "Electric motor", fr: "Moteur électrique" };
  if (!litres) return null;
  const size = Number(litres).toFixed(1);
  return cylinders
    ? { en: `${size} L ${cylinders}-cylinder engine`, fr: `moteur à ${cylinders} cylindres de ${size} L` }
    : { en: `${size} L engine`, fr: `moteur de ${size} L` };
}

function evidenceOf(sheet: FactSheet): Record<string, Evidence> {
  return Object.fromEntries(
    Object.keys(sheet).flatMap((field) => {
      const fact = chosenFact(sheet, field);
      if (!fact) return [];
      const { source, at, confidence, by } = fact;
      return [[field, { source, at, confidence, note: by ?? sourceNames[source] }] as const];
    }),
  );
}

function figureIn(text: string | null, pattern: RegExp): number | null {
  const found = pattern
    .exec(text ?? "")
    ?.slice(1)
    .find(Boolean);
  return found === undefined ? null : Number(found);
}

interface GroundsOf {
  stockNumber: string;
  vin: string | null;
  facts: FactSheet;
  recon: readonly ReconItem[];
  price: number | null;
}

/** What is known of a car, as a writer and the fact check read it; a value of the wrong kind is one that is not known. */
export function groundsOf({ stockNumber, vin, facts, recon, price }: GroundsOf): VehicleGrounds {
  const text = (field: string) => factValue(facts, field);
  const number = (field: string): number | null => {
    const value = text(field);
    return value === null || value.trim() === "" || !Number.isFinite(Number(value)) ? null : Number(value);
  };
  const condition = text("condition");
  const warranty = text("warranty");
  return {
    stockNumber,
    vin,
    condition: condition === "new" || condition === "certified" ? condition : "used",
    year: number("year"),
    make: text("make"),
    model: text("model"),
    trim: text("trim"),
    body: text("body"),
    fuel: text("fuel"),
    drivetrain: text("drivetrain"),
    colour: named(facts, "colour", carColourNames),
    interior: named(facts, "interior", carInteriorNames),
    mileage: number("mileage"),
    engine: engineOf(facts),
    // An engine that a person described carries its own figures.
    litres: number("litres") ?? figureIn(text("engine"), /(\d\.\d)\s?L\b/),
    cylinders: number("cylinders") ?? figureIn(text("engine"), /\bV(\d{1,2})\b|(\d{1,2})[- ]cylind/i),
    powerHp: number("powerHp"),
    transmission: named(facts, "transmission", gearboxNames),
    seats: number("seats"),
    doors: number("doors"),
    cityMpg: number("cityMpg"),
    highwayMpg: number("highwayMpg"),
    combinedMpg: number("combinedMpg"),
    rangeMiles: number("rangeMiles"),
    batteryKwh: number("batteryKwh"),
    cargoCubicFeet: number("cargoCubicFeet"),
    rearLegroomInches: number("rearLegroomInches"),
    towingPounds: number("towingPounds"),
    features: Object.keys(facts).flatMap((field) => {
      const code = field.startsWith("feature.") ? field.slice("feature.".length) : null;
      return code && text(field) === "yes" && featureOf(code) ? [code] : [];
    }),
    owners: number("owners"),
    accidentsReported: number("accidentsReported"),
    titleIsClean: text("titleIsClean") === null ? null : text("titleIsClean") === "yes",
    historySource: text("historySource"),
    keys: number("keys"),
    tireDepth32nds: number("tireDepth32nds"),
    inspectionPoints: number("inspectionPoints"),
    warranty: warrantyKind(warranty),
    warrantyMonths: number("warrantyMonths"),
    warrantyMiles: number("warrantyMiles"),
    batteryWarrantyMonths: number("batteryWarrantyMonths"),
    price: price === null ? null : cents(price),
    belowMarket: null,
    reconDone: recon.filter(({ state }) => state === "done").map(({ kind }) => kind),
    evidence: evidenceOf(facts),
  };
}

const kinds = ["factory", "factoryRemainder", "certified", "store", "asIs"] as const;
const warrantyKind = (text: string | null) => kinds.find((kind) => kind === text) ?? null;

import type { Cents } from "#machines/money/cents";
import type { BothLanguages } from "#app/merchandising/vehicle-facts";
import type { FactSource } from "#app/intake/fact-sheet";

/** Who says a thing about a car, and when: what stands behind a phrase. */
export interface Evidence {
  source: FactSource;
  at: string;
  confidence: number;
  /** In words, for a reader: "NHTSA vPIC", "Inspection", "Bea Tanager". */
  note: string;
}

/** Everything a text about a car may rest on. What is null or missing is not known, and may not be said. */
export interface VehicleGrounds {
  stockNumber: string;
  vin: string | null;
  condition: "new" | "certified" | "used";
  year: number | null;
  make: string | null;
  model: string | null;
  trim: string | null;
  body: string | null;
  fuel: string | null;
  drivetrain: string | null;
  colour: BothLanguages | null;
  interior: BothLanguages | null;
  mileage: number | null;
  engine: BothLanguages | null;
  litres: number | null;
  cylinders: number | null;
  powerHp: number | null;
  transmission: BothLanguages | null;
  seats: number | null;
  doors: number | null;
  cityMpg: number | null;
  highwayMpg: number | null;
  combinedMpg: number | null;
  rangeMiles: number | null;
  batteryKwh: number | null;
  cargoCubicFeet: number | null;
  rearLegroomInches: number | null;
  towingPounds: number | null;
  /** Codes of what is on this car; an option of the model that nobody confirmed is not here. */
  features: readonly string[];
  owners: number | null;
  accidentsReported: number | null;
  titleIsClean: boolean | null;
  historySource: string | null;
  keys: number | null;
  tireDepth32nds: number | null;
  inspectionPoints: number | null;
  /** "asIs" is the absence of one. */
  warranty: "factory" | "factoryRemainder" | "certified" | "store" | "asIs" | null;
  warrantyMonths: number | null;
  warrantyMiles: number | null;
  batteryWarrantyMonths: number | null;
  price: Cents | null;
  /** Computed and dated; "below market" may be said on nothing else. */
  belowMarket: { percent: number; source: string; on: string } | null;
  reconDone: readonly string[];
  evidence: Readonly<Record<string, Evidence>>;
}

/** The store's own particulars that an advertisement must or may not carry. */
export interface StoreGrounds {
  name: string;
  city: string;
  region: string;
  phone: string;
}

/** Whom a text is written for: what is said first follows from it. */
export const segments = ["family", "performance", "truck", "electric", "luxury", "economy", "commercial"] as const;
export type Segment = (typeof segments)[number];

const POWERFUL_HP = 300;

/** The buyer a car speaks to, from what it is. */
export function segmentOf(car: VehicleGrounds): Segment {
  if (car.fuel === "electric" || car.fuel === "pluginHybrid") return "electric";
  if (car.body === "pickup") return "truck";
  if (car.body === "van") return (car.seats ?? 7) >= 5 ? "family" : "commercial";
  if ((car.powerHp ?? 0) >= POWERFUL_HP && car.body !== "suv") return "performance";
  if (
    ["leatherSeats", "premiumAudio", "headUp", "ventilatedFront"].filter((code) => car.features.includes(code))
      .length >= 3
  )
    return "luxury";
  if (car.body === "suv" || car.body === "crossover" || (car.seats ?? 0) >= 7) return "family";
  return "economy";
}

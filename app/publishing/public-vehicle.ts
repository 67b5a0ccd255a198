import { cents } from "#machines/money/cents";
import { bodyStyles, fuels } from "#machines/store/vehicle-snapshot";
import type { PlainDate } from "#machines/money/plain-date";
import type { VehicleGrounds } from "#app/descriptions/vehicle-grounds";
import type { RecallCheck } from "#app/intake/recall-check";
import { recallStanding, unsettledRecalls } from "#app/intake/recall-check";
import type { VehicleFacts } from "#app/merchandising/vehicle-facts";

export const neededFacts = [
  "vin",
  "year",
  "make",
  "model",
  "trim",
  "body",
  "fuel",
  "drivetrain",
  "mileage",
  "colour",
  "interior",
  "engine",
  "transmission",
  "seats",
  "price",
  "warranty",
] as const;
export type NeededFact = (typeof neededFacts)[number];

/** Facts without which there is no page: what every buyer asks for and no machine may guess. */
export function missingFacts(car: VehicleGrounds): NeededFact[] {
  return neededFacts.filter((field) => {
    if (field === "price") return car.price === null || car.price <= 0;
    if (field === "warranty") return car.warranty === null && car.condition !== "new";
    if (field === "body") return !bodyStyles.some((known) => known === car.body);
    if (field === "fuel") return !fuels.some((known) => known === car.fuel);
    if (field === "drivetrain") return !["fwd", "rwd", "awd", "4wd"].includes(car.drivetrain ?? "");
    return car[field] === null;
  });
}

function economyOf(car: VehicleGrounds): VehicleFacts["economy"] {
  if (car.rangeMiles && car.batteryKwh && car.fuel === "electric")
    return { kind: "electric", rangeMiles: car.rangeMiles, batteryKwh: car.batteryKwh, mpge: car.combinedMpg ?? 0 };
  if (!car.cityMpg || !car.highwayMpg) return { kind: "unknown" };
  // EPA's own weighting of the two cycles.
  const combined = car.combinedMpg ?? Math.round(1 / (0.55 / car.cityMpg + 0.45 / car.highwayMpg));
  const figures = { city: car.cityMpg, highway: car.highwayMpg, combined };
  return car.rangeMiles && car.fuel === "pluginHybrid"
    ? { kind: "plugIn", ...figures, electricRangeMiles: car.rangeMiles }
    : { kind: "fuel", ...figures };
}

/** The history is shown when all of it is known: half of one would read as a clean rest. */
function historyOf(car: VehicleGrounds, today: PlainDate): VehicleFacts["history"] {
  const { owners, accidentsReported, titleIsClean, historySource, keys, tireDepth32nds, inspectionPoints } = car;
  if (owners === null || accidentsReported === null || titleIsClean === null || !historySource) return null;
  if (keys === null || tireDepth32nds === null || inspectionPoints === null) return null;
  const day = (field: string) => (car.evidence[field]?.at.slice(0, 10) ?? today) as PlainDate;
  return {
    source: historySource,
    checkedOn: day("owners"),
    owners,
    accidentsReported,
    titleIsClean,
    keys,
    tireDepth32nds,
    inspectionPoints,
    inspectedOn: day("inspectionPoints"),
  };
}

function warrantyOf(car: VehicleGrounds): VehicleFacts["warranty"] {
  const basis = car.warranty ?? (car.condition === "new" ? "factory" : "asIs");
  const cover =
    car.warrantyMonths && car.warrantyMiles ? { months: car.warrantyMonths, miles: car.warrantyMiles } : null;
  const isFactory = basis === "factory" || basis === "factoryRemainder";
  return { basis, basic: isFactory ? cover : null, powertrain: isFactory ? null : cover, battery: null };
}

function recallsOf(check: RecallCheck | null): VehicleFacts["recalls"] {
  if (!check) return { source: "NHTSA", checkedOn: null, open: [] };
  return {
    source: check.source,
    checkedOn: check.checkedAt.slice(0, 10) as PlainDate,
    open: unsettledRecalls(check)
      .slice(0, 8)
      .map(({ campaign, component, remedy }) => {
        const isSure = recallStanding(check, campaign) === "open";
        const named = component.slice(0, 200);
        return {
          campaign,
          component: isSure
            ? { en: named, fr: named }
            : { en: `${named} (may apply: verify by VIN)`, fr: `${named} (peut s’appliquer : à vérifier par le NIV)` },
          remedyAvailable: remedy !== "",
        };
      }),
  };
}

/** The page's own facts out of what is known; call it only where `missingFacts` is empty. */
export function publicFacts(
  car: VehicleGrounds,
  texts: VehicleFacts["description"],
  recalls: RecallCheck | null,
  today: PlainDate,
): VehicleFacts {
  return {
    version: 1,
    // Drawn until photographs are there.
    illustration: true,
    interior: car.interior?.en.toLowerCase().includes("sand") ? "sand" : "dark",
    msrp: car.price ?? cents(0),
    addOns: [],
    incentives: [],
    residuals: [],
    engine: car.engine ?? { en: "", fr: "" },
    powerHp: car.powerHp,
    transmission: car.transmission ?? { en: "", fr: "" },
    economy: economyOf(car),
    seats: car.seats ?? 5,
    rearLegroomInches: car.rearLegroomInches,
    cargoCubicFeet: car.cargoCubicFeet,
    towingPounds: car.towingPounds,
    features: [...car.features].slice(0, 40),
    warranty: warrantyOf(car),
    history: historyOf(car, today),
    recalls: recallsOf(recalls),
    windowSticker: null,
    description: texts,
  };
}

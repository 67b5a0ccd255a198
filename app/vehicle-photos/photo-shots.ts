import type { bodyStyles, fuels } from "#machines/store/vehicle-snapshot";

/** Where a person stands for a photo, in the order of the walk: once round the car, then inside, then close. */
export const shots = [
  "frontThreeQuarter",
  "front",
  "driverSide",
  "rearThreeQuarter",
  "rear",
  "passengerSide",
  "dashboard",
  "frontSeats",
  "rearSeats",
  "thirdRow",
  "cargo",
  "bed",
  "slidingDoor",
  "odometer",
  "wheel",
  "engine",
  "chargePort",
  "damage",
  "extra",
  "spin",
] as const;
export type Shot = (typeof shots)[number];

/** The whole car stands in these, so that its background may be replaced. Inside and close up there is none. */
const wholeCar: readonly Shot[] = [
  "frontThreeQuarter",
  "front",
  "driverSide",
  "rearThreeQuarter",
  "rear",
  "passengerSide",
];
export const showsWholeCar = (shot: Shot): boolean => wholeCar.includes(shot);

/** As many as are wanted; every other shot has one place, and another photo takes it over. */
export const manyOf: Partial<Record<Shot, number>> = { damage: 20, extra: 20, spin: 72 };

/** Fewer frames jump instead of turning. */
export const LEAST_SPIN_FRAMES = 12;

type Body = (typeof bodyStyles)[number];
type Fuel = (typeof fuels)[number];

const inside: readonly Shot[] = ["dashboard", "frontSeats", "rearSeats"];
const ofBody: Record<Body, readonly Shot[]> = {
  sedan: [...inside, "cargo"],
  hatch: [...inside, "cargo"],
  suv: [...inside, "cargo"],
  crossover: [...inside, "cargo"],
  pickup: [...inside, "bed"],
  van: [...inside, "thirdRow", "slidingDoor", "cargo"],
};

/** The photos a car of this kind is shown by; what comes after them is as the car needs. */
export function shotList({ body, fuel, seats }: { body: Body; fuel: Fuel; seats: number }): Shot[] {
  const plugs = fuel === "electric" || fuel === "pluginHybrid";
  const thirdRow = seats > 5 && !ofBody[body].includes("thirdRow");
  return [
    ...wholeCar,
    ...ofBody[body],
    ...(thirdRow ? (["thirdRow"] as const) : []),
    "odometer",
    "wheel",
    ...(fuel === "electric" ? [] : (["engine"] as const)),
    ...(plugs ? (["chargePort"] as const) : []),
  ];
}

export const damageKinds = ["scratch", "dent", "chip", "curbRash", "crack", "stain", "wear"] as const;
export type DamageKind = (typeof damageKinds)[number];

export const paperKinds = ["history", "inspection", "buyersGuide"] as const;
export type PaperKind = (typeof paperKinds)[number];

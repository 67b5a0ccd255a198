import type { FeatureCode } from "#app/merchandising/feature-lexicon";
import type { BothLanguages, VehicleEconomy } from "#app/merchandising/vehicle-facts";
import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";

/** A trim as its maker sells it. Makes and models are invented; figures are those of cars of this size. */
export interface Trim {
  make: string;
  model: string;
  trim: string;
  body: VehicleSnapshot["body"];
  fuel: VehicleSnapshot["fuel"];
  drivetrain: VehicleSnapshot["drivetrain"];
  /** Sticker of the 2026 model in dollars. */
  msrp: number;
  engine: BothLanguages;
  powerHp: number;
  gearbox: keyof typeof gearboxes;
  economy: VehicleEconomy;
  seats: number;
  rearLegroomInches: number;
  cargoCubicFeet: number;
  towingPounds: number | null;
  features: readonly FeatureCode[];
  /** Share of the sticker left after 36 months at 10,000 miles a year, in percent. */
  residualPercent: number;
}

export const gearboxes = {
  auto8: { en: "8-speed automatic", fr: "automatique à 8 rapports" },
  auto10: { en: "10-speed automatic", fr: "automatique à 10 rapports" },
  cvt: { en: "Continuously variable automatic", fr: "automatique à variation continue" },
  hybrid: { en: "Hybrid automatic (eCVT)", fr: "automatique hybride (eCVT)" },
  manual6: { en: "6-speed manual", fr: "manuelle à 6 rapports" },
  single: { en: "Single-speed", fr: "à un seul rapport" },
} as const satisfies Record<string, BothLanguages>;

const base = ["autoBraking", "laneKeep", "rearCamera", "carplay", "keylessEntry", "ledLamps"] as const;
const middle = [
  ...base,
  "blindSpot",
  "rearCrossTraffic",
  "heatedFront",
  "powerDriver",
  "dualClimate",
  "alloy18",
] as const;
const top = [
  ...middle.filter((code) => code !== "alloy18"),
  "adaptiveCruise",
  "surroundCamera",
  "leatherSeats",
  "ventilatedFront",
  "memorySeat",
  "premiumAudio",
  "navigation",
  "alloy19",
] as const;
const electricKit = ["fastCharging", "heatPump", "homeCharging", "digitalCluster"] as const;

const litres = (size: string, en: string, fr: string): BothLanguages => ({
  en: `${size} ${en}`,
  fr: `${fr} de ${size}`,
});
const four = (size: string) => litres(`${size} L`, "four-cylinder", "4 cylindres");
const turboFour = (size: string) => litres(`${size} L`, "turbo four-cylinder", "4 cylindres turbo");
const hybridFour = (size: string) => litres(`${size} L`, "hybrid four-cylinder", "4 cylindres hybride");
const six = (size: string) => litres(`${size} L`, "V6", "V6");
const motors = (count: 1 | 2): BothLanguages =>
  count === 1
    ? { en: "Electric motor", fr: "Moteur électrique" }
    : { en: "Two electric motors", fr: "Deux moteurs électriques" };

const mpg = (city: number, highway: number, combined: number): VehicleEconomy => ({
  kind: "fuel",
  city,
  highway,
  combined,
});
const charge = (rangeMiles: number, batteryKwh: number, mpge: number): VehicleEconomy => ({
  kind: "electric",
  rangeMiles,
  batteryKwh,
  mpge,
});

type Name = readonly [
  make: string,
  model: string,
  trim: string,
  body: Trim["body"],
  fuel: Trim["fuel"],
  drivetrain: Trim["drivetrain"],
];
type Size = readonly [seats: number, rearLegroomInches: number, cargoCubicFeet: number, towingPounds: number | null];
type Power = readonly [engine: BothLanguages, powerHp: number, gearbox: Trim["gearbox"], economy: VehicleEconomy];

const trim = (
  [make, model, trimName, body, fuel, drivetrain]: Name,
  msrp: number,
  [engine, powerHp, gearbox, economy]: Power,
  [seats, rearLegroomInches, cargoCubicFeet, towingPounds]: Size,
  residualPercent: number,
  features: readonly FeatureCode[],
): Trim => ({
  make,
  model,
  trim: trimName,
  body,
  fuel,
  drivetrain,
  msrp,
  engine,
  powerHp,
  gearbox,
  economy,
  seats,
  rearLegroomInches,
  cargoCubicFeet,
  towingPounds,
  features,
  residualPercent,
});

const vista: Size = [5, 36, 37, 2_000];
const tessa: Size = [7, 38, 42, 5_000];
const aria: Size = [5, 38, 16, null];
const pico: Size = [5, 34, 18, null];
const ridge: Size = [5, 40, 62, 9_300];
const harbor: Size = [8, 40, 39, 3_500];
const ione: Size = [5, 39, 31, 2_500];

export const trims = {
  vistaLe: trim(
    ["Norden", "Vista", "LE", "suv", "gasoline", "fwd"],
    31_450,
    [four("2.0"), 169, "auto8", mpg(27, 34, 30)],
    vista,
    55,
    [...base, "clothSeats", "roofRails", "splitRear"],
  ),
  vistaXl: trim(
    ["Norden", "Vista", "XL", "suv", "gasoline", "awd"],
    35_950,
    [turboFour("2.0"), 228, "auto8", mpg(27, 33, 30)],
    vista,
    56,
    [...middle, "powerLiftgate", "roofRails", "splitRear", "wirelessCharging"],
  ),
  vistaHybridLe: trim(
    ["Norden", "Vista Hybrid", "LE", "suv", "hybrid", "awd"],
    35_900,
    [hybridFour("2.0"), 208, "hybrid", mpg(44, 40, 42)],
    vista,
    58,
    [...base, "blindSpot", "heatedFront", "clothSeats", "roofRails", "splitRear"],
  ),
  vistaHybridXl: trim(
    ["Norden", "Vista Hybrid", "XL", "suv", "hybrid", "awd"],
    38_450,
    [hybridFour("2.0"), 208, "hybrid", mpg(43, 39, 41)],
    vista,
    58,
    [
      ...middle,
      "adaptiveCruise",
      "powerLiftgate",
      "moonroof",
      "heatedWheel",
      "wirelessCharging",
      "roofRails",
      "splitRear",
    ],
  ),
  vistaHybridTouring: trim(
    ["Norden", "Vista Hybrid", "Touring", "suv", "hybrid", "awd"],
    43_250,
    [hybridFour("2.0"), 208, "hybrid", mpg(42, 38, 40)],
    vista,
    57,
    [...top, "panoramicRoof", "powerLiftgate", "heatedRear", "heatedWheel", "headUp", "splitRear"],
  ),
  tessaSe: trim(
    ["Corvane", "Tessa", "SE", "suv", "gasoline", "fwd"],
    36_800,
    [turboFour("2.5"), 274, "auto8", mpg(22, 29, 25)],
    tessa,
    52,
    [...middle, "foldingThirdRow", "rearClimate", "powerLiftgate", "roofRails"],
  ),
  tessaLimited: trim(
    ["Corvane", "Tessa", "Limited", "suv", "gasoline", "awd"],
    44_900,
    [turboFour("2.5"), 274, "auto8", mpg(21, 27, 23)],
    tessa,
    53,
    [...top, "foldingThirdRow", "captainChairs", "rearClimate", "panoramicRoof", "powerLiftgate", "towPackage"],
  ),
  orrin: trim(
    ["Halden", "Orrin", "Plug-in", "suv", "pluginHybrid", "awd"],
    46_200,
    [
      { en: "2.0 L plug-in hybrid", fr: "4 cylindres de 2.0 L hybride rechargeable" },
      302,
      "hybrid",
      { kind: "plugIn", city: 38, highway: 36, combined: 37, electricRangeMiles: 42 },
    ],
    [5, 37, 34, 2_500],
    54,
    [...top, "moonroof", "powerLiftgate", "homeCharging", "heatedWheel"],
  ),
  ariaSe: trim(
    ["Halden", "Aria", "SE", "sedan", "gasoline", "fwd"],
    27_400,
    [four("2.0"), 158, "cvt", mpg(31, 40, 35)],
    aria,
    55,
    [...base, "clothSeats", "blindSpot", "splitRear"],
  ),
  ariaHybrid: trim(
    ["Halden", "Aria Hybrid", "SE", "sedan", "hybrid", "fwd"],
    33_150,
    [hybridFour("2.0"), 196, "hybrid", mpg(48, 46, 47)],
    aria,
    57,
    [...middle, "adaptiveCruise", "wirelessCharging", "splitRear"],
  ),
  ariaTouring: trim(
    ["Halden", "Aria", "Touring", "sedan", "gasoline", "fwd"],
    31_400,
    [turboFour("1.5"), 192, "cvt", mpg(30, 38, 33)],
    aria,
    55,
    [...middle, "moonroof", "leatherSeats", "navigation", "wirelessCharging", "splitRear"],
  ),
  ariaGt: trim(
    ["Halden", "Aria", "GT", "sedan", "gasoline", "awd"],
    38_200,
    [turboFour("2.0"), 286, "auto8", mpg(24, 32, 27)],
    aria,
    52,
    [...top, "moonroof", "headUp", "heatedWheel"],
  ),
  lyra: trim(
    ["Norden", "Lyra", "S", "sedan", "gasoline", "fwd"],
    25_600,
    [four("1.8"), 139, "cvt", mpg(32, 41, 36)],
    [5, 35, 14, null],
    53,
    [...base, "clothSeats", "splitRear"],
  ),
  picoS: trim(
    ["Halden", "Pico", "S", "hatch", "gasoline", "fwd"],
    21_900,
    [four("1.6"), 121, "cvt", mpg(31, 37, 33)],
    pico,
    50,
    ["autoBraking", "laneKeep", "rearCamera", "carplay", "clothSeats", "splitRear"],
  ),
  picoSe: trim(
    ["Halden", "Pico", "SE", "hatch", "gasoline", "fwd"],
    24_400,
    [four("1.6"), 121, "cvt", mpg(31, 37, 33)],
    pico,
    51,
    [...base, "blindSpot", "heatedFront", "alloy18", "splitRear"],
  ),
  picoEv: trim(
    ["Halden", "Pico EV", "SE", "hatch", "electric", "fwd"],
    35_400,
    [motors(1), 201, "single", charge(264, 65, 118)],
    pico,
    48,
    [...middle, ...electricKit, "wirelessCharging", "splitRear"],
  ),
  finch: trim(
    ["Ellery", "Finch", "Sport", "hatch", "gasoline", "fwd"],
    26_100,
    [turboFour("1.5"), 200, "manual6", mpg(28, 37, 31)],
    [5, 35, 24, null],
    52,
    [...base, "heatedFront", "blindSpot", "premiumAudio", "alloy18", "splitRear"],
  ),
  ridgeCrew: trim(
    ["Corvane", "Ridge", "Crew 4×4", "pickup", "gasoline", "4wd"],
    46_800,
    [{ en: "3.5 L turbo V6", fr: "V6 turbo de 3.5 L" }, 365, "auto10", mpg(18, 23, 20)],
    ridge,
    58,
    [...middle, "towPackage", "trailerBrake", "bedLight", "skidPlates", "lockingDiff", "remoteStart"],
  ),
  ridgeWork: trim(
    ["Corvane", "Ridge", "Work", "pickup", "gasoline", "rwd"],
    36_500,
    [six("3.3"), 285, "auto10", mpg(19, 24, 21)],
    [6, 40, 62, 7_400],
    54,
    [...base, "clothSeats", "bedLight", "towPackage"],
  ),
  mesaDiesel: trim(
    ["Tarrant", "Mesa", "Crew Diesel", "pickup", "diesel", "4wd"],
    58_900,
    [{ en: "3.0 L turbo-diesel six", fr: "6 cylindres turbodiesel de 3.0 L" }, 305, "auto10", mpg(22, 27, 24)],
    [5, 42, 64, 12_100],
    57,
    [...top, "towPackage", "trailerBrake", "bedLight", "bedOutlet", "skidPlates"],
  ),
  mesaRanch: trim(
    ["Tarrant", "Mesa", "Ranch", "pickup", "gasoline", "4wd"],
    52_400,
    [{ en: "5.0 L V8", fr: "V8 de 5.0 L" }, 400, "auto10", mpg(16, 22, 18)],
    [5, 42, 64, 11_200],
    56,
    [...top, "towPackage", "trailerBrake", "bedLight", "bedOutlet", "lockingDiff"],
  ),
  harbor: trim(
    ["Ellery", "Harbor", "EX", "van", "gasoline", "fwd"],
    38_900,
    [six("3.5"), 280, "auto10", mpg(19, 28, 22)],
    harbor,
    50,
    [...middle, "powerSliding", "foldingThirdRow", "rearClimate", "powerLiftgate"],
  ),
  harborHybrid: trim(
    ["Ellery", "Harbor Hybrid", "EX-L", "van", "hybrid", "fwd"],
    46_300,
    [hybridFour("2.5"), 245, "hybrid", mpg(36, 36, 36)],
    [7, 40, 34, 3_500],
    53,
    [...top, "powerSliding", "captainChairs", "foldingThirdRow", "rearClimate", "powerLiftgate"],
  ),
  ioneLong: trim(
    ["Corvane", "Ione", "Long Range", "crossover", "electric", "rwd"],
    44_900,
    [motors(1), 225, "single", charge(312, 77, 112)],
    ione,
    50,
    [...middle, ...electricKit, "adaptiveCruise", "powerLiftgate", "panoramicRoof", "wirelessCharging"],
  ),
  ioneDual: trim(
    ["Corvane", "Ione", "Dual Motor", "crossover", "electric", "awd"],
    49_900,
    [motors(2), 320, "single", charge(287, 77, 103)],
    ione,
    50,
    [...top, ...electricKit, "panoramicRoof", "powerLiftgate", "headUp", "frontTrunk"],
  ),
  wren: trim(
    ["Ellery", "Wren EV", "Select", "crossover", "electric", "fwd"],
    38_400,
    [motors(1), 204, "single", charge(251, 64, 116)],
    [5, 37, 26, null],
    47,
    [...middle, ...electricKit, "powerLiftgate"],
  ),
} satisfies Record<string, Trim>;

export type TrimKey = keyof typeof trims;

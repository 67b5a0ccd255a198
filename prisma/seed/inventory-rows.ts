import type { CarColour, CarInterior } from "./car-art/car-art-catalog";
import type { TrimKey } from "./inventory-trims";

export interface InventoryRow {
  stockNumber: string;
  trim: TrimKey;
  year: number;
  colour: CarColour;
  interior: CarInterior;
  mileage: number;
  /** Advertised selling price in dollars. */
  price: number;
  daysLive: number;
}

type Row = readonly [
  stockNumber: string,
  trim: TrimKey,
  year: number,
  colour: CarColour,
  interior: CarInterior,
  mileage: number,
  price: number,
  daysLive: number,
];

/** N is new, C certified, U used. Sixty cars; colours are those that are drawn for the body. */
const rows: readonly Row[] = [
  ["N2614", "vistaHybridXl", 2026, "lake", "sand", 12, 36_995, 9],
  ["N2617", "vistaXl", 2026, "pearl", "dark", 8, 34_542, 14],
  ["N2621", "vistaLe", 2026, "sage", "dark", 6, 30_240, 21],
  ["N2626", "vistaHybridTouring", 2026, "night", "sand", 18, 42_100, 5],
  ["N2630", "vistaHybridLe", 2026, "ember", "dark", 9, 34_890, 33],
  ["N2702", "vistaHybridXl", 2027, "pearl", "dark", 7, 38_980, 3],
  ["N2633", "tessaSe", 2026, "graphite", "dark", 11, 35_960, 47],
  ["N2638", "tessaLimited", 2026, "night", "sand", 22, 43_850, 12],
  ["N2645", "tessaSe", 2026, "pearl", "sand", 14, 36_240, 61],
  ["N2641", "orrin", 2026, "sage", "dark", 15, 45_100, 26],
  ["N2611", "ariaHybrid", 2026, "silver", "dark", 15, 31_872, 38],
  ["N2619", "ariaSe", 2026, "lake", "dark", 10, 26_650, 18],
  ["N2623", "ariaTouring", 2026, "night", "sand", 13, 30_480, 40],
  ["N2628", "ariaGt", 2026, "ember", "dark", 19, 37_100, 8],
  ["N2639", "ariaHybrid", 2026, "night", "dark", 8, 32_190, 52],
  ["N2635", "lyra", 2026, "pearl", "dark", 9, 24_890, 29],
  ["N2648", "lyra", 2026, "silver", "dark", 12, 24_750, 4],
  ["N2609", "picoEv", 2026, "ember", "dark", 8, 34_087, 24],
  ["N2616", "picoS", 2026, "sage", "dark", 5, 21_450, 11],
  ["N2624", "picoSe", 2026, "lake", "dark", 7, 23_890, 36],
  ["N2632", "picoEv", 2026, "sand", "dark", 6, 33_950, 44],
  ["N2636", "finch", 2026, "ember", "dark", 11, 25_780, 16],
  ["N2643", "picoSe", 2026, "sand", "sand", 9, 23_990, 2],
  ["N2612", "ridgeCrew", 2026, "graphite", "dark", 16, 45_680, 23],
  ["N2646", "ridgeCrew", 2026, "lake", "dark", 10, 46_100, 15],
  ["N2627", "ridgeWork", 2026, "pearl", "dark", 12, 35_420, 58],
  ["N2634", "mesaDiesel", 2026, "lake", "dark", 21, 57_990, 31],
  ["N2640", "mesaRanch", 2026, "ember", "sand", 14, 51_350, 7],
  ["N2620", "harbor", 2026, "silver", "dark", 13, 38_150, 27],
  ["N2629", "harborHybrid", 2026, "pearl", "sand", 17, 45_640, 10],
  ["N2610", "ioneLong", 2026, "lake", "dark", 9, 43_450, 19],
  ["N2644", "ioneLong", 2027, "pearl", "sand", 6, 45_200, 1],
  ["N2622", "ioneDual", 2026, "night", "sand", 14, 48_700, 34],
  ["N2631", "wren", 2026, "sage", "dark", 7, 37_200, 13],
  ["N2637", "wren", 2026, "pearl", "dark", 11, 36_980, 66],
  ["C1042", "vistaXl", 2024, "lake", "dark", 21_450, 27_480, 17],
  ["C1047", "ariaTouring", 2024, "silver", "sand", 18_920, 24_350, 24],
  ["C1051", "tessaLimited", 2024, "ember", "dark", 24_600, 36_250, 39],
  ["C1055", "picoEv", 2024, "lake", "dark", 14_380, 24_690, 12],
  ["C1058", "ridgeCrew", 2024, "pearl", "dark", 27_910, 39_750, 20],
  ["C1061", "harbor", 2024, "sand", "dark", 30_240, 30_980, 46],
  ["C1064", "ioneDual", 2025, "sage", "dark", 11_020, 39_400, 9],
  ["U1204", "vistaHybridXl", 2025, "graphite", "dark", 9_870, 31_412, 22],
  ["U1180", "ridgeCrew", 2022, "pearl", "dark", 31_480, 33_800, 6],
  ["U1163", "vistaLe", 2021, "ember", "dark", 52_300, 18_950, 41],
  ["U1169", "ariaSe", 2020, "pearl", "dark", 61_840, 14_780, 73],
  ["U1172", "picoS", 2019, "sage", "dark", 68_120, 10_490, 55],
  ["U1175", "tessaSe", 2020, "night", "dark", 71_450, 19_890, 88],
  ["U1178", "lyra", 2021, "lake", "dark", 48_210, 15_350, 30],
  ["U1183", "picoSe", 2022, "ember", "dark", 35_670, 17_240, 13],
  ["U1186", "harbor", 2021, "silver", "dark", 58_930, 23_650, 35],
  ["U1189", "mesaDiesel", 2020, "graphite", "dark", 79_300, 37_450, 62],
  ["U1191", "wren", 2023, "night", "dark", 28_140, 21_980, 25],
  ["U1194", "ariaHybrid", 2022, "ember", "dark", 41_020, 21_350, 18],
  ["U1196", "orrin", 2023, "pearl", "sand", 33_480, 30_450, 28],
  ["U1198", "ridgeWork", 2019, "ember", "dark", 92_600, 17_890, 97],
  ["U1201", "finch", 2021, "lake", "dark", 44_780, 17_990, 15],
  ["U1206", "vistaXl", 2020, "pearl", "dark", 66_310, 17_450, 50],
  ["U1209", "ioneLong", 2023, "pearl", "dark", 26_050, 29_850, 11],
  ["U1212", "tessaLimited", 2022, "sage", "sand", 47_700, 28_690, 4],
];

export const inventoryRows: InventoryRow[] = rows.map(
  ([stockNumber, trim, year, colour, interior, mileage, price, daysLive]) => ({
    stockNumber,
    trim,
    year,
    colour,
    interior,
    mileage,
    price,
    daysLive,
  }),
);

/** Gone, so that the page of a sold car can be seen. */
export const soldStock: ReadonlySet<string> = new Set(["N2639", "U1198"]);

/** Earlier advertised prices, oldest first, each for a share of the days the car has been live. */
export const earlierPrices: Readonly<Record<string, readonly number[]>> = {
  N2614: [37_495],
  N2630: [35_400],
  N2633: [36_500, 36_200],
  N2645: [36_800, 36_500],
  N2611: [32_400],
  N2627: [36_200, 35_900],
  N2637: [38_100, 37_500],
  C1051: [37_400],
  C1061: [32_400, 31_600],
  U1163: [19_950],
  U1169: [16_480, 15_480],
  U1172: [11_490],
  U1175: [22_400, 21_200, 20_490],
  U1189: [39_900, 38_700],
  U1206: [18_450],
  U1204: [31_990],
};

/** Dealer-installed goods that every buyer of this one car pays for; every other car has none. */
export const addOnRows: Readonly<Record<string, readonly [code: string, name: string, price: number]>> = {
  N2638: ["allWeatherMats", "All-weather floor mats", 229],
  N2640: ["bedLiner", "Spray-in bed liner", 549],
  U1189: ["towHitch", "Tow hitch receiver", 395],
};

/** Cars with a campaign that was open when they were looked up. */
export const openRecallRows: Readonly<
  Record<string, readonly [campaign: string, en: string, fr: string, remedyAvailable: boolean]>
> = {
  U1175: [
    "DEMO-26-114",
    "Rear camera display may stay dark",
    "L’affichage de la caméra de recul peut rester noir",
    true,
  ],
  U1191: ["DEMO-26-087", "Charge port latch may stick", "Le verrou du port de recharge peut se bloquer", true],
};

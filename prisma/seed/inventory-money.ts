import { cents, minus, sum, type Cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import type { Incentive } from "#machines/store/incentive-programme";
import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { VehicleFacts } from "#app/merchandising/vehicle-facts";
import type { InventoryRow } from "./inventory-rows";
import { trims, type Trim } from "./inventory-trims";
import { leaseMiles } from "./lending-tables";
import { spread } from "./spread";

const dollars = (amount: number) => cents(Math.round(amount * 100));

/** The year the trims' stickers are for; a year up or down moves them by this share, to the next 50 dollars. */
const STICKER_YEAR = 2026;
const STICKER_SHARE_A_YEAR = 0.015;

export const isNew = (row: Pick<InventoryRow, "stockNumber">) => row.stockNumber.startsWith("N");

export function msrpOf(row: InventoryRow): Cents {
  const sticker = trims[row.trim].msrp * (1 + STICKER_SHARE_A_YEAR * (row.year - STICKER_YEAR));
  return dollars(Math.round(sticker / 50) * 50);
}

type IncentiveRow = readonly [
  code: string,
  name: string,
  amount: number,
  eligibility: Incentive["eligibility"],
  rest?: Partial<Incentive>,
];

/** The maker's bank gives the rate up in place of the customer cash: one or the other. */
const nordenRate: IncentiveRow = [
  "nordenRate",
  "Norden Credit rate",
  0,
  "everyone",
  {
    lender: "Norden Credit",
    combinesWith: ["military", "loyalty"],
    rates: [
      { termMonths: 48, contractRate: ppm(19_000) },
      { termMonths: 60, contractRate: ppm(29_000) },
    ],
  },
];

function incentiveRows({ make, fuel, body }: Trim): IncentiveRow[] {
  const military: IncentiveRow = ["military", `${make} military cash`, 500, "military"];
  const loyalty = (amount: number): IncentiveRow => ["loyalty", `${make} loyalty cash`, amount, "loyalty"];
  switch (make) {
    case "Norden":
      return [["customerCash", "Norden customer cash", 1_000, "everyone"], military, loyalty(750), nordenRate];
    case "Halden":
      return [military, ["graduate", "Halden graduate cash", 400, "graduate"]];
    case "Corvane":
      if (fuel === "electric") return [["electricCash", "Corvane electric cash", 1_500, "everyone"], loyalty(1_000)];
      return body === "pickup"
        ? [["truckCash", "Corvane truck cash", 750, "everyone"], loyalty(1_000)]
        : [loyalty(1_000)];
    case "Tarrant":
      return [
        ["customerCash", "Tarrant customer cash", 1_500, "everyone", { combinesWith: [] }],
        ["military", "Tarrant military cash", 500, "military", { combinesWith: [] }],
      ];
    default:
      return [military, loyalty(500)];
  }
}

/** The maker's money goes with new cars only. */
export const incentivesOf = (row: InventoryRow): VehicleSnapshot["incentives"] =>
  isNew(row)
    ? incentiveRows(trims[row.trim]).map(([code, name, amount, eligibility, rest]) => ({
        code,
        name,
        amount: dollars(amount),
        eligibility,
        ...rest,
      }))
    : [];

/** Points of residual for a term against 36 months, and for miles against 10,000. The usual term stands first. */
const residualTerms = [
  [36, 0],
  [24, 7],
  [39, -2],
] as const;
const residualMiles: Record<(typeof leaseMiles)[number], number> = { 10_000: 0, 12_000: -1, 15_000: -3 };

/** Lessors write new cars; a used one is not leased. */
export const residualsOf = (row: InventoryRow): VehicleSnapshot["residuals"] =>
  isNew(row)
    ? residualTerms.flatMap(([termMonths, termPoints]) =>
        leaseMiles.map((milesPerYear) => ({
          termMonths,
          milesPerYear,
          residualRate: ppm((trims[row.trim].residualPercent + termPoints + residualMiles[milesPerYear]) * 10_000),
        })),
      )
    : [];

const PACK = cents(28_750);

/** What the car stands in the books for: invoice less nothing for a new one, what was paid for it for a used one. */
export function costOf(row: InventoryRow): VehicleSnapshot["cost"] {
  if (isNew(row)) {
    const msrp = msrpOf(row);
    const invoice = cents(Math.round(msrp * (0.936 + spread(row.stockNumber, "invoice", 0, 12) / 1_000)));
    return { invoice, vehicleCost: invoice, pack: PACK, recon: cents(0), holdback: cents(Math.round(msrp * 0.02)) };
  }
  const recon = cents(spread(row.stockNumber, "recon", 38_000, 142_000));
  const margin = cents(spread(row.stockNumber, "margin", 145_000, 290_000));
  const vehicleCost = minus(dollars(row.price), recon, margin);
  return { invoice: vehicleCost, vehicleCost, pack: PACK, recon, holdback: cents(0) };
}

const paints = { en: "Premium paint", fr: "Peinture de qualité supérieure" };
const mats = { en: "Carpeted floor mats", fr: "Tapis moquette" };
const interior = { en: "Sand interior", fr: "Intérieur sable" };

/** The sticker on the glass. What the options and the journey do not explain is the base price. */
export function stickerOf(row: InventoryRow): VehicleFacts["windowSticker"] {
  if (!isNew(row)) return null;
  const { body } = trims[row.trim];
  const options = [
    ...(row.colour === "pearl" || row.colour === "ember" ? [{ name: paints, price: dollars(395) }] : []),
    ...(row.interior === "sand" ? [{ name: interior, price: dollars(450) }] : []),
    { name: mats, price: dollars(185) },
  ];
  const destination = dollars(body === "pickup" || body === "van" ? 1_795 : 1_295);
  const basePrice = minus(msrpOf(row), destination, sum(options.map(({ price }) => price)));
  return { basePrice, options, destination };
}

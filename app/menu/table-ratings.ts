import { cents } from "#machines/money/cents";
import type { FniOption } from "#machines/store/store-policy";
import type { RatingProvider, RatingQuestion } from "./rating-provider";

/** In hundredths: class by the car's price, miles on it, its place, and whether it is new. */
const classes = [
  { upTo: 2_500_000, factor: 92 },
  { upTo: 4_500_000, factor: 100 },
  { upTo: Number.POSITIVE_INFINITY, factor: 118 },
] as const;
const mileages = [
  { upTo: 12_000, factor: 95 },
  { upTo: 36_000, factor: 100 },
  { upTo: 75_000, factor: 112 },
  { upTo: Number.POSITIVE_INFINITY, factor: 130 },
] as const;
/** Filed rates: these states regulate what a contract may cost. */
const regions: Readonly<Record<string, number>> = { FL: 97, CA: 104, NY: 106 };
const ratedByCar = new Set<RatingQuestion["product"]["kind"]>(["vsc", "maintenance", "gap", "tireAndWheel"]);

const rowFor = (rows: readonly { upTo: number; factor: number }[], value: number) =>
  rows.find(({ upTo }) => value <= upTo)?.factor ?? 100;

/** A deductible of 200 or more takes a tenth off, none at all adds one. */
const deductibleFactor = ({ deductible }: FniOption) => (deductible === 0 ? 110 : deductible >= 20_000 ? 90 : 100);

/** Whole fives of dollars, up: a price list has no cents. */
const rounded = (amount: number) => cents(Math.ceil(amount / 500) * 500);

export function tableRate({ product, vehicle, region, method }: RatingQuestion, option: FniOption): FniOption {
  const byCar = ratedByCar.has(product.kind);
  const factors = [
    byCar ? rowFor(classes, vehicle.msrp) : 100,
    byCar ? rowFor(mileages, vehicle.mileage) : 100,
    regions[region] ?? 100,
    vehicle.condition === "new" ? 96 : 100,
    method === "lease" ? 94 : 100,
    product.kind === "vsc" ? deductibleFactor(option) : 100,
  ];
  const times = (amount: number) => factors.reduce((value, factor) => (value * factor) / 100, amount);
  return { ...option, price: rounded(times(option.price)), cost: cents(Math.round(times(option.cost))) };
}

/** The built-in provider: a table by term, miles, deductible, class, place and way of paying. */
export const tableRatings: RatingProvider = {
  name: "Lakeside rate table",
  rate: (question) => Promise.resolve(question.product.options.map((option) => tableRate(question, option))),
};

import { cents } from "#machines/money/cents";
import { ppm, ppmFromPercent, type Ppm } from "#machines/money/rate";
import type { StorePolicy } from "#machines/store/store-policy";

export const creditBands: StorePolicy["creditBands"] = [
  { code: "excellent", minScore: 720, maxScore: 850 },
  { code: "good", minScore: 660, maxScore: 719 },
  { code: "fair", minScore: 600, maxScore: 659 },
  { code: "rebuilding", minScore: 300, maxScore: 599 },
];

type RateRow = readonly [termMonths: number, excellent: string, good: string, fair: string, rebuilding: string];

/** The customer's rate, in percent. */
const contractRates: readonly RateRow[] = [
  [36, "4.79", "7.29", "10.29", "14.49"],
  [48, "4.99", "7.49", "10.49", "14.79"],
  [60, "5.49", "7.99", "10.99", "15.29"],
  [72, "5.99", "8.49", "11.49", "15.79"],
  [84, "6.79", "9.29", "12.29", "16.49"],
];

/** How far below it the lender buys the contract; never more than the two points the store allows itself. */
const buyRateBelow: Record<string, number> = {
  excellent: 10_000,
  good: 15_000,
  fair: 17_500,
  rebuilding: 20_000,
};

const byBand = (rates: readonly Ppm[]): Record<string, Ppm> =>
  Object.fromEntries(creditBands.map(({ code }, index) => [code, rates[index]!]));

export const retailTerms: StorePolicy["retailTerms"] = contractRates.map(([termMonths, ...percents]) => {
  const contractRate = byBand(percents.map(ppmFromPercent));
  const buyRate = Object.fromEntries(
    Object.entries(contractRate).map(([band, rate]) => [band, ppm(rate - (buyRateBelow[band] ?? 0))]),
  );
  return { termMonths, contractRate, buyRate };
});

/** Money factors in millionths; the lessor does not vary them with the miles, only the residual. */
const moneyFactors: readonly (readonly [termMonths: number, ...factors: number[]])[] = [
  [24, 1_920, 2_320, 2_980, 3_740],
  [36, 1_850, 2_250, 2_900, 3_650],
  [39, 1_870, 2_270, 2_930, 3_690],
];
export const leaseMiles = [10_000, 12_000, 15_000] as const;

export const leaseTerms: StorePolicy["leaseTerms"] = moneyFactors.flatMap(([termMonths, ...factors]) =>
  leaseMiles.map((milesPerYear) => ({ termMonths, milesPerYear, moneyFactor: byBand(factors.map(ppm)) })),
);

export const leaseFees: StorePolicy["leaseFees"] = {
  acquisition: cents(69_500),
  disposition: cents(39_500),
  securityDeposit: cents(0),
};

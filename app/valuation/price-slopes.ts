export interface PricePoint {
  /** Model years newer than the car that is valued. */
  years: number;
  /** Hundreds of thousands of miles more than it. */
  miles: number;
  logPrice: number;
  weight: number;
}

export interface PriceSlopes {
  perYear: number;
  perHundredThousandMiles: number;
}

/** What years and miles do to a price where nothing else is known: +8 % for a year newer, −35 % for 100,000 miles. */
export const usualSlopes: PriceSlopes = { perYear: Math.log(1.08), perHundredThousandMiles: Math.log(0.65) };

/**
 * How hard the usual slopes hold against a handful of cars: as much as eight cars two years, or 50,000 miles, away would.
 * Ten comparables move them a little, a hundred say what the model itself does.
 */
const RIDGE_YEARS = 32;
const RIDGE_MILES = 2;
/** No car gains with age or miles, and none loses half its price in a year: what says so is a wrong row, not a market. */
const YEARLY = { least: Math.log(1.01), most: Math.log(1.3) };
const BY_MILES = { least: Math.log(0.3), most: Math.log(0.95) };

const within = (value: number, { least, most }: { least: number; most: number }) =>
  Math.min(most, Math.max(least, value));

/**
 * How this model's price moves with a year and with mileage, by ridge regression on the logarithm of the price, pulled
 * towards the usual slopes.
 */
export function priceSlopes(points: readonly PricePoint[]): PriceSlopes {
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const mean = (read: (point: PricePoint) => number) =>
    points.reduce((sum, point) => sum + read(point) * point.weight, 0) / weight;
  const rest = ({ logPrice, years, miles }: PricePoint) =>
    logPrice - usualSlopes.perYear * years - usualSlopes.perHundredThousandMiles * miles;
  const centre = { years: mean(({ years }) => years), miles: mean(({ miles }) => miles), rest: mean(rest) };

  let [yy, ym, mm, yr, mr] = [RIDGE_YEARS, 0, RIDGE_MILES, 0, 0];
  for (const point of points) {
    const [y, m, r] = [point.years - centre.years, point.miles - centre.miles, rest(point) - centre.rest];
    yy += point.weight * y * y;
    ym += point.weight * y * m;
    mm += point.weight * m * m;
    yr += point.weight * y * r;
    mr += point.weight * m * r;
  }
  // Both ridges are above zero, so the two equations always have one answer.
  const determinant = yy * mm - ym * ym;
  return {
    perYear: within(usualSlopes.perYear + (yr * mm - mr * ym) / determinant, YEARLY),
    perHundredThousandMiles: within(usualSlopes.perHundredThousandMiles + (mr * yy - yr * ym) / determinant, BY_MILES),
  };
}

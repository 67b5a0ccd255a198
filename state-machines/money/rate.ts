import { type Cents, cents } from "./cents";
import { Exact, roundToCents } from "./exact-decimal";

declare const ppmBrand: unique symbol;

/**
 * A rate or a money factor in whole parts per million: 5.49 % = 54 900, a money factor of
 * 0.00125 = 1250. Four decimals of a percent and six of a factor: finer than lenders publish.
 */
export type Ppm = number & { readonly [ppmBrand]: true };

/** Admits a number as a rate; a fraction of a millionth is a broken assumption and throws. */
export function ppm(partsPerMillion: number): Ppm {
  if (!Number.isSafeInteger(partsPerMillion)) throw new RangeError(`Not whole parts per million: ${partsPerMillion}`);
  return (partsPerMillion === 0 ? 0 : partsPerMillion) as Ppm;
}

/** The rate as a plain factor, exactly: 54 900 → 0.0549. */
export function rateOf(rate: Ppm): Exact {
  return new Exact(`${rate}e-6`);
}

/** "5.49" → 0.0549, without a limit on the decimals. For sources finer than a Ppm. */
export function rateOfPercent(percent: string): Exact {
  return new Exact(`${percent}e-2`);
}

/** "5.49" → 54 900. Throws for more than four decimals: silently rounding a contract rate is not ours to do. */
export function ppmFromPercent(percent: string): Ppm {
  return ppm(new Exact(`${percent}e4`).toNumber());
}

/** "0.00125" → 1250. Throws for more than six decimals. */
export function ppmFromFactor(factor: string): Ppm {
  return ppm(new Exact(`${factor}e6`).toNumber());
}

/** 54 900 → "5.49", with as many decimals as the rate needs but at least two, as rates are quoted. */
export function percentOf(rate: Ppm): string {
  const exactPercent = new Exact(`${rate}e-4`);
  return exactPercent.toFixed(Math.max(2, exactPercent.decimalPlaces()));
}

const MILLION = 1_000_000;

/**
 * "So much of every dollar": an amount times a rate, half-up to the cent, five going away from zero.
 *
 * Whole numbers all the way, so that a stock of ten thousand can be taxed while somebody waits: cents times millionths
 * stay exact up to nine quadrillion, and beyond that the decimals take over. Worked by hand: 22,890.38 at 7.25 % is
 * 1,659.55.
 */
export function shareOf(amount: Cents, rate: Ppm): Cents {
  const millionths = Math.abs(amount) * rate;
  if (millionths > Number.MAX_SAFE_INTEGER) return roundToCents(rateOf(rate).times(amount));
  const rest = millionths % MILLION;
  const whole = (millionths - rest) / MILLION + (rest * 2 >= MILLION ? 1 : 0);
  return cents(amount < 0 ? -whole : whole);
}

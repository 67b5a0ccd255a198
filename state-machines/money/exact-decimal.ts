import { Decimal } from "decimal.js";
import { cents, type Cents } from "./cents";

/**
 * The one arithmetic of rates, discount factors and APR: 40 digits, half-up.
 *
 * A clone, because decimal.js keeps precision and rounding in its constructor and any other
 * user of the package could change the default one under us.
 */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, defaults: true });
export type Exact = Decimal;

/**
 * Half-up to the whole cent, five going away from zero: the only rounding of money there is.
 * Called at the named points only (each tax component, the payment, an interest line, a lease
 * payment, its tax, a residual, a reserve), never on a rate, a factor or an intermediate sum.
 */
export function roundToCents(exactCents: Exact): Cents {
  return cents(exactCents.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
}

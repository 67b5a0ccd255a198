declare const centsBrand: unique symbol;

/** Whole cents of the deal's currency, positive or negative. Never dollars, never a fraction. */
export type Cents = number & { readonly [centsBrand]: true };

/**
 * Admits a number as money. A fraction, NaN or an unsafe integer is a broken assumption of the
 * program, never a customer's mistake, so it throws; parse people's typing before it comes here.
 */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not whole cents: ${amount}`);
  return (amount === 0 ? 0 : amount) as Cents; // −0 would print as "−$0.00" and fail strict equality
}

export const noCents = cents(0);

export function plus(...amounts: Cents[]): Cents {
  return sum(amounts);
}

export function sum(amounts: readonly Cents[]): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

export function minus(amount: Cents, ...subtracted: Cents[]): Cents {
  let rest: number = amount;
  for (const part of subtracted) rest -= part;
  return cents(rest);
}

export function negate(amount: Cents): Cents {
  return cents(-amount);
}

/** A whole number of equal amounts, as in payment × number of payments. */
export function times(amount: Cents, count: number): Cents {
  return cents(amount * count);
}

export function larger(one: Cents, other: Cents): Cents {
  return one > other ? one : other;
}

export function smaller(one: Cents, other: Cents): Cents {
  return one < other ? one : other;
}

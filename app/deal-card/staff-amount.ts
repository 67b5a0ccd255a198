import type { Cents } from "#machines/money/cents";

/** A staff figure that this payload may not hold: null means not for these eyes. */
export const amountOf = (value: unknown): Cents | null => (typeof value === "number" ? (value as Cents) : null);

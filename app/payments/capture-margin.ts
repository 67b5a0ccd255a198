/** The car is let go this long before the card's authorisation lapses by itself. */
export const CAPTURE_MARGIN_MS = 2 * 3_600_000;

// Apart from the schemas that check them, so that a browser which only needs a limit carries no parser.

/** $10,000,000: beyond any vehicle a rooftop sells, and far inside a 32-bit column in cents. */
export const MAX_CENTS = 1_000_000_000;
/** 100 %: no rate or share of ours is larger. */
export const MAX_PPM = 1_000_000;

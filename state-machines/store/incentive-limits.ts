/** A car carries a handful; every legal stack of this many is still tried in no time. */
export const MOST_PROGRAMMES = 12;

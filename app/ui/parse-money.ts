/** More than any car: a slip of the finger should be refused, not stored. */
const MOST_CENTS = 100_000_000_00;

/**
 * What somebody typed as an amount, in cents, or null when it is not one. Reads both languages whichever is on the
 * page (`$3,000.50`, `3 000,50 $`, `3000`): the last comma or point followed by one or two digits is the decimal mark,
 * any other is grouping. Never through a float: the digits are joined as text.
 */
export function parseMoney(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f$]/g, "").replace(/[\u2212\u2013]/g, "-");
  const match = /^(-?)(\d[\d.,]*?|)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return null;
  const [, minus, whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return null;
  const digits = whole.replace(/[.,]/g, "");
  const cents = Number(digits + fraction.padEnd(2, "0"));
  if (!Number.isSafeInteger(cents) || cents > MOST_CENTS) return null;
  return minus && cents !== 0 ? -cents : cents;
}

/** Payment card numbers have 13 to 19 digits. */
const SHORTEST_CARD = 13;
const LONGEST_CARD = 19;
/** What a receipt may show of a card. */
const SHOWN_DIGITS = 4;
/** Between the digits of a card people write spaces, dashes, or what cannot be seen. */
const SEPARATOR = /[\p{Z}\p{Pd}\p{Cf}\s_]/u;
/** Also these; but prices, dates and addresses are written so too, and are left alone. */
const ODD_SEPARATOR = /[./|·*:]/u;
/** The groups of a card written with odd separators have at least this many digits; cents and days have fewer. */
const SHORTEST_ODD_GROUP = 4;
/** This many marks between two digits end a number. */
const LONGEST_GAP = 3;

/** The value of a decimal digit in any script, fullwidth, superscript and circled ones included; null for anything else. */
function digitValue(character: string): number | null {
  if (character >= "0" && character <= "9") return Number(character);
  if (!/\p{N}/u.test(character)) return null;
  const plain = character.normalize("NFKC");
  if (/^[0-9]$/.test(plain)) return Number(plain);
  if (!/\p{Nd}/u.test(character)) return null;
  // Digits of a script stand in a row of ten that begins with its zero.
  const code = character.codePointAt(0) as number;
  let place = 0;
  while (place < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - place - 1))) place += 1;
  return place % 10;
}

/** The check digit of card numbers. */
function passesLuhn(digits: readonly number[]): boolean {
  const sum = digits.reduceRight((total, digit, place) => {
    const doubled = (digits.length - place) % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Lengths by the first digit of the networks in use; a number inside a longer one counts only if it looks issued. */
function looksIssued(digits: readonly number[]): boolean {
  const { length } = digits;
  switch (digits[0]) {
    case 3:
      return length >= 14 && length <= 16;
    case 4:
      return length === 13 || length === 16 || length === 19;
    case 2:
    case 5:
      return length === 16;
    case 6:
      return length >= 15;
    default:
      return false;
  }
}

interface Digit {
  /** Index among the characters of the text. */
  at: number;
  value: number;
  /** Begins or ends a group of digits. */
  opens: boolean;
  closes: boolean;
  /** An odd separator stands before it. */
  odd: boolean;
}

/** Digits that could be one number: nothing but a few separators stands between them. */
function runsOfDigits(characters: readonly string[]): Digit[][] {
  const runs: Digit[][] = [];
  let run: Digit[] = [];
  let gap = 0;
  let odd = false;
  const end = () => {
    if (run.length >= SHORTEST_CARD) runs.push(run);
    run = [];
  };
  characters.forEach((character, at) => {
    const value = digitValue(character);
    if (value === null) {
      const last = run.at(-1);
      if (last) last.closes = true;
      gap += 1;
      odd ||= ODD_SEPARATOR.test(character);
      if (gap > LONGEST_GAP || !(SEPARATOR.test(character) || ODD_SEPARATOR.test(character))) end();
      return;
    }
    run.push({ at, value, opens: gap > 0 || run.length === 0, closes: false, odd });
    gap = 0;
    odd = false;
  });
  const last = run.at(-1);
  if (last) last.closes = true;
  end();
  return runs;
}

function groupsAreLong(stretch: readonly Digit[]): boolean {
  const starts = [...stretch.flatMap(({ opens }, place) => (opens ? [place] : [])), stretch.length];
  return starts.slice(1).every((start, index) => start - (starts[index] as number) >= SHORTEST_ODD_GROUP);
}

/** Every stretch of a run that is a card number: whole groups by the check digit, parts of one also by how they begin. */
function cardsIn(run: readonly Digit[]): Digit[][] {
  const found: Digit[][] = [];
  for (let from = 0; from + SHORTEST_CARD <= run.length; from += 1) {
    const longest = Math.min(LONGEST_CARD, run.length - from);
    for (let length = longest; length >= SHORTEST_CARD; length -= 1) {
      const stretch = run.slice(from, from + length);
      const digits = stretch.map(({ value }) => value);
      const isWhole = stretch[0]?.opens === true && stretch.at(-1)?.closes === true;
      const isOdd = stretch.slice(1).some(({ odd }) => odd);
      if (isOdd && !(isWhole && groupsAreLong(stretch) && looksIssued(digits))) continue;
      if (passesLuhn(digits) && (isWhole || looksIssued(digits))) found.push(stretch);
    }
  }
  return found;
}

/**
 * A text without the card numbers in it: runs of 13 to 19 digits that pass the check digit keep their last four digits
 * and lose the others. People paste a card wherever they can type; none of it may be stored, shown to anybody or logged.
 * Masking a masked text changes nothing.
 */
export function maskCardNumbers(text: string): string {
  const characters = Array.from(text);
  const hidden = new Set<number>();
  for (const run of runsOfDigits(characters))
    for (const card of cardsIn(run)) for (const { at } of card.slice(0, -SHOWN_DIGITS)) hidden.add(at);
  return hidden.size === 0 ? text : characters.map((character, at) => (hidden.has(at) ? "•" : character)).join("");
}

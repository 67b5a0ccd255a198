import { randomInt, timingSafeEqual } from "node:crypto";
import { keyedHash } from "#app/platform/field-encryption.server";

/** Nothing that is read as something else: no 0 and O, no 1, I and L, no U beside V. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A code is a place and a secret. The place finds the pairing, so that wrong tries are counted where they belong; the
 * secret is one in 24 million, tried five times at most.
 */
export const PLACE_LETTERS = 3;
export const SECRET_LETTERS = 5;
/** Tries at one code, right ones included. */
export const MOST_PAIRING_TRIES = 5;
/** Time to walk to the tablet and type eight letters. */
export const PAIRING_CODE_MINUTES = 5;

const letters = (count: number) => Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

export interface PairingCode {
  place: string;
  secret: string;
}

export const newPairingCode = (): PairingCode => ({ place: letters(PLACE_LETTERS), secret: letters(SECRET_LETTERS) });

/** As it is shown and typed: two groups of four. */
export const writtenCode = ({ place, secret }: PairingCode): string =>
  (place + secret).replace(/^(.{4})(.{4})$/, "$1-$2");

/** What somebody typed, in whatever case and grouping; null when it cannot be a code. */
export function readPairingCode(typed: string): PairingCode | null {
  const code = typed.toUpperCase().replace(/[\s–-]/g, "");
  if (code.length !== PLACE_LETTERS + SECRET_LETTERS) return null;
  if (![...code].every((letter) => ALPHABET.includes(letter))) return null;
  return { place: code.slice(0, PLACE_LETTERS), secret: code.slice(PLACE_LETTERS) };
}

export const pairingCodeHash = (pairingId: string, secret: string): string =>
  keyedHash(`${pairingId}:${secret}`, "ShowroomPairing:codeHash");

export const codeMatches = (pairingId: string, secret: string, codeHash: string): boolean =>
  timingSafeEqual(Buffer.from(pairingCodeHash(pairingId, secret)), Buffer.from(codeHash));

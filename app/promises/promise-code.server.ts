import { createHash, timingSafeEqual } from "node:crypto";
import { keyedHash } from "#app/platform/field-encryption.server";

/** Crockford's letters: none is mistaken for a digit, none makes a word. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP = 4;

/** Eight letters of a hash that only this store can make: 40 bits. */
function letters(text: string, purpose: string): string {
  const bytes = createHash("sha256").update(keyedHash(text, purpose)).digest();
  return Array.from(bytes.subarray(0, 2 * GROUP), (byte) => LETTERS[byte % LETTERS.length]).join("");
}

const grouped = (text: string) => `${text.slice(0, GROUP)}-${text.slice(GROUP)}`;

/** The same request for a promise gets the same number; nobody can count up to another one's. */
export const promiseNumber = (dealId: string, editId: string): string =>
  `P-${grouped(letters(`${dealId}:${editId}`, "promise-number"))}`;

/** Printed beside the number: who has only seen the number cannot read the promise. */
export const checkCode = (number: string): string => grouped(letters(number, "promise-code"));

/** As people type them: small letters, without the dash, O for 0, I and L for 1. */
const asWritten = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .replaceAll(/[^0-9A-Z]/g, "");

/** Compared in the same time wherever they differ. */
export function isCheckCode(number: string, typed: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(asWritten(typed)), digest(asWritten(checkCode(number))));
}

/** A number from an address or a form, in its one spelling; null when it is none. */
export function readPromiseNumber(typed: string): string | null {
  const written = asWritten(typed);
  const bare = written.length > 2 * GROUP ? written.replace(/^P/, "") : written;
  const number = `P-${grouped(bare)}`;
  return bare.length === 2 * GROUP && /^[0-9A-HJKMNP-TV-Z]+$/.test(bare) ? number : null;
}

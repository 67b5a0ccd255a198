import type { VehicleGrounds } from "./vehicle-grounds";

export const findingKinds = [
  "number",
  "feature",
  "otherCar",
  "history",
  "condition",
  "priceClaim",
  "banned",
  "financeTerm",
  "contact",
  "shouting",
  "unknownNumber",
  "length",
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What is wrong with a phrase; `needs` names the fact, or the disclosure, that would make it right. */
export interface Finding {
  kind: FindingKind;
  phrase: string;
  needs: string;
}

/** A kind of claim: where it stands in a sentence, and what it rests on; null where nothing does. */
export interface ClaimRule {
  kind: FindingKind;
  pattern: RegExp;
  /** Names of the grounds, or null. `context` is the sentence around it, lower case. */
  grounds: (car: VehicleGrounds, match: RegExpMatchArray, context: string) => readonly string[] | null;
  /** Said to the author when it is null. */
  needs: string;
}

const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  single: 1,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  seul: 1,
  seule: 1,
};

/** Digits with either language's grouping and mark, or a word up to twelve. */
export const NUMBER = "(?:\\d{1,3}(?:[ ,.]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?)";
export const NUMBER_OR_WORD = `(?:${NUMBER}|${Object.keys(words).join("|")})`;

export function numberOf(text: string): number {
  const word = words[text.toLowerCase()];
  if (word !== undefined) return word;
  if (/^\d{1,3}([ ,.]\d{3})+$/.test(text)) return Number(text.replace(/[ ,.]/g, ""));
  return Number(text.replace(",", "."));
}

/** Said as it is, or rounded in plain sight: "about 58,000" of 58,240. */
export function isSaidRightly(said: number, fact: number | null, context: string): boolean {
  if (fact === null) return false;
  if (Math.abs(said - fact) < 0.051) return true;
  const isRounded = /\b(about|around|approximately|roughly|nearly|environ|près de|à peu près)\b/.test(context);
  return isRounded && Math.abs(said - fact) <= Math.abs(fact) * 0.02;
}

import { normalizeVin, vinCheckDigit } from "#app/merchandising/decode-vin";

export type UnreadableReason = "empty" | "length" | "letters" | "characters";

export type VinReading =
  | {
      kind: "vin";
      vin: string;
      /** Blanks were taken out or letters raised: the person is told what was read. */
      changed: boolean;
      checkDigit: { isRight: boolean; expected: string };
      /** Numbered for a market that keeps no check digit: its tenth place need not be a year either. */
      isEuropean: boolean;
    }
  | { kind: "frameNumber"; frameNumber: string }
  | { kind: "unreadable"; reason: UnreadableReason; length: number };

const VIN_LENGTH = 17;
/** A Japanese frame number: a chassis code, a hyphen, a serial. It says nothing that a catalogue could decode. */
const frameNumber = /^[A-Z]{1,3}[A-Z0-9]{1,6}-\d{4,8}$/;

/** S to Z in the first place is Europe; a number with Z in places four to six and nine was never meant for America. */
const isOfEurope = (vin: string) => /^[S-Z]/.test(vin);

/**
 * What somebody typed, pasted or scanned, as a vehicle identification number. Blanks and lower case are mended and said;
 * a wrong check digit is a finding and not a refusal, since real cars carry one.
 */
export function readVin(text: string): VinReading {
  const trimmed = normalizeVin(text);
  const vin = trimmed.replace(/\s+/g, "");
  if (vin === "") return { kind: "unreadable", reason: "empty", length: 0 };
  if (frameNumber.test(vin)) return { kind: "frameNumber", frameNumber: vin };
  if (/[^A-Z0-9]/.test(vin)) return { kind: "unreadable", reason: "characters", length: vin.length };
  if (vin.length !== VIN_LENGTH) return { kind: "unreadable", reason: "length", length: vin.length };
  if (/[IOQ]/.test(vin)) return { kind: "unreadable", reason: "letters", length: vin.length };
  const expected = vinCheckDigit(vin);
  return {
    kind: "vin",
    vin,
    changed: vin !== text,
    checkDigit: { isRight: vin[8] === expected, expected },
    isEuropean: isOfEurope(vin),
  };
}

const ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
/** What a hand or a camera takes for one another. */
const lookAlikes = [
  "0D",
  "0C",
  "1L",
  "1T",
  "2Z",
  "5S",
  "6G",
  "8B",
  "UV",
  "MN",
  "3B",
  "3E",
  "9P",
  "KX",
  "VY",
  "XY",
  "EF",
];
const areAlike = (a: string, b: string) => lookAlikes.some((pair) => pair === a + b || pair === b + a);

/**
 * Numbers one character away whose check digit is right: the digit itself first, then characters that look alike, then the
 * rest. The caller keeps those that decode to a car.
 */
export function checkDigitCorrections(vin: string): string[] {
  const found: { vin: string; weight: number }[] = [{ vin: replaceAt(vin, 8, vinCheckDigit(vin)), weight: 0 }];
  for (let place = 0; place < vin.length; place++) {
    if (place === 8) continue;
    for (const character of ALPHABET) {
      if (character === vin[place]) continue;
      const changed = replaceAt(vin, place, character);
      if (vinCheckDigit(changed) !== vin[8]) continue;
      found.push({ vin: changed, weight: areAlike(character, vin[place] ?? "") ? 1 : 2 });
    }
  }
  return found.sort((a, b) => a.weight - b.weight).map((one) => one.vin);
}

const replaceAt = (text: string, place: number, character: string) =>
  text.slice(0, place) + character + text.slice(place + 1);

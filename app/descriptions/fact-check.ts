import type { ClaimRule, Finding } from "./claim-rule";
import { colourClaims, featureClaims } from "./feature-claims";
import { measureClaims } from "./measure-claims";
import { otherCarFindings } from "./name-claims";
import { renewedClaims } from "./renewed-claims";
import { textLimits, wholeText, type Claim, type TextChannel, type VehicleTextContent } from "./vehicle-text";
import type { StoreGrounds, VehicleGrounds } from "./vehicle-grounds";
import { bannedClaims, conditionClaims, financeTerms, historyClaims, priceClaims } from "./word-claims";

export interface CheckedSentence {
  text: string;
  verdict: "supported" | "unsupported" | "needsDisclosure";
  findings: Finding[];
  claims: Claim[];
}

export interface FactCheck {
  ok: boolean;
  sentences: CheckedSentence[];
  /** Of the text as a whole: too long, shouting, contact data where none may stand. */
  findings: Finding[];
  /** Every phrase that rests on a fact, with the names of the facts. */
  claims: Claim[];
}

export interface CheckContext {
  car: VehicleGrounds;
  store: StoreGrounds;
  channel: TextChannel;
  /** Models and trims of the rest of the stock. */
  otherNames: readonly string[];
}

/** Blanks of every width are one; the fact check reads what a reader reads, not what hides between letters. */
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, " ")
    .replace(/[‘’]/g, "’");

export const sentencesOf = (text: string): string[] =>
  plain(text)
    .split(/(?<=[.!?…])\s+(?=[\p{Lu}\d«"“($])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

/** Finance terms before prices: "$399 a month" is no asking price. Features before numbers: "18-inch wheels" is no legroom. */
const rules: readonly ClaimRule[] = [
  ...financeTerms,
  ...bannedClaims,
  ...priceClaims,
  ...historyClaims,
  ...renewedClaims,
  ...featureClaims,
  ...measureClaims,
  ...conditionClaims,
  ...colourClaims,
];

/** The car's own names and the store's may hold figures and colours that claim nothing. */
function ownNames({ car, store }: CheckContext): string[] {
  return [car.vin, car.stockNumber, car.make, car.model, car.trim, store.name, store.city]
    .flatMap((name) => (name ? [name] : []))
    .toSorted((a, b) => b.length - a.length);
}

const blank = (text: string, from: number, length: number) =>
  text.slice(0, from) + "\u0001".repeat(length) + text.slice(from + length);

/** Whole words only: a trim called SE stands in no "seats". */
function withoutNames(sentence: string, names: readonly string[]): string {
  let text = sentence;
  for (const name of names) {
    const written = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const match = new RegExp(`(?<![\\p{L}\\d])${written}(?![\\p{L}\\d])`, "iu").exec(text);
    if (match) text = blank(text, match.index, name.length);
  }
  return text;
}

function checkSentence(sentence: string, context: CheckContext): CheckedSentence {
  const findings: Finding[] = otherCarFindings(sentence, context.car, context.otherNames);
  const claims: Claim[] = [];
  let left = withoutNames(sentence, ownNames(context));
  for (const { pattern, grounds, kind, needs } of rules) {
    for (const match of left.matchAll(pattern)) {
      const rests = grounds(context.car, match, sentence.toLowerCase());
      const phrase = match[0].trim();
      if (rests) claims.push({ phrase, grounds: [...rests] });
      else findings.push({ kind, phrase, needs });
      left = blank(left, match.index, match[0].length);
    }
  }
  // A figure that none of them could read claims something that nobody can check.
  for (const [phrase] of left.matchAll(/\d[\d.,/]*/g)) {
    findings.push({ kind: "unknownNumber", phrase, needs: "otherWords" });
  }
  const hidden = findings.length > 0 && findings.every(({ kind }) => kind === "financeTerm");
  return {
    text: sentence,
    findings,
    claims,
    verdict: findings.length === 0 ? "supported" : hidden ? "needsDisclosure" : "unsupported",
  };
}

const contactPattern =
  /\b[\w.+-]+@[\w-]+\.\w{2,}|https?:\/\/\S+|\bwww\.\S+|(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\bcall us\b|\bappelez-nous\b/giu;

function wholeFindings(text: string, title: string, channel: TextChannel): Finding[] {
  const limits = textLimits[channel];
  const found: Finding[] = [];
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const shouted = words.filter(
    (word) => /^\p{Lu}{4,}[.,!]?$/u.test(word) && !/^(AWD|SUV|HYBRID|PHEV|CVT|MPG)/.test(word),
  );
  if (shouted.length >= 3) found.push({ kind: "shouting", phrase: shouted.slice(0, 3).join(" "), needs: "otherWords" });
  if ((text.match(/!/g) ?? []).length > 1) found.push({ kind: "shouting", phrase: "!", needs: "otherWords" });
  if (text.length > limits.characters)
    found.push({ kind: "length", phrase: `${text.length} > ${limits.characters}`, needs: "shorter" });
  if (limits.title !== undefined && title.length > limits.title)
    found.push({ kind: "length", phrase: `${title.length} > ${limits.title}`, needs: "shorter" });
  if (channel === "thirdParty")
    for (const [phrase] of text.matchAll(contactPattern)) found.push({ kind: "contact", phrase, needs: "otherWords" });
  if (/<[a-z/!][^>]*>/i.test(text)) found.push({ kind: "banned", phrase: "<…>", needs: "otherWords" });
  return found;
}

/**
 * Reads a text, whoever wrote it, against what is known of the car. A sentence is supported when every claim in it rests on
 * a fact and nothing in it is forbidden; one that is not keeps the whole text off every page.
 */
export function checkText(text: Pick<VehicleTextContent, "title" | "paragraphs">, context: CheckContext): FactCheck {
  const whole = plain(wholeText(text));
  const withoutContact = context.channel === "thirdParty" ? whole : whole.replace(contactPattern, " ");
  const sentences = sentencesOf(withoutContact).map((sentence) => checkSentence(sentence, context));
  const findings = wholeFindings(whole, text.title, context.channel);
  return {
    ok: findings.length === 0 && sentences.every(({ verdict }) => verdict === "supported"),
    sentences,
    findings,
    claims: sentences.flatMap(({ claims }) => claims),
  };
}

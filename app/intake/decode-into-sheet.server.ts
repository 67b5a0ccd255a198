import { now } from "#app/platform/clock.server";
import { decodeCatalogue, type CatalogueDecode } from "#app/vin/decode-catalogue.server";
import { checkDigitCorrections, readVin, type VinReading } from "#app/vin/vin-number";
import { catalogueFacts } from "./catalogue-facts";
import { epaSuggestions } from "./epa-table.server";
import { factValue, withSource, type FactSheet, type SourceFacts } from "./fact-sheet";
import { liveDecode } from "./nhtsa.server";

/** More corrections than these are no help to somebody who stands beside the car and can read it again. */
const MOST_CORRECTIONS = 5;

export interface DecodedVehicle {
  reading: VinReading;
  decoded: CatalogueDecode | null;
  /** Numbers one character away that decode to a model, where the check digit is wrong. */
  corrections: { vin: string; name: string }[];
}

const thisYear = () => now().getUTCFullYear();

/** Reads and decodes what somebody typed or scanned. Nothing leaves this machine. */
export function decodeTyped(text: string): DecodedVehicle {
  const reading = readVin(text);
  if (reading.kind !== "vin") return { reading, decoded: null, corrections: [] };
  const decoded = decodeCatalogue(reading.vin, thisYear());
  const isWrong = !reading.checkDigit.isRight && !reading.isEuropean;
  return { reading, decoded, corrections: isWrong ? correctionsOf(reading.vin) : [] };
}

function correctionsOf(vin: string): DecodedVehicle["corrections"] {
  const found: DecodedVehicle["corrections"] = [];
  for (const candidate of checkDigitCorrections(vin)) {
    const facts = decodeCatalogue(candidate, thisYear())?.facts;
    if (!facts?.make || (!facts.model && found.length > 0)) continue;
    const name = [facts.year?.value, facts.make.value, facts.model?.value].filter(Boolean).join(" ");
    found.push({ vin: candidate, name });
    if (found.length === MOST_CORRECTIONS) break;
  }
  return found;
}

/** What the catalogue on this machine says, beside whatever other sources and people have said. */
export function withCatalogue(sheet: FactSheet, decoded: CatalogueDecode | null): FactSheet {
  if (!decoded) return sheet;
  return withEpa(withSource(sheet, "vpicLite", catalogueFacts(decoded.facts), now().toISOString()));
}

/** EPA's figures where the car is certain enough that there is one answer. */
export function withEpa(sheet: FactSheet): FactSheet {
  const facts = epaSuggestions(sheet).certain;
  return withSource(sheet, "epa", facts, now().toISOString());
}

/** The public service's word, merged in when it answers; the sheet as it was when it does not. */
export async function withLive(sheet: FactSheet, vin: string): Promise<FactSheet> {
  const live = await liveDecode(vin, factValue(sheet, "year"));
  if (!live) return sheet;
  const features: SourceFacts = Object.fromEntries(
    Object.entries(live.features).map(([code, value]) => [`feature.${code}`, { value, confidence: 0.9 }]),
  );
  return withEpa(withSource(sheet, "vpicLive", { ...catalogueFacts(live.facts), ...features }, now().toISOString()));
}

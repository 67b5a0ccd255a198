import type { CatalogueFact } from "#app/vin/decode-catalogue.server";
import type { SourceFacts } from "./fact-sheet";

type Rule = readonly [pattern: RegExp, code: string];

/** vPIC's body classes as the six bodies that the store's pages know. A class of none of them stays unsaid. */
const bodyRules: readonly Rule[] = [
  [/^(suv|sedan|hatch|pickup|van|crossover)$/, "$"],
  [/pickup/i, "pickup"],
  [/minivan|cargo van|passenger van|step van|van$/i, "van"],
  [/crossover/i, "suv"],
  [/sport utility|multi-?purpose/i, "suv"],
  [/hatchback|liftback|notchback/i, "hatch"],
  [/sedan|saloon|coupe|convertible|cabriolet|roadster/i, "sedan"],
  [/wagon/i, "hatch"],
];

const driveRules: readonly Rule[] = [
  [/^(fwd|rwd|awd|4wd)$/i, "$"],
  [/4wd|4x4|4-wheel/i, "4wd"],
  [/awd|all-?wheel/i, "awd"],
  [/fwd|front-?wheel/i, "fwd"],
  [/rwd|rear-?wheel/i, "rwd"],
];

const fuelRules: readonly Rule[] = [
  [/^(gasoline|hybrid|pluginHybrid|electric|diesel)$/, "$"],
  [/diesel/i, "diesel"],
  [/^electric/i, "electric"],
  [/gasoline|flexible|ethanol|e85/i, "gasoline"],
];

const gearRules: readonly Rule[] = [
  [/cvt|continuously/i, "cvt"],
  [/dual-?clutch|dct|automated manual|amt/i, "dualClutch"],
  [/manual/i, "manual"],
  [/automatic|auto/i, "automatic"],
];

export const codeOf = (rules: readonly Rule[], text: string): string | null => {
  const rule = rules.find(([pattern]) => pattern.test(text));
  return rule ? (rule[1] === "$" ? text.toLowerCase().replace("pluginhybrid", "pluginHybrid") : rule[1]) : null;
};
export const bodyCode = (text: string) => codeOf(bodyRules, text);
export const driveCode = (text: string) => codeOf(driveRules, text);
export const gearCode = (text: string) => codeOf(gearRules, text);

/** What moves the car: the kind of electrification outweighs what is in the tank. */
export function fuelCode(fuel: string, electrification: string): string | null {
  if (/PHEV|plug-?in/i.test(electrification)) return "pluginHybrid";
  if (/BEV|battery electric/i.test(electrification)) return "electric";
  if (/HEV|hybrid/i.test(electrification)) return "hybrid";
  return codeOf(fuelRules, fuel);
}

const taken = ["year", "make", "model", "trim", "series", "doors", "cylinders", "litres", "powerHp", "seats"] as const;

/** The catalogue shouts its countries and adds a code: "UNITED STATES (USA)". */
function countryName(value: string): string {
  const name = value.replace(/ \([A-Z]{2,3}\)$/, "");
  return name === name.toUpperCase()
    ? name.replace(/[A-Z]+/g, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    : name;
}

/** A catalogue's own words as the fields of a fact sheet; what has no code here is left out rather than guessed. */
export function catalogueFacts(facts: Readonly<Record<string, CatalogueFact>>): SourceFacts {
  const next: Record<string, { value: string; confidence: number }> = {};
  const put = (field: string, value: string | null, confidence: number) => {
    if (value !== null && value !== "") next[field] = { value, confidence };
  };
  for (const field of taken) {
    const fact = facts[field];
    if (fact) put(field, field === "powerHp" ? String(Math.round(Number(fact.value))) : fact.value, fact.confidence);
  }
  const { body, drive, fuel, electrification, transmission, gears, grossWeight, plantCountry, engineModel } = facts;
  if (body) put("body", bodyCode(body.value), body.confidence);
  if (body) put("bodyClass", body.value, body.confidence);
  if (drive) put("drivetrain", driveCode(drive.value), drive.confidence);
  if (fuel || electrification)
    put("fuel", fuelCode(fuel?.value ?? "", electrification?.value ?? ""), (fuel ?? electrification)?.confidence ?? 0);
  if (transmission) put("transmission", gearCode(transmission.value), transmission.confidence);
  if (gears) put("gears", gears.value, gears.confidence);
  if (grossWeight) put("grossWeight", grossWeight.value, grossWeight.confidence);
  if (plantCountry) put("plantCountry", countryName(plantCountry.value), plantCountry.confidence);
  if (engineModel) put("engineModel", engineModel.value, engineModel.confidence);
  return next;
}

import { isSaidRightly, NUMBER, NUMBER_OR_WORD, numberOf, type ClaimRule } from "./claim-rule";
import type { VehicleGrounds } from "./vehicle-grounds";

type NumberField = {
  [Field in keyof VehicleGrounds]-?: VehicleGrounds[Field] extends number | null ? Field : never;
}[keyof VehicleGrounds];

const rule = (pattern: RegExp, needs: string, grounds: ClaimRule["grounds"]): ClaimRule => ({
  kind: "number",
  pattern,
  needs,
  grounds,
});

/** The first group is the number; it has to be one of these fields. */
const measure = (pattern: string, ...fields: NumberField[]): ClaimRule =>
  rule(new RegExp(pattern, "giu"), fields[0] ?? "", (car, match, context) => {
    const said = numberOf(match[1] ?? "");
    const field = fields.find((name) => isSaidRightly(said, car[name], context));
    return field ? [field] : null;
  });

const miles = rule(
  new RegExp(`(${NUMBER})[\\s-]*(?:miles?|mi|milles?)(?![\\p{L}])`, "giu"),
  "mileage",
  (car, match, context) => {
    const said = numberOf(match[1] ?? "");
    const field: NumberField = /warranty|garanti|cover/.test(context)
      ? "warrantyMiles"
      : /\brange\b|autonomie|on a (full )?charge|electric(ity)? alone|à l’électricité|recharge/.test(context)
        ? "rangeMiles"
        : "mileage";
    const fact = car[field];
    if (/(fewer|less) than|under|moins de/.test(context)) return fact !== null && fact < said ? [field] : null;
    return isSaidRightly(said, fact, context) ? [field] : null;
  },
);

/** "30 city, 38 highway": each figure beside its word; a lone mpg is the combined one. */
const economy = rule(
  new RegExp(
    `(${NUMBER})\\s*(?:mpg|mi/gal)?\\s*(?:in the|on the|en|sur|sur la)?\\s*(city|highway|combined|mixed|ville|autoroute|route|combiné|cycle mixte|mixte)\\b`,
    "giu",
  ),
  "cityMpg",
  (car, match, context) => {
    const where = (match[2] ?? "").toLowerCase();
    const field = /city|ville/.test(where) ? "cityMpg" : /highway|route/.test(where) ? "highwayMpg" : "combinedMpg";
    return isSaidRightly(numberOf(match[1] ?? ""), car[field], context) ? [field] : null;
  },
);

const CYLINDER_WORDS = "(?:four|six|eight|three|five|\\d{1,2})";

const price = rule(new RegExp(`\\$\\s?(${NUMBER})|(${NUMBER})\\s?(?:\\$|dollars\\b)`, "giu"), "price", (car, match) => {
  const said = numberOf(match[1] ?? match[2] ?? "");
  return car.price !== null && Math.abs(said * 100 - car.price) < 1 ? ["price"] : null;
});

const percent = rule(
  new RegExp(`(${NUMBER})\\s?(?:%|percent|per cent|pour cent)`, "giu"),
  "belowMarket",
  (car, match, context) => {
    const isMarket = /market|marché/.test(context);
    return isMarket && car.belowMarket && Math.abs(numberOf(match[1] ?? "") - car.belowMarket.percent) < 0.51
      ? ["belowMarket"]
      : null;
  },
);

const modelYear = rule(/(?<![\d,.$])((?:19|20)\d\d)(?![\d]|[ ,.]\d{3})/gu, "year", (car, match) =>
  Number(match[1]) === car.year ? ["year"] : null,
);

/**
 * Figures with their units, in both languages; each has to be a fact within rounding. Read in this order, and what one has
 * read no later one reads again.
 */
export const measureClaims: readonly ClaimRule[] = [
  price,
  percent,
  measure(`(${NUMBER})\\s*/\\s*32(?:nds)?(?:\\s*(?:in|inch|po))?\\b`, "tireDepth32nds"),
  measure(`(${NUMBER})[\\s-]*(?:months?|mois)`, "warrantyMonths", "batteryWarrantyMonths"),
  measure(`(${NUMBER})\\s*(?:points?\\b)`, "inspectionPoints"),
  measure(`(${NUMBER})[\\s-]*(?:cubic feet|cu\\.? ?ft|pi[³3]|pieds cubes)`, "cargoCubicFeet"),
  measure(`(${NUMBER})[\\s-]*(?:inches|inch|in\\b|po\\b|pouces)`, "rearLegroomInches"),
  measure(`(${NUMBER})[\\s-]*(?:lbs?|pounds|livres)(?![\\p{L}])`, "towingPounds"),
  measure(`(${NUMBER})[\\s-]*kwh`, "batteryKwh"),
  measure(`(${NUMBER})[\\s-]*(?:hp|horsepower|horses|ch|chevaux)(?![\\p{L}])`, "powerHp"),
  measure(`(${NUMBER})[\\s-]*(?:l|litres?|liters?)(?![\\p{L}])`, "litres"),
  economy,
  measure(`(${NUMBER})[\\s-]*(?:mpg|mi/gal)`, "combinedMpg", "cityMpg", "highwayMpg"),
  miles,
  measure(`(${CYLINDER_WORDS})[\\s-]*(?:cylinders?|cylindres?)`, "cylinders"),
  measure("\\b(?:v|w|inline-|flat-|i)(\\d{1,2})\\b", "cylinders"),
  measure(`(${NUMBER_OR_WORD})[\\s-]*(?:seats?|seater|passengers?|places?|passagers?)(?![\\p{L}])`, "seats"),
  measure(`(?:seats?|room for)\\s+(?:up to\\s+)?(${NUMBER_OR_WORD})(?![\\p{L}])`, "seats"),
  measure(`(${NUMBER_OR_WORD})[\\s-]*(?:doors?|portes)(?![\\p{L}])`, "doors"),
  measure(`(${NUMBER_OR_WORD})[\\s-]*(?:keys|key|clés|clé|clefs)(?![\\p{L}])`, "keys"),
  modelYear,
  rule(
    new RegExp(`(${NUMBER})[\\s-]*(?:speeds?|rapports|vitesses)(?![\\p{L}])`, "giu"),
    "transmission",
    (car, match) =>
      `${car.transmission?.en} ${car.transmission?.fr}`.includes(match[1] ?? " ") ? ["transmission"] : null,
  ),
];

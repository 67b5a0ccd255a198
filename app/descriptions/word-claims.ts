import type { ClaimRule, FindingKind } from "./claim-rule";
import { NUMBER_OR_WORD, numberOf } from "./claim-rule";
import type { VehicleGrounds } from "./vehicle-grounds";

/** A rule about words, as whole words in any case. */
export const said = (
  kind: FindingKind,
  pattern: string,
  needs: string,
  grounds: (car: VehicleGrounds, match: RegExpMatchArray) => readonly string[] | null = () => null,
): ClaimRule => ({ kind, pattern: new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "giu"), needs, grounds });

export const when = (holds: boolean, ...grounds: string[]): readonly string[] | null => (holds ? grounds : null);

/** Words about a car's past need a fact with evidence behind them. */
export const historyClaims: readonly ClaimRule[] = [
  said(
    "history",
    `(?:(${NUMBER_OR_WORD})[- ](?:previous )?owners?|(${NUMBER_OR_WORD}) propriétaires?)`,
    "owners",
    (car, match) => when(car.owners !== null && numberOf(match[1] ?? match[2] ?? "") === car.owners, "owners"),
  ),
  said("history", "(?:un seul|seul|premier) propriétaire|première main|first[- ]owner", "owners", (car) =>
    when(car.owners === 1, "owners"),
  ),
  said(
    "history",
    "accident[- ]free|no (?:reported )?accidents?(?: reported)?|zero (?:reported )?accidents?|never (?:been )?(?:in an accident|wrecked|damaged)|clean (?:carfax|history)|sans accident|aucun accident(?: signalé)?|jamais accidentée?",
    "accidentsReported",
    (car) => when(car.accidentsReported === 0 && car.historySource !== null, "accidentsReported", "historySource"),
  ),
  said(
    "history",
    `(${NUMBER_OR_WORD}) (?:reported )?accidents?(?: (?:signalés?|reported))?`,
    "accidentsReported",
    (car, match) => when(car.accidentsReported === numberOf(match[1] ?? ""), "accidentsReported"),
  ),
  said("history", "clean title|titre (?:net|vierge|en règle)", "titleIsClean", (car) =>
    when(car.titleIsClean === true, "titleIsClean"),
  ),
  said(
    "history",
    "(?:full|complete) service (?:history|records?)|all service records|always serviced|dealer[- ]maintained|carnet d[’']entretien complet|historique d[’']entretien complet|entretien complet",
    "serviceRecords",
    (car) => when("serviceRecords" in car.evidence, "serviceRecords"),
  ),
  said(
    "history",
    "never smoked in|non[- ]smok(?:er|ing)|smoke[- ]free|pet[- ]free|garage[- ]kept|highway miles|adult[- ]driven|senior[- ]owned|lady driven|never (?:raced|off-road(?:ed)?|towed)|winter[- ]stored|non[- ]fumeur|jamais fumé|remisée? l[’']hiver|dormait au garage|jamais servi à remorquer|conduite? par une dame",
    "history",
  ),
  said("history", "former (?:rental|lease|fleet)|off[- ]lease|ex[- ]location|fin de bail", "history"),
];

export const conditionClaims: readonly ClaimRule[] = [
  said("condition", "certified(?: pre-?owned)?|cpo|(?:véhicule )?(?:d[’']occasion )?certifiée?", "condition", (car) =>
    when(car.condition === "certified", "condition"),
  ),
  said("condition", "brand[- ]new|never titled|flambant neu(?:f|ve)|jamais immatriculée?", "condition", (car) =>
    when(car.condition === "new", "condition"),
  ),
  said(
    "condition",
    "factory warranty|manufacturer[’']s? warranty|garantie (?:d[’']usine|du (?:constructeur|fabricant))",
    "warranty",
    (car) => when(car.warranty === "factory" || car.warranty === "factoryRemainder", "warranty"),
  ),
  said(
    "condition",
    "extended warranty|lifetime (?:warranty|powertrain)|bumper[- ]to[- ]bumper|garantie (?:prolongée|à vie)|pare-chocs à pare-chocs",
    "warranty",
  ),
  // The Buyers Guide in the window says "as is": an advertisement may not say more.
  said("condition", "warranty|garantie|under warranty|sous garantie|warrantied", "warranty", (car) =>
    when(car.warranty !== null && car.warranty !== "asIs", "warranty"),
  ),
  said(
    "condition",
    "(?:freshly|recently|just) serviced|fresh oil change|entretien récent|vidange récente|vient d[’']être (?:révisée?|entretenue?)",
    "reconDone.service",
    (car) => when(car.reconDone.includes("service"), "reconDone.service"),
  ),
  said("condition", "no (?:open )?recalls|aucun rappel", "recalls"),
  said(
    "condition",
    "(?:made|built|assembled) in \\p{L}+|fabriquée? (?:en|au|aux) \\p{L}+|assemblée? (?:en|au|aux) \\p{L}+",
    "plantCountry",
  ),
  said(
    "condition",
    "scratch(?:es)?[- ]free|no (?:scratches|dents|rust)|rust[- ]free|sans (?:rouille|égratignure|bosse)|aucune (?:rouille|égratignure|bosse)",
    "inspection",
  ),
];

/** What is said of a price needs a figure that was worked out, with its source and day. */
export const priceClaims: readonly ClaimRule[] = [
  said(
    "priceClaim",
    "below market(?: value)?|under market|sous (?:le|la valeur du) marché|inférieur au marché",
    "belowMarket",
    (car) => when(car.belowMarket !== null, "belowMarket"),
  ),
  said(
    "priceClaim",
    "(?:best|lowest|unbeatable) prices?|best (?:deal|value)|cheapest|price match|hottest deal|priced to sell|great deal|steal|(?:meilleur|plus bas) prix|prix imbattable|moins chère?|aubaine|bon plan|rabais (?:exclusif|incroyable)",
    "priceClaim",
  ),
  said(
    "priceClaim",
    "(?:most|best) (?:powerful|reliable|fuel[- ]efficient|economical|spacious|popular|awarded)(?: in (?:its|the) (?:class|segment))?|best[- ]in[- ]class|(?:la|le) plus (?:puissante?|fiable|économique|spacieu(?:x|se)|populaire)|meilleure? de (?:sa|la) catégorie|number one|numéro un",
    "superlative",
  ),
];

export const bannedClaims: readonly ClaimRule[] = [
  said(
    "banned",
    "won[’']t last(?: long)?|must[- ]see|like new|mint(?: condition)?|perfect(?:ly)?|flawless|immaculate|guaranteed approval|everybody financed|everyone (?:is )?approved|no credit(?:,? no problem| check)?|bad credit|hurry|act now|once in a lifetime|too good to be true|don[’']t miss|free (?:car|gas|oil changes)|wholesale price|dealer cost",
    "otherWords",
  ),
  said(
    "banned",
    "ne durera pas|à (?:ne pas manquer|voir absolument)|comme neu(?:f|ve)|état (?:neuf|impeccable|parfait)|impeccable|parfaite?|crédit (?:garanti|accepté|refusé)|tous (?:sont )?(?:acceptés|financés)|1re,? 2e,? 3e chance|deuxième chance au crédit|faites vite|dépêchez-vous|offre unique|essence gratuite|prix du concessionnaire|coûtant",
    "otherWords",
  ),
  // Words about who should live or drive where are no words about a car (fair lending and housing law).
  said(
    "banned",
    "(?:safe|good|nice|family|exclusive|upscale) neighbou?rhoods?|(?:christian|muslim|jewish|catholic)|perfect for (?:women|men|moms|ladies|seniors|singles)|ideal for (?:women|men|ladies|seniors)|(?:bon|beau) quartier|idéale? pour (?:les )?(?:femmes|hommes|dames|aînés)|(?:chrétien|musulman|juif|catholique)(?:ne|ve)?s?",
    "otherWords",
  ),
];

/** Naming one of these brings its whole disclosure (12 CFR 1026.24(d), 1013.7); a description has no room for that. */
export const financeTerms: readonly ClaimRule[] = [
  said(
    "financeTerm",
    "(?:\\$\\s?[\\d,. ]+|[\\d,. ]+\\s?\\$)\\s*(?:/|per |a |par )\\s*(?:mo(?:nth)?|week|mois|semaine)|(?:monthly|no) payments?|payments? (?:from|of|as low as)|\\d+ (?:monthly )?payments|(?:zero|no|\\$0|0 \\$) down|down payment|due at signing|\\d+(?:[.,]\\d+)?\\s?% (?:apr|financing|interest)|apr|lease (?:for|from|special)|for \\d+ months|interest[- ]free|sans intérêt|mensualités?|paiements? (?:de|à partir)|versements? (?:de|initial|hebdomadaire)|mise de fonds|sans (?:acompte|mise de fonds)|taux (?:de|d[’']intérêt)|location (?:à partir|pour)|à la signature",
    "disclosure",
  ),
];

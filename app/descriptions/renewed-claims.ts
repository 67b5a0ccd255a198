import type { ClaimRule } from "./claim-rule";
import { said, when } from "./word-claims";

/** Parts of which no record says that they were renewed. */
const partsEn =
  "engines?|motors?|transmissions?|gearbox(?:es)?|batter(?:y|ies)|clutch|suspension|shocks|struts|paint(?:work)?|windshield|timing (?:belt|chain)|alternator|starter|turbo(?:charger)?|exhaust|catalytic converter|radiator|water pump|head gasket|rotors?|upholstery";
const partsFr =
  "moteurs?|transmission|boîte(?: de vitesses)?|batteries?|embrayage|suspension|amortisseurs|peinture|pare-brise|courroie(?: de distribution)?|chaîne de distribution|alternateur|démarreur|turbo|échappement|catalyseur|radiateur|pompe à eau|joint de culasse|disques?|sellerie";

/** "A rebuilt engine", "the engine was replaced": a part that is no longer the one it came with. */
const english = (part: string) =>
  `(?:brand[- ]new|new(?:er)?|rebuilt|remanufactured|refurbished|overhauled|replaced|fresh) (?:${part})|(?:${part}) (?:(?:is|are|was|were|has been|have been) )?(?:(?:just|recently|newly|brand) )?(?:new|rebuilt|replaced|remanufactured|refurbished|overhauled|redone)`;
const french = (part: string) =>
  `nouve(?:au|l|lle|aux|lles) (?:${part})|(?:${part}) (?:(?:est|sont|a été|ont été|vient d[’']être|viennent d[’']être) )?(?:(?:toute?s?|récemment) )?(?:neu(?:fs?|ves?)|refait(?:e|s|es)?|remplacée?s?|reconstruite?s?|remise?s? à neuf|changée?s?|rénovée?s?)`;

/** What is said of parts that were renewed needs the work to be in the car's own record. */
export const renewedClaims: readonly ClaimRule[] = [
  said("condition", `four new tires|${english("tires?")}|${french("(?:quatre )?pneus?")}`, "reconDone.tires", (car) =>
    when(car.reconDone.includes("tires"), "reconDone.tires"),
  ),
  said(
    "condition",
    `${english("brakes?(?: pads?)?")}|${french("freins?|plaquettes?(?: de freins?)?")}`,
    "reconDone.brakes",
    (car) => when(car.reconDone.includes("brakes"), "reconDone.brakes"),
  ),
  said("condition", `${english(partsEn)}|${french(partsFr)}`, "otherWords"),
];

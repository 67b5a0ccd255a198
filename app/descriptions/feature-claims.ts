import type { ClaimRule } from "./claim-rule";
import type { VehicleGrounds } from "./vehicle-grounds";

/**
 * What a car may be said to have, in the words people use, in both languages. A code of feature-lexicon.ts is supported by
 * that feature; any other code only by a feature that a person wrote down under that name.
 */
const phrases: Readonly<Record<string, string>> = {
  autoBraking:
    "automatic (?:emergency )?braking|emergency braking|collision (?:mitigation|avoidance)|freinage (?:automatique )?d[’']urgence(?: automatique)?",
  blindSpot: "blind[- ]spot (?:monitor(?:ing)?|warning|alert)|(?:surveillance|détection|moniteur) des angles morts",
  laneKeep: "lane[- ](?:keep(?:ing)?|departure)[a-z -]{0,12}|aide au maintien de voie|maintien de voie",
  rearCrossTraffic: "rear cross[- ]traffic alert|alerte de circulation transversale(?: arrière)?",
  adaptiveCruise: "adaptive cruise(?: control)?|radar cruise|régulateur (?:de vitesse )?adaptatif",
  parkingSensors:
    "(?:front and rear )?park(?:ing)? sensors|park distance control|capteurs de stationnement(?: avant et arrière)?",
  surroundCamera:
    "surround[- ]view camera|360[- ]degree camera|360° camera|bird’s[- ]eye camera|caméra (?:panoramique|360)",
  rearCamera: "(?:rear[- ]view|back-?up|reversing|rear) camera|caméra (?:de recul|arrière)",
  heatedFront: "heated front seats|heated seats|seat heaters|sièges (?:avant )?chauffants",
  ventilatedFront: "(?:ventilated|cooled)(?: front)? seats|sièges (?:avant )?(?:ventilés|climatisés)",
  heatedRear: "heated rear seats|sièges arrière chauffants",
  heatedWheel: "heated steering wheel|volant chauffant",
  leatherSeats:
    "leather(?: seats| upholstery| interior|-trimmed seats)?|(?:sièges en |sellerie (?:de |en )?|intérieur )?cuir",
  clothSeats: "cloth seats|sièges en tissu",
  powerDriver: "power driver[’']s seat|siège conducteur à réglage électrique",
  memorySeat: "(?:driver[’']s )?seat memory|memory seats?|mémoire du siège(?: conducteur)?",
  dualClimate: "dual[- ]zone (?:automatic )?climate(?: control)?|climatisation (?:à deux zones|bizone)",
  rearClimate: "rear climate(?: control)?|climatisation arrière",
  captainChairs: "(?:second-row )?captain[’']s chairs|sièges capitaine(?: à la deuxième rangée)?",
  moonroof: "(?:power )?(?:moonroof|sunroof)|toit ouvrant(?: électrique)?",
  panoramicRoof: "panoramic (?:glass )?(?:roof|sunroof|moonroof)|toit (?:ouvrant )?panoramique(?: en verre)?",
  ledLamps: "led head(?:lamps|lights)|phares à (?:del|led)",
  roofRails: "roof rails|longerons de toit|barres de toit",
  powerLiftgate: "power (?:liftgate|tailgate)|hayon électrique",
  alloy18: "18-inch (?:alloy )?wheels|roues (?:en alliage )?de 18 po|jantes de 18 po(?:uces)?",
  alloy19: "19-inch (?:alloy )?wheels|roues (?:en alliage )?de 19 po|jantes de 19 po(?:uces)?",
  otherWheels:
    "(?:16|17|20|21|22)-inch (?:alloy )?wheels|(?:roues|jantes)(?: en alliage)? de (?:16|17|20|21|22) po(?:uces)?",
  rainWipers: "rain-sensing wipers|essuie-glaces à détection de pluie",
  powerSliding: "power sliding doors|portes coulissantes électriques",
  carplay: "(?:apple )?carplay(?: and android auto)?(?: et android auto)?|android auto",
  wirelessCharging: "wireless (?:phone )?charging|recharge sans fil(?: du téléphone)?",
  navigation: "(?:built-in )?navigation(?: system)?|navigation intégrée|gps intégré",
  digitalCluster:
    "12-inch driver display|digital (?:gauge )?cluster|écran conducteur de 12 po|instrumentation numérique",
  premiumAudio: "12-speaker audio|premium (?:audio|sound)|chaîne audio(?: à 12 haut-parleurs)?",
  headUp: "head-up display|affichage tête haute",
  keylessEntry: "keyless entry(?: and start)?|push-button start|accès (?:et démarrage )?sans clé",
  remoteStart: "remote start(?:er)?|démarreur à distance",
  wifiHotspot: "wi-?fi hotspot|borne wi-?fi",
  heatPump: "heat pump|thermopompe",
  fastCharging: "(?:dc )?fast[- ]charging|recharge rapide(?: à courant continu)?",
  homeCharging: "11 kw home charging|home charging|recharge à domicile(?: de 11 kw)?",
  foldingThirdRow: "folding third row|troisième rangée rabattable",
  splitRear: "60/40 split rear seat|banquette arrière divisée(?: 60/40)?",
  towPackage: "(?:factory )?tow(?:ing)? package|tow hitch|ensemble de remorquage(?: d[’']usine)?|attelage",
  trailerBrake: "trailer brake controller|commande de freins de remorque",
  bedLight: "bed lighting|éclairage de la caisse",
  bedOutlet: "power outlet in the bed|prise de courant dans la caisse",
  skidPlates: "skid plates|plaques de protection",
  lockingDiff: "locking (?:rear )?differential|différentiel (?:arrière )?verrouillable",
  frontTrunk: "front trunk|frunk|coffre avant",
  bluetooth: "bluetooth",
  massageSeats: "massag(?:e|ing) (?:front )?seats|sièges (?:à massage|massants)",
  nightVision: "night vision|vision nocturne",
  airSuspension: "air suspension|suspension pneumatique",
  bedLiner: "bed ?liner|doublure de caisse",
  tonneau: "tonneau cover|couvre-caisse",
  liftKit: "lift(?:ed)? kit|suspension surélevée",
  sportExhaust: "sport exhaust|échappement sport",
  launchControl: "launch control|départ canon",
  carbonFibre: "carbon[- ]fib(?:re|er)|fibre de carbone",
  ceramicBrakes: "ceramic brakes|freins en céramique",
  brandAudio: "\\b(?:bose|harman kardon|jbl|burmester|bang & olufsen|mark levinson|meridian)\\b",
  rearScreens: "rear[- ]seat (?:entertainment|screens?)|divertissement arrière|écrans arrière",
  thirdRow: "third[- ]row(?: seat(?:ing|s)?)?|troisième rangée",
  satelliteRadio: "sirius ?xm|satellite radio|radio satellite",
  autopilot: "autopilot|self-driving|hands-free driving|conduite autonome|autonome de niveau",
  dashCam: "dash ?cam|caméra embarquée",
  ambientLight: "ambient lighting|éclairage d[’']ambiance",
  paddleShifters: "paddle shifters|palettes au volant",
  winterTires: "winter tires|snow tires|pneus d[’']hiver",
  runFlat: "run-flat tires|pneus à roulage à plat",
  spareTire: "full-size spare|roue de secours",
  roofBox: "roof box|coffre de toit",
  runningBoards: "running boards|marchepieds",
  cooledGlovebox: "cooled glove ?box|boîte à gants réfrigérée",
};

const alsoBy: Readonly<Record<string, (car: VehicleGrounds) => string | null>> = {
  moonroof: (car) => (car.features.includes("panoramicRoof") ? "panoramicRoof" : null),
  thirdRow: (car) =>
    (car.seats ?? 0) >= 7 ? "seats" : car.features.includes("foldingThirdRow") ? "foldingThirdRow" : null,
};

const featureRules = Object.entries(phrases)
  // The longer phrase first: "panoramic sunroof" is no sunroof besides.
  .toSorted(([a], [b]) => rank(b) - rank(a))
  .map(([code, pattern]): ClaimRule => ({
    kind: "feature",
    pattern: new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "giu"),
    needs: code,
    grounds: (car) => {
      if (car.features.includes(code)) return [`feature.${code}`];
      const other = alsoBy[code]?.(car);
      return other ? [other] : null;
    },
  }));

function rank(code: string): number {
  return ["panoramicRoof", "heatedRear", "foldingThirdRow", "surroundCamera", "rearClimate"].includes(code) ? 1 : 0;
}

/** A word of the car's own make-up has to be what the record says. */
const kindOf = (field: "drivetrain" | "fuel" | "body", pattern: string, ...codes: string[]): ClaimRule => ({
  kind: "feature",
  pattern: new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}])`, "giu"),
  needs: field,
  grounds: (car) => (codes.includes(car[field] ?? "") ? [field] : null),
});

const textOf = (car: VehicleGrounds, field: "engine" | "transmission") =>
  `${car[field]?.en ?? ""} ${car[field]?.fr ?? ""}`.toLowerCase();

const saidIn = (field: "engine" | "transmission", pattern: string, within: RegExp): ClaimRule => ({
  kind: "feature",
  pattern: new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}])`, "giu"),
  needs: field,
  grounds: (car) => (within.test(textOf(car, field)) ? [field] : null),
});

export const featureClaims: readonly ClaimRule[] = [
  ...featureRules,
  kindOf(
    "drivetrain",
    "all[- ]wheel[- ]drive|awd|(?:à )?(?:transmission|rouage) intégrale?|traction intégrale|quatre roues motrices|4 roues motrices",
    "awd",
    "4wd",
  ),
  kindOf("drivetrain", "four[- ]wheel[- ]drive|4wd|4x4|4×4", "4wd"),
  kindOf("drivetrain", "front[- ]wheel[- ]drive|fwd|traction avant|à traction(?! intégrale)", "fwd"),
  kindOf("drivetrain", "rear[- ]wheel[- ]drive|rwd|propulsion(?: arrière)?", "rwd"),
  kindOf("fuel", "plug-?in(?: hybrid)?|hybride rechargeable|phev", "pluginHybrid"),
  kindOf("fuel", "hybrid|hybride", "hybrid", "pluginHybrid"),
  kindOf(
    "fuel",
    "fully electric|all-electric|100 % électrique|tout électrique|zero[- ]emissions?|zéro émission",
    "electric",
  ),
  kindOf("fuel", "diesel", "diesel"),
  kindOf("body", "pickup(?: truck)?|camionnette", "pickup"),
  kindOf("body", "suv|vus", "suv", "crossover"),
  kindOf("body", "sedan|berline", "sedan"),
  kindOf("body", "minivan|fourgonnette", "van"),
  kindOf("body", "hatchback|voiture à hayon|à hayon(?! électrique)", "hatch"),
  kindOf("body", "convertible|cabriolet|décapotable"),
  kindOf("body", "coupe|coupé"),
  kindOf("body", "station wagon|wagon|familiale"),
  saidIn(
    "transmission",
    "manual (?:transmission|gearbox)|stick shift|boîte manuelle|transmission manuelle",
    /manual|manuel/,
  ),
  saidIn(
    "transmission",
    "automatic (?:transmission|gearbox)|boîte automatique|transmission automatique",
    /auto|single|rapport/,
  ),
  saidIn("engine", "turbo(?:charged)?|turbocompressé", /turbo/),
  saidIn("engine", "supercharged|suralimenté par compresseur", /supercharged|compresseur/),
];

const colours: Readonly<Record<string, string>> = {
  red: "red|rouge",
  blue: "blue|bleue?",
  white: "white|blanc(?:he)?",
  black: "black|noire?",
  silver: "silver|argent[ée]?e?",
  green: "green|verte?",
  grey: "gr[ea]y|grise?",
  beige: "beige|tan",
  brown: "brown|brune?",
  orange: "orange",
  yellow: "yellow|jaune",
  purple: "purple|violette?",
  gold: "gold|dorée?",
};

/** A colour that is neither the paint's nor the cabin's. */
export const colourClaims: readonly ClaimRule[] = Object.values(colours).map((pattern) => ({
  kind: "feature",
  pattern: new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "giu"),
  needs: "colour",
  grounds: (car) => {
    const test = new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "iu");
    const told = (text: { en: string; fr: string } | null) =>
      text !== null && (test.test(text.en) || test.test(text.fr));
    if (told(car.colour)) return ["colour"];
    return told(car.interior) ? ["interior"] : null;
  },
}));

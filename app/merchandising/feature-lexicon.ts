import type { BothLanguages } from "./vehicle-facts";

export const featureGroups = ["safety", "comfort", "technology", "outside", "utility"] as const;
export type FeatureGroup = (typeof featureGroups)[number];

type Row = readonly [group: FeatureGroup, en: string, fr: string];

/** What a car may have, by code. Facts hold codes, so that a search, a comparison and both languages mean the same thing. */
const rows = {
  autoBraking: ["safety", "Automatic emergency braking", "Freinage d’urgence automatique"],
  blindSpot: ["safety", "Blind-spot monitor", "Surveillance des angles morts"],
  laneKeep: ["safety", "Lane-keeping assist", "Aide au maintien de voie"],
  rearCrossTraffic: ["safety", "Rear cross-traffic alert", "Alerte de circulation transversale arrière"],
  adaptiveCruise: ["safety", "Adaptive cruise control", "Régulateur de vitesse adaptatif"],
  parkingSensors: ["safety", "Front and rear parking sensors", "Capteurs de stationnement avant et arrière"],
  surroundCamera: ["safety", "Surround-view camera", "Caméra panoramique"],
  rearCamera: ["safety", "Rear-view camera", "Caméra de recul"],
  heatedFront: ["comfort", "Heated front seats", "Sièges avant chauffants"],
  ventilatedFront: ["comfort", "Ventilated front seats", "Sièges avant ventilés"],
  heatedRear: ["comfort", "Heated rear seats", "Sièges arrière chauffants"],
  heatedWheel: ["comfort", "Heated steering wheel", "Volant chauffant"],
  leatherSeats: ["comfort", "Leather seats", "Sièges en cuir"],
  clothSeats: ["comfort", "Cloth seats", "Sièges en tissu"],
  powerDriver: ["comfort", "Power driver’s seat", "Siège conducteur à réglage électrique"],
  memorySeat: ["comfort", "Driver’s seat memory", "Mémoire du siège conducteur"],
  dualClimate: ["comfort", "Dual-zone climate control", "Climatisation à deux zones"],
  rearClimate: ["comfort", "Rear climate control", "Climatisation arrière"],
  captainChairs: ["comfort", "Second-row captain’s chairs", "Sièges capitaine à la deuxième rangée"],
  moonroof: ["outside", "Power moonroof", "Toit ouvrant électrique"],
  panoramicRoof: ["outside", "Panoramic glass roof", "Toit panoramique en verre"],
  ledLamps: ["outside", "LED headlamps", "Phares à DEL"],
  roofRails: ["outside", "Roof rails", "Longerons de toit"],
  powerLiftgate: ["outside", "Power liftgate", "Hayon électrique"],
  alloy18: ["outside", "18-inch alloy wheels", "Roues en alliage de 18 po"],
  alloy19: ["outside", "19-inch alloy wheels", "Roues en alliage de 19 po"],
  rainWipers: ["outside", "Rain-sensing wipers", "Essuie-glaces à détection de pluie"],
  powerSliding: ["outside", "Power sliding doors", "Portes coulissantes électriques"],
  carplay: ["technology", "Apple CarPlay and Android Auto", "Apple CarPlay et Android Auto"],
  wirelessCharging: ["technology", "Wireless phone charging", "Recharge sans fil du téléphone"],
  navigation: ["technology", "Built-in navigation", "Navigation intégrée"],
  digitalCluster: ["technology", "12-inch driver display", "Écran conducteur de 12 po"],
  premiumAudio: ["technology", "12-speaker audio", "Chaîne audio à 12 haut-parleurs"],
  headUp: ["technology", "Head-up display", "Affichage tête haute"],
  keylessEntry: ["technology", "Keyless entry and start", "Accès et démarrage sans clé"],
  remoteStart: ["technology", "Remote start", "Démarreur à distance"],
  wifiHotspot: ["technology", "Wi-Fi hotspot", "Borne Wi-Fi"],
  heatPump: ["technology", "Heat pump", "Thermopompe"],
  fastCharging: ["technology", "DC fast charging", "Recharge rapide à courant continu"],
  homeCharging: ["technology", "11 kW home charging", "Recharge à domicile de 11 kW"],
  foldingThirdRow: ["utility", "Folding third row", "Troisième rangée rabattable"],
  splitRear: ["utility", "60/40 split rear seat", "Banquette arrière divisée 60/40"],
  towPackage: ["utility", "Factory tow package", "Ensemble de remorquage d’usine"],
  trailerBrake: ["utility", "Trailer brake controller", "Commande de freins de remorque"],
  bedLight: ["utility", "Bed lighting", "Éclairage de la caisse"],
  bedOutlet: ["utility", "Power outlet in the bed", "Prise de courant dans la caisse"],
  skidPlates: ["utility", "Skid plates", "Plaques de protection"],
  lockingDiff: ["utility", "Locking rear differential", "Différentiel arrière verrouillable"],
  frontTrunk: ["utility", "Front trunk", "Coffre avant"],
} as const satisfies Record<string, Row>;

export type FeatureCode = keyof typeof rows;

export interface Feature extends BothLanguages {
  group: FeatureGroup;
}

const lexicon: ReadonlyMap<string, Feature> = new Map(
  Object.entries<Row>(rows).map(([code, [group, en, fr]]) => [code, { group, en, fr }]),
);

export const featureCodes = Object.keys(rows) as FeatureCode[];

/** The feature of a code; null for one that a newer or a foreign record brought. */
export const featureOf = (code: string): Feature | null => lexicon.get(code) ?? null;

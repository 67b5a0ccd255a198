import { featureOf } from "#app/merchandising/feature-lexicon";
import type { VehicleFacts } from "#app/merchandising/vehicle-facts";
import { carColourNames } from "./car-art/car-art-catalog";
import type { InventoryRow } from "./inventory-rows";
import { gearboxes, trims, type Trim } from "./inventory-trims";
import { spread } from "./spread";

type Facts = Omit<VehicleFacts, "description">;

/** How many features a text names; the page lists them all. */
const NAMED_FEATURES = 5;

const driveWords = {
  en: { fwd: "front-wheel drive", rwd: "rear-wheel drive", awd: "all-wheel drive", "4wd": "four-wheel drive" },
  fr: {
    fwd: "à traction avant",
    rwd: "à propulsion",
    awd: "à transmission intégrale",
    "4wd": "à quatre roues motrices",
  },
};

const numberWords = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string) =>
  /^[A-Z]{2}|^Apple|^Wi-Fi|^LED|^DC/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

function listed(words: readonly string[], and: string): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)}`;
}

const featureWords = (codes: readonly string[], language: "en" | "fr") =>
  codes.slice(0, NAMED_FEATURES).flatMap((code) => {
    const feature = featureOf(code);
    return feature ? [lower(feature[language])] : [];
  });

/** What one sees first in the list of features is what this car has over a plainer one: the end of its trim's list. */
const telling = (codes: readonly string[]) => codes.toReversed();

function introEn(row: InventoryRow, trim: Trim): string {
  const name = `${row.year} ${trim.make} ${trim.model} ${trim.trim}`;
  const colour = carColourNames[row.colour].en.toLowerCase();
  const state = row.stockNumber.startsWith("N") ? "New" : row.stockNumber.startsWith("C") ? "Certified" : "Used";
  const drive = driveWords.en[trim.drivetrain];
  const gearbox = lower(gearboxes[trim.gearbox].en);
  return spread(row.stockNumber, "intro", 0, 1) === 0
    ? `${state} ${name} in ${colour} with ${drive}. ${trim.engine.en}, ${trim.powerHp} horsepower, ${gearbox} transmission.`
    : `This ${state.toLowerCase()} ${name} is ${colour}. Its ${lower(trim.engine.en)} makes ${trim.powerHp} horsepower through a ${gearbox} transmission, with ${drive}.`;
}

function introFr(row: InventoryRow, trim: Trim): string {
  const name = `${trim.make} ${trim.model} ${trim.trim} ${row.year}`;
  const colour = carColourNames[row.colour].fr.toLowerCase();
  const state = row.stockNumber.startsWith("N") ? "neuf" : row.stockNumber.startsWith("C") ? "certifié" : "d’occasion";
  const drive = driveWords.fr[trim.drivetrain];
  return spread(row.stockNumber, "intro", 0, 1) === 0
    ? `${name} ${state}, ${colour}, ${drive}. ${trim.engine.fr}, ${trim.powerHp} chevaux, boîte ${gearboxes[trim.gearbox].fr}.`
    : `Véhicule ${state} : ${name}, ${colour}, ${drive}. Le moteur (${lower(trim.engine.fr)}) développe ${trim.powerHp} chevaux avec une boîte ${gearboxes[trim.gearbox].fr}.`;
}

function economyText({ economy }: Facts): { en: string; fr: string } {
  switch (economy.kind) {
    case "electric":
      return {
        en: `The EPA estimates ${economy.rangeMiles} miles on a charge of its ${economy.batteryKwh} kWh battery.`,
        fr: `L’EPA estime l’autonomie à ${economy.rangeMiles} milles avec la batterie de ${economy.batteryKwh} kWh.`,
      };
    case "plugIn":
      return {
        en: `The EPA estimates ${economy.electricRangeMiles} miles on electricity alone, then ${economy.combined} mpg combined.`,
        fr: `L’EPA estime ${economy.electricRangeMiles} milles à l’électricité seule, puis ${economy.combined} mpg en cycle mixte.`,
      };
    case "unknown":
      return { en: "", fr: "" };
    case "fuel":
      return {
        en: `The EPA estimates ${economy.city} mpg in the city and ${economy.highway} on the highway.`,
        fr: `L’EPA estime ${economy.city} mpg en ville et ${economy.highway} sur route.`,
      };
  }
}

function roomText(facts: Facts): { en: string; fr: string } {
  const { seats, rearLegroomInches: legroom, cargoCubicFeet: cargo, towingPounds: towing } = facts;
  const pounds = towing?.toLocaleString("en-US");
  const livres = towing?.toLocaleString("fr-CA").replace(/\s/g, "\u00a0");
  return {
    en: `${capital(numberWords[seats] ?? String(seats))} seats, ${legroom} inches of rear legroom and ${cargo} cubic feet of cargo room.${pounds ? ` It is rated to tow up to ${pounds} lb.` : ""}`,
    fr: `${seats} places, ${legroom} po de dégagement aux jambes à l’arrière et ${cargo} pi³ de chargement.${livres ? ` Capacité de remorquage maximale : ${livres} lb.` : ""}`,
  };
}

function historyText({ history }: Facts): { en: string; fr: string } | null {
  if (!history) return null;
  const { owners, accidentsReported: accidents, inspectionPoints, tireDepth32nds: tread, keys } = history;
  const count = (n: number) => numberWords[n] ?? String(n);
  return {
    en: `The history record shows ${count(owners)} owner${owners === 1 ? "" : "s"} and ${count(accidents)} reported accident${accidents === 1 ? "" : "s"}. Our technicians went over ${inspectionPoints} points. The least tread on any tire is ${tread}/32 in, and ${keys === 1 ? "one key comes" : `${count(keys)} keys come`} with the car.`,
    fr: `Le dossier d’historique indique ${owners} propriétaire${owners === 1 ? "" : "s"} et ${accidents === 0 ? "aucun accident signalé" : `${accidents} accident${accidents === 1 ? "" : "s"} signalé${accidents === 1 ? "" : "s"}`}. Nos techniciens ont vérifié ${inspectionPoints} points. La plus faible bande de roulement est de ${tread}/32 po, et ${keys === 1 ? "une clé est fournie" : `${keys} clés sont fournies`}.`,
  };
}

/** Plain text from the facts alone: nothing is said that the record does not hold. */
export function describeVehicle(row: InventoryRow, facts: Facts): VehicleFacts["description"] {
  const trim = trims[row.trim];
  const economy = economyText(facts);
  const room = roomText(facts);
  const history = historyText(facts);
  const codes = telling(facts.features);
  return {
    en: [
      `${introEn(row, trim)} ${economy.en}`,
      `${room.en} Equipment includes ${listed(featureWords(codes, "en"), "and")}.`,
      ...(history ? [history.en] : []),
    ],
    fr: [
      `${introFr(row, trim)} ${economy.fr}`,
      `${room.fr} Équipement : ${listed(featureWords(codes, "fr"), "et")}.`,
      ...(history ? [history.fr] : []),
    ],
  };
}

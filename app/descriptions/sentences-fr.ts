import { featureOf } from "#app/merchandising/feature-lexicon";
import { formatNumber } from "#app/ui/format";
import type { SentenceBook } from "./sentence-book";

const n = (value: number) => formatNumber(value, "fr");
const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} et ${words.at(-1)}`;

const bodies: Readonly<Record<string, string>> = {
  suv: "un VUS",
  sedan: "une berline",
  hatch: "une voiture à hayon",
  pickup: "une camionnette",
  van: "une fourgonnette",
  crossover: "un multisegment",
};
const drives: Readonly<Record<string, string>> = {
  awd: "la transmission intégrale",
  "4wd": "les quatre roues motrices",
  fwd: "la traction avant",
  rwd: "la propulsion",
};
const lower = (text: string) => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
const feature = (code: string) => {
  const name = featureOf(code)?.fr;
  return name === undefined ? null : name.startsWith("Apple") ? name : lower(name);
};

/** French sentences, written in French and not translated, each only where its facts are known. */
export const sentencesFr: SentenceBook = {
  opening: [
    ({ year, make, model, trim, body, colour }) =>
      year && make && model
        ? `${make} ${model}${trim ? ` ${trim}` : ""} ${year} : ${bodies[body ?? ""] ?? "une voiture"}${colour ? ` de teinte ${lower(colour.fr)}` : ""}.`
        : null,
    ({ year, make, model, trim, body }) =>
      year && make && model && body
        ? `Voici ${bodies[body] ?? "une voiture"} pour tous les jours, la ${make} ${model}${trim ? ` ${trim}` : ""} ${year}.`
        : null,
    ({ year, make, model, trim, colour }) =>
      year && make && model && colour
        ? `${colour.fr} à l’extérieur, cette ${make} ${model}${trim ? ` ${trim}` : ""} est du millésime ${year}.`
        : null,
  ],
  mileage: [
    ({ mileage, condition }) => (mileage !== null && condition !== "new" ? `Elle affiche ${n(mileage)} milles.` : null),
    ({ mileage, condition }) =>
      mileage !== null && condition !== "new" ? `Au compteur : ${n(mileage)} milles.` : null,
  ],
  power: [
    ({ engine, powerHp }) =>
      engine && powerHp ? `Son groupe motopropulseur (${lower(engine.fr)}) développe ${n(powerHp)} ch.` : null,
    ({ engine, powerHp }) => (engine && powerHp ? `Sous le capot : ${lower(engine.fr)}, ${n(powerHp)} ch.` : null),
    ({ engine, powerHp }) => (engine && !powerHp ? `Sous le capot : ${lower(engine.fr)}.` : null),
  ],
  drive: [
    ({ drivetrain, transmission }) =>
      drivetrain && transmission
        ? `La puissance passe par ${drives[drivetrain]} et une boîte ${lower(transmission.fr)}.`
        : null,
    ({ drivetrain, transmission }) => (drivetrain && !transmission ? `Elle compte sur ${drives[drivetrain]}.` : null),
    ({ drivetrain, transmission }) =>
      drivetrain && transmission
        ? `Elle compte sur ${drives[drivetrain]} ; la boîte est ${lower(transmission.fr)}.`
        : null,
  ],
  economy: [
    ({ cityMpg, highwayMpg, fuel }) =>
      cityMpg && highwayMpg && fuel !== "electric"
        ? `L’EPA estime ${cityMpg} mpg en ville et ${highwayMpg} sur route.`
        : null,
    ({ cityMpg, highwayMpg, fuel }) =>
      cityMpg && highwayMpg && fuel !== "electric"
        ? `Consommation estimée par l’EPA : ${cityMpg} mpg en ville, ${highwayMpg} sur route.`
        : null,
  ],
  charge: [
    ({ rangeMiles, batteryKwh }) =>
      rangeMiles
        ? `L’EPA estime son autonomie électrique à ${n(rangeMiles)} milles${batteryKwh ? `, grâce à sa batterie de ${batteryKwh} kWh` : ""}.`
        : null,
  ],
  room: [
    ({ seats, rearLegroomInches, cargoCubicFeet }) =>
      seats && rearLegroomInches && cargoCubicFeet
        ? `On y trouve ${seats} places, ${rearLegroomInches} po pour les jambes à l’arrière et ${cargoCubicFeet} pi³ de chargement.`
        : null,
    ({ seats, cargoCubicFeet }) =>
      seats && cargoCubicFeet ? `Elle offre ${seats} places et ${cargoCubicFeet} pi³ derrière elles.` : null,
    ({ seats, cargoCubicFeet }) => (seats && !cargoCubicFeet ? `Elle offre ${seats} places.` : null),
  ],
  work: [({ towingPounds }) => (towingPounds ? `Sa capacité de remorquage atteint ${n(towingPounds)} lb.` : null)],
  safety: [(_, pick) => withFeatures(pick("safety", 4), (words) => `Aides à la conduite : ${listed(words)}.`)],
  comfort: [
    (_, pick) => withFeatures(pick("comfort", 4), (words) => `À bord : ${listed(words)}.`),
    (_, pick) => withFeatures(pick("comfort", 4), (words) => `L’habitacle réunit ${listed(words)}.`),
  ],
  technology: [
    (_, pick) => withFeatures(pick("technology", 4), (words) => `Pour la route et le téléphone : ${listed(words)}.`),
    (_, pick) => withFeatures(pick("technology", 4), (words) => `Côté branché : ${listed(words)}.`),
  ],
  outside: [(_, pick) => withFeatures(pick("outside", 3), (words) => `À l’extérieur : ${listed(words)}.`)],
  utility: [(_, pick) => withFeatures(pick("utility", 3), (words) => `Pour le travail : ${listed(words)}.`)],
  history: [
    ({ owners, accidentsReported, historySource }) =>
      owners !== null && accidentsReported !== null && historySource
        ? `Le dossier d’historique (${historySource}) indique ${owners} propriétaire${owners === 1 ? "" : "s"} et ${accidentsReported === 0 ? "aucun accident signalé" : `${accidentsReported} accident${accidentsReported === 1 ? " signalé" : "s signalés"}`}.`
        : null,
  ],
  inspection: [
    ({ inspectionPoints, tireDepth32nds, keys }) =>
      inspectionPoints
        ? `Nos techniciens ont vérifié ${inspectionPoints} points${tireDepth32nds ? ` ; la plus faible bande de roulement est de ${tireDepth32nds}/32 po` : ""}${keys ? `, et ${keys === 1 ? "1 clé l’accompagne" : `${keys} clés l’accompagnent`}` : ""}.`
        : null,
  ],
  warranty: [
    ({ warranty, warrantyMonths, warrantyMiles }) => {
      if (!warranty || warranty === "asIs" || !warrantyMonths || !warrantyMiles) return null;
      const whose = warranty === "factory" || warranty === "factoryRemainder" ? "garantie d’usine" : "garantie";
      return `Sa ${whose} couvre ${warrantyMonths} mois ou ${n(warrantyMiles)} milles.`;
    },
  ],
  closing: [
    ({ stockNumber }, _, store) => `Demandez le numéro de stock ${stockNumber} chez ${store.name}, à ${store.city}.`,
    ({ stockNumber }, _, store) =>
      `Elle vous attend chez ${store.name}, à ${store.city}, sous le numéro de stock ${stockNumber}.`,
  ],
  short: [
    ({ year, make, model, trim, mileage, condition, drivetrain }, _, store) =>
      year && make && model
        ? `${make} ${model}${trim ? ` ${trim}` : ""} ${year}${drivetrain ? `, avec ${drives[drivetrain]}` : ""}${mileage !== null && condition !== "new" ? `, ${n(mileage)} milles` : ""}. Chez ${store.name}.`
        : null,
  ],
};

function withFeatures(codes: readonly string[], say: (words: string[]) => string): string | null {
  const words = codes.flatMap((code) => feature(code) ?? []);
  return words.length >= 2 ? say(words) : null;
}

import { featureOf } from "#app/merchandising/feature-lexicon";
import { formatNumber } from "#app/ui/format";
import type { SentenceBook } from "./sentence-book";

const n = (value: number) => formatNumber(value, "en");
const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const bodies: Readonly<Record<string, string>> = {
  suv: "SUV",
  sedan: "sedan",
  hatch: "hatchback",
  pickup: "pickup",
  van: "minivan",
  crossover: "crossover",
};
const drives: Readonly<Record<string, string>> = {
  awd: "all-wheel drive",
  "4wd": "four-wheel drive",
  fwd: "front-wheel drive",
  rwd: "rear-wheel drive",
};
const lower = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
const feature = (code: string) => {
  const name = featureOf(code)?.en;
  return name === undefined ? null : /^(Apple|LED|DC|Wi-Fi)/.test(name) ? name : lower(name);
};

/** English sentences: written in English, each only where its facts are known. Several to choose from, so that cars differ. */
export const sentencesEn: SentenceBook = {
  opening: [
    ({ year, make, model, trim, body, colour }) =>
      year && make && model
        ? `This ${year} ${make} ${model}${trim ? ` ${trim}` : ""} is a ${bodies[body ?? ""] ?? "car"}${colour ? ` in ${lower(colour.en)}` : ""}.`
        : null,
    ({ year, make, model, trim, body, colour }) =>
      year && make && model && body
        ? `A ${bodies[body] ?? "car"} for every day: the ${year} ${make} ${model}${trim ? ` ${trim}` : ""}${colour ? `, finished in ${lower(colour.en)}` : ""}.`
        : null,
    ({ year, make, model, trim, colour }) =>
      year && make && model && colour
        ? `${colour.en} outside, and built the way the ${make} ${model}${trim ? ` ${trim}` : ""} was for ${year}.`
        : null,
  ],
  mileage: [
    ({ mileage, condition }) => (mileage !== null && condition !== "new" ? `It shows ${n(mileage)} miles.` : null),
    ({ mileage, condition }) =>
      mileage !== null && condition !== "new" ? `The odometer reads ${n(mileage)} miles.` : null,
  ],
  power: [
    ({ engine, powerHp }) => (engine && powerHp ? `Its ${lower(engine.en)} makes ${n(powerHp)} hp.` : null),
    ({ engine, powerHp }) => (engine && powerHp ? `Power comes from the ${lower(engine.en)}: ${n(powerHp)} hp.` : null),
    ({ engine, powerHp }) => (engine && !powerHp ? `Under the hood is the ${lower(engine.en)}.` : null),
  ],
  drive: [
    ({ drivetrain, transmission }) =>
      drivetrain && transmission
        ? `It puts that to the road through ${drives[drivetrain]} and the ${lower(transmission.en)}${/transmission|gear/i.test(transmission.en) ? "" : " transmission"}.`
        : null,
    ({ drivetrain, transmission }) => (drivetrain && !transmission ? `It has ${drives[drivetrain]}.` : null),
    ({ drivetrain, transmission }) =>
      drivetrain && transmission
        ? `The layout is ${drives[drivetrain]}; the gearbox: ${lower(transmission.en)}.`
        : null,
  ],
  economy: [
    ({ cityMpg, highwayMpg, fuel }) =>
      cityMpg && highwayMpg && fuel !== "electric"
        ? `The EPA estimates ${cityMpg} mpg in the city and ${highwayMpg} on the highway.`
        : null,
    ({ cityMpg, highwayMpg, fuel }) =>
      cityMpg && highwayMpg && fuel !== "electric"
        ? `EPA estimates: ${cityMpg} city, ${highwayMpg} highway mpg.`
        : null,
  ],
  charge: [
    ({ rangeMiles, batteryKwh }) =>
      rangeMiles
        ? `The EPA estimates ${n(rangeMiles)} miles of electric range${batteryKwh ? ` from its ${batteryKwh} kWh battery` : ""}.`
        : null,
  ],
  room: [
    ({ seats, rearLegroomInches, cargoCubicFeet }) =>
      seats && rearLegroomInches && cargoCubicFeet
        ? `There are ${seats} seats, ${rearLegroomInches} inches of rear legroom and ${cargoCubicFeet} cubic feet of cargo room.`
        : null,
    ({ seats, cargoCubicFeet }) =>
      seats && cargoCubicFeet ? `It seats ${seats} and carries ${cargoCubicFeet} cubic feet behind them.` : null,
    ({ seats, cargoCubicFeet }) => (seats && !cargoCubicFeet ? `It seats ${seats}.` : null),
  ],
  work: [
    ({ towingPounds }) => (towingPounds ? `It is rated to tow up to ${n(towingPounds)} lb.` : null),
    ({ towingPounds }) => (towingPounds ? `Towing capacity: ${n(towingPounds)} lb when properly equipped.` : null),
  ],
  safety: [(_, pick) => withFeatures(pick("safety", 4), (words) => `Driver assistance on this one: ${listed(words)}.`)],
  comfort: [
    (_, pick) => withFeatures(pick("comfort", 4), (words) => `Inside there are ${listed(words)}.`),
    (_, pick) => withFeatures(pick("comfort", 4), (words) => `The cabin brings ${listed(words)}.`),
  ],
  technology: [
    (_, pick) => withFeatures(pick("technology", 4), (words) => `For the road and the phone: ${listed(words)}.`),
    (_, pick) => withFeatures(pick("technology", 4), (words) => `Connectivity covers ${listed(words)}.`),
  ],
  outside: [
    (_, pick) => withFeatures(pick("outside", 3), (words) => `Outside, it wears ${listed(words)}.`),
    (_, pick) => withFeatures(pick("outside", 3), (words) => `Outside: ${listed(words)}.`),
  ],
  utility: [(_, pick) => withFeatures(pick("utility", 3), (words) => `For the work it does: ${listed(words)}.`)],
  history: [
    ({ owners, accidentsReported, historySource }) =>
      owners !== null && accidentsReported !== null && historySource
        ? `The history record (${historySource}) shows ${owners} owner${owners === 1 ? "" : "s"} and ${accidentsReported === 0 ? "no reported accidents" : `${accidentsReported} reported accident${accidentsReported === 1 ? "" : "s"}`}.`
        : null,
  ],
  inspection: [
    ({ inspectionPoints, tireDepth32nds, keys }) =>
      inspectionPoints
        ? `Our technicians went over ${inspectionPoints} points${tireDepth32nds ? `; the least tread on any tire is ${tireDepth32nds}/32 in` : ""}${keys ? `, and ${keys} key${keys === 1 ? "" : "s"} come with it` : ""}.`
        : null,
  ],
  warranty: [
    ({ warranty, warrantyMonths, warrantyMiles }) => {
      if (warranty === "asIs") return null;
      if (!warranty || !warrantyMonths || !warrantyMiles) return null;
      const whose = warranty === "factory" || warranty === "factoryRemainder" ? "factory warranty" : "warranty";
      return `Its ${whose} covers ${warrantyMonths} months or ${n(warrantyMiles)} miles.`;
    },
  ],
  closing: [
    ({ stockNumber }, _, store) => `Ask for stock number ${stockNumber} at ${store.name} in ${store.city}.`,
    ({ stockNumber }, _, store) => `It stands at ${store.name} in ${store.city} as stock number ${stockNumber}.`,
  ],
  short: [
    ({ year, make, model, trim, mileage, condition, drivetrain }, _, store) =>
      year && make && model
        ? `${year} ${make} ${model}${trim ? ` ${trim}` : ""}${drivetrain ? `, ${drives[drivetrain]}` : ""}${mileage !== null && condition !== "new" ? `, ${n(mileage)} miles` : ""}. At ${store.name}.`
        : null,
  ],
};

function withFeatures(codes: readonly string[], say: (words: string[]) => string): string | null {
  const words = codes.flatMap((code) => feature(code) ?? []);
  return words.length >= 2 ? say(words) : null;
}

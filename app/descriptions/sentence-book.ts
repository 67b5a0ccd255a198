import type { FeatureGroup } from "#app/merchandising/feature-lexicon";
import type { Segment, StoreGrounds, VehicleGrounds } from "./vehicle-grounds";

/** Codes of this car's features of a group, the most telling first. */
export type PickFeatures = (group: FeatureGroup, most: number) => readonly string[];

/** A sentence, or null where a fact it needs is not known. */
export type Sentence = (car: VehicleGrounds, pick: PickFeatures, store: StoreGrounds) => string | null;

export const topics = [
  "opening",
  "mileage",
  "power",
  "drive",
  "economy",
  "charge",
  "room",
  "work",
  "safety",
  "comfort",
  "technology",
  "outside",
  "utility",
  "history",
  "inspection",
  "warranty",
  "closing",
  "short",
] as const;
export type Topic = (typeof topics)[number];

/** Sentences of one language by what they are about; several of each, so that two cars do not read alike. */
export type SentenceBook = Readonly<Record<Topic, readonly Sentence[]>>;

/** What a buyer of this kind asks first. One inner list is a paragraph. */
export const pagePlans: Readonly<Record<Segment, readonly (readonly Topic[])[]>> = {
  family: [
    ["opening", "mileage", "room", "safety"],
    ["economy", "power", "drive", "comfort", "technology", "outside"],
    ["history", "inspection", "warranty", "closing"],
  ],
  performance: [
    ["opening", "power", "drive", "mileage"],
    ["outside", "comfort", "technology", "safety", "economy"],
    ["history", "inspection", "warranty", "closing"],
  ],
  truck: [
    ["opening", "work", "drive", "power"],
    ["mileage", "utility", "room", "comfort", "technology", "safety", "economy"],
    ["history", "inspection", "warranty", "closing"],
  ],
  electric: [
    ["opening", "charge", "economy", "mileage"],
    ["power", "drive", "technology", "comfort", "safety", "room"],
    ["history", "inspection", "warranty", "closing"],
  ],
  luxury: [
    ["opening", "comfort", "technology", "mileage"],
    ["power", "drive", "safety", "outside", "room", "economy"],
    ["history", "inspection", "warranty", "closing"],
  ],
  economy: [
    ["opening", "economy", "mileage", "power"],
    ["drive", "safety", "technology", "comfort", "room"],
    ["history", "inspection", "warranty", "closing"],
  ],
  commercial: [
    ["opening", "work", "room", "mileage"],
    ["power", "drive", "economy", "utility", "safety", "technology"],
    ["history", "inspection", "warranty", "closing"],
  ],
};

/** The two that matter most to such a buyer, for where there is room for two sentences. */
export const shortPlans: Readonly<Record<Segment, readonly Topic[]>> = {
  family: ["room", "safety"],
  performance: ["power", "drive"],
  truck: ["work", "power"],
  electric: ["charge", "power"],
  luxury: ["comfort", "power"],
  economy: ["economy", "power"],
  commercial: ["room", "power"],
};

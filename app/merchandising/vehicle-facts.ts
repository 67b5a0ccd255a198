import { z } from "zod";
import { centsSchema, codeSchema, plainDateSchema, shortText } from "#machines/money/stored-value";
import { vehicleSnapshotSchema } from "#machines/store/vehicle-snapshot";

/** A text in both languages, written in each and not translated from one to the other. */
const bothLanguages = z.strictObject({ en: z.string().max(1_200), fr: z.string().max(1_200) });
export type BothLanguages = z.infer<typeof bothLanguages>;

const economySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fuel"), city: z.int(), highway: z.int(), combined: z.int() }),
  z.strictObject({
    kind: z.literal("plugIn"),
    city: z.int(),
    highway: z.int(),
    combined: z.int(),
    electricRangeMiles: z.int(),
  }),
  /** Nobody has rated it, or nobody has looked: the page then says nothing of it. */
  z.strictObject({ kind: z.literal("unknown") }),
  z.strictObject({ kind: z.literal("electric"), rangeMiles: z.int(), batteryKwh: z.int(), mpge: z.int() }),
]);

const cover = z.strictObject({ months: z.int().min(1), miles: z.int().min(1) });

/** Where a claim about the car comes from and on which day it was looked up. */
const historySchema = z.strictObject({
  source: shortText,
  checkedOn: plainDateSchema,
  owners: z.int().min(1).max(9),
  accidentsReported: z.int().min(0).max(9),
  titleIsClean: z.boolean(),
  keys: z.int().min(1).max(4),
  /** Least tread of the four, in 32nds of an inch. */
  tireDepth32nds: z.int().min(0).max(20),
  inspectionPoints: z.int().min(0).max(400),
  inspectedOn: plainDateSchema,
});

const recallsSchema = z.strictObject({
  source: shortText,
  /** Null: nobody has looked, and no page says that there are none. */
  checkedOn: plainDateSchema.nullable(),
  open: z.array(z.strictObject({ campaign: shortText, component: bothLanguages, remedyAvailable: z.boolean() })).max(8),
});

const stickerSchema = z.strictObject({
  basePrice: centsSchema,
  options: z.array(z.strictObject({ name: bothLanguages, price: centsSchema })).max(12),
  destination: centsSchema,
});

const snapshotShape = vehicleSnapshotSchema.shape;

/** Everything a vehicle's page shows that is not a column of its own. Stored as JSON, checked when read. */
export const vehicleFactsSchema = z.strictObject({
  version: z.literal(1),
  /** Drawn, not photographed: every picture then says so. */
  illustration: z.boolean(),
  interior: z.enum(["dark", "sand"]),
  msrp: centsSchema,
  addOns: snapshotShape.addOns,
  incentives: snapshotShape.incentives,
  residuals: snapshotShape.residuals,
  engine: bothLanguages,
  powerHp: z.int().min(20).max(2_000).nullable(),
  transmission: bothLanguages,
  economy: economySchema,
  seats: z.int().min(2).max(9),
  rearLegroomInches: z.int().min(20).max(60).nullable(),
  cargoCubicFeet: z.int().min(0).max(300).nullable(),
  towingPounds: z.int().min(0).max(20_000).nullable(),
  /** Codes of feature-lexicon.ts, most telling first. */
  features: z.array(codeSchema).max(40),
  warranty: z.strictObject({
    basis: z.enum(["factory", "factoryRemainder", "certified", "store", "asIs"]),
    basic: cover.nullable(),
    powertrain: cover.nullable(),
    battery: cover.nullable(),
  }),
  /** Null for a car that was never titled. */
  history: historySchema.nullable(),
  recalls: recallsSchema,
  /** As on the glass of a new car; adds up to the MSRP. */
  windowSticker: stickerSchema.nullable(),
  /** Phrases of the description with who says so, for a reader who taps for proof. */
  evidence: z
    .strictObject({
      en: z.array(z.strictObject({ phrase: z.string().max(400), source: z.string().max(240) })).max(40),
      fr: z.array(z.strictObject({ phrase: z.string().max(400), source: z.string().max(240) })).max(40),
    })
    .optional(),
  description: z.strictObject({ en: z.array(z.string().max(900)).max(6), fr: z.array(z.string().max(900)).max(6) }),
});
export type VehicleFacts = z.infer<typeof vehicleFactsSchema>;
export type VehicleEconomy = VehicleFacts["economy"];

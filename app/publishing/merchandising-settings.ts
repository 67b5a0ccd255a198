import { z } from "zod";
import { centsSchema } from "#machines/money/stored-value";

/** Columns of the export that listing sites agree on, in the order that most of them take. */
export const csvColumns = [
  "DealerID",
  "StockNumber",
  "VIN",
  "NewUsed",
  "Certified",
  "Year",
  "Make",
  "Model",
  "Trim",
  "BodyStyle",
  "Doors",
  "Transmission",
  "Drivetrain",
  "Engine",
  "Cylinders",
  "FuelType",
  "ExteriorColor",
  "InteriorColor",
  "Mileage",
  "Price",
  "MSRP",
  "DateInStock",
  "Description",
  "Options",
  "ImageList",
  "VDPUrl",
  "CityMPG",
  "HighwayMPG",
  "CarfaxURL",
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** A store's rules of merchandising. Every one has a default, so that a store begins without a form. */
export const merchandisingSettingsSchema = z.strictObject({
  version: z.literal(1).default(1),
  /** From acquired to live. */
  liveWithinHours: z.int().min(1).max(2_000).default(24),
  /** The author of a text may not approve it. */
  fourEyes: z.boolean().default(false),
  leastPhotos: z.int().min(0).max(60).default(6),
  leastScore: z.int().min(0).max(100).default(70),
  labourCentsPerHour: centsSchema.default(30_00 as never),
  holdingCentsPerDay: centsSchema.default(42_00 as never),
  /** Part of a feed's address: whoever has it may read the feed. */
  feedToken: z.string().regex(/^[A-Za-z0-9_-]{24,64}$/),
  storeCode: z.string().max(64).default("LAKESIDE"),
  dealerId: z.string().max(64).default("LAKESIDE"),
  /** Every second car is drafted by machine, the others by hand: the only way to compare the two fairly. */
  alternateAssignment: z.boolean().default(false),
  csv: z
    .strictObject({
      separator: z.enum([",", ";", "\t", "|"]).default(","),
      optionSeparator: z.enum(["|", ","]).default("|"),
      columns: z
        .array(z.enum(csvColumns))
        .min(3)
        .default([...csvColumns]),
      names: z.partialRecord(z.enum(csvColumns), z.string().min(1).max(60)).default({}),
      dates: z.enum(["iso", "us"]).default("iso"),
      /** Where the file is sent after each change; empty: it is fetched. */
      sendTo: z.union([z.literal(""), z.url({ protocol: /^https$/ })]).default(""),
    })
    .prefault({}),
});
export type MerchandisingSettings = z.infer<typeof merchandisingSettingsSchema>;

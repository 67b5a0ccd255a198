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

const SSH_PORT = 22;

export type ExportAddress =
  { protocol: "https" } | { protocol: "sftp"; host: string; port: number; user: string; path: string };

/** Where the export goes, out of one line; null where it is fetched, or where the line names no place for a file. */
export function exportAddress(sendTo: string): ExportAddress | null {
  if (!URL.canParse(sendTo)) return null;
  const { protocol, hostname, port, username, password, pathname } = new URL(sendTo);
  // A secret in an address would stand in logs and on screens.
  if (password !== "") return null;
  if (protocol === "https:") return { protocol: "https" };
  const path = decodeURIComponent(pathname);
  if (protocol !== "sftp:" || username === "" || hostname === "" || path.endsWith("/")) return null;
  const host = hostname.replace(/^\[|\]$/g, "");
  return { protocol: "sftp", host, port: Number(port || SSH_PORT), user: decodeURIComponent(username), path };
}

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
  /** Where the store stands: Meta takes no vehicle without it. */
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
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
      /** Where the file is sent after each change, by HTTPS or SFTP; empty: it is fetched. */
      sendTo: z
        .string()
        .max(400)
        .refine((sendTo) => sendTo === "" || exportAddress(sendTo) !== null)
        .default(""),
      /** The SFTP server's own key, as `ssh-keygen -lf` prints it. */
      hostKey: z.union([z.literal(""), z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/)]).default(""),
      /** Encrypted: a password or a private key. Never in a payload. */
      secret: z.string().max(20_000).default(""),
    })
    .refine(
      ({ sendTo, hostKey, secret }) => exportAddress(sendTo)?.protocol !== "sftp" || (hostKey !== "" && secret !== ""),
    )
    .prefault({}),
});
export type MerchandisingSettings = z.infer<typeof merchandisingSettingsSchema>;

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { storePolicySchema } from "#machines/store/store-policy";
import type { StaffName, StockRecord } from "#app/intake/stock-record.server";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";
import type { Locale } from "#app/ui/locale";
import { draftText } from "./draft-provider.server";
import { checkText, type CheckContext } from "./fact-check";
import { groundsOf } from "./grounds-of-record";
import { textChannels, vehicleTextContentSchema, type TextChannel, type VehicleTextContent } from "./vehicle-text";
import type { StoreGrounds } from "./vehicle-grounds";

const rowSchema = z.object({
  id: z.string(),
  locale: z.enum(["en", "fr"]),
  channel: z.enum(textChannels),
  version: z.int(),
  content: vehicleTextContentSchema,
  origin: z.enum(["writer", "model", "person"]),
  originNote: z.record(z.string(), z.unknown()),
  authorId: z.string(),
  authorName: z.string(),
  createdAt: z.date(),
  status: z.enum(["draft", "approved", "rejected", "replaced"]),
  reviewerName: z.string().nullable(),
  reason: z.string(),
});
export type StoredText = z.infer<typeof rowSchema>;

/** Every text of a vehicle, the newest version of each language and channel first. */
export async function readTexts(stockNumber: string): Promise<StoredText[]> {
  const { rows } = await database().query(
    `select * from "VehicleText" where "stockNumber" = $1 order by "locale", "channel", "version" desc`,
    [stockNumber],
  );
  return rows.map((row) => rowSchema.parse(row));
}

/** The one that counts for a language and channel: the newest that was not thrown away. */
export const currentText = (texts: readonly StoredText[], locale: Locale, channel: TextChannel): StoredText | null =>
  texts.find((text) => text.locale === locale && text.channel === channel && text.status !== "rejected") ?? null;

export async function storeGrounds(rooftopId: string): Promise<StoreGrounds> {
  const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
  const { name, address, phone } = storePolicySchema.parse(rooftop.policy);
  return { name, city: address.city, region: address.region, phone };
}

/** Models and trims of the rest of the stock: a text that names one speaks of another car. */
export async function otherNames(rooftopId: string): Promise<string[]> {
  const { rows } = await database().query<{ name: string }>(
    `select distinct unnest(array["model", "trim"]) as name from "Vehicle" where "rooftopId" = $1`,
    [rooftopId],
  );
  return rows.map(({ name }) => name).toSorted((a, b) => b.length - a.length);
}

/** What a text about this vehicle is read against. */
export async function checkContext(record: StockRecord, channel: TextChannel): Promise<CheckContext> {
  return {
    car: groundsOf(record),
    store: await storeGrounds(record.rooftopId),
    channel,
    otherNames: await otherNames(record.rooftopId),
  };
}

interface NewText {
  record: StockRecord;
  locale: Locale;
  channel: TextChannel;
  content: VehicleTextContent;
  origin: StoredText["origin"];
  originNote: Record<string, unknown>;
  by: StaffName;
}

async function insertText(tx: SqlExecutor, text: NewText): Promise<void> {
  const { record, locale, channel } = text;
  await tx.query(
    `update "VehicleText" set "status" = 'replaced'
      where "stockNumber" = $1 and "locale" = $2 and "channel" = $3 and "status" = 'draft'`,
    [record.stockNumber, locale, channel],
  );
  await tx.query(
    `insert into "VehicleText" ("id","stockNumber","rooftopId","locale","channel","version","content","origin","originNote",
       "authorId","authorName","createdAt","status")
     select $1,$2,$3,$4,$5,coalesce(max("version"),0)+1,$6,$7,$8,$9,$10,$11,'draft' from "VehicleText"
      where "stockNumber" = $2 and "locale" = $4 and "channel" = $5`,
    [
      randomUUID(),
      record.stockNumber,
      record.rooftopId,
      locale,
      channel,
      JSON.stringify(vehicleTextContentSchema.parse(text.content)),
      text.origin,
      JSON.stringify(text.originNote),
      text.by.staffId,
      text.by.name,
      now().toISOString(),
    ],
  );
}

/** Drafts every text of a vehicle anew, in both languages and for every channel. */
export async function draftTexts(record: StockRecord, by: StaffName): Promise<void> {
  const drafts: NewText[] = [];
  for (const locale of ["en", "fr"] as const)
    for (const channel of textChannels) {
      const context = await checkContext(record, channel);
      const { draft, origin, originNote } = await draftText({ ...context, locale }, record.notes);
      const { claims } = checkText(draft, context);
      drafts.push({ record, locale, channel, content: { ...draft, claims }, origin, originNote, by });
    }
  await database().transaction(async (tx) => {
    for (const draft of drafts) await insertText(tx, draft);
  });
}

/** A person's own words: a new version beside the old one, checked like any other. */
export async function editText(
  record: StockRecord,
  edit: { locale: Locale; channel: TextChannel; title: string; body: string },
  by: StaffName,
): Promise<void> {
  const paragraphs = edit.body
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .slice(0, 8);
  const { claims } = checkText({ title: edit.title, paragraphs }, await checkContext(record, edit.channel));
  const content = { title: edit.title.trim(), paragraphs, claims };
  await database().transaction((tx) =>
    insertText(tx, {
      record,
      locale: edit.locale,
      channel: edit.channel,
      content,
      origin: "person",
      originNote: {},
      by,
    }),
  );
}

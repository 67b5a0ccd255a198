import { z } from "zod";
import { actorRefSchema } from "#machines/store/actor-schema";

/** The open deal format. A changed meaning is a new version; docs/deal-format.md describes every field of this one. */
export const DEAL_FORMAT = "deal-jacket/deal";
export const DEAL_FORMAT_VERSION = 1;
export const CUSTOMER_COPY_FORMAT = "deal-jacket/customer-copy";
export const CUSTOMER_COPY_VERSION = 1;

/** A deal's journal is a few hundred events; a paper is some hundred kilobytes. */
export const MOST_EVENTS = 20_000;
export const MOST_DOCUMENTS = 60;
export const MOST_MESSAGES = 20_000;
/** A file longer than this is refused before it is read; a form carries 12 MB. */
export const MAX_FILE_BYTES = 11 * 1_024 * 1_024;

const instant = z.iso.datetime();
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(200);

export const formatEventSchema = z.strictObject({
  revision: z.int().min(1),
  at: instant,
  by: actorRefSchema,
  editId: z.string().min(1).max(120),
  editHash: z.string().max(120),
  /** Parsed apart, by the version of the core that reads it, so that one unknown type is named and not a wall of text. */
  event: z.looseObject({ type: z.string().max(80) }),
});
export type FormatEvent = z.infer<typeof formatEventSchema>;

export const formatDocumentSchema = z.strictObject({
  kind: text,
  revision: z.int().min(1),
  fileName: text,
  contentType: z.literal("application/pdf"),
  createdAt: instant,
  voidedAt: instant.nullable(),
  sha256: sha256Hex,
  /** Base64. */
  bytes: z.string(),
});

const messageSchema = z.strictObject({
  stream: z.enum(["chat", "whisper"]),
  seq: z.int().min(1),
  messageId: z.string().max(120),
  contentHash: z.string().max(120),
  at: instant,
  authorSide: z.enum(["customer", "store"]),
  authorId: z.string().max(120),
  role: text,
  firstName: z.string().max(200).nullable(),
  content: z.looseObject({ kind: text }),
});

/** The figures the last revision says: whoever reads the file works them out afresh and compares. */
const figuresSchema = z
  .strictObject({
    method: z.enum(["cash", "finance", "lease"]),
    outTheDoor: z.int().nullable(),
    payment: z.int().nullable(),
    cashDue: z.int().nullable(),
  })
  .nullable();

export const dealFileSchema = z.strictObject({
  format: z.literal(DEAL_FORMAT),
  version: z.literal(DEAL_FORMAT_VERSION),
  exportedAt: instant,
  source: z.strictObject({ store: text, rooftopId: text, product: text, coreVersion: text }),
  deal: z.strictObject({ id: text, number: text, revision: z.int().min(1), life: text }),
  figures: figuresSchema,
  events: z.array(formatEventSchema).min(1).max(MOST_EVENTS),
  conversation: z.array(messageSchema).max(MOST_MESSAGES),
  documents: z.array(formatDocumentSchema).max(MOST_DOCUMENTS),
  integrity: z.strictObject({ eventsSha256: sha256Hex }),
});
export type DealFile = z.infer<typeof dealFileSchema>;

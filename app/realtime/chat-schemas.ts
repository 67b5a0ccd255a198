import { z } from "zod";
import { maskCardNumbers } from "#machines/money/mask-card-numbers";
import { idSchema } from "#machines/money/stored-value";
import { MAX_CHAT_TEXT } from "./chat-limits";
import { sharedPlaceSchema } from "./together-schemas";

// What a client may say in the conversation of a deal; beside message-schemas.ts.

/** Characters that control or turn writing round come along with pasted text; they are dropped, not refused. */
const UNWANTED = /(?![\t\n])[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * What a person wrote, as it may be kept and sent: without card numbers, wherever in the text they stand. Masking is
 * part of reading the message, so no code behind it ever holds the number.
 */
export const chatTextSchema = z
  .string()
  .max(MAX_CHAT_TEXT)
  .refine((text) => text.isWellFormed(), "not well-formed text")
  .transform((text) =>
    maskCardNumbers(text.replaceAll(/\r\n?/g, "\n").replaceAll(UNWANTED, "").normalize("NFC").trim()),
  );

const writtenText = chatTextSchema.refine((text) => text.length > 0, "must not be empty");
const seq = z.int().min(0).max(10_000_000);

const textContent = z.strictObject({
  kind: z.literal("text"),
  text: writtenText,
  /** The figure or line it is about; it is shown there as well. */
  about: sharedPlaceSchema.optional(),
  /** The question it answers, by its order number. */
  answers: seq.optional(),
});

const fileContent = z.strictObject({ kind: z.literal("file"), fileId: z.uuid(), text: chatTextSchema });

const cardContent = z.strictObject({
  kind: z.literal("card"),
  card: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("vehicle") }),
    z.strictObject({ type: z.literal("offer"), offerId: idSchema }),
    z.strictObject({ type: z.literal("payment") }),
    z.strictObject({ type: z.literal("document"), document: z.literal("buyersOrder") }),
  ]),
});

export const chatJoinSchema = z.strictObject({
  dealId: idSchema,
  /** The newest order numbers the client has; the answer then holds only what it missed. */
  after: z.strictObject({ chat: seq.optional(), whisper: seq.optional() }).optional(),
});

export const chatSendSchema = z.strictObject({
  dealId: idSchema,
  messageId: z.uuid(),
  content: z.discriminatedUnion("kind", [textContent, fileContent, cardContent]),
});

export const whisperSendSchema = z.strictObject({
  dealId: idSchema,
  messageId: z.uuid(),
  content: z.discriminatedUnion("kind", [textContent, fileContent]),
});

export const chatReadSchema = z.strictObject({ dealId: idSchema, seq });
export const chatTypingSchema = z.strictObject({ dealId: idSchema, typing: z.boolean() });
export const chatEarlierSchema = z.strictObject({
  dealId: idSchema,
  stream: z.enum(["chat", "whisper"]),
  before: seq,
});
export const chatHandoverSchema = z.strictObject({
  dealId: idSchema,
  messageId: z.uuid(),
  staffId: idSchema,
  /** What the next person has to know; whispered, never in the conversation. */
  note: chatTextSchema,
});

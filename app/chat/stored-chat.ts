import { z } from "zod";
import { paymentMethods } from "#machines/stages/finance";
import { staffRoles } from "#machines/store/actor";
import type { ChatContent } from "#app/realtime/chat-protocol";

const cents = z.number().int();
const card = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("vehicle"), stockNumber: z.string(), name: z.string(), price: cents }),
  z.strictObject({
    type: z.literal("offer"),
    offerId: z.string(),
    allowance: cents,
    expiresAt: z.string(),
    car: z.string(),
  }),
  z.strictObject({
    type: z.literal("payment"),
    revision: z.int(),
    method: z.enum(paymentMethods),
    amount: cents.nullable(),
    cashDue: cents.nullable(),
  }),
  z.strictObject({ type: z.literal("document"), document: z.literal("buyersOrder"), revision: z.int() }),
]);

const file = z.strictObject({
  fileId: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
});

/** A message as it stands in its table. Version 1; a changed kind gets another name, so that old rows stay readable. */
export const storedChatContent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    text: z.string(),
    about: z.string().nullable(),
    answers: z.int().nullable(),
  }),
  z.strictObject({ kind: z.literal("file"), file, text: z.string() }),
  z.strictObject({ kind: z.literal("card"), card }),
  z.strictObject({
    kind: z.literal("handover"),
    to: z.strictObject({ staffId: z.string(), firstName: z.string(), role: z.enum(staffRoles) }),
    /** Whispered alone: the conversation's own handover has none. */
    note: z.string().optional(),
  }),
]);
export type StoredChatContent = z.infer<typeof storedChatContent>;

/** What a reader is sent of it: everything but whose id it was. */
export function toldContent(content: StoredChatContent): ChatContent {
  if (content.kind !== "handover") return content;
  const { firstName, role } = content.to;
  return {
    kind: "handover",
    to: { firstName, role },
    ...(content.note === undefined ? {} : { note: content.note }),
  };
}

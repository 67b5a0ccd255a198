import { z } from "zod";
import { dealEditSchema } from "#machines/deal/deal-events";
import { idSchema } from "#machines/money/stored-value";
import { stageNames } from "#machines/stages/stage";
import { MAX_FOCUS_FIELD } from "./protocol";

// The catalog of what a client may say: protocol.ts takes its types from here, the hub its checks.
// Apart from the protocol's types, so that a browser carries no parser.

const revision = z.int().min(0).max(1_000_000);

export const joinSchema = z.strictObject({
  dealId: idSchema,
  /** The newest revision the client already has; the answer then holds only what it missed, where that is known. */
  lastRevision: revision.optional(),
});

export const editSchema = z.strictObject({
  dealId: idSchema,
  editId: z.uuid(),
  seenRevision: revision.optional(),
  edit: dealEditSchema,
});

export const presenceSchema = z.strictObject({
  dealId: idSchema,
  stage: z.enum(stageNames).nullable(),
  // A place on the card by its name, never text: everybody on the card is told it.
  field: z
    .string()
    .max(MAX_FOCUS_FIELD)
    .regex(/^[A-Za-z][\w.:-]*$/)
    .nullable(),
  device: z.enum(["phone", "tablet", "desktop"]),
  idle: z.boolean(),
  /** True: the person wants to be on the card unseen; nobody is told that they are there. */
  hidden: z.boolean().optional(),
});

import { z } from "zod";
import { idSchema } from "#machines/money/stored-value";
import { stageNames } from "#machines/stages/stage";
import { isSharedPlace, MAX_PLACE } from "./shared-places";

// What people on one card may say about where they are and where they lead; beside message-schemas.ts.

/** A place of the allow-list: staff panels and personal fields have no name here. */
export const sharedPlaceSchema = z.string().max(MAX_PLACE).refine(isSharedPlace, "not a place that is shown to others");

/** The money fields that are held while somebody types in them. */
export const leasedFields = ["sellingPrice", "cashDown", "targetPayment", "tradePayoff"] as const;

export const leaseSchema = z.strictObject({
  dealId: idSchema,
  field: z.enum(leasedFields),
  act: z.enum(["hold", "takeOver", "release"]),
});

/** A connection's own random name, as `deal:people` gives it. */
const personKey = z.uuid();

export const followInviteSchema = z.strictObject({
  dealId: idSchema,
  person: personKey,
  /** True: "follow me". False: "let me follow you". */
  lead: z.boolean(),
});

export const followAnswerSchema = z.strictObject({ dealId: idSchema, person: personKey, accept: z.boolean() });

export const followShowSchema = z.strictObject({
  dealId: idSchema,
  stage: z.enum(stageNames),
  /** What to bring into view, and what to light: names, never pixels or values. */
  target: sharedPlaceSchema.nullable(),
  highlight: sharedPlaceSchema.nullable(),
});

export const followLeaveSchema = z.strictObject({ dealId: idSchema });

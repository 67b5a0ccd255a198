import { createHash } from "node:crypto";
import { z } from "zod";

/** What a provider tells us, in our words. Arrives at least once, in any order; it says where to look, not what is true. */
export const providerNewsSchema = z.strictObject({
  id: z.string(),
  provider: z.string(),
  type: z.string(),
  livemode: z.boolean(),
  at: z.string(),
  session: z.string().nullable(),
  intent: z.string().nullable(),
  attemptId: z.string().nullable(),
  objectId: z.string(),
  objectStatus: z.string().nullable(),
  /** Which of our secrets it was signed with, by a name that does not tell it. */
  signedWith: z.string().optional(),
});
export type ProviderNews = z.infer<typeof providerNewsSchema>;

/** A secret's name: enough to tell two apart, and nothing to sign with. */
export const secretName = (secret: string): string =>
  createHash("sha256").update(secret).digest("base64url").slice(0, 12);

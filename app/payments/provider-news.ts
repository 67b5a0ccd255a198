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
});
export type ProviderNews = z.infer<typeof providerNewsSchema>;

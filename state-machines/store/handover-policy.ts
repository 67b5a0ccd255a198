import { z } from "zod";

/** What a store decides once about getting cars ready, bringing them and trying them out. */
export const handoverPolicySchema = z.strictObject({
  /** Open hours that a car takes from the word to the keys. */
  prepHours: z.strictObject({
    new: z.int().min(0).max(240),
    certified: z.int().min(0).max(240),
    used: z.int().min(0).max(240),
  }),
  /** Who can bring cars at the same time. */
  drivers: z.int().min(0).max(10),
  /** How long a mile takes on the way to a customer. */
  minutesPerMile: z.int().min(1).max(10),
  /** May a car leave before its money is in? Off where the law or the store says no. */
  spotDelivery: z.boolean(),
  testDrive: z.strictObject({
    minutes: z.int().min(15).max(240),
    /** Drives at the same time. */
    lanes: z.int().min(1).max(10),
    leadMinutes: z.int().min(0).max(2_880),
    /** Zero: none at home. */
    homeMiles: z.int().min(0).max(200),
  }),
});
export type HandoverPolicy = z.infer<typeof handoverPolicySchema>;

/** A store that has not said: a day's work on a car, one driver, half an hour to try one. */
export const usualHandover: HandoverPolicy = {
  prepHours: { new: 4, certified: 8, used: 8 },
  drivers: 1,
  minutesPerMile: 2,
  spotDelivery: true,
  testDrive: { minutes: 30, lanes: 2, leadMinutes: 60, homeMiles: 15 },
};

import { z } from "zod";
import type { HandoverPolicy } from "./handover-policy";

/** How a store hands over, as a policy or a journal holds it. */
export const handoverPolicySchema = z.strictObject({
  prepHours: z.strictObject({
    new: z.int().min(0).max(240),
    certified: z.int().min(0).max(240),
    used: z.int().min(0).max(240),
  }),
  drivers: z.int().min(0).max(10),
  minutesPerMile: z.int().min(1).max(10),
  spotDelivery: z.boolean(),
  testDrive: z.strictObject({
    minutes: z.int().min(15).max(240),
    lanes: z.int().min(1).max(10),
    leadMinutes: z.int().min(0).max(2_880),
    homeMiles: z.int().min(0).max(200),
  }),
}) satisfies z.ZodType<HandoverPolicy>;

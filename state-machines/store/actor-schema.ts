import { z } from "zod";
import { type ActorRef, seatKinds, staffRoles } from "./actor";

/** Reads who did something out of a stored row. */
export const actorRefSchema: z.ZodType<ActorRef> = z.strictObject({
  kind: z.enum(["customer", "staff", "system"]),
  id: z.string(),
  role: z.enum(["customer", ...staffRoles, "system"]),
  firstName: z.string().nullable(),
  seat: z.enum([...seatKinds, "storeScreen"]).optional(),
});

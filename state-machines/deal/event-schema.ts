import { z } from "zod";

/** One event's shape: its type and what it says, nothing else. */
export const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });

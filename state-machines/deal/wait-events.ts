import { z } from "zod";
import { instantSchema } from "../money/stored-value";
import { event } from "./event-schema";
import { promisedParties } from "./wait-parties";

export const plainWaitEvents = [
  event("wait.promised", { party: z.enum(promisedParties), until: instantSchema }),
] as const;

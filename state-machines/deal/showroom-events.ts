import { z } from "zod";
import { idSchema } from "../money/stored-value";
import { stageNames } from "../stages/stage";
import { event } from "./event-schema";

const screenKinds = ["tablet", "handOver"] as const;
/** A day at one stage: whatever is told beyond it is a clock that ran wild. */
const seconds = z.int().min(0).max(86_400);
const stageSeconds = z.partialRecord(z.enum(stageNames), seconds);

export const resolvedShowroomEvents = [
  event("showroom.opened", { pairingId: idSchema, kind: z.enum(screenKinds) }),
  event("showroom.closed", { pairingId: idSchema }),
  event("showroom.timeSpent", { seconds: stageSeconds }),
] as const;

import { z } from "zod";
import { database } from "#app/platform/database.server";
import { median } from "./cohort-figures";

const stages = ["acquired", "inRecon", "awaitingPhotos", "inReview"] as const;
export type MeasuredStage = (typeof stages)[number];

export interface StageHours {
  stage: MeasuredStage;
  medianHours: number;
  n: number;
}

const changeSchema = z.object({ stockNumber: z.string(), toState: z.string(), at: z.date() });
type Step = z.infer<typeof changeSchema>;

/** The log of states of a store's stock, as the figures ask it. */
export interface StateChanges {
  /** When a car first came to a state; null where it never did. */
  first(stockNumber: string, state: string): Date | null;
  stageHours(): StageHours[];
}

export async function readStateChanges(rooftopId: string, since: Date): Promise<StateChanges> {
  const { rows } = await database().query(
    `select "stockNumber", "toState", "at" from "StockStateChange" where "rooftopId" = $1 and "at" > $2 order by "at", "id"`,
    [rooftopId, since.toISOString()],
  );
  const byCar = new Map<string, Step[]>();
  for (const step of rows.map((row) => changeSchema.parse(row))) {
    const steps = byCar.get(step.stockNumber);
    if (steps) steps.push(step);
    else byCar.set(step.stockNumber, [step]);
  }
  return {
    first: (stockNumber, state) => byCar.get(stockNumber)?.find(({ toState }) => toState === state)?.at ?? null,
    stageHours: () => stages.map((stage) => hoursIn(stage, [...byCar.values()])),
  };
}

function hoursIn(stage: MeasuredStage, cars: readonly Step[][]): StageHours {
  const hours = cars.flatMap((steps) =>
    steps.flatMap(({ toState, at }, index) => {
      const next = steps[index + 1];
      return toState === stage && next ? [(next.at.getTime() - at.getTime()) / 3_600_000] : [];
    }),
  );
  return { stage, n: hours.length, medianHours: hours.length > 0 ? median(hours) : 0 };
}

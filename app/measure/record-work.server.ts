import { randomUUID } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import type { WorkTask } from "./work-tasks";

/** A screen left open over lunch is no work. */
const LONGEST_SPELL_SECONDS = 30 * 60;

/** Seconds of work on a vehicle: measured while a screen is in use, or written down afterwards. */
export async function recordWork(work: {
  rooftopId: string;
  stockNumber: string;
  task: WorkTask;
  seconds: number;
  measured: boolean;
  staffId: string;
}): Promise<void> {
  const seconds = work.measured ? Math.min(work.seconds, LONGEST_SPELL_SECONDS) : work.seconds;
  await database().query(
    `insert into "MerchandisingMinutes" ("id","stockNumber","rooftopId","task","seconds","measured","staffId","at")
     values ($1,$2,$3,$4,$5,$6,$7,$8)`,
    [
      randomUUID(),
      work.stockNumber,
      work.rooftopId,
      work.task,
      seconds,
      work.measured,
      work.staffId,
      now().toISOString(),
    ],
  );
}

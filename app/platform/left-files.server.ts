import { z } from "zod";
import { now } from "./clock.server";
import { defineJob, enqueue } from "./jobs.server";
import { log } from "./log.server";
import { dropLeftFiles } from "./partial-file.server";

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A phone that lost its line at night goes on in the morning; after two days nobody does. */
const LEFT_AFTER_MS = 2 * DAY_MS;
/** When a store sleeps, in UTC: between the last evening in the west and the first morning in the east. */
const HOUR_OF_NIGHT = 9;
const RETRY_LIMIT = 3;

const nightSchema = z.strictObject({ night: z.iso.date() });

/** Clears the disk of uploads that nobody went on with, and puts the next night on the queue. */
export const dropFiles = defineJob({
  name: "drop-left-files",
  schema: nightSchema,
  retryLimit: RETRY_LIMIT,
  async handle({ night }) {
    const dropped = await dropLeftFiles(new Date(now().getTime() - LEFT_AFTER_MS));
    if (dropped > 0) log.info({ dropped }, "unfinished uploads were removed");
    // A late run goes on from today, an early one from its own night: never the same night twice.
    await dropLeftFilesAt(nightAfter(Math.max(startOf(night), now().getTime())));
  },
});

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const startOf = (night: string): number => Date.parse(`${night}T00:00:00.000Z`) + HOUR_OF_NIGHT * 3_600_000;

/** The first night that begins after an instant. */
export function nightAfter(at: number): string {
  const today = dayOf(at);
  return startOf(today) > at ? today : dayOf(at + DAY_MS);
}

/** One run a night, however many servers ask for it. */
function dropLeftFilesAt(night: string): Promise<void> {
  const seconds = Math.ceil((startOf(night) - now().getTime()) / 1_000);
  return enqueue(dropFiles, { night }, { key: night, startAfterSeconds: Math.max(0, seconds) });
}

/** At the start: the coming night is on the queue. */
export const startDroppingLeftFiles = (): Promise<void> => dropLeftFilesAt(nightAfter(now().getTime()));

import { setTimeout as pause } from "node:timers/promises";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import { drawPhoto } from "./draw-photo.server";
import { stopPhotoProcess } from "./photo-process.server";
import { photosChanged } from "./shown-photos.server";

/** Another server may have been asked for a photo, and may have gone in the middle of one. */
const LOOK_EVERY_MS = 5_000;
const LEFT_AFTER_MS = 3 * 60_000;
const MOST_TRIES = 3;

interface Drawing {
  wake: () => void;
  stopping: boolean;
  running: Promise<void> | null;
}

const drawing = remember<Drawing>("photoDrawing", () => ({ wake: () => undefined, stopping: false, running: null }));

/** The photo that has waited longest becomes ours, and nobody else's. */
async function takeNext(): Promise<{ id: string; wish: number; tries: number } | null> {
  const at = now();
  const { rows } = await database().query<{ id: string; wish: number; tries: number }>(
    `update "VehiclePhoto" set "state" = 'working', "step" = 'reading', "tries" = "tries" + 1, "changedAt" = $1
      where "id" = (select "id" from "VehiclePhoto"
        where "removedAt" is null and ("state" = 'waiting' or ("state" = 'working' and "changedAt" < $2))
        order by "createdAt", "id" limit 1 for update skip locked)
      returning "id", "wish", "tries"`,
    [at.toISOString(), new Date(at.getTime() - LEFT_AFTER_MS).toISOString()],
  );
  return rows[0] ?? null;
}

/** Draws what waits, one after the other, until nothing does; answers how many that were. */
export async function drawWaitingPhotos(): Promise<number> {
  let drawn = 0;
  for (let taken = await takeNext(); taken && !drawing.stopping; taken = await takeNext()) {
    const { id, wish, tries } = taken;
    try {
      await drawPhoto(id, wish);
      drawn += 1;
    } catch (error) {
      log.warn({ err: error, photoId: id, tries }, "a photo could not be drawn");
      await database().prisma.vehiclePhoto.updateMany({
        where: { id, wish },
        data: { state: tries >= MOST_TRIES ? "failed" : "waiting", step: null, changedAt: now() },
      });
      photosChanged();
    }
  }
  return drawn;
}

/** Somebody wants a photo drawn. */
export const drawSoon = (): void => drawing.wake();

async function keepDrawing(): Promise<void> {
  while (!drawing.stopping) {
    const woken = new AbortController();
    drawing.wake = () => woken.abort();
    await drawWaitingPhotos().catch((error: unknown) => log.warn({ err: error }, "waiting photos could not be read"));
    if (!drawing.stopping) await pause(LOOK_EVERY_MS, null, { signal: woken.signal, ref: false }).catch(() => null);
  }
}

export async function startDrawingPhotos(): Promise<void> {
  const { kind } = database();
  // Nobody else works on this database, so what is marked as under way was cut off by the last stop.
  if (kind === "pglite")
    await database().prisma.vehiclePhoto.updateMany({ where: { state: "working" }, data: { state: "waiting" } });
  drawing.stopping = false;
  drawing.running = keepDrawing();
}

export async function stopDrawingPhotos(): Promise<void> {
  drawing.stopping = true;
  drawing.wake();
  // A photo that is under way is drawn again after the next start.
  await stopPhotoProcess();
  await drawing.running;
  drawing.running = null;
}

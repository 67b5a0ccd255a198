import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { emptyData, type StandInData } from "./stand-in-objects";

/** The stand-in's memory: one object, written whole to its file after every change, before anybody is answered. */
export interface StandInStore {
  data: StandInData;
  /** Seconds, moved by the test clock. */
  now(): number;
  newId(prefix: string): string;
  save(): void;
}

export function openStandInStore(path: string | null): StandInStore {
  const data: StandInData =
    path && existsSync(path)
      ? { ...emptyData(), ...(JSON.parse(readFileSync(path, "utf8")) as Partial<StandInData>) }
      : emptyData();
  if (path) mkdirSync(dirname(path), { recursive: true });
  return {
    data,
    now: () => Math.floor(Date.now() / 1000) + data.clockOffsetSeconds,
    newId: (prefix) => `${prefix}_${randomBytes(12).toString("hex")}`,
    save() {
      if (!path) return;
      // A rename is all or nothing: a kill in between leaves the file of before.
      writeFileSync(`${path}.new`, JSON.stringify(data));
      renameSync(`${path}.new`, path);
    },
  };
}

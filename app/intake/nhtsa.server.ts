import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { now } from "#app/platform/clock.server";
import { remember } from "#app/platform/remember.server";
import type { CatalogueFact } from "#app/vin/decode-catalogue.server";
import { readRecalls, type RecallCampaign } from "./recall-check";

const DECODE = "https://vpic.nhtsa.dot.gov/api/vehicles/DecodeVinValuesExtended/";
const RECALLS = "https://api.nhtsa.gov/recalls/recallsByVehicle";
const TIMEOUT_MS = 5_000;
const TRIES = 3;
const DECODE_DAYS = 30;
const RECALL_DAYS = 1;
/** After so many failures in a row the service is left alone for a while: intake must not wait for it car by car. */
const FAILURES_TO_OPEN = 4;
const OPEN_MS = 60_000;
const MOST_KEPT = 2_000;
const DAY_MS = 86_400_000;

/** How the outside is asked: the platform's fetch, or a recording in tests. */
export type Ask = (url: string, signal: AbortSignal) => Promise<{ status: number; json: () => Promise<unknown> }>;

interface Line {
  ask: Ask | null;
  timeoutMs: number;
  failures: number;
  closedUntil: number;
  kept: Map<string, { value: unknown; until: number }>;
}

const line = remember<Line>("nhtsa", () => ({
  ask: env.NHTSA_LIVE ? (url, signal) => fetch(url, { signal }) : null,
  timeoutMs: TIMEOUT_MS,
  failures: 0,
  closedUntil: 0,
  kept: new Map(),
}));

/** Puts another way of asking in place; null is what a store without a line has. */
export function useNhtsa(ask: Ask | null, timeoutMs = TIMEOUT_MS): void {
  Object.assign(line, { ask, timeoutMs, failures: 0, closedUntil: 0 });
  line.kept.clear();
}

async function askOnce(url: string, ask: Ask): Promise<unknown> {
  const answer = await ask(url, AbortSignal.timeout(line.timeoutMs));
  // Unknown models are answered with 400: an answer, and an empty one.
  if (answer.status === 400) return { results: [], Results: [] };
  if (answer.status !== 200) throw new Error(`status ${answer.status}`);
  return answer.json();
}

/**
 * An answer as it was read, kept for some days; null when there is no line, it does not answer, or answers in another
 * form. Never throws: intake goes on without.
 */
async function answered<T>(url: string, days: number, read: (answer: unknown) => T): Promise<T | null> {
  const at = now().getTime();
  const known = line.kept.get(url);
  // One address is read in one way.
  if (known && known.until > at) return known.value as T;
  if (!line.ask || line.closedUntil > at) return null;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      const value = read(await askOnce(url, line.ask));
      line.failures = 0;
      if (line.kept.size >= MOST_KEPT) line.kept.clear();
      line.kept.set(url, { value, until: at + days * DAY_MS });
      return value;
    } catch (error) {
      line.failures++;
      log.info({ err: error, attempt }, "NHTSA did not answer");
      if (line.failures >= FAILURES_TO_OPEN) {
        line.closedUntil = at + OPEN_MS;
        return null;
      }
      if (attempt < TRIES) await pause(100 * attempt + Math.random() * 100);
    }
  }
  return null;
}

const decodeAnswer = z.object({ Results: z.array(z.record(z.string(), z.unknown())).max(60) });

const columns = {
  Make: "make",
  Model: "model",
  ModelYear: "year",
  Series: "series",
  Trim: "trim",
  BodyClass: "body",
  Doors: "doors",
  Seats: "seats",
  DriveType: "drive",
  TransmissionStyle: "transmission",
  TransmissionSpeeds: "gears",
  EngineCylinders: "cylinders",
  DisplacementL: "litres",
  EngineHP: "powerHp",
  FuelTypePrimary: "fuel",
  ElectrificationLevel: "electrification",
  GVWR: "grossWeight",
  PlantCountry: "plantCountry",
} as const;

/** Equipment that vPIC calls "Standard" or "Optional", by our feature codes. */
const equipment = {
  ForwardCollisionWarning: "autoBraking",
  CIB: "autoBraking",
  LaneKeepSystem: "laneKeep",
  BlindSpotMon: "blindSpot",
  RearVisibilitySystem: "rearCamera",
  AdaptiveCruiseControl: "adaptiveCruise",
  RearCrossTrafficAlert: "rearCrossTraffic",
} as const;

export interface LiveDecode {
  facts: Record<string, CatalogueFact>;
  /** Feature code to "yes" or "optional": an option of the model is no claim about this car. */
  features: Record<string, "yes" | "optional">;
}

const LIVE = 0.97;
const isSaid = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "" && value !== "Not Applicable";

/** Throws on an answer of another form; null where the service does not know the number. */
export function readLiveDecode(answer: unknown): LiveDecode | null {
  const [row] = decodeAnswer.parse(answer).Results;
  if (!row || !isSaid(row.Make)) return null;
  const facts: Record<string, CatalogueFact> = {};
  for (const [column, name] of Object.entries(columns)) {
    const value = row[column];
    if (isSaid(value)) facts[name] = { value: tidy(name, value.trim()), confidence: LIVE };
  }
  const features: LiveDecode["features"] = {};
  for (const [column, code] of Object.entries(equipment)) {
    if (row[column] === "Standard") features[code] = "yes";
    else if (row[column] === "Optional") features[code] ??= "optional";
  }
  return { facts, features };
}

/** vPIC shouts its makes and writes "3.5" litres as it likes. */
const tidy = (name: string, value: string) =>
  name === "make" && value === value.toUpperCase() && value.length > 3
    ? value.replace(/[A-Z]+/g, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    : value;

export async function liveDecode(vin: string, year: string | null): Promise<LiveDecode | null> {
  const query = `?format=json${year ? `&modelyear=${encodeURIComponent(year)}` : ""}`;
  return answered(`${DECODE}${encodeURIComponent(vin)}${query}`, DECODE_DAYS, readLiveDecode);
}

/** Campaigns of a model and year; null when nobody could be asked. */
export async function liveRecalls(make: string, model: string, year: string): Promise<RecallCampaign[] | null> {
  const query = new URLSearchParams({ make, model, modelYear: year });
  return answered(`${RECALLS}?${query}`, RECALL_DAYS, readRecalls);
}

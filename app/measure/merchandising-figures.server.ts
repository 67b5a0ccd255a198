import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { merchandisingSettings } from "#app/publishing/merchandising-settings.server";
import { compareCohorts, median, type Comparison } from "./cohort-figures";
import type { CarChoice } from "./car-choice";
import { measuredCars, type MeasuredCar } from "./measured-cars.server";
import { readStateChanges, type StageHours } from "./state-changes.server";
import { workTasks, type WorkTask } from "./work-tasks";

const WINDOW_DAYS = 180;
const DAY_MS = 86_400_000;
/** A car of this many model years is another market than a new one. */
const RECENT_YEARS = 3;
/** More rows help nobody; the rest have been looked at less. */
const MOST_CARS = 200;

export const cohortFigures = [
  "daysToLive",
  "minutes",
  "daysOnSale",
  "viewsPerDay",
  "secondsPerView",
  "clicksPerView",
  "leads",
  "closeShare",
  "gross",
] as const;
export type CohortFigure = (typeof cohortFigures)[number];

export interface MerchandisingFigures {
  days: number;
  tasks: { task: WorkTask; minutesPerVehicle: number; minutes: number; vehicles: number }[];
  minutesPerVehicle: number | null;
  costPerVehicle: number | null;
  labourCentsPerHour: number;
  /** Median days from acquired to live; null where none has gone all the way here. */
  daysToLive: number | null;
  daysToLiveBy: { condition: string; days: number; n: number }[];
  sameDayShare: number | null;
  /** Median of the quality gate's points at approval. */
  score: number | null;
  stages: StageHours[];
  engagement: Record<"views" | "galleryClicks" | "sessionSeconds" | "leads" | "drives" | "deals", number>;
  /** Front gross of the contracts, for eyes that may see it. */
  gross: number | null;
  seesCost: boolean;
  cars: MeasuredCar[];
  choice: CarChoice;
  bodies: string[];
  cohorts: { figure: CohortFigure; comparison: Comparison }[];
  isAlternated: boolean;
}

async function readTasks(rooftopId: string, since: Date): Promise<MerchandisingFigures["tasks"]> {
  const { rows } = await database().query<{ task: string; seconds: number; vehicles: number }>(
    `select "task", sum("seconds")::int as seconds, count(distinct "stockNumber")::int as vehicles
       from "MerchandisingMinutes" where "rooftopId" = $1 and "at" > $2 group by "task"`,
    [rooftopId, since.toISOString()],
  );
  return workTasks.map((task) => {
    const { seconds = 0, vehicles = 0 } = rows.find((row) => row.task === task) ?? {};
    return { task, minutes: seconds / 60, vehicles, minutesPerVehicle: vehicles > 0 ? seconds / 60 / vehicles : 0 };
  });
}

const perView = (car: MeasuredCar, count: number) => (car.views > 0 ? count / car.views : null);

const readings: Record<CohortFigure, (car: MeasuredCar) => number | null> = {
  daysToLive: ({ daysToLive }) => daysToLive,
  minutes: ({ seconds }) => (seconds > 0 ? seconds / 60 : null),
  daysOnSale: ({ isSold, daysOnSale }) => (isSold ? daysOnSale : null),
  viewsPerDay: ({ daysOnSale, views }) => (daysOnSale === null ? null : views / Math.max(1, daysOnSale)),
  secondsPerView: (car) => perView(car, car.sessionSeconds),
  clicksPerView: (car) => perView(car, car.galleryClicks),
  leads: ({ daysOnSale, leads }) => (daysOnSale === null ? null : leads),
  closeShare: ({ leads, deals }) => (leads > 0 ? Math.min(1, deals / leads) * 100 : null),
  gross: ({ gross }) => gross,
};

const isOfChoice = (car: MeasuredCar, { body, age }: CarChoice, year: number) =>
  (body === "" || car.body === body) &&
  (age === "" || (car.year !== null && car.year >= year - RECENT_YEARS) === (age === "recent"));

function cohortsOf(cars: readonly MeasuredCar[], seesCost: boolean): MerchandisingFigures["cohorts"] {
  const values = (figure: CohortFigure, way: "assisted" | "traditional") =>
    cars.filter((car) => car.way === way).flatMap((car) => readings[figure](car) ?? []);
  return cohortFigures
    .filter((figure) => seesCost || figure !== "gross")
    .map((figure) => ({
      figure,
      comparison: compareCohorts(values(figure, "assisted"), values(figure, "traditional")),
    }));
}

function daysByCondition(cars: readonly MeasuredCar[]): MerchandisingFigures["daysToLiveBy"] {
  return ["new", "certified", "used"].flatMap((condition) => {
    const days = cars.flatMap((car) => (car.condition === condition ? (car.daysToLive ?? []) : []));
    return days.length > 0 ? [{ condition, days: median(days), n: days.length }] : [];
  });
}

const middle = (values: readonly number[]) => (values.length > 0 ? median(values) : null);
const total = (cars: readonly MeasuredCar[], read: (car: MeasuredCar) => number) =>
  cars.reduce((sum, car) => sum + read(car), 0);

/** What merchandising cost, how long it took and what came of it: from the log of states, the minutes, the counts and the deals. */
export async function merchandisingFigures(
  rooftopId: string,
  { choice, seesCost }: { choice: CarChoice; seesCost: boolean },
): Promise<MerchandisingFigures> {
  const since = new Date(now().getTime() - WINDOW_DAYS * DAY_MS);
  const { labourCentsPerHour, holdingCentsPerDay, alternateAssignment } = await merchandisingSettings(rooftopId);
  const changes = await readStateChanges(rooftopId, since);
  const all = await measuredCars(rooftopId, {
    since,
    changes,
    holdingCentsPerDay: seesCost ? holdingCentsPerDay : null,
  });
  const cars = all.filter((car) => isOfChoice(car, choice, now().getUTCFullYear()));
  const worked = cars.filter(({ seconds }) => seconds > 0);
  const totalSeconds = total(worked, ({ seconds }) => seconds);
  const gone = cars.flatMap(({ daysToLive }) => daysToLive ?? []);
  return {
    days: WINDOW_DAYS,
    tasks: await readTasks(rooftopId, since),
    minutesPerVehicle: worked.length > 0 ? totalSeconds / 60 / worked.length : null,
    costPerVehicle: worked.length > 0 ? Math.round((totalSeconds / 3_600 / worked.length) * labourCentsPerHour) : null,
    labourCentsPerHour,
    daysToLive: middle(gone),
    daysToLiveBy: daysByCondition(cars),
    sameDayShare: gone.length > 0 ? gone.filter((days) => days < 1).length / gone.length : null,
    score: middle(cars.flatMap(({ score }) => score ?? [])),
    stages: changes.stageHours(),
    engagement: {
      views: total(cars, ({ views }) => views),
      galleryClicks: total(cars, ({ galleryClicks }) => galleryClicks),
      sessionSeconds: total(cars, ({ sessionSeconds }) => sessionSeconds),
      leads: total(cars, ({ leads }) => leads),
      drives: total(cars, ({ drives }) => drives),
      deals: total(cars, ({ deals }) => deals),
    },
    gross: seesCost ? total(cars, ({ gross }) => gross ?? 0) : null,
    seesCost,
    cars: cars.toSorted((one, other) => other.views - one.views || other.leads - one.leads).slice(0, MOST_CARS),
    choice,
    bodies: [...new Set(all.map(({ body }) => body).filter(Boolean))].toSorted(),
    cohorts: cohortsOf(cars, seesCost),
    isAlternated: alternateAssignment,
  };
}

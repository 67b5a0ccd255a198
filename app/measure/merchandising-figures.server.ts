import { randomUUID } from "node:crypto";
import { z } from "zod";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { merchandisingSettings } from "#app/publishing/merchandising-settings.server";
import { compareCohorts, median, type Comparison } from "./cohort-figures";
import { workTasks, type WorkTask } from "./work-tasks";

const WINDOW_DAYS = 180;
const DAY_MS = 86_400_000;
/** A screen left open over lunch is no work. */
const LONGEST_SPELL_SECONDS = 30 * 60;

const stages = ["acquired", "inRecon", "awaitingPhotos", "inReview"] as const;
export type MeasuredStage = (typeof stages)[number];

export interface MerchandisingFigures {
  days: number;
  vehicles: number;
  tasks: { task: WorkTask; minutesPerVehicle: number; minutes: number; vehicles: number }[];
  minutesPerVehicle: number | null;
  costPerVehicle: number | null;
  labourCentsPerHour: number;
  /** Median days from acquired to live; null where none has gone all the way here. */
  daysToLive: number | null;
  sameDayShare: number | null;
  stages: { stage: MeasuredStage; medianHours: number; n: number }[];
  engagement: { views: number; galleryClicks: number; sessionSeconds: number; deals: number; sold: number };
  cohorts: { daysToLive: Comparison; minutes: Comparison; viewsPerDay: Comparison };
  isAlternated: boolean;
}

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

/** One look at a vehicle's page; of nobody in particular. Lost counts cost nothing, so nobody waits for it. */
export async function countView(rooftopId: string, stockNumber: string): Promise<void> {
  await database().query(
    `insert into "StockInterest" ("stockNumber","day","rooftopId","views") values ($1,$2::date,$3,1)
     on conflict ("stockNumber","day") do update set "views" = "StockInterest"."views" + 1`,
    [stockNumber, now().toISOString().slice(0, 10), rooftopId],
  );
}

const changeSchema = z.object({ stockNumber: z.string(), toState: z.string(), at: z.date() });
const carSchema = z.object({
  stockNumber: z.string(),
  acquiredAt: z.date().nullable(),
  assisted: z.array(z.string()),
  seconds: z.number(),
  views: z.number(),
});

async function readCars(rooftopId: string, since: Date) {
  const { rows } = await database().query(
    `select m."stockNumber", m."acquiredAt", m."assisted",
       (select coalesce(sum("seconds"),0)::int from "MerchandisingMinutes" w where w."stockNumber" = m."stockNumber") as "seconds",
       (select coalesce(sum("views"),0)::int from "StockInterest" i where i."stockNumber" = m."stockNumber") as "views"
      from "MerchandisedVehicle" m where m."rooftopId" = $1 and (m."acquiredAt" is null or m."acquiredAt" > $2)`,
    [rooftopId, since.toISOString()],
  );
  return rows.map((row) => carSchema.parse(row));
}

async function readChanges(rooftopId: string, since: Date) {
  const { rows } = await database().query(
    `select "stockNumber", "toState", "at" from "StockStateChange" where "rooftopId" = $1 and "at" > $2 order by "at", "id"`,
    [rooftopId, since.toISOString()],
  );
  const byCar = new Map<string, { toState: string; at: Date }[]>();
  for (const row of rows.map((one) => changeSchema.parse(one)))
    byCar.set(row.stockNumber, [...(byCar.get(row.stockNumber) ?? []), row]);
  return byCar;
}

type Changes = Awaited<ReturnType<typeof readChanges>>;

const firstLive = (changes: Changes, stockNumber: string) =>
  changes.get(stockNumber)?.find(({ toState }) => toState === "live")?.at ?? null;

function stageHours(changes: Changes): MerchandisingFigures["stages"] {
  return stages.map((stage) => {
    const hours = [...changes.values()].flatMap((steps) =>
      steps.flatMap(({ toState, at }, index) => {
        const next = steps[index + 1];
        return toState === stage && next ? [(next.at.getTime() - at.getTime()) / 3_600_000] : [];
      }),
    );
    return { stage, n: hours.length, medianHours: hours.length > 0 ? median(hours) : 0 };
  });
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

async function engagementOf(rooftopId: string, since: Date): Promise<MerchandisingFigures["engagement"]> {
  const { rows } = await database().query<MerchandisingFigures["engagement"]>(
    `select (select coalesce(sum("views"),0)::int from "StockInterest" where "rooftopId" = $1 and "day" > $2) as "views",
       (select coalesce(sum("galleryClicks"),0)::int from "StockInterest" where "rooftopId" = $1 and "day" > $2) as "galleryClicks",
       (select coalesce(sum("sessionSeconds"),0)::int from "StockInterest" where "rooftopId" = $1 and "day" > $2) as "sessionSeconds",
       (select count(*)::int from "Deal" where "rooftopId" = $1 and "createdAt" > $2) as "deals",
       (select count(*)::int from "StockStateChange" where "rooftopId" = $1 and "toState" = 'sold' and "at" > $2) as "sold"`,
    [rooftopId, since.toISOString()],
  );
  return rows[0] ?? { views: 0, galleryClicks: 0, sessionSeconds: 0, deals: 0, sold: 0 };
}

/** What merchandising cost and how long it took, worked out from the log of states and the minutes alone. */
export async function merchandisingFigures(rooftopId: string): Promise<MerchandisingFigures> {
  const since = new Date(now().getTime() - WINDOW_DAYS * DAY_MS);
  const [cars, changes, tasks] = [
    await readCars(rooftopId, since),
    await readChanges(rooftopId, since),
    await readTasks(rooftopId, since),
  ];
  const { labourCentsPerHour, alternateAssignment } = await merchandisingSettings(rooftopId);
  const measured = cars.map((car) => {
    const live = firstLive(changes, car.stockNumber);
    const days = live && car.acquiredAt ? (live.getTime() - car.acquiredAt.getTime()) / DAY_MS : null;
    const daysLive = live ? Math.max(1, (now().getTime() - live.getTime()) / DAY_MS) : null;
    return { ...car, days, viewsPerDay: daysLive ? car.views / daysLive : null };
  });
  const worked = measured.filter(({ seconds }) => seconds > 0);
  const totalSeconds = worked.reduce((sum, { seconds }) => sum + seconds, 0);
  const gone = measured.flatMap(({ days }) => (days === null ? [] : [days]));
  const cohort = (isAssisted: boolean, read: (car: (typeof measured)[number]) => number | null) =>
    measured
      .filter(({ assisted, acquiredAt }) => acquiredAt !== null && assisted.includes("text") === isAssisted)
      .flatMap((car) => read(car) ?? []);
  const compare = (read: (car: (typeof measured)[number]) => number | null) =>
    compareCohorts(cohort(true, read), cohort(false, read));
  return {
    days: WINDOW_DAYS,
    vehicles: gone.length,
    tasks,
    minutesPerVehicle: worked.length > 0 ? totalSeconds / 60 / worked.length : null,
    costPerVehicle: worked.length > 0 ? Math.round((totalSeconds / 3_600 / worked.length) * labourCentsPerHour) : null,
    labourCentsPerHour,
    daysToLive: gone.length > 0 ? median(gone) : null,
    sameDayShare: gone.length > 0 ? gone.filter((days) => days < 1).length / gone.length : null,
    stages: stageHours(changes),
    engagement: await engagementOf(rooftopId, since),
    cohorts: {
      daysToLive: compare(({ days }) => days),
      minutes: compare(({ seconds }) => (seconds > 0 ? seconds / 60 : null)),
      viewsPerDay: compare(({ viewsPerDay }) => viewsPerDay),
    },
    isAlternated: alternateAssignment,
  };
}

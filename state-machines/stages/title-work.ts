import type { Cents } from "../money/cents";
import { addDays, type PlainDate } from "../money/plain-date";
import type { ActorRef } from "../store/actor";

/** What has to happen after the keys, in this order. */
export const titleSteps = ["application", "feesPaid", "platesGiven", "titleIssued"] as const;
export type TitleStep = (typeof titleSteps)[number];
/** What an alarm can be about: a step, or the temporary tag that runs out before the plates are there. */
export const titleAlarmNames = [...titleSteps, "tag"] as const;
export type TitleAlarmName = (typeof titleAlarmNames)[number];

export interface TitleWorkSlice {
  done: { step: TitleStep; by: ActorRef; at: string }[];
  tagExpiresOn: PlainDate | null;
  /** Who has the papers now, in a word or two. */
  holder: string;
  /** What went out to old lenders, one a car; deals from before it was noted have none. */
  payoffsSent?: { car: number; amount: Cents; on: PlainDate; by: ActorRef; at: string }[];
  alarms: { about: TitleAlarmName; level: AlarmLevel; dueOn: PlainDate; at: string }[];
}

export const noTitleWork: TitleWorkSlice = { done: [], tagExpiresOn: null, holder: "", alarms: [] };

/** Days after the keys by which each step is due. */
interface TitleDeadlines {
  application: number;
  feesPaid: number;
  platesGiven: number;
  titleIssued: number;
  /** How long a temporary tag is good when nobody entered its date. */
  tag: number;
}

/** The table a place has while nobody stated its own: careful enough for most places. */
const generalDeadlines: TitleDeadlines = { application: 20, feesPaid: 20, platesGiven: 30, titleIssued: 60, tag: 30 };

/**
 * Deadlines by state as data. They are general knowledge, not legal advice: a store confirms its own with its
 * registration office, and a date entered by hand (the tag's) always comes before the table.
 */
const deadlinesByRegion: Readonly<Record<string, Partial<TitleDeadlines>>> = {
  CA: { application: 30, platesGiven: 90, titleIssued: 90, tag: 90 },
  FL: { application: 30, tag: 30 },
  IL: { application: 20, platesGiven: 90, titleIssued: 90, tag: 90 },
  TX: { application: 30, platesGiven: 60, tag: 60 },
};

export const titleDeadlines = (region: string): TitleDeadlines => ({
  ...generalDeadlines,
  ...deadlinesByRegion[region.trim().toUpperCase()],
});

export const alarmLevels = ["soon", "late"] as const;
export type AlarmLevel = (typeof alarmLevels)[number];

/** So many days before a date somebody should look at it. */
export const ALARM_DAYS_AHEAD = 5;

export interface TitleDue {
  about: TitleAlarmName;
  dueOn: PlainDate;
  done: boolean;
  level: AlarmLevel | null;
}

/**
 * Every step with its date, and whether it is time to worry.
 *
 *     due = day of the keys + days of the place's table;  soon: due − today ≤ 5 days;  late: today > due
 *
 * The tag stops mattering once the plates are on the car.
 */
export function titleDues(
  slice: Pick<TitleWorkSlice, "tagExpiresOn"> & { done: readonly { step: TitleStep }[] },
  { deliveredOn, region, today }: { deliveredOn: PlainDate; region: string; today: PlainDate },
): TitleDue[] {
  const days = titleDeadlines(region);
  const isDone = (step: TitleStep) => slice.done.some((one) => one.step === step);
  const due = (about: TitleAlarmName, dueOn: PlainDate, done: boolean): TitleDue => {
    const level = done ? null : today > dueOn ? "late" : addDays(today, ALARM_DAYS_AHEAD) >= dueOn ? "soon" : null;
    return { about, dueOn, done, level };
  };
  return [
    ...titleSteps.map((step) => due(step, addDays(deliveredOn, days[step]), isDone(step))),
    due("tag", slice.tagExpiresOn ?? addDays(deliveredOn, days.tag), isDone("platesGiven")),
  ];
}

/** Alarms that nobody has raised yet. */
export const newTitleAlarms = (dues: readonly TitleDue[], raised: TitleWorkSlice["alarms"]): TitleDue[] =>
  dues.filter(
    ({ about, level, dueOn }) =>
      level !== null && !raised.some((one) => one.about === about && one.level === level && one.dueOn === dueOn),
  );

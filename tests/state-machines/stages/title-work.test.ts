import { describe, expect, it } from "vitest";
import { plainDate } from "#machines/money/plain-date";
import { newTitleAlarms, noTitleWork, titleDeadlines, titleDues } from "#machines/stages/title-work";

const deliveredOn = plainDate("2026-11-28");
const dueOf = (today: string, change: Partial<typeof noTitleWork> = {}, region = "IL") =>
  Object.fromEntries(
    titleDues({ ...noTitleWork, ...change }, { deliveredOn, region, today: plainDate(today) }).map((due) => [
      due.about,
      due,
    ]),
  );
const by = { kind: "staff", id: "s-1", role: "fniManager", firstName: "Walt" } as const;

describe("[Y10] title and registration", () => {
  it("has a table by state and a general one for every other place", () => {
    expect(titleDeadlines("IL").application).toBe(20);
    expect(titleDeadlines(" ca ").application).toBe(30);
    expect(titleDeadlines("ZZ")).toEqual(titleDeadlines(""));
  });

  it("warns five days before a date and is late the day after it", () => {
    expect(dueOf("2026-12-12").application).toMatchObject({ dueOn: "2026-12-18", level: null });
    expect(dueOf("2026-12-13").application?.level).toBe("soon");
    expect(dueOf("2026-12-18").application?.level).toBe("soon");
    expect(dueOf("2026-12-19").application?.level).toBe("late");
  });

  it("a date that was entered comes before the table, and plates end the worry about the tag", () => {
    const tagExpiresOn = plainDate("2026-12-05");
    expect(dueOf("2026-12-06", { tagExpiresOn }).tag).toMatchObject({ dueOn: "2026-12-05", level: "late" });
    const done = [{ step: "platesGiven" as const, by, at: "2026-12-01T15:00:00.000Z" }];
    expect(dueOf("2026-12-06", { tagExpiresOn, done }).tag?.level).toBeNull();
  });

  it("raises each alarm once a level and date", () => {
    const dues = Object.values(dueOf("2026-12-19"));
    const fresh = newTitleAlarms(dues, []);
    expect(fresh.map(({ about, level }) => `${about} ${level}`)).toEqual(["application late", "feesPaid late"]);
    const alarms = fresh.map(({ about, dueOn }) => ({ about, level: "late" as const, dueOn, at: "x" }));
    expect(newTitleAlarms(dues, alarms)).toEqual([]);
  });
});

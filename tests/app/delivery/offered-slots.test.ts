import { describe, expect, it } from "vitest";
import { plainDate } from "#machines/money/plain-date";
import { offeredSlots } from "#app/delivery/offered-slots";
import { storeInstant } from "#app/delivery/store-time";
import { usualHandover } from "#machines/store/handover-policy";
import { aStorePolicy } from "#tests/support/a-store";

const open = { opens: "00:00", closes: "23:59" };
const policy = aStorePolicy();
const offered = (
  today: string,
  now: string,
  change: Partial<typeof policy> = {},
  delivery: Partial<typeof policy.delivery> = {},
) =>
  offeredSlots(
    { ...policy, ...change, delivery: { ...policy.delivery, ...delivery } },
    plainDate(today),
    new Date(now),
  );

/** As the store's clock shows it. */
const onTheClock = (instant: string) =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: policy.timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));

describe("the times a store offers", () => {
  it("are its hours cut into slots, from the first that leaves time to prepare the car", () => {
    // Saturday 28 November 2026, 9 AM at the store: 24 hours ahead is Sunday, when it is closed.
    const days = offered("2026-11-28", "2026-11-28T15:00:00Z");
    expect(days[0]?.date).toBe("2026-11-30");
    expect(days[0]?.slots).toHaveLength(11);
    expect(days[0]?.slots[0]).toEqual({ startsAt: "2026-11-30T15:00:00.000Z", endsAt: "2026-11-30T16:00:00.000Z" });
    expect(onTheClock(days[0]!.slots.at(-1)!.endsAt)).toBe("20:00");
    expect(days.at(-1)?.date).toBe("2026-12-12");
  });

  it("leave out closed weekdays and holidays", () => {
    const days = offered("2026-11-28", "2026-11-28T15:00:00Z", { closedDates: [plainDate("2026-12-01")] });
    expect(days.map(({ date }) => date)).not.toContain("2026-12-01");
    expect(days.map(({ date }) => date)).not.toContain("2026-12-06");
  });

  it("cut the first day at the lead time, and a slot that would outlast closing is not offered", () => {
    const [today] = offered("2026-11-30", "2026-11-30T18:30:00Z", {}, { leadHours: 4, slotMinutes: 90 });
    expect(today?.slots.map(({ startsAt }) => onTheClock(startsAt))).toEqual(["16:30", "18:00"]);
  });

  it("have one hour fewer on the day the clocks go forward, and none of them is the hour that does not exist", () => {
    // 8 March 2026, Chicago: 02:00 becomes 03:00.
    const [day] = offered(
      "2026-03-08",
      "2026-03-07T00:00:00Z",
      { hours: Array.from({ length: 7 }, () => open) },
      { leadHours: 0 },
    );
    const clock = day!.slots.map(({ startsAt }) => onTheClock(startsAt));
    expect(day!.slots).toHaveLength(22);
    expect(clock).not.toContain("02:00");
    expect(clock.slice(0, 3)).toEqual(["00:00", "01:00", "03:00"]);
    expect(new Set(day!.slots.map(({ startsAt }) => startsAt)).size).toBe(22);
  });

  it("have one hour more on the day the clocks go back, and the hour that comes twice is two times", () => {
    // 1 November 2026, Chicago: 02:00 becomes 01:00.
    const [day] = offered(
      "2026-11-01",
      "2026-10-31T00:00:00Z",
      { hours: Array.from({ length: 7 }, () => open) },
      { leadHours: 0 },
    );
    expect(day!.slots).toHaveLength(24);
    const clock = day!.slots.map(({ startsAt }) => onTheClock(startsAt));
    expect(clock.slice(0, 4)).toEqual(["00:00", "01:00", "01:00", "02:00"]);
    for (const { startsAt, endsAt } of day!.slots) expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(3_600_000);
    expect(new Set(day!.slots.map(({ startsAt }) => startsAt)).size).toBe(24);
  });

  it("opening hours stay the store's own on both sides of a change of the clocks", () => {
    const days = offered("2026-10-30", "2026-10-29T00:00:00Z");
    for (const { date, slots } of days) expect([date, onTheClock(slots[0]!.startsAt)]).toEqual([date, "09:00"]);
  });
});

it("a wall time that does not exist is the instant the clocks jump to; one that comes twice is one of the two", () => {
  expect(storeInstant("2026-03-08", "02:30", "America/Chicago").toISOString()).toMatch(/^2026-03-08T0[78]:30/);
  expect(storeInstant("2026-11-01", "01:30", "America/Chicago").toISOString()).toMatch(/^2026-11-01T0[67]:30/);
  expect(storeInstant("2026-07-01", "09:00", "America/St_Johns").toISOString()).toBe("2026-07-01T11:30:00.000Z");
  expect(storeInstant("2026-07-01", "00:15", "Pacific/Auckland").toISOString()).toBe("2026-06-30T12:15:00.000Z");
});

describe("[Y4] times that fit the car and the way", () => {
  const handover = { ...usualHandover, prepHours: { new: 2, certified: 6, used: 14 }, minutesPerMile: 2 };
  const forCar = (today: string, now: string, condition: "new" | "used", homeMiles: number | null = null) =>
    offeredSlots(
      { ...policy, handover, delivery: { ...policy.delivery, leadHours: 0 } },
      plainDate(today),
      new Date(now),
      { condition, homeMiles },
    );
  const first = (days: ReturnType<typeof forCar>) => days[0]?.slots[0]?.startsAt;

  it("a car's hours are counted while the store is open: over night nobody works on it", () => {
    // Monday 30 November 2026, 6 PM in Chicago; the store is open from 9 AM to 8 PM.
    expect(first(forCar("2026-11-30", "2026-12-01T00:00:00Z", "new"))).toBe("2026-12-01T15:00:00.000Z");
    // Two hours on Monday, eleven on Tuesday, one on Wednesday.
    expect(first(forCar("2026-11-30", "2026-12-01T00:00:00Z", "used"))).toBe("2026-12-02T16:00:00.000Z");
  });

  it("over a change of the clocks an hour of work is an hour", () => {
    // Saturday 5 PM, an hour before closing; the clocks go back on Sunday, and Monday's hour begins at 9 AM as ever.
    const days = forCar("2026-10-31", "2026-10-31T22:00:00Z", "new");
    expect(first(days)).toBe("2026-11-02T16:00:00.000Z");
    expect(onTheClock(first(days)!)).toBe("10:00");
  });

  it("who brings a car leaves after opening and is back before closing", () => {
    const [day] = forCar("2026-12-01", "2026-12-01T12:00:00Z", "new", 30);
    expect(onTheClock(day!.slots[0]!.startsAt)).toBe("11:00");
    expect(onTheClock(day!.slots.at(-1)!.endsAt)).toBe("19:00");
  });
});

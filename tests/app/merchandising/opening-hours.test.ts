import { expect, test } from "vitest";
import { openingAt } from "#app/merchandising/opening-hours";
import { lakesidePolicy } from "#prisma/seed/rooftop";

const at = (instant: string) => openingAt(lakesidePolicy, new Date(instant));

test("open, closed, shut on Sundays and on holidays, by the store's own clock", () => {
  // 3 PM UTC is 9 AM in Chicago in winter.
  expect(at("2026-11-23T15:00:00Z")).toEqual({ open: true, until: "20:00" });
  expect(at("2026-11-23T14:59:00Z")).toEqual({ open: false, on: "2026-11-23", at: "09:00" });
  expect(at("2026-11-24T02:00:00Z")).toEqual({ open: false, on: "2026-11-24", at: "09:00" });
  expect(at("2026-11-22T18:00:00Z")).toEqual({ open: false, on: "2026-11-23", at: "09:00" });
  expect(at("2026-11-26T18:00:00Z")).toEqual({ open: false, on: "2026-11-27", at: "09:00" });
});

test("a store without hours ahead says nothing", () => {
  const shut = { ...lakesidePolicy, hours: lakesidePolicy.hours.map(() => null) };
  expect(openingAt(shut, new Date("2026-11-23T15:00:00Z"))).toBeNull();
});

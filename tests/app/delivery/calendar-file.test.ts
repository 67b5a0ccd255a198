import { describe, expect, it } from "vitest";
import { calendarFile } from "#app/delivery/calendar-file";

const file = (change: Partial<Parameters<typeof calendarFile>[0]> = {}) =>
  calendarFile({
    uid: "d-1@deal-jacket",
    sequence: 2,
    startsAt: "2026-12-02T16:00:00.000Z",
    endsAt: "2026-12-02T17:00:00.000Z",
    madeAt: "2026-11-28T15:00:00.000Z",
    title: "Pick up your 2027 Halden Fjord",
    description: "Bring your license.",
    place: "Lakeside Motors",
    url: "https://deals.example/deals/d-1",
    ...change,
  });
const unfolded = (text: string) => text.replaceAll("\r\n ", "");

describe("[Y4] the hand-over in the customer's own calendar", () => {
  it("is one event at its instant, in UTC, under a name that stays when it moves", () => {
    const text = file();
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of ["UID:d-1@deal-jacket", "SEQUENCE:2", "DTSTART:20261202T160000Z", "DTEND:20261202T170000Z"])
      expect(text.split("\r\n")).toContain(line);
  });

  it("escapes what would end a value, and a line end is a letter", () => {
    const text = unfolded(file({ place: "2140 Harbor Road, Lakeside; IL \\ back", description: "One\nTwo\r\nThree" }));
    expect(text).toContain("LOCATION:2140 Harbor Road\\, Lakeside\\; IL \\\\ back");
    expect(text).toContain("DESCRIPTION:One\\nTwo\\nThree");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("no injected line becomes a property", () => {
    const text = file({ title: "Car\r\nATTENDEE:mailto:x@example.test" });
    expect(text.split("\r\n").some((line) => line.startsWith("ATTENDEE"))).toBe(false);
  });

  it("folds lines at 75 octets without breaking a letter", () => {
    const title = "Livraison à Québec, é".repeat(12);
    const text = file({ title });
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(`SUMMARY:${title.replaceAll(",", "\\,")}`);
  });
});

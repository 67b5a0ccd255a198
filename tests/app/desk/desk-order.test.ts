import { describe, expect, it } from "vitest";
import { filterCounts, matches, passes, seatToClaim } from "#app/desk/desk-filter";
import {
  deskGroup,
  deskGroups,
  financeGroup,
  financeGroups,
  movedPlaces,
  type Place,
  placesOf,
} from "#app/desk/desk-order";
import { aDeskRow } from "./a-desk-row";

const place = (id: string, group = "us"): Place => ({ id, group });
const walt = { staffId: "staff-walt", firstName: "Walt", lastName: "Emberly", role: "fniManager" as const };
const maya = { staffId: "staff-maya", firstName: "Maya", lastName: "Okonjo", role: "salesperson" as const };

describe("the order of the list", () => {
  it("puts the longest wait first inside each group, and groups in their order", () => {
    const rows = [
      aDeskRow({ dealId: "short", turn: "store", waitingSince: "2026-11-28T15:10:00.000Z" }),
      aDeskRow({ dealId: "customer", turn: "customer", waitingSince: "2026-11-28T14:00:00.000Z" }),
      aDeskRow({ dealId: "long", turn: "store", waitingSince: "2026-11-28T15:00:00.000Z" }),
      aDeskRow({ dealId: "frozen", turn: "store", life: "contracting" }),
    ];
    expect(placesOf(rows, deskGroups, deskGroup).map(({ id }) => id)).toEqual(["long", "short", "customer", "frozen"]);
  });

  it("shows the finance desk what is ready first, and drops what was delivered a week ago", () => {
    const now = new Date("2026-11-28T15:00:00.000Z");
    const rows = [
      aDeskRow({ dealId: "old", life: "delivered", updatedAt: "2026-11-20T15:00:00.000Z" }),
      aDeskRow({ dealId: "fresh", life: "delivered", updatedAt: "2026-11-27T15:00:00.000Z" }),
      aDeskRow({ dealId: "working", nextStep: "continue" }),
      aDeskRow({ dealId: "ready", nextStep: "finalize" }),
      aDeskRow({ dealId: "lost", life: "lost" }),
    ];
    const places = placesOf(rows, financeGroups, (row) => financeGroup(row, now));
    expect(places.map(({ id }) => id)).toEqual(["ready", "working", "fresh"]);
  });

  it.each([
    ["nothing", "abcd", "abcd", 0],
    ["one row to the top", "abcd", "dabc", 1],
    ["one row to the bottom", "abcd", "bcda", 1],
    ["two rows past each other", "abcd", "badc", 2],
    ["a row that came", "abc", "xabc", 1],
    ["a row that left", "abc", "ac", 1],
    ["all of it at once", "abc", "cxb", 3],
  ])("counts the fewest rows that moved: %s", (_, shown, wanted, count) => {
    expect(
      movedPlaces(
        [...shown].map((id) => place(id)),
        [...wanted].map((id) => place(id)),
      ),
    ).toBe(count);
  });

  it("counts a row that changed its group", () => {
    expect(movedPlaces([place("a"), place("b")], [place("b"), place("a", "customer")])).toBe(1);
  });
});

describe("the tabs", () => {
  it("an unassigned deal is one without a person of the reader's own desk", () => {
    const row = aDeskRow({ salesperson: { staffId: "staff-maya", firstName: "Maya" } });
    expect(passes(row, "unassigned", maya)).toBe(false);
    expect(passes(row, "unassigned", walt)).toBe(true);
    expect(passes(row, "mine", maya)).toBe(true);
  });

  it("online means the customer, not a colleague", () => {
    const colleague = aDeskRow({ online: [{ role: "salesperson", firstName: "Maya", device: "desktop" }] });
    const customer = aDeskRow({ online: [{ role: "customer", firstName: "Theo", device: "phone" }] });
    expect(filterCounts([colleague, customer], maya).online).toBe(1);
  });

  it("closed deals stand in their own tab only", () => {
    const counts = filterCounts([aDeskRow({ life: "lost" }), aDeskRow({ life: "delivered" })], maya);
    expect(counts).toMatchObject({ closed: 2, all: 0, mine: 0, unassigned: 0, waiting: 0 });
  });

  it("every word of a search is found somewhere in the row", () => {
    const row = aDeskRow({
      customerName: "Theo Lindqvist",
      vehicleName: "2026 Norden Vista Hybrid",
      stockNumber: "V2601",
    });
    for (const query of ["theo", "LIND vista", "v2601", "lm-1042"]) expect(matches(row, query)).toBe(true);
    expect(matches(row, "theo aria")).toBe(false);
  });

  it("a seat is claimed by its own role, and says whose it was", () => {
    const row = aDeskRow({ salesperson: { staffId: "staff-theron", firstName: "Theron" } });
    expect(seatToClaim(row, maya)).toEqual({ takesOverFrom: "Theron" });
    expect(seatToClaim(row, walt)).toEqual({ takesOverFrom: null });
    expect(seatToClaim(row, { ...maya, role: "salesManager" })).toBeNull();
    expect(seatToClaim(row, { ...maya, staffId: "staff-theron" })).toBeNull();
  });
});

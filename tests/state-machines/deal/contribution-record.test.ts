import { describe, expect, test } from "vitest";
import { contributionRecords } from "#machines/deal/contribution-record";
import type { DealEvent } from "#machines/deal/deal-events";
import { effectsOf } from "#machines/deal/deal-effects";
import { type Actor, actorRef } from "#machines/store/actor";
import { aDeal, customer, fniManager, salesperson, system } from "#tests/support/a-deal";
import { followedBy } from "#tests/support/judged-deal";

const at = (minute: number) => `2026-11-28T15:${String(minute).padStart(2, "0")}:00.000Z`;
const row = (event: DealEvent, by: Actor, minute: number) => ({
  event,
  meta: { revision: minute + 1, at: at(minute), by: actorRef(by) },
});
const assigned = (staffId: string, firstName: string): DealEvent => ({
  type: "staff.assigned",
  staff: { staffId, role: "salesperson", firstName, lastName: "Keller" },
});

describe("[G4] who did what is read from the journal alone", () => {
  const records = contributionRecords([
    row({ type: "note.added", text: "Came by" }, salesperson, 0),
    row(assigned("staff-salesperson", "Anna"), salesperson, 1),
    row({ type: "finance.cashDownSet", cashDown: 1 as never }, customer, 2),
    row({ type: "stage.skipped", stage: "trade", reason: "noTrade" }, customer, 3),
    row(assigned("staff-ben", "Ben"), fniManager, 9),
    row({ type: "deposit.failed", attempt: 1, reason: "declined" }, system, 10),
  ]);
  const of = (id: string) => records.find(({ person }) => person.id === id);

  test("counted by where on the card, from the first to the last", () => {
    expect(of("shopper-theo")).toMatchObject({
      events: { finance: 1, trade: 1 },
      total: 2,
      firstAt: at(2),
      lastAt: at(3),
    });
    expect(of("staff-salesperson")).toMatchObject({ events: { deal: 2 }, total: 2, firstAt: at(0), lastAt: at(1) });
  });

  test("a seat lasts from its taking to the next one's", () => {
    expect(of("staff-salesperson")?.seats).toEqual([{ seat: "salesperson", from: at(1), until: at(9) }]);
    expect(of("staff-ben")).toMatchObject({ seats: [{ seat: "salesperson", from: at(9), until: null }], total: 0 });
  });

  test("what the server does by itself is nobody's work", () => {
    expect(records.some(({ person }) => person.kind === "system")).toBe(false);
  });
});

describe("[G5] whoever is taken over from is told", () => {
  const held = followedBy(aDeal(), assigned("staff-anna", "Anna"), { by: salesperson });
  const effects = (event: DealEvent) => effectsOf(event, held, followedBy(held, event, { by: fniManager }));

  test("once, and not when nobody had the seat or the same person takes it again", () => {
    expect(effects(assigned("staff-ben", "Ben"))).toEqual([{ type: "tellReplacedStaff", staffId: "staff-anna" }]);
    expect(effects(assigned("staff-anna", "Anna"))).toEqual([]);
    expect(effectsOf(assigned("staff-anna", "Anna"), aDeal(), held)).toEqual([]);
  });
});

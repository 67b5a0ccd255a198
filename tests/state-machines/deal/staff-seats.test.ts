import { describe, expect, test } from "vitest";
import { contextOf, eventRefusal, permissionRefusal } from "#machines/deal/apply-deal-event";
import { contributionRecords } from "#machines/deal/contribution-record";
import type { DealEvent } from "#machines/deal/deal-events";
import type { Actor } from "#machines/store/actor";
import { aDeal, customer, fniManager, salesManager, salesperson, startOfDay } from "#tests/support/a-deal";
import { followedBy } from "#tests/support/judged-deal";

const idOf = (actor: Actor) => (actor.kind === "staff" ? actor.staffId : "");
const release = (who: Actor): DealEvent => ({ type: "staff.released", staffId: idOf(who) });

function seated(who: Actor): DealEvent {
  if (who.kind !== "staff") throw new Error("a seat is for staff");
  const { staffId, role, firstName, lastName } = who;
  return { type: "staff.assigned", staff: { staffId, role, firstName, lastName } };
}

describe("finance desk N1: a claim is given back", () => {
  const claimed = followedBy(aDeal(), seated(fniManager));
  const refused = (event: DealEvent, actor: Actor, deal = claimed) =>
    (permissionRefusal(actor, event.type) ?? eventRefusal(deal, event, actor, startOfDay))?.code ?? null;

  test("by whoever has it; then it waits for the next one, and nothing else has moved", () => {
    expect(contextOf(claimed).people.fniManager?.staffId).toBe(idOf(fniManager));
    expect(refused(release(fniManager), fniManager)).toBeNull();
    const given = followedBy(claimed, release(fniManager), { by: fniManager });
    expect(contextOf(given).people.fniManager).toBeNull();
    expect(given.numbersRevision).toBe(claimed.numbersRevision);
    expect(refused(release(fniManager), fniManager, given)).toBe("notAllowed");
  });

  test("by a manager for somebody who went home, and by nobody else", () => {
    expect(refused(release(fniManager), salesManager)).toBeNull();
    expect(refused(release(fniManager), salesperson)).toBe("notAllowed");
    expect(refused(release(fniManager), customer)).not.toBeNull();
    expect(refused(release(salesperson), salesManager)).toBe("notAllowed");
  });

  test("who had it, from when until when, stays in the record", () => {
    const meta = (at: string, by: Actor) => ({
      revision: 1,
      at,
      by: { kind: by.kind, id: idOf(by), role: "fniManager" as const, firstName: "Priya" },
    });
    const rows = [
      { event: seated(fniManager), meta: meta("2026-11-28T15:00:00.000Z", fniManager) },
      { event: release(fniManager), meta: meta("2026-11-28T16:00:00.000Z", fniManager) },
    ];
    expect(contributionRecords(rows)[0]?.seats).toMatchObject([
      { seat: "fniManager", from: "2026-11-28T15:00:00.000Z", until: "2026-11-28T16:00:00.000Z" },
    ]);
  });
});

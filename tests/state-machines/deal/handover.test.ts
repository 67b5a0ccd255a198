import { describe, expect, it, test } from "vitest";
import { contextOf, type DealState, eventRefusal, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { effectsOf } from "#machines/deal/deal-effects";
import type { DealEvent } from "#machines/deal/deal-events";
import { dayInZone } from "#machines/deal/deal-trades";
import { handoverContent } from "#machines/deal/handover-content";
import { lightOf, readinessItems, releaseBlockers } from "#machines/deal/readiness";
import { judgedReturn, returnStatement } from "#machines/deal/return-writes";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { handoverTime, type StandardWorkCode, standardWork } from "#machines/stages/handover";
import { californiaReturns } from "#machines/store/return-policy";
import { aDeal, customer } from "#tests/support/a-deal";
import { frozen, handedOver, refusalOf, settled, takenOver, told } from "#tests/support/judged-deal";

const contractedOf = (deal: DealState) => told(settled(deal), frozen, { type: "deal.contracted" });
const contracted = contractedOf(aDeal());
const items = (state: DealState) => readinessItems(contextOf(state), lifeOf(state));
const itemOf = (state: DealState, code: string) => items(state).find(({ item }) => item === code)!;
const open = (state: DealState) => releaseBlockers(items(state)).map(({ item }) => item);
const done = (item: string): DealEvent => ({ type: "handover.workDone", item, done: true });
const sign = (party: "customer" | "store"): DealEvent => ({
  type: "handover.signed",
  party,
  name: "Theo Marsh",
  signatureId: null,
  contentHash: "0".repeat(64),
});
const codes = (Object.keys(standardWork) as StandardWorkCode[]).filter((code) => standardWork[code].required);

describe("[Y5] readiness", () => {
  it("every piece of work has an owner and a time, before anybody planned it", () => {
    expect(itemOf(contracted, "funds")).toMatchObject({ ownerRole: "fniManager", dueAt: "2026-12-01T16:00:00.000Z" });
    expect(itemOf(contracted, "detail")).toMatchObject({ ownerRole: "salesperson", dueAt: "2026-12-02T12:00:00.000Z" });
  });

  it("a named owner and a stated time come before the usual ones", () => {
    const owner = { staffId: "s-9", role: "salesperson", firstName: "Theron", lastName: "Vale" } as const;
    const dueAt = "2026-12-02T15:00:00.000Z";
    const planned = told(contracted, {
      type: "handover.workPlanned",
      item: "detail",
      light: "car",
      title: "",
      owner,
      dueAt,
    });
    expect(itemOf(planned, "detail")).toMatchObject({ owner, dueAt, done: false });
  });

  it("what the deal answers nobody ticks: identity, contract, time, signatures", () => {
    expect(itemOf(contracted, "identity")).toMatchObject({ derived: true, done: true });
    expect(itemOf(contracted, "contractSigned").done).toBe(true);
    expect(itemOf(contracted, "handoverSigned").done).toBe(false);
    expect(itemOf(told(contracted, sign("customer"), sign("store")), "handoverSigned").done).toBe(true);
  });

  it("a light is amber while something is open, red once it is late, green when it is done, none where there is no work", () => {
    const early = "2026-11-30T00:00:00.000Z";
    expect(lightOf(items(contracted), "money", early)).toBe("amber");
    expect(lightOf(items(contracted), "money", "2026-12-01T16:00:01.000Z")).toBe("red");
    const paid = told(contracted, done("funds"), done("lenderPapers"), done("insurance"));
    expect(lightOf(items(paid), "money", "2026-12-09T00:00:00.000Z")).toBe("green");
    expect(lightOf([], "release", early)).toBe("none");
  });
});

describe("[Y6] the release gate", () => {
  it("the keys stay until all that is required is done and signed", () => {
    const ready = told(contracted, ...codes.map(done));
    expect(open(ready)).toEqual(["handoverSigned"]);
    expect(refusalOf(ready, { type: "deal.delivered" })?.params).toEqual({ count: 1 });
    const signed = told(ready, sign("customer"), sign("store"));
    expect(lifeOf(told(signed, { type: "deal.delivered" }))).toBe("delivered");
  });

  it("an override is one manager's word for the points that were open: what opens later is open again", () => {
    const over = told(contracted, takenOver(contracted));
    expect(open(over)).toEqual([]);
    expect(contextOf(over).handover.overrides[0]).toMatchObject({ by: { role: "salesManager" }, reason: /Known/ });
    const more = told(over, {
      type: "handover.workPlanned",
      item: "own-1",
      light: "car",
      title: "Roof rails",
      owner: null,
      dueAt: null,
    });
    expect(open(more)).toEqual(["own-1"]);
    expect(refusalOf(more, { type: "deal.delivered" })?.code).toBe("notReadyForKeys");
  });
});

describe("[Y4] the time after the freeze", () => {
  const later: DealEvent = {
    type: "handover.timeBooked",
    bookingId: "late-1",
    startsAt: "2026-12-03T16:00:00.000Z",
    endsAt: "2026-12-03T17:00:00.000Z",
  };

  it("is the hand-over's own: no figure moves, and the stage keeps the one the contract was figured with", () => {
    const moved = told(contracted, later);
    expect(handoverTime(contextOf(moved))?.bookingId).toBe("late-1");
    expect(contextOf(moved).delivery.slot?.bookingId).toBe("slot-1");
    expect(moved.numbersRevision).toBe(contracted.numbersRevision);
    expect(effectsOf(later, contracted, moved)).toEqual([{ type: "releaseSlot", bookingId: "slot-1" }]);
  });

  it("gives way to a time booked in the stage after a reopening", () => {
    const moved = told(contracted, later, { type: "deal.reopened", reason: "Wrong rate" });
    const slot: DealEvent = { ...later, type: "delivery.slotBooked", bookingId: "slot-2" };
    const again = told(moved, slot);
    expect(handoverTime(contextOf(again))?.bookingId).toBe("slot-2");
    expect(effectsOf(slot, moved, again)).toContainEqual({ type: "releaseSlot", bookingId: "late-1" });
  });
});

describe("[Y8] the hand-over", () => {
  it("both sign what stands there: whatever changes it takes the signatures away", () => {
    const signed = told(contracted, sign("customer"), sign("store"));
    const changes: DealEvent[] = [
      { type: "handover.checked", check: "keys", done: true },
      { type: "handover.photoAdded", photoId: "p-1", place: "mark", note: "Chip on the hood" },
      { type: "handover.odometerRead", odometer: 20 },
    ];
    for (const change of changes) {
      const after = told(signed, change);
      expect(contextOf(after).handover.signatures, change.type).toEqual([]);
      expect(handoverContent(contextOf(after))).not.toBe(handoverContent(contextOf(signed)));
    }
  });

  it("the same hand-over is the same text, whatever is owed or ticked beside it", () => {
    const one = told(contracted, { type: "handover.checked", check: "keys", done: true });
    const other = told(one, done("funds"));
    expect(handoverContent(contextOf(one))).toBe(handoverContent(contextOf(other)));
  });

  it("a side of the car has one photo, a mark as many as there are", () => {
    const photo = (photoId: string, place: "front" | "mark"): DealEvent => ({
      type: "handover.photoAdded",
      photoId,
      place,
      note: "",
    });
    const first = told(contracted, photo("a", "front"), photo("b", "mark"), photo("c", "mark"));
    const replaced = told(first, photo("d", "front"));
    expect(contextOf(replaced).handover.photos.map(({ photoId }) => photoId)).toEqual(["b", "c", "d"]);
    expect(effectsOf(photo("d", "front"), first, replaced)).toEqual([{ type: "forgetHandoverPhoto", photoId: "a" }]);
  });

  test("a customer signs for themselves, never for the store", () => {
    const at = "2026-11-30T15:00:00.000Z";
    expect(eventRefusal(contracted, sign("store"), customer, at)?.code).toBe("notAllowed");
    expect(eventRefusal(contracted, sign("customer"), customer, at)).toBeNull();
  });
});

describe("[Y7] what is owed", () => {
  const owner = { staffId: "s-1", role: "salesperson", firstName: "Maya", lastName: "Okonjo" } as const;
  const owed = told(contracted, {
    type: "dueBill.itemAdded",
    itemId: "due-1",
    text: "Second key",
    owner,
    dueOn: plainDate("2026-12-20"),
    cost: cents(12_000),
  });
  const signed = (party: "customer" | "store"): DealEvent => ({ ...sign(party), type: "dueBill.signed" }) as DealEvent;

  it("keeps the keys until both have signed it, and is closed when it is kept", () => {
    expect(open(owed)).toContain("dueBillSigned");
    const both = told(owed, signed("customer"), signed("store"));
    expect(open(both)).not.toContain("dueBillSigned");
    const closed = told(both, { type: "dueBill.itemClosed", itemId: "due-1", note: "By post" });
    expect(contextOf(closed).dueBill.items[0]).toMatchObject({
      closedNote: "By post",
      signedBy: ["customer", "store"],
    });
  });
});

describe("[Y7] a promise", () => {
  const owner = { staffId: "s-1", role: "salesperson", firstName: "Maya", lastName: "Okonjo" } as const;
  const due = {
    type: "dueBill.itemAdded",
    text: "Second key",
    owner,
    dueOn: plainDate("2026-12-20"),
    cost: null,
  } as const;
  const two = told(contracted, { ...due, itemId: "due-1" }, { ...due, itemId: "due-2" });
  const startsAt = "2026-12-18T15:00:00.000Z";

  it("has a photo and an appointment of its own, which the customer sees; a new photo takes the old one's place", () => {
    const shown = told(
      two,
      { type: "dueBill.photoKept", itemId: "due-1", photoId: "owed-1" },
      { type: "dueBill.appointmentSet", itemId: "due-1", startsAt },
    );
    const items = viewOf(shown, "customer").card.dueBill.items;
    expect(items[0]).toMatchObject({ photoId: "owed-1", appointmentAt: startsAt });
    expect(items[1]).not.toHaveProperty("photoId");
    const again: DealEvent = { type: "dueBill.photoKept", itemId: "due-1", photoId: "owed-2" };
    expect(effectsOf(again, shown, told(shown, again))).toEqual([{ type: "forgetHandoverPhoto", photoId: "owed-1" }]);
    const off = told(shown, { type: "dueBill.appointmentSet", itemId: "due-1", startsAt: null });
    expect(contextOf(off).dueBill.items[0]).not.toHaveProperty("appointmentAt");
  });

  it("that was kept takes neither", () => {
    const closed = told(two, { type: "dueBill.itemClosed", itemId: "due-1", note: "" });
    const late: DealEvent = { type: "dueBill.photoKept", itemId: "due-1", photoId: "owed-9" };
    expect(refusalOf(closed, late)?.code).toBe("dueItemUnknown");
  });
});

describe("[Y13] a hand-over without meeting", () => {
  it("is either side's choice before the keys, moves no figure, and leaves the release gate as it is", () => {
    const chosen: DealEvent = { type: "handover.contactlessChosen", contactless: true };
    const before = contracted;
    const after = told(before, { event: chosen, by: customer });
    expect(viewOf(after, "customer").card.handover.contactless).toBe(true);
    expect(after.numbersRevision).toBe(before.numbersRevision);
    expect(open(after)).toEqual(open(before));
    expect(open(after)).toContain("handoverSigned");
    const back = told(after, { type: "handover.contactlessChosen", contactless: false });
    expect(contextOf(back).handover.contactless).toBe(false);
  });
});

describe("[Y14] the second delivery", () => {
  it("is noted after the keys alone; both sides read it, and the customer gets a mail where there is something to say", () => {
    const done = (serviceAt: string | null, reviewAsked = false): DealEvent => ({
      type: "handover.followedUp",
      note: "Where the spare wheel is",
      serviceAt,
      reviewAsked,
    });
    expect(refusalOf(contracted, done(null))?.code).toBe("notDelivered");
    const delivered = handedOver(contracted);
    const after = told(delivered, done("2027-03-01T15:00:00.000Z"));
    expect(viewOf(after, "customer").card.handover.followUp).toMatchObject({ note: "Where the spare wheel is" });
    expect(effectsOf(done(null), delivered, told(delivered, done(null)))).toEqual([]);
    expect(effectsOf(done(null, true), delivered, told(delivered, done(null, true)))).toEqual([
      { type: "tellFollowUp" },
    ]);
  });
});

describe("[Y11] a return", () => {
  const policy = { ...californiaReturns, conditions: ["new" as const], freeMiles: 0 };
  const delivered = handedOver(contractedOf(aDeal({ store: { returns: [policy] } })));
  const at = "2026-11-29T15:00:00.000Z";
  const asked = told(delivered, {
    event: { type: "returns.requested", odometer: 63 + (mileage() ?? 0), reason: "Too small", asDelivered: true },
    by: customer,
    at,
  });
  function mileage() {
    return contextOf(delivered).vehicle.vehicle?.mileage;
  }
  const statementOf = (trades: "none" | "goBack" | "paidOut") => {
    const deal = contextOf(asked);
    const { request } = deal.returns;
    const verdict = judgedReturn(deal, request!, dayInZone(request!.requestedAt, deal.store.timeZone));
    return verdict?.ok ? returnStatement({ ...deal, kept: statusesOf(asked).kept }, verdict, trades)! : null;
  };

  it("adds up to the cent: paid in, the old cars' equity or their payoff, less the fees", () => {
    const paidOut = statementOf("paidOut")!;
    // $14,500.00 allowed, $9,180.00 owed; 1.5 % of the price at most $600.00; 63 miles at $1.00.
    expect(paidOut).toMatchObject({ trades: 532_000, mileageFee: 6_300, byDeposit: 50_000 });
    expect(paidOut.total).toBe(paidOut.paidIn + 532_000 - paidOut.restockingFee - 6_300);
    expect(paidOut.atDesk).toBe(paidOut.total - 50_000);
    const back = statementOf("goBack")!;
    expect(back.trades).toBe(-918_000);
    expect(paidOut.total - back.total).toBe(1_450_000);
  });

  it("figures that anybody sent are judged against the core's own", () => {
    const statement = statementOf("paidOut")!;
    const accepted = (change: object): DealEvent =>
      ({
        type: "returns.accepted",
        odometer: contextOf(asked).returns.request!.odometer,
        asDelivered: true,
        trades: "paidOut",
        statement: { ...statement, ...change },
      }) as DealEvent;
    expect(refusalOf(asked, accepted({ total: statement.total + 1 }), { at })?.code).toBe("notComputable");
    const taken = told(asked, { event: accepted({}), at });
    expect(contextOf(taken).returns.request).toMatchObject({ status: "accepted", statement });
    expect(effectsOf(accepted({}), asked, taken)).toEqual([{ type: "unwindReturn" }]);
    // The deal was sold and delivered, and both stay true.
    expect(lifeOf(taken)).toBe("delivered");
  });

  it("is judged by the day it was asked, however long the store takes to look", () => {
    const statement = statementOf("paidOut")!;
    const event: DealEvent = {
      type: "returns.accepted",
      odometer: contextOf(asked).returns.request!.odometer,
      asDelivered: true,
      trades: "paidOut",
      statement,
    };
    expect(refusalOf(asked, event, { at: "2026-12-20T15:00:00.000Z" })).toBeNull();
  });
});

describe("[Z1] [Z2] test drives", () => {
  it("license, signature, plate, in this order; the car is free again when it is back or cancelled", () => {
    const booked: DealEvent = {
      type: "drive.booked",
      driveId: "drive-1",
      stockNumber: "N100",
      carName: "2027 Halden Fjord",
      place: "store",
      startsAt: "2026-11-30T16:00:00.000Z",
      endsAt: "2026-11-30T16:30:00.000Z",
    };
    const driveId = "drive-1";
    const out = told(
      aDeal(),
      booked,
      { type: "drive.licenseKept", driveId },
      { type: "drive.signed", driveId, name: "Theo Marsh", signatureId: null, contentHash: "0".repeat(64) },
      { type: "drive.left", driveId, plate: "D-12" },
    );
    expect(contextOf(out).drives.list[0]).toMatchObject({ status: "out", plate: "D-12", licenseSeen: true });
    const ended: DealEvent = { type: "drive.ended", driveId };
    expect(effectsOf(ended, out, told(out, ended))).toEqual([{ type: "releaseDrive", driveId }]);
    const lost: DealEvent = { type: "deal.lost", reason: "Bought elsewhere" };
    const waiting = told(aDeal(), booked);
    expect(effectsOf(lost, waiting, told(waiting, lost))).toContainEqual({ type: "releaseDrive", driveId });
  });
});

import { describe, expect, test } from "vitest";
import { contextOf, type DealState, eventRefusal, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { effectsOf } from "#machines/deal/deal-effects";
import type { DealEvent, DealEventType } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { type DealLife, dealLives } from "#machines/stages/stage";
import { aDeal, aVehicle, fniManager, salesperson, system } from "#tests/support/a-deal";
import { actorOf } from "#tests/support/deal-people";
import {
  depositEvents,
  followedBy,
  frozen,
  handedOver,
  refusalOf,
  settled,
  told,
  usualActor,
} from "#tests/support/judged-deal";
import { anEventOf, eventTypes } from "./any-history";

const contracted: DealEvent = { type: "deal.contracted" };
const lost: DealEvent = { type: "deal.lost", reason: "Bought elsewhere" };
const reopened: DealEvent = { type: "deal.reopened", reason: "Wrong rate" };
const refundAsked: DealEvent = { type: "deposit.refundRequested", reason: "Changed my mind" };
const open = settled(aDeal());
const contracting = told(open, { event: frozen, by: system });
const inLife: Record<DealLife, DealState> = {
  open,
  contracting,
  contracted: told(contracting, contracted),
  delivered: handedOver(told(contracting, contracted)),
  lost: told(open, lost),
};

/** A right can be taken away, and a screen taken back, whatever has become of the deal. */
const atTheTable: DealEventType[] = [
  // What lenders say and papers that come in, told by the server alone.
  "credit.started",
  "credit.completed",
  "credit.sent",
  "credit.stipMoved",
  "credit.flagRaised",
  "seat.invited",
  "seat.taken",
  "seat.scopeChanged",
  "seat.ended",
  "showroom.opened",
  "showroom.closed",
  "showroom.timeSpent",
];

/** From the contract to the last plate: what comes before the keys, what comes with them, what comes after. */
const promised: DealEventType[] = [
  "dueBill.itemAdded",
  "dueBill.itemDropped",
  "dueBill.itemClosed",
  "dueBill.signed",
  "drive.cancelled",
  "drive.licenseKept",
  "drive.signed",
  "drive.left",
  "drive.ended",
];
const gettingReady: DealEventType[] = [
  ...promised,
  "handover.workPlanned",
  "handover.workDone",
  "handover.overridden",
  "handover.timeBooked",
  "handover.tracked",
  "handover.contactlessChosen",
];
const handingOver: DealEventType[] = [
  "handover.checked",
  "handover.photoAdded",
  "handover.photoRemoved",
  "handover.odometerRead",
  "handover.signed",
];
const titling: DealEventType[] = [
  "titleWork.stepDone",
  "titleWork.holderNamed",
  "titleWork.tagIssued",
  "titleWork.payoffSent",
];
const afterKeys: DealEventType[] = [
  ...promised,
  ...titling,
  "titleWork.alarmRaised",
  "handover.followedUp",
  "returns.requested",
  "returns.withdrawn",
  "returns.accepted",
  "returns.declined",
  "returns.unwound",
  "returns.settled",
];

/** Money is given back, and what was promised is brought, after the keys have left as well. */
const givingBack = eventTypes.filter((type) =>
  /^deposit\.return(Requested|Approved|Declined)$|^tender\.returned$/.test(type),
);
const money = [
  ...givingBack,
  ...eventTypes.filter((type) => type.startsWith("tender.") || type === "deposit.holdExtended"),
];

/** What each life still lets happen; everything else is refused with the life's own sentence. */
const stillAllowed: Record<Exclude<DealLife, "open">, DealEventType[]> = {
  contracting: [
    ...atTheTable,
    ...money,
    ...gettingReady,
    "wait.promised",
    "note.added",
    "staff.assigned",
    "staff.released",
    "deal.reopened",
    "deal.contracted",
    "deal.lost",
  ],
  contracted: [
    ...atTheTable,
    ...money,
    ...gettingReady,
    ...handingOver,
    ...titling,
    "wait.promised",
    "note.added",
    "staff.assigned",
    "staff.released",
    "deal.reopened",
    "deal.delivered",
  ],
  delivered: [...atTheTable, ...money, ...afterKeys, "note.added", "staff.assigned", "staff.released"],
  lost: [
    ...atTheTable,
    ...givingBack,
    "note.added",
    "staff.assigned",
    "staff.released",
    "deal.revived",
    "deposit.refundRequested",
  ],
};
const refusedWith: Record<Exclude<DealLife, "open">, string[]> = {
  contracting: ["dealFrozen", "alreadyFrozen", "notContracted", "notDelivered", "notLost"],
  contracted: ["dealFrozen", "alreadyFrozen", "notFrozen", "notDelivered", "notLost"],
  delivered: ["dealDelivered", "notFrozen", "notContracted", "notLost"],
  lost: ["dealLost", "notFrozen", "notContracted"],
};
const types = eventTypes.filter((type) => anEventOf(type, 0, open) !== null);

describe("[D5] [D7] [D8] what each state of a deal's life lets happen", () => {
  test.each(Object.keys(stillAllowed) as Exclude<DealLife, "open">[])("%s", (life) => {
    const state = inLife[life];
    expect(lifeOf(state)).toBe(life);
    for (const type of types) {
      const event = anEventOf(type, 0, state) ?? anEventOf(type, 0, open)!;
      const actor = type.startsWith("deposit.") ? actorOf.customer : usualActor(event);
      const refusal = eventRefusal(state, event, actor, "2026-11-29T15:00:00.000Z");
      if (stillAllowed[life].includes(type)) expect(refusedWith[life], type).not.toContain(refusal?.code);
      else expect(refusedWith[life], `${type} in ${life}`).toContain(refusal?.code);
    }
  });

  test("every life is reached", () => {
    expect(dealLives.filter((life) => lifeOf(inLife[life]) === life)).toEqual([...dealLives]);
  });
});

test("[D5] news of money is written down whatever the life, and changes no stage", () => {
  const paying = told(aDeal(), ...depositEvents.slice(0, 2));
  const away = told(paying, lost);
  expect(refusalOf(away, depositEvents[2]!)).toBeNull();
  const held = followedBy(away, depositEvents[2]!);
  expect(contextOf(held).deposit.status).toBe("held");
  expect(statusesOf(held).statuses.deposit).toBe("locked");
  const revived = told(held, { type: "deal.revived" });
  expect(statusesOf(revived).statuses.deposit).toBe("complete");
});

test("[D6] freeze and reopen give back every stage exactly as it was", () => {
  const mixed = told(
    aDeal(),
    { type: "stage.skipped", stage: "trade", reason: "noTrade" },
    { type: "stage.deferred", stage: "delivery", remindAt: null },
    { type: "stage.skipped", stage: "fni", reason: "notWanted" },
    ...depositEvents,
    { type: "finance.termsAgreed" },
    { event: { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_680_000) }, by: salesperson },
  );
  const before = statusesOf(mixed).kept;
  expect(before).toEqual({
    vehicle: "complete",
    trade: "skipped",
    finance: "recheck",
    fni: "skipped",
    deposit: "complete",
    delivery: "deferred",
  });
  for (const [there, back] of [
    [frozen, reopened],
    [lost, { type: "deal.revived" }],
  ] as [DealEvent, DealEvent][]) {
    const away = followedBy(mixed, there, { by: fniManager });
    expect(new Set(Object.values(statusesOf(away).statuses))).toEqual(new Set(["locked"]));
    expect(statusesOf(away).kept).toEqual(before);
    expect(statusesOf(followedBy(away, back)).statuses).toEqual(before);
  }
});

test("[D6] a reopening keeps its reason and frees the contracting revision", () => {
  const again = contextOf(told(inLife.contracted, reopened));
  expect(again.life).toMatchObject({ contractingRevision: null, frozenAt: null, frozenBy: null });
  expect(again.life.reopenings.map(({ reason }) => reason)).toEqual(["Wrong rate"]);
});

test("[D8] a lost deal gives its booked time back and books anew when it is revived", () => {
  expect(contextOf(inLife.lost).delivery.slot).toBeNull();
  expect(effectsOf(lost, open, inLife.lost)).toEqual([
    { type: "voidDocuments" },
    { type: "releaseSlot", bookingId: "slot-1" },
  ]);
  const revived = told(inLife.lost, { type: "deal.revived" });
  expect(statusesOf(revived).statuses.delivery).toBe("inProgress");
});

test("[D8] [P4] a lost deal's deposit is asked back and returned", () => {
  const asked = told(inLife.lost, refundAsked);
  expect(effectsOf(refundAsked, inLife.lost, asked)).toEqual([{ type: "refundDeposit", reason: "Changed my mind" }]);
  const returned = told(asked, { type: "deposit.refunded", amount: cents(50_000), reference: "re_1" });
  expect(contextOf(returned).deposit).toMatchObject({ status: "refunded", holdUntil: null });
});

test("[P3] [P4] old news of a payment never brings a refunded deposit back, nor is a new one opened meanwhile", () => {
  const refunding = told(open, refundAsked);
  expect(refusalOf(refunding, depositEvents[2]!)?.code).toBe("depositMismatch");
  expect(refusalOf(refunding, { ...depositEvents[1]!, attempt: 2 } as DealEvent)?.code).toBe("depositInProgress");
  const refunded = told(refunding, { type: "deposit.refunded", amount: cents(50_000), reference: "re_1" });
  expect(refusalOf(refunded, depositEvents[2]!)?.code).toBe("depositMismatch");
  expect(refusalOf(refunded, { ...depositEvents[1]!, attempt: 2 } as DealEvent)).toBeNull();
});

test("[D5] freezing names the revision that the documents carry", () => {
  expect(contextOf(contracting).life).toMatchObject({ contractingRevision: contracting.revision });
  expect(effectsOf(frozen, open, contracting)).toEqual([{ type: "drawBuyersOrder" }]);
});

test("[V5] a swap keeps trade, credit, contact and product answers", () => {
  const another = aVehicle({ stockNumber: "V2602" });
  const kept = (state: DealState) => {
    const { trade, furtherTrades, people, fni, finance } = contextOf(state);
    return { trade, furtherTrades, people, answers: fni.answers, creditBand: finance.creditBand };
  };
  const swapped = told(open, { event: { type: "vehicle.swapped", vehicle: another }, by: system });
  expect(contextOf(swapped).vehicle.vehicle?.stockNumber).toBe("V2602");
  expect(kept(open).answers).not.toEqual({});
  expect(kept(swapped)).toEqual(kept(open));
});

import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import type { RefusalCode } from "#machines/deal/deal-refusals";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { MAX_DUE_ITEMS } from "#machines/stages/due-bill";
import { MAX_HANDOVER_PHOTOS, MAX_WORK } from "#machines/stages/handover";
import { MAX_DRIVES } from "#machines/stages/test-drive";
import { californiaReturns } from "#machines/store/return-policy";
import { usualHandover } from "#machines/store/handover-policy";
import { handoverMakers } from "./handover-makers";
import { aDeal, customer, salesManager } from "#tests/support/a-deal";
import { type Asked, followedBy, frozen, handedOver, settled, takenOver, told } from "#tests/support/judged-deal";

interface Case extends Asked {
  code: RefusalCode;
  rule: string;
  event: DealEvent;
  deal?: DealState;
  params?: Record<string, string | number>;
}

const contractedOf = (deal: DealState) => told(settled(deal), frozen, { type: "deal.contracted" });
const contracted = contractedOf(aDeal());
const sevenDays = { ...californiaReturns, code: "sevenDays", kind: "voluntary", name: "Seven days", days: 7 } as const;
const withReturns = aDeal({ store: { returns: [{ ...sevenDays, conditions: ["new"] }] } });
const delivered = handedOver(contractedOf(withReturns));
const mileage = contextOf(delivered).vehicle.vehicle?.mileage ?? 0;
const uncovered = handedOver(contracted);
const strict = contractedOf(aDeal({ store: { handover: { ...usualHandover, spotDelivery: false } } }));

const owner = { staffId: "s-1", role: "salesperson", firstName: "Maya", lastName: "Okonjo" } as const;
const due = (itemId: string): DealEvent => ({
  type: "dueBill.itemAdded",
  itemId,
  text: "Second key",
  owner,
  dueOn: plainDate("2026-12-20"),
  cost: cents(12_000),
});
const signed = (party: "customer" | "store"): Extract<DealEvent, { type: "dueBill.signed" }> => ({
  type: "dueBill.signed",
  party,
  name: "Theo Marsh",
  signatureId: null,
  contentHash: "0".repeat(64),
});
const promised = told(contracted, due("due-1"));
const fold = (deal: DealState, count: number, make: (index: number) => DealEvent) =>
  Array.from({ length: count }, (_, index) => make(index)).reduce((state, event) => followedBy(state, event), deal);

const plan = (item: string, title: string): DealEvent => ({
  type: "handover.workPlanned",
  item,
  light: "car",
  title,
  owner: null,
  dueAt: null,
});
const photo = (photoId: string): DealEvent => ({ type: "handover.photoAdded", photoId, place: "mark", note: "Chip" });
const slot = (startsAt: string): DealEvent => ({
  type: "handover.timeBooked",
  bookingId: "late-1",
  startsAt,
  endsAt: "2026-12-09T17:00:00.000Z",
});
const alarm: DealEvent = {
  type: "titleWork.alarmRaised",
  about: "tag",
  level: "late",
  dueOn: plainDate("2026-12-20"),
};
const back = (miles: number, asDelivered = true): DealEvent => ({
  type: "returns.requested",
  odometer: mileage + miles,
  reason: "Too small",
  asDelivered,
});
const drive = (driveId: string): DealEvent => ({
  type: "drive.booked",
  driveId,
  stockNumber: "N100",
  carName: "2027 Halden Fjord",
  place: "store",
  startsAt: "2026-11-30T16:00:00.000Z",
  endsAt: "2026-11-30T16:30:00.000Z",
});
const booked = told(aDeal(), drive("drive-1"));
const seen = told(booked, { type: "drive.licenseKept", driveId: "drive-1" });
const manyDrives = fold(aDeal(), MAX_DRIVES * 2, (index) => {
  const driveId = `drive-${Math.floor(index / 2)}`;
  return index % 2 ? { type: "drive.cancelled", driveId } : drive(driveId);
});

/** Refusals of the hand-over, what is owed after it, returns and test drives. */
/** A return that is put back, with something left to move at the desk. */
const takenBack = followedBy(delivered, back(10));
const unwound = followedBy(
  followedBy(takenBack, { type: "returns.accepted", ...handoverMakers["returns.accepted"](2, takenBack)! }),
  { type: "returns.unwound" },
);

export const handoverRefusalCases: Case[] = [
  { rule: "Y6", code: "notReadyForKeys", deal: contracted, event: { type: "deal.delivered" } },
  {
    rule: "Y6",
    code: "nothingToOverride",
    deal: told(contracted, takenOver(contracted)),
    event: takenOver(contracted),
  },
  { rule: "Y6", code: "noSpotDelivery", deal: strict, event: takenOver(strict), by: salesManager },
  { rule: "Y5", code: "workUnknown", deal: contracted, event: { type: "handover.workDone", item: "wax", done: true } },
  { rule: "Y5", code: "workUnknown", deal: contracted, event: plan("own-1", "") },
  {
    rule: "Y5",
    code: "tooMuchWork",
    deal: fold(contracted, MAX_WORK, (index) => plan(`own-${index}`, "Mats")),
    event: plan("own-last", "Mats"),
    params: { count: MAX_WORK },
  },
  {
    rule: "Y4",
    code: "tooLateToReschedule",
    deal: told(contracted, slot("2026-11-29T10:00:00.000Z")),
    event: slot("2026-12-09T16:00:00.000Z"),
    by: customer,
    at: "2026-11-29T05:00:00.000Z",
  },
  {
    rule: "Y8",
    code: "odometerBack",
    deal: contractedOf(aDeal({ vehicle: { mileage: 41_000 } })),
    event: { type: "handover.odometerRead", odometer: 40_999 },
  },
  { rule: "Y8", code: "photoUnknown", deal: contracted, event: { type: "handover.photoRemoved", photoId: "none" } },
  {
    rule: "Y8",
    code: "tooManyPhotos",
    deal: fold(contracted, MAX_HANDOVER_PHOTOS, (index) => photo(`p-${index}`)),
    event: photo("p-last"),
  },
  {
    rule: "Y9",
    code: "notOnTheRoad",
    deal: contracted,
    event: { type: "handover.tracked", step: "onTheWay", expectedAt: null, driver: "Sam" },
  },
  { rule: "Y7", code: "nothingToSign", deal: contracted, event: signed("customer") },
  {
    rule: "Y7",
    code: "tooManyDue",
    deal: fold(contracted, MAX_DUE_ITEMS, (index) => due(`due-${index}`)),
    event: due("due-last"),
  },
  {
    rule: "Y7",
    code: "dueItemUnknown",
    deal: contracted,
    event: { type: "dueBill.itemClosed", itemId: "due-9", note: "" },
  },
  {
    rule: "Y7",
    code: "dueItemSigned",
    deal: told(promised, signed("customer")),
    event: { type: "dueBill.itemDropped", itemId: "due-1" },
  },
  { rule: "Y10", code: "alarmRaised", deal: told(delivered, alarm), event: alarm },
  { rule: "Y11", code: "notDelivered", deal: contracted, event: back(10) },
  {
    rule: "Y12",
    code: "malformed",
    deal: unwound,
    event: { type: "returns.settled", method: null },
    by: salesManager,
  },
  { rule: "Y11", code: "noReturn", deal: delivered, event: { type: "returns.withdrawn" } },
  { rule: "Y11", code: "returnAsked", deal: told(delivered, back(10)), event: back(10) },
  { rule: "Y11", code: "returnNotCovered", deal: uncovered, event: back(10) },
  {
    rule: "Y11",
    code: "returnWindowOver",
    deal: delivered,
    event: back(10),
    at: "2026-12-07T15:00:00.000Z",
    params: { name: "Seven days", count: 7 },
  },
  {
    rule: "Y11",
    code: "returnTooManyMiles",
    deal: delivered,
    event: back(401),
    params: { name: "Seven days", count: 400 },
  },
  { rule: "Y11", code: "returnNotAsDelivered", deal: delivered, event: back(10, false) },
  { rule: "X1", code: "driveBooked", deal: booked, event: drive("drive-2") },
  { rule: "X1", code: "tooManyDrives", deal: manyDrives, event: drive("drive-last"), params: { count: MAX_DRIVES } },
  { rule: "X2", code: "driveUnknown", deal: booked, event: { type: "drive.ended", driveId: "drive-1" } },
  {
    rule: "X2",
    code: "driveNeedsLicense",
    deal: booked,
    event: { type: "drive.left", driveId: "drive-1", plate: "D-12" },
  },
  {
    rule: "X2",
    code: "driveNeedsSignature",
    deal: seen,
    event: { type: "drive.left", driveId: "drive-1", plate: "D-12" },
  },
];

import { contextOf, type DealState, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import type { DealEventOf } from "#machines/deal/deal-events";
import { dayInZone } from "#machines/deal/deal-trades";
import type { HandoverEventType } from "#machines/deal/handover-lives";
import { readinessItems, releaseBlockers } from "#machines/deal/readiness";
import { judgedReturn, returnStatement } from "#machines/deal/return-writes";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import {
  handoverChecks,
  handoverPhotoPlaces,
  readinessLights,
  signingParties,
  standardWork,
  trackingSteps,
} from "#machines/stages/handover";
import { titleAlarmNames, titleSteps } from "#machines/stages/title-work";

type HandoverMakers = {
  [Type in HandoverEventType]: (n: number, state: DealState) => Omit<DealEventOf<Type>, "type"> | null;
};

const oneOf = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const codes = Object.keys(standardWork);
const maya = { staffId: "s-1", role: "salesperson", firstName: "Maya", lastName: "Okonjo" } as const;
const contentHash = "a".repeat(64);
const signing = (n: number) => ({
  party: oneOf(signingParties, n),
  name: "Theo Marsh",
  signatureId: n % 2 ? "signature-1" : null,
  contentHash,
});
const dueItemIn = (state: DealState, n: number) => {
  const { items } = contextOf(state).dueBill;
  return items.length > 0 ? { itemId: oneOf(items, n).itemId } : null;
};
const driveIn = (state: DealState) => {
  const drive = contextOf(state).drives.list.at(-1);
  return drive ? { driveId: drive.driveId } : null;
};

/** Events from the contract to the last plate that often fit a deal. */
export const handoverMakers: HandoverMakers = {
  "handover.workPlanned": (n) => ({
    item: n % 3 ? oneOf(codes, n) : `own-${n % 4}`,
    light: oneOf(readinessLights, n),
    title: n % 3 ? "" : "Floor mats",
    owner: n % 2 ? maya : null,
    dueAt: "2026-12-01T15:00:00.000Z",
  }),
  "handover.workDone": (n) => ({ item: oneOf(codes, n), done: n % 5 !== 0 }),
  "handover.overridden": (n, state) => {
    const open = releaseBlockers(readinessItems(contextOf(state), lifeOf(state))).map(({ item }) => item);
    return open.length > 0 ? { items: n % 2 ? open : open.slice(0, 1), reason: "Known customer" } : null;
  },
  "handover.timeBooked": (n) => ({
    bookingId: `slot-late-${n}`,
    startsAt: "2027-06-03T16:00:00.000Z",
    endsAt: "2027-06-03T17:00:00.000Z",
  }),
  "handover.checked": (n) => ({ check: oneOf(handoverChecks, n), done: n % 4 !== 0 }),
  "handover.photoAdded": (n) => ({ photoId: `seen-${n % 6}`, place: oneOf(handoverPhotoPlaces, n), note: "" }),
  "handover.photoRemoved": (n, state) => {
    const { photos } = contextOf(state).handover;
    return photos.length > 0 ? { photoId: oneOf(photos, n).photoId } : null;
  },
  "handover.odometerRead": (n) => ({ odometer: 50_000 + n }),
  "handover.signed": signing,
  "handover.tracked": (n) => ({ step: oneOf(trackingSteps, n), expectedAt: null, driver: n % 2 ? "Sam" : "" }),
  "handover.contactlessChosen": (n) => ({ contactless: n % 2 === 0 }),
  "handover.followedUp": (n) => ({
    note: n % 2 ? "Where the fuse box is" : "",
    serviceAt: n % 3 ? "2027-03-01T15:00:00.000Z" : null,
    reviewAsked: n % 4 === 0,
  }),
  "dueBill.photoKept": (n, state) => {
    const item = dueItemIn(state, n);
    return item && { ...item, photoId: `owed-${n}` };
  },
  "dueBill.appointmentSet": (n, state) => {
    const item = dueItemIn(state, n);
    return item && { ...item, startsAt: n % 3 ? "2027-01-04T15:00:00.000Z" : null };
  },
  "dueBill.itemAdded": (n) => ({
    itemId: `due-${n}`,
    text: "Second key",
    owner: maya,
    dueOn: plainDate("2026-12-20"),
    cost: n % 2 ? cents(n * 100) : null,
  }),
  "dueBill.itemDropped": (n, state) => dueItemIn(state, n),
  "dueBill.itemClosed": (n, state) => {
    const item = dueItemIn(state, n);
    return item && { ...item, note: "Sent by post" };
  },
  "dueBill.signed": signing,
  "titleWork.stepDone": (n) => ({ step: oneOf(titleSteps, n), done: n % 4 !== 0 }),
  "titleWork.holderNamed": (n) => ({ holder: oneOf(["", "State office"], n) }),
  "titleWork.payoffSent": (n) => ({
    car: 1,
    sent: n % 3 === 0 ? null : { amount: cents(918_000 + n), on: plainDate("2026-11-28") },
  }),
  "titleWork.tagIssued": () => ({ expiresOn: plainDate("2027-01-15") }),
  "titleWork.alarmRaised": (n) => ({
    about: oneOf(titleAlarmNames, n),
    level: oneOf(["soon", "late"] as const, n),
    dueOn: plainDate("2026-12-20"),
  }),
  "returns.requested": (n) => ({ odometer: n % 700, reason: "Too small", asDelivered: true }),
  "returns.withdrawn": () => ({}),
  "returns.accepted": (n, state) => {
    const deal = contextOf(state);
    const { request } = deal.returns;
    if (!request) return null;
    const asked = { odometer: request.odometer, asDelivered: true };
    const verdict = judgedReturn(deal, asked, dayInZone(request.requestedAt, deal.store.timeZone));
    const trades = oneOf(["none", "goBack", "paidOut"] as const, n);
    const statement = verdict?.ok ? returnStatement({ ...deal, kept: statusesOf(state).kept }, verdict, trades) : null;
    return statement && { ...asked, trades, statement };
  },
  "returns.declined": () => ({ rule: "tooManyMiles", reason: "612 miles" }),
  "returns.unwound": () => ({}),
  "returns.settled": () => ({}),
  "drive.booked": (n, state) => ({
    driveId: `drive-${n}`,
    stockNumber: contextOf(state).vehicle.vehicle?.stockNumber ?? "N100",
    carName: "2027 Halden Fjord",
    place: oneOf(["store", "home"] as const, n),
    startsAt: "2026-11-30T16:00:00.000Z",
    endsAt: "2026-11-30T16:30:00.000Z",
  }),
  "drive.cancelled": (_n, state) => driveIn(state),
  "drive.licenseKept": (_n, state) => driveIn(state),
  "drive.signed": (_n, state) => {
    const drive = driveIn(state);
    return drive && { ...drive, name: "Theo Marsh", signatureId: null, contentHash };
  },
  "drive.left": (_n, state) => {
    const drive = driveIn(state);
    return drive && { ...drive, plate: "D-12" };
  },
  "drive.ended": (_n, state) => driveIn(state),
};

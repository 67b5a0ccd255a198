import type { DueBillSlice, DueItem } from "../stages/due-bill";
import type { HandoverSlice, KeptSignature, SigningParty, WorkItem } from "../stages/handover";
import { type StandardWorkCode, standardWork } from "../stages/handover";
import type { TestDrive } from "../stages/test-drive";
import type { EventMeta } from "./event-meta";
import type { Change, EventIn } from "./stage-writes";
import type { DealContext } from "./deal-context";

/** What both sides sign is what stands there: whatever changes it takes the signatures away. */
const unsigned = { signatures: [] };

export function handoverChange(
  { handover, delivery }: DealContext,
  event: EventIn<"handover">,
  meta: EventMeta,
): Change {
  const { by, at } = meta;
  const next = (change: Partial<HandoverSlice>): Change => ({ handover: { ...handover, ...change } });
  switch (event.type) {
    case "handover.workPlanned": {
      const { item, light, title, owner, dueAt } = event;
      return next({ work: withWork(handover.work, item, { light, title, owner, dueAt }) });
    }
    case "handover.workDone":
      return next({ work: withWork(handover.work, event.item, { done: event.done, by, at }) });
    case "handover.overridden":
      return next({ overrides: [...handover.overrides, { items: event.items, reason: event.reason, by, at }] });
    case "handover.timeBooked": {
      const { type: _, ...appointment } = event;
      const again = handover.appointment !== null || delivery.slot !== null;
      return next({ appointment, moved: handover.moved + (again ? 1 : 0) });
    }
    case "handover.checked": {
      const others = handover.checks.filter(({ check }) => check !== event.check);
      return next({ checks: event.done ? [...others, { check: event.check, by, at }] : others, ...unsigned });
    }
    case "handover.photoAdded": {
      const { photoId, place, note } = event;
      // A place has one photo, which a new one takes over; marks have as many as there are.
      const others = handover.photos.filter((photo) => place === "mark" || photo.place !== place);
      return next({ photos: [...others, { photoId, place, note, at }], ...unsigned });
    }
    case "handover.photoRemoved":
      return next({ photos: handover.photos.filter(({ photoId }) => photoId !== event.photoId), ...unsigned });
    case "handover.odometerRead":
      return next({ odometer: event.odometer, ...unsigned });
    case "handover.signed":
      return next({ signatures: withSignature(handover.signatures, event, meta) });
    case "handover.tracked": {
      const { step, expectedAt, driver } = event;
      return next({
        track: [...handover.track.filter((one) => one.step !== step), { step, expectedAt, driver, at }],
      });
    }
    case "handover.contactlessChosen":
      return next({ contactless: event.contactless });
    case "handover.followedUp": {
      const { note, serviceAt, reviewAsked } = event;
      return next({ followUp: { note, serviceAt, reviewAsked, by, at } });
    }
  }
}

function withWork(work: readonly WorkItem[], item: string, change: Partial<WorkItem>): WorkItem[] {
  const light = standardWork[item as StandardWorkCode]?.light ?? "car";
  const fresh: WorkItem = { item, light, title: "", owner: null, dueAt: null, done: false, by: null, at: null };
  const known = work.find((one) => one.item === item);
  return [...work.filter((one) => one.item !== item), { ...(known ?? fresh), ...change }];
}

type Signing = { party: SigningParty; name: string; signatureId: string | null; contentHash: string };

function withSignature(signatures: readonly KeptSignature[], event: Signing, { by, at }: EventMeta): KeptSignature[] {
  const { party, name, signatureId, contentHash } = event;
  return [
    ...signatures.filter((signature) => signature.party !== party),
    { party, name, signatureId, contentHash, by, at },
  ];
}

export function dueBillChange({ dueBill }: DealContext, event: EventIn<"dueBill">, meta: EventMeta): Change {
  const next = (part: Partial<DueBillSlice>): Change => ({ dueBill: { ...dueBill, ...part } });
  const change = (itemId: string, part: Partial<DueItem>): Change =>
    next({ items: dueBill.items.map((item) => (item.itemId === itemId ? { ...item, ...part } : item)) });
  switch (event.type) {
    case "dueBill.itemAdded": {
      const { itemId, text, owner, dueOn, cost } = event;
      const item = { itemId, text, owner, dueOn, cost, signedBy: [], closedAt: null, closedNote: "" };
      return next({ items: [...dueBill.items, item] });
    }
    case "dueBill.itemDropped":
      return next({ items: dueBill.items.filter(({ itemId }) => itemId !== event.itemId) });
    case "dueBill.itemClosed":
      return change(event.itemId, { closedAt: meta.at, closedNote: event.note });
    case "dueBill.photoKept":
      return change(event.itemId, { photoId: event.photoId });
    case "dueBill.appointmentSet":
      return next({
        items: dueBill.items.map(({ appointmentAt, ...item }) => {
          const newest = item.itemId === event.itemId ? event.startsAt : appointmentAt;
          return newest ? { ...item, appointmentAt: newest } : item;
        }),
      });
    case "dueBill.signed":
      return next({
        items: dueBill.items.map((item) =>
          item.closedAt !== null || item.signedBy.includes(event.party)
            ? item
            : { ...item, signedBy: [...item.signedBy, event.party] },
        ),
        signatures: [...dueBill.signatures, ...withSignature([], event, meta)],
      });
  }
}

export function titleWorkChange(
  { titleWork }: DealContext,
  event: EventIn<"titleWork">,
  { by, at }: EventMeta,
): Change {
  switch (event.type) {
    case "titleWork.stepDone": {
      const others = titleWork.done.filter(({ step }) => step !== event.step);
      const done = event.done ? [...others, { step: event.step, by, at }] : others;
      return { titleWork: { ...titleWork, done } };
    }
    case "titleWork.holderNamed":
      return { titleWork: { ...titleWork, holder: event.holder } };
    case "titleWork.tagIssued":
      return { titleWork: { ...titleWork, tagExpiresOn: event.expiresOn } };
    case "titleWork.payoffSent": {
      const others = (titleWork.payoffsSent ?? []).filter(({ car }) => car !== event.car);
      const payoffsSent = event.sent ? [...others, { car: event.car, ...event.sent, by, at }] : others;
      return { titleWork: { ...titleWork, payoffsSent } };
    }
    case "titleWork.alarmRaised": {
      const { about, level, dueOn } = event;
      return { titleWork: { ...titleWork, alarms: [...titleWork.alarms, { about, level, dueOn, at }] } };
    }
  }
}

export function driveChange({ drives }: DealContext, event: EventIn<"drive">, { by, at }: EventMeta): Change {
  const list = (drivesNow: TestDrive[]): Change => ({ drives: { list: drivesNow } });
  const change = (part: Partial<TestDrive>) =>
    list(drives.list.map((drive) => (drive.driveId === event.driveId ? { ...drive, ...part } : drive)));
  switch (event.type) {
    case "drive.booked": {
      const { type: _, ...booked } = event;
      const fresh = { status: "booked", licenseSeen: false, signature: null, plate: "" } as const;
      return list([...drives.list, { ...booked, ...fresh, leftAt: null, backAt: null, bookedBy: by }]);
    }
    case "drive.cancelled":
      return change({ status: "cancelled" });
    case "drive.licenseKept":
      return change({ licenseSeen: true });
    case "drive.signed": {
      const { name, signatureId, contentHash } = event;
      return change({ signature: { name, signatureId, contentHash, at } });
    }
    case "drive.left":
      return change({ status: "out", plate: event.plate, leftAt: at });
    case "drive.ended":
      return change({ status: "back", backAt: at });
  }
}

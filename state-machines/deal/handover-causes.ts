import { handoverTime } from "../stages/handover";
import type { ChangeCause } from "./change-cause";
import type { DealEventType } from "./deal-events";
import type { DealView } from "./deal-view";

type Params = (was: DealView, is: DealView) => ChangeCause["params"];

/** The element of a list that differs between two views of one reader. */
function changed<Element extends object>(was: readonly Element[], is: readonly Element[]): Element | null {
  const before = new Set(was.map((one) => JSON.stringify(one)));
  return is.find((one) => !before.has(JSON.stringify(one))) ?? null;
}

function gone<Element extends object>(was: readonly Element[], is: readonly Element[], key: keyof Element) {
  const left = new Set(is.map((one) => one[key]));
  return was.find((one) => !left.has(one[key])) ?? null;
}

const dueText: Params = ({ card: was }, { card: is }) => ({
  text:
    (changed(was.dueBill.items, is.dueBill.items) ?? gone(was.dueBill.items, is.dueBill.items, "itemId"))?.text ?? null,
});
const driveParams: Params = ({ card: was }, { card: is }) => {
  const drive = changed(was.drives.list, is.drives.list);
  return { car: drive?.carName ?? null, startsAt: drive?.startsAt ?? null, place: drive?.place ?? null };
};
const signer: Params = ({ card: was }, { card: is }) => {
  const signature =
    changed(was.handover.signatures, is.handover.signatures) ?? changed(was.dueBill.signatures, is.dueBill.signatures);
  return { name: signature?.name ?? null, party: signature?.party ?? null };
};

/** What was said from the contract to the last plate, for the history. */
export const handoverCauses: Partial<Record<DealEventType, Params>> = {
  "handover.timeBooked": ({ card: was }, { card: is }) => ({
    startsAt: is.handover.appointment?.startsAt ?? null,
    again: handoverTime(was) !== null,
  }),
  "handover.checked": ({ card: was }, { card: is }) => {
    const check = changed(was.handover.checks, is.handover.checks);
    return {
      check: (check ?? gone(was.handover.checks, is.handover.checks, "check"))?.check ?? null,
      done: check !== null,
    };
  },
  "handover.photoAdded": ({ card: was }, { card: is }) => ({
    place: changed(was.handover.photos, is.handover.photos)?.place ?? null,
  }),
  "handover.odometerRead": (_was, { card }) => ({ odometer: card.handover.odometer }),
  "handover.signed": signer,
  "handover.tracked": ({ card: was }, { card: is }) => ({
    step: changed(was.handover.track, is.handover.track)?.step ?? null,
  }),
  "handover.contactlessChosen": (_was, { card }) => ({ contactless: card.handover.contactless === true }),
  "handover.followedUp": (_was, { card }) => ({ service: card.handover.followUp?.serviceAt ?? null }),
  "dueBill.photoKept": dueText,
  "dueBill.appointmentSet": dueText,
  "dueBill.itemAdded": dueText,
  "dueBill.itemDropped": dueText,
  "dueBill.itemClosed": dueText,
  "dueBill.signed": signer,
  "titleWork.stepDone": ({ card: was }, { card: is }) => {
    const done = changed(was.titleWork.done, is.titleWork.done);
    return { step: (done ?? gone(was.titleWork.done, is.titleWork.done, "step"))?.step ?? null, done: done !== null };
  },
  "titleWork.payoffSent": ({ card: was }, { card: is }) => {
    const [before, after] = [was.titleWork.payoffsSent ?? [], is.titleWork.payoffsSent ?? []];
    const sent = changed(before, after);
    const car = (sent ?? gone(before, after, "car"))?.car ?? 1;
    const lender = [is.trade, ...is.furtherTrades][car - 1]?.lien?.lender ?? "";
    return { done: sent !== null, lender, amount: sent?.amount ?? null, until: sent?.on ?? null };
  },
  "titleWork.tagIssued": (_was, { card }) => ({ until: card.titleWork.tagExpiresOn }),
  "returns.requested": (_was, { card }) => ({ until: card.returns.request?.lastDay ?? null }),
  "returns.accepted": (_was, { card }) => ({ amount: card.returns.request?.statement?.total ?? null }),
  "returns.declined": (_was, { card }) => ({ rule: card.returns.request?.rule ?? null }),
  "drive.booked": driveParams,
  "drive.cancelled": driveParams,
  "drive.licenseKept": driveParams,
  "drive.signed": driveParams,
  "drive.left": driveParams,
  "drive.ended": driveParams,
};

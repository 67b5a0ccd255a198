import type { DealLife } from "../stages/stage";
import type { DealEventType } from "./deal-events";

export type HandoverEventType = Extract<
  DealEventType,
  `handover.${string}` | `dueBill.${string}` | `titleWork.${string}` | `returns.${string}` | `drive.${string}`
>;
export const isHandoverEvent = (type: DealEventType): type is HandoverEventType =>
  /^(handover|dueBill|titleWork|returns|drive)\./.test(type);

/** While a car is chosen. */
export const openLife = ["open"] as const;
const beforeKeys = ["open", "contracting", "contracted"] as const;
/** From the freeze to the keys. */
export const frozenLives = ["contracting", "contracted"] as const;
const signed = ["contracted"] as const;
const afterContract = ["contracted", "delivered"] as const;
/** After the keys. */
export const keysGiven = ["delivered"] as const;
const notLost = ["open", "contracting", "contracted", "delivered"] as const;

/** In which of its lives a deal takes which of these. */
export const livesOf: Record<HandoverEventType, readonly DealLife[]> = {
  "handover.workPlanned": beforeKeys,
  "handover.workDone": beforeKeys,
  "handover.overridden": frozenLives,
  "handover.timeBooked": frozenLives,
  "handover.checked": signed,
  "handover.photoAdded": signed,
  "handover.photoRemoved": signed,
  "handover.odometerRead": signed,
  "handover.signed": signed,
  "handover.tracked": frozenLives,
  "handover.contactlessChosen": beforeKeys,
  "handover.followedUp": keysGiven,
  "dueBill.itemAdded": notLost,
  "dueBill.itemDropped": notLost,
  "dueBill.photoKept": notLost,
  "dueBill.appointmentSet": notLost,
  "dueBill.itemClosed": notLost,
  "dueBill.signed": notLost,
  "titleWork.stepDone": afterContract,
  "titleWork.holderNamed": afterContract,
  "titleWork.tagIssued": afterContract,
  "titleWork.payoffSent": afterContract,
  "titleWork.alarmRaised": keysGiven,
  "returns.requested": keysGiven,
  "returns.withdrawn": keysGiven,
  "returns.accepted": keysGiven,
  "returns.declined": keysGiven,
  "returns.unwound": keysGiven,
  "returns.settled": keysGiven,
  "drive.booked": openLife,
  "drive.cancelled": notLost,
  "drive.licenseKept": notLost,
  "drive.signed": notLost,
  "drive.left": notLost,
  "drive.ended": notLost,
};

export const handoverEventTypes = Object.keys(livesOf) as HandoverEventType[];

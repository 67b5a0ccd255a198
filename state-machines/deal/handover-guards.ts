import { MAX_DUE_ITEMS, unsignedDueItems } from "../stages/due-bill";
import { movableUntil } from "../stages/delivery";
import { MAX_HANDOVER_PHOTOS, MAX_WORK, type StandardWorkCode, standardWork } from "../stages/handover";
import type { DealLife } from "../stages/stage";
import { comingDrive, MAX_DRIVES } from "../stages/test-drive";
import type { ReturnPolicy, ReturnRule } from "../store/return-policy";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import { dayInZone, tradeOf } from "./deal-trades";
import { frozenLives, type HandoverEventType, keysGiven, livesOf, openLife } from "./handover-lives";
import type { GuardScope } from "./guard-scope";
import { readinessItems, releaseBlockers } from "./readiness";
import { judgedReturn, returnStatement } from "./return-writes";
import { sameValue } from "./same-value";

/** What the deal's life says to an event of the hand-over, in the words of what is missing. */
export function handoverLifeRefusal(life: DealLife, type: HandoverEventType): Refusal | null {
  const lives = livesOf[type];
  if (lives.includes(life)) return null;
  if (life === "lost") return refuse("dealLost");
  if (life === "delivered") return refuse("dealDelivered");
  if (lives === keysGiven) return refuse("notDelivered");
  if (lives === frozenLives) return refuse("notFrozen");
  return refuse(lives === openLife ? "dealFrozen" : "notContracted");
}

type Guards = {
  [Type in HandoverEventType]?: (
    deal: DealContext,
    event: DealEventOf<Type>,
    scope: GuardScope & { life: DealLife },
  ) => Refusal | null;
};

const photoIn = ({ handover }: DealContext, photoId: string) =>
  handover.photos.some((photo) => photo.photoId === photoId) ? null : refuse("photoUnknown");
const dueItem = ({ dueBill }: DealContext, id: string) => dueBill.items.find(({ itemId }) => itemId === id);
const openDueItem = (deal: DealContext, { itemId }: { itemId: string }) =>
  dueItem(deal, itemId)?.closedAt === null ? null : refuse("dueItemUnknown");
const driveOf = ({ drives }: DealContext, id: string) => drives.list.find(({ driveId }) => driveId === id);
const requestIs = ({ returns }: DealContext, ...statuses: string[]) =>
  returns.request && statuses.includes(returns.request.status) ? null : refuse("noReturn");

const guards: Guards = {
  "handover.workPlanned": ({ handover }, { item, title }) => {
    const known = handover.work.some((one) => one.item === item);
    if (known || item in standardWork) return null;
    if (title === "") return refuse("workUnknown");
    return handover.work.length >= MAX_WORK ? refuse("tooMuchWork", { count: MAX_WORK }) : null;
  },
  "handover.workDone": ({ handover }, { item }) =>
    item in standardWork || handover.work.some((one) => one.item === item) ? null : refuse("workUnknown"),
  "handover.overridden": overrideNamesBlockers,
  "handover.timeBooked": (deal, _event, scope) => handoverMoveRefusal(deal, scope),
  "handover.photoAdded": ({ handover }) =>
    handover.photos.length >= MAX_HANDOVER_PHOTOS ? refuse("tooManyPhotos", { count: MAX_HANDOVER_PHOTOS }) : null,
  "handover.photoRemoved": (deal, { photoId }) => photoIn(deal, photoId),
  "handover.odometerRead": ({ vehicle }, { odometer }) =>
    odometer < (vehicle.vehicle?.mileage ?? 0) ? refuse("odometerBack", undefined, "odometer") : null,
  "handover.signed": (_deal, { party }, { actor }) => ownSideOnly(party, actor.kind),
  "handover.tracked": ({ delivery }, { step }) =>
    step === "onTheWay" && delivery.method !== "home" ? refuse("notOnTheRoad") : null,

  "dueBill.itemAdded": ({ dueBill }) =>
    dueBill.items.length >= MAX_DUE_ITEMS ? refuse("tooManyDue", { count: MAX_DUE_ITEMS }) : null,
  // What one side has put their name to is kept or closed, never made to vanish.
  "dueBill.itemDropped": (deal, { itemId }) => {
    const item = dueItem(deal, itemId);
    if (!item || item.closedAt !== null) return refuse("dueItemUnknown");
    return item.signedBy.length > 0 ? refuse("dueItemSigned") : null;
  },
  "dueBill.photoKept": openDueItem,
  "dueBill.appointmentSet": openDueItem,
  "dueBill.itemClosed": openDueItem,
  "dueBill.signed": ({ dueBill }, { party }, { actor }) =>
    unsignedDueItems(dueBill.items, party).length === 0 ? refuse("nothingToSign") : ownSideOnly(party, actor.kind),

  "titleWork.alarmRaised": ({ titleWork }, { about, level, dueOn }) =>
    titleWork.alarms.some((one) => one.about === about && one.level === level && one.dueOn === dueOn)
      ? refuse("alarmRaised")
      : null,

  "titleWork.payoffSent": payoffCanBeMarked,

  "returns.requested": returnCanBeAsked,
  "returns.withdrawn": (deal) => requestIs(deal, "requested"),
  "returns.accepted": returnCanBeAccepted,
  "returns.declined": (deal) => requestIs(deal, "requested"),
  "returns.unwound": (deal) => requestIs(deal, "accepted"),
  "returns.settled": (deal, { method }) => {
    const moved = deal.returns.request?.statement?.atDesk ?? 0;
    return requestIs(deal, "unwound") ?? (moved !== 0 && !method ? refuse("malformed", undefined, "method") : null);
  },

  "drive.booked": ({ vehicle, drives }) => {
    if (!vehicle.vehicle) return refuse("noVehicle");
    if (comingDrive(drives.list)) return refuse("driveBooked");
    return drives.list.length >= MAX_DRIVES ? refuse("tooManyDrives", { count: MAX_DRIVES }) : null;
  },
  "drive.cancelled": (deal, { driveId }) => driveIs(deal, driveId, "booked"),
  "drive.licenseKept": (deal, { driveId }) => driveIs(deal, driveId, "booked"),
  "drive.signed": (deal, { driveId }) => driveIs(deal, driveId, "booked"),
  "drive.left": (deal, { driveId }) => {
    const drive = driveOf(deal, driveId);
    if (drive?.status !== "booked") return refuse("driveUnknown");
    if (!drive.licenseSeen) return refuse("driveNeedsLicense");
    return drive.signature ? null : refuse("driveNeedsSignature");
  },
  "drive.ended": (deal, { driveId }) => driveIs(deal, driveId, "out"),
};

/** Money that went to a lender who is owed something, on a day that has come. */
function payoffCanBeMarked(
  deal: DealContext,
  { car, sent }: DealEventOf<"titleWork.payoffSent">,
  { at }: GuardScope,
): Refusal | null {
  const trade = tradeOf(deal, car);
  if (!trade.description) return refuse("tradeCarUnknown");
  if (!trade.lien) return refuse("payoffNotOwed");
  if (sent && sent.amount === 0) return refuse("malformed", undefined, "amount");
  return sent && sent.on > dayInZone(at, deal.store.timeZone) ? refuse("malformed", undefined, "on") : null;
}

const driveIs = (deal: DealContext, driveId: string, status: string) =>
  driveOf(deal, driveId)?.status === status ? null : refuse("driveUnknown");

/** A customer signs for themselves; on the store's device staff hold it for either side. */
const ownSideOnly = (party: string, kind: string) =>
  kind === "customer" && party !== "customer" ? refuse("notAllowed") : null;

/** Only what is open now can be taken upon oneself, and money not in hand only where the store may do so. */
function overrideNamesBlockers(
  deal: DealContext,
  { items }: DealEventOf<"handover.overridden">,
  { life }: { life: DealLife },
): Refusal | null {
  const open = new Set(releaseBlockers(readinessItems(deal, life)).map(({ item }) => item));
  if (items.some((item) => !open.has(item))) return refuse("nothingToOverride");
  const spot = items.some((item) => standardWork[item as StandardWorkCode]?.light === "money");
  return spot && deal.store.handover?.spotDelivery === false ? refuse("noSpotDelivery") : null;
}

function handoverMoveRefusal({ handover, delivery, store }: DealContext, { at, actor }: GuardScope): Refusal | null {
  const slot = handover.appointment ?? delivery.slot;
  if (!slot || actor.kind !== "customer") return null;
  const until = movableUntil(slot, store.delivery.rescheduleCutoffHours);
  return Date.parse(at) > Date.parse(until) ? refuse("tooLateToReschedule") : null;
}

/** The keys stay until what is required is done, or a manager has said by name why not. */
export function keysCanBeGiven(deal: DealContext, life: DealLife): Refusal | null {
  const blockers = releaseBlockers(readinessItems(deal, life));
  return blockers.length === 0 ? null : refuse("notReadyForKeys", { count: blockers.length });
}

function byReturnRule(rule: ReturnRule, policy: ReturnPolicy | null): Refusal {
  const name = policy?.name ?? "";
  switch (rule) {
    case "notCovered":
      return refuse("returnNotCovered");
    case "windowOver":
      return refuse("returnWindowOver", { name, count: policy?.days ?? 0 });
    case "tooManyMiles":
      return refuse("returnTooManyMiles", { name, count: policy?.miles ?? 0 }, "odometer");
    case "notAsDelivered":
      return refuse("returnNotAsDelivered", { name }, "asDelivered");
  }
}

/** By which rule a car may not come back; null when it may. */
export function returnRefusal(deal: DealContext, asked: { odometer: number; asDelivered: boolean }, at: string) {
  const verdict = judgedReturn(deal, asked, dayInZone(at, deal.store.timeZone));
  if (!verdict) return refuse("notDelivered");
  if (verdict.ok) return null;
  return byReturnRule(verdict.rule, verdict.policy);
}

function returnCanBeAsked(deal: DealContext, event: DealEventOf<"returns.requested">, { at }: GuardScope) {
  const { request } = deal.returns;
  if (request && request.status !== "withdrawn") return refuse("returnAsked");
  return returnRefusal(deal, event, at);
}

/** Inspected by the store: asked within the window, judged by what the inspection found, at the core's own figures. */
function returnCanBeAccepted(deal: DealContext, event: DealEventOf<"returns.accepted">, { kept }: GuardScope) {
  const { request } = deal.returns;
  if (request?.status !== "requested") return refuse("noReturn");
  const refused = returnRefusal(deal, event, request.requestedAt);
  if (refused) return refused;
  const verdict = judgedReturn(deal, event, dayInZone(request.requestedAt, deal.store.timeZone));
  const statement = verdict?.ok ? returnStatement({ ...deal, kept }, verdict, event.trades) : null;
  return sameValue(statement, event.statement) ? null : refuse("notComputable");
}

/** The first reason why an event of the hand-over may not happen now; null when it may. */
export function handoverRefusal(
  deal: DealContext,
  event: DealEventOf<HandoverEventType>,
  scope: GuardScope & { life: DealLife },
): Refusal | null {
  const guard = guards[event.type] as
    | ((
        deal: DealContext,
        event: DealEventOf<HandoverEventType>,
        scope: GuardScope & { life: DealLife },
      ) => Refusal | null)
    | undefined;
  return guard?.(deal, event, scope) ?? null;
}

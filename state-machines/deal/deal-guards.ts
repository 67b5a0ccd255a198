import type { Cents } from "../money/cents";
import { homeDeliveryFee, movableUntil } from "../stages/delivery";
import type { DealLife } from "../stages/stage";
import type { Actor, StaffRole } from "../store/actor";
import { creditGuards, isNewsOfCredit } from "./credit-guards";
import { approvalGuards } from "./approval-guards";
import {
  contractRateIsWithinCap,
  docFeeWaiverIsWithinAuthority,
  sellingPriceIsWithinAuthority,
  termIsWithinAuthority,
} from "./deal-authority";
import { type DealContext, staffSeats } from "./deal-context";
import type { GuardScope } from "./guard-scope";
import type { DealEvent, DealEventOf, DealEventType } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import { coBuyerSpeaks, scopeFitsSeat, seatCanBeEnded, seatCanBeInvited, seatIsFree } from "./seat-writes";
import { handoverLifeRefusal, handoverRefusal, keysCanBeGiven } from "./handover-guards";
import { type HandoverEventType, isHandoverEvent } from "./handover-lives";
import { promiseCanBeMade } from "./wait-clock";
import { dealWorksheet } from "./deal-worksheet";
import { depositGuards, moneyLifeRefusal } from "./deposit-guards";
import { pencilGuards } from "./pencil-guards";
import { scenarioGuards } from "./scenario-guards";
import { tenderGuards } from "./tender-guards";
import { lineCanBeStated, overrideIsThere } from "./tax-guards";
import { menuGuards, productCanBeAnswered } from "./menu-guards";
import { isTradeEvent } from "./trade-asides";
import { tradeBalanceFits, tradeRefusal } from "./trade-guards";
import { differencesAreThese, promiseCanBeKept } from "./promise-writes";
import { optionsAreOffered } from "./finance-options";
import { needsClaim } from "../store/incentive-stack";

type Guard<Type extends DealEventType> = (
  deal: DealContext,
  event: DealEventOf<Type>,
  scope: GuardScope,
) => Refusal | null;
type Guards = { [Type in DealEventType]?: Guard<Type> };

const termIsOffered = ({ store }: DealContext, termMonths: number) =>
  store.retailTerms.some((row) => row.termMonths === termMonths)
    ? null
    : refuse("termNotOffered", undefined, "termMonths");

/** Nobody puts down more than the metal costs. Whether the rest can be financed is for the worksheet to say. */
const cashDownFits = ({ vehicle }: DealContext, cashDown: Cents) =>
  vehicle.vehicle === null || cashDown <= vehicle.sellingPrice
    ? null
    : refuse("cashDownTooHigh", { limit: vehicle.sellingPrice }, "cashDown");

/**
 * The business rules of each event, asked on the newest deal before anything is written.
 * An event without a rule here is limited by its permission, its schema and the deal's life alone.
 */
const guards: Guards = {
  "vehicle.confirmed": ({ vehicle }) => (vehicle.vehicle ? null : refuse("noVehicle")),
  // The same vehicle again renews a price whose guarantee has run out, and only then: a promise is not replaced early.
  "vehicle.swapped": ({ vehicle: { vehicle } }, { vehicle: next }, { at }) =>
    vehicle?.stockNumber === next.stockNumber && vehicle.priceGoodThrough >= at.slice(0, 10)
      ? refuse("sameVehicle")
      : null,
  // News about a car that the deal has left meanwhile, or that it has heard already.
  "vehicle.availabilityTold": ({ vehicle }, { stockNumber, state }) =>
    vehicle.vehicle?.stockNumber === stockNumber && vehicle.availability !== state ? null : refuse("sameVehicle"),
  "vehicle.sellingPriceSet": sellingPriceIsWithinAuthority,
  "vehicle.incentiveClaimed": ({ vehicle }, { code }) =>
    vehicle.vehicle?.incentives.some((incentive) => incentive.code === code && needsClaim(incentive))
      ? null
      : refuse("incentiveUnknown", undefined, "code"),

  "finance.methodChosen": ({ vehicle }, { method }) =>
    method === "lease" && vehicle.vehicle?.residuals.length === 0
      ? refuse("leaseNotOffered", undefined, "method")
      : null,
  "finance.termChosen": (deal, { termMonths }, { actor }) =>
    termIsOffered(deal, termMonths) ?? termIsWithinAuthority(deal, termMonths, actor),
  "finance.cashDownSet": (deal, { cashDown }) => cashDownFits(deal, cashDown),
  "finance.cellAdopted": (deal, { termMonths, cashDown }, { actor }) =>
    termIsOffered(deal, termMonths) ?? termIsWithinAuthority(deal, termMonths, actor) ?? cashDownFits(deal, cashDown),
  "finance.tradeBalanceSplit": tradeBalanceFits,
  "finance.creditBandStated": ({ store }, { creditBand }) =>
    store.creditBands.some(({ code }) => code === creditBand)
      ? null
      : refuse("creditBandUnknown", undefined, "creditBand"),
  "finance.leaseTermsChosen": ({ store, vehicle }, terms) => {
    const same = (row: { termMonths: number; milesPerYear: number }) =>
      row.termMonths === terms.termMonths && row.milesPerYear === terms.milesPerYear;
    return store.leaseTerms.some(same) && vehicle.vehicle?.residuals.some(same)
      ? null
      : refuse("leaseNotOffered", undefined, "termMonths");
  },
  "finance.optionsChosen": optionsAreOffered,
  "finance.contractRateSet": contractRateIsWithinCap,
  "finance.docFeeWaived": docFeeWaiverIsWithinAuthority,
  "finance.termsAgreed": numbersWorkOut,

  "taxes.lineOverridden": lineCanBeStated,
  "taxes.overrideRemoved": overrideIsThere,

  "staff.assigned": (_deal, { staff }) => (seatedRoles.has(staff.role) ? null : refuse("staffUnknown")),

  "staff.released": (deal, { staffId }, { actor }) => {
    const sits = staffSeats.some((seat) => deal.people[seat]?.staffId === staffId);
    if (!sits || actor.kind !== "staff") return refuse("notAllowed");
    return actor.staffId === staffId || freesSeats.has(actor.role) ? null : refuse("notAllowed");
  },

  "seat.invited": seatCanBeInvited,
  "seat.taken": seatIsFree,
  "seat.scopeChanged": scopeFitsSeat,
  "seat.ended": seatCanBeEnded,
  "coBuyer.identified": coBuyerSpeaks,
  "coBuyer.addressStated": coBuyerSpeaks,
  "wait.promised": promiseCanBeMade,

  "fni.productAnswered": productCanBeAnswered,
  ...menuGuards,

  ...creditGuards,

  ...depositGuards,
  ...tenderGuards,

  // Another way of delivery gives the booked time up, so it is as late for that as for another time.
  "delivery.methodChosen": (deal, { method }, scope) =>
    method === deal.delivery.method ? null : rescheduleRefusal(deal, scope),
  "delivery.addressGiven": ({ store }, { distanceMiles }) =>
    homeDeliveryFee(store.delivery.distanceBands, distanceMiles) === null
      ? refuse("addressOutsideArea", undefined, "postcode")
      : null,
  "delivery.slotBooked": (deal, _event, scope) => {
    const { delivery } = deal;
    if (!delivery.method) return refuse("deliveryMethodMissing");
    if (delivery.method === "home" && !delivery.address) return refuse("addressMissing");
    return rescheduleRefusal(deal, scope);
  },

  "promise.kept": promiseCanBeKept,
  "promise.differencesAcknowledged": differencesAreThese,

  ...approvalGuards,
  ...pencilGuards,
  ...scenarioGuards,

  "stage.confirmed": (deal, { stage }, scope) => {
    if (stage !== "finance") return null;
    return scope.actor.kind === "customer" ? numbersWorkOut(deal, {}, scope) : refuse("customersToConfirm");
  },
};

/** Nobody agrees to terms that no contract can be written for. */
function numbersWorkOut(deal: DealContext, _event: object, { kept }: GuardScope): Refusal | null {
  const sheet = dealWorksheet({ ...deal, kept });
  if (!sheet) return refuse("noVehicle");
  return sheet.chosen.ok ? null : refuse("notComputable");
}

/** Who has a seat at a deal: its salesperson, a manager of the desk, its finance manager. */
/** Who frees the seat of somebody else. */
const freesSeats = new Set<StaffRole>(["salesManager", "generalManager", "admin"]);
const seatedRoles = new Set<StaffRole>(["salesperson", "salesManager", "generalManager", "admin", "fniManager"]);

function rescheduleRefusal({ delivery: { slot }, store }: DealContext, { at, actor }: GuardScope): Refusal | null {
  if (!slot || actor.kind !== "customer") return null;
  const until = movableUntil(slot, store.delivery.rescheduleCutoffHours);
  return Date.parse(at) > Date.parse(until) ? refuse("tooLateToReschedule") : null;
}

/** What each state of the deal's life still lets happen. */
function lifeRefusal(life: DealLife, event: DealEvent, deal: DealContext, actor: Actor): Refusal | null {
  const { type } = event;
  // Notes and money arrive whatever the deal's state; they are recorded, never lost.
  if (deal.life.imported) return refuse("dealImported");
  if (type === "note.added" || type === "staff.assigned" || type === "staff.released") return null;
  if (isHandoverEvent(type)) return handoverLifeRefusal(life, type);
  // A right can be taken away and a screen taken back whatever has become of the deal.
  if (type.startsWith("seat.") || type.startsWith("showroom.") || type === "deal.imported") return null;
  if (type === "wait.promised" && (life === "contracting" || life === "contracted")) return null;
  if (actor.kind === "system" && type.startsWith("deposit.")) return null;
  const aboutMoney = moneyLifeRefusal(life, event, deal);
  if (aboutMoney !== undefined) return aboutMoney;
  if (isNewsOfCredit(type, actor)) return null;
  const frozen = life === "contracting" || life === "contracted";
  switch (type) {
    case "deal.frozen":
      if (frozen) return refuse("alreadyFrozen", { name: deal.life.frozenBy?.firstName ?? "" });
      break;
    case "deal.reopened":
      return frozen ? null : refuse("notFrozen");
    case "deal.contracted":
      return life === "contracting" ? null : refuse("notFrozen");
    case "deal.delivered":
      return life === "contracted" ? keysCanBeGiven(deal, life) : refuse("notContracted");
    case "deal.lost":
      if (life === "contracting") return null;
      break;
    case "deal.revived":
      return life === "lost" ? null : refuse("notLost");
    case "deposit.refundRequested":
      if (life === "lost") return null;
      break;
  }
  if (life === "open") return null;
  if (life === "lost") return refuse("dealLost");
  if (life === "delivered") return refuse("dealDelivered");
  return refuse("dealFrozen");
}

/** The first reason why this event may not happen to this deal now; null when it may. */
export function whyRefused(deal: DealContext, life: DealLife, event: DealEvent, scope: GuardScope): Refusal | null {
  const byLife = lifeRefusal(life, event, deal, scope.actor);
  if (byLife) return byLife;
  if (isHandoverEvent(event.type))
    return handoverRefusal(deal, event as DealEventOf<HandoverEventType>, { ...scope, life });
  if (isTradeEvent(event)) return tradeRefusal(deal, event, scope);
  const guard = guards[event.type] as Guard<DealEventType> | undefined;
  return guard?.(deal, event, scope) ?? null;
}

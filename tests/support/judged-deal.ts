import {
  applyDealEvent,
  chartRefusal,
  contextOf,
  type DealState,
  eventRefusal,
  lifeOf,
  permissionRefusal,
  revisionRefusal,
} from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { readinessItems, releaseBlockers } from "#machines/deal/readiness";
import { dealPermissions } from "#machines/deal/deal-permissions";
import type { Refusal } from "#machines/deal/deal-refusals";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { type Actor, actorRef } from "#machines/store/actor";
import { startOfDay } from "#tests/support/a-deal";
import { actorOf } from "#tests/support/deal-people";

export interface Asked {
  by?: Actor;
  at?: string;
  /** Null: none was sent. Defaults to the newest. */
  seenRevision?: number | null;
}

/** Who usually says this: the first role of its permission row. */
export const usualActor = (event: DealEvent): Actor => actorOf[dealPermissions[event.type].by[0]];

const nextInstant = (state: DealState) =>
  new Date(Date.parse(startOfDay) + (state.revision + 1) * 10_000).toISOString();

/** What the door answers to an event that needs no look-up: permission, revision, rules, chart. Null is yes. */
export function refusalOf(state: DealState, event: DealEvent, asked: Asked = {}): Refusal | null {
  const { by = usualActor(event), at = nextInstant(state), seenRevision = state.revision } = asked;
  return (
    permissionRefusal(by, event.type) ??
    revisionRefusal(state, event.type, seenRevision ?? undefined) ??
    eventRefusal(state, event, by, at) ??
    chartRefusal(state, event, by, at)
  );
}

/** The deal one event later, unasked: a journal is replayed, not judged. */
export function followedBy(state: DealState, event: DealEvent, { by = usualActor(event), at }: Asked = {}): DealState {
  const meta = { revision: state.revision + 1, at: at ?? nextInstant(state), by: actorRef(by) };
  return applyDealEvent(state, event, meta);
}

/** Judged, then applied, one after the other; a refusal on the way fails the test that did not expect one. */
export function told(state: DealState, ...entries: (DealEvent | ({ event: DealEvent } & Asked))[]): DealState {
  return entries.reduce((deal, entry) => {
    const { event, ...asked } = "event" in entry ? entry : { event: entry };
    const refused = refusalOf(deal, event, asked);
    if (refused) throw new Error(`${event.type} was refused: ${refused.code}`);
    return followedBy(deal, event, asked);
  }, state);
}

export const identityEvents: DealEvent[] = [
  { type: "customer.identified", firstName: "Theo", lastName: "Marsh", email: "theo@example.test", phone: "555 0142" },
  { type: "customer.addressStated", street: "12 Elm Road", city: "Lakeside", region: "IL", postcode: "60614" },
  { type: "customer.identityVerified", method: "license" },
];

export const tradeEvents: DealEvent[] = [
  { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_240, vin: null },
  { type: "trade.ownershipStated", ownership: "financed" },
  {
    type: "trade.payoffStated",
    lender: "Cedar Savings",
    payoff: cents(918_000),
    payoffGoodThrough: plainDate("2026-12-08"),
  },
  {
    type: "trade.offerMade",
    offerId: "offer-1",
    allowance: cents(1_450_000),
    reasons: [{ label: "Clean body", amount: cents(20_000) }],
    note: "",
    expiresAt: "2026-12-05T00:00:00.000Z",
  },
  { type: "trade.offerAccepted", offerId: "offer-1" },
];

export const depositEvents: DealEvent[] = [
  { type: "deposit.termsAccepted", amount: cents(50_000), termsVersion: "deposit-2026-01" },
  { type: "deposit.checkoutOpened", attempt: 1, amount: cents(50_000) },
  { type: "deposit.held", attempt: 1, amount: cents(50_000), reference: "pi_1", holdUntil: "2026-12-01T15:00:00.000Z" },
];

export const deliveryEvents: DealEvent[] = [
  { type: "delivery.methodChosen", method: "pickup" },
  {
    type: "delivery.slotBooked",
    bookingId: "slot-1",
    startsAt: "2026-12-02T16:00:00.000Z",
    endsAt: "2026-12-02T17:00:00.000Z",
  },
];

/** An answer to every product that this deal can be offered. */
export const fniEvents = (answer: "accepted" | "declined" = "declined"): DealEvent[] => [
  { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75", answer },
  { type: "fni.productAnswered", code: "gap", optionCode: "term", answer: "declined" },
  { type: "fni.productAnswered", code: "tireWheel", optionCode: "y5", answer },
  { type: "fni.productAnswered", code: "oilPlan", optionCode: "y3", answer: "declined" },
];

/** A manager takes all that is open before the keys upon themselves. */
export const takenOver = (state: DealState): DealEvent => ({
  type: "handover.overridden",
  items: releaseBlockers(readinessItems(contextOf(state), lifeOf(state))).map(({ item }) => item),
  reason: "Known customer, all in the house",
});

/** The keys, from a signed contract on. */
export const handedOver = (contracted: DealState): DealState =>
  told(contracted, takenOver(contracted), { type: "deal.delivered" });

export const termsAgreed: DealEvent = { type: "finance.termsAgreed" };
export const frozen: DealEvent = { type: "deal.frozen", contractDate: plainDate("2026-11-29") };

/** Somebody looked at the trade, and it is what was told. */
export const asDescribed: DealEvent = {
  type: "trade.verified",
  verificationId: "check-1",
  odometer: 58_240,
  vinMatches: true,
  findings: [],
  damage: [],
  adjustments: [],
  offer: null,
};

/** Everything a contract needs, every stage complete; the deal is still open. */
export const settled = (state: DealState): DealState =>
  told(
    state,
    ...identityEvents,
    ...tradeEvents,
    asDescribed,
    ...fniEvents(),
    ...depositEvents,
    ...deliveryEvents,
    termsAgreed,
  );

export const allowanceOf = (state: DealState) => contextOf(state).trade.offer?.allowance ?? null;

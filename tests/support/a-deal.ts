import { applyDealEvent, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { assert } from "#machines/assert";
import type { FinanceSlice } from "#machines/stages/finance";
import { type Actor, actorRef } from "#machines/store/actor";
import type { StorePolicy } from "#machines/store/store-policy";
import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import { aStorePolicy, aVehicle } from "#tests/support/a-store";
import { customer as theCustomer, salesperson, system } from "#tests/support/deal-people";

export { aProduct, aStorePolicy, aVehicle } from "#tests/support/a-store";
export { appraiser, customer, fniManager, salesManager, salesperson, system } from "#tests/support/deal-people";

/** When everything happens, unless a test says otherwise; ten seconds apart. */
export const startOfDay = "2026-11-28T15:00:00.000Z";
const SECONDS_APART = 10;

/** An event alone is the customer's; with `by` and `at` it is whose it says. */
export type ToldEvent = DealEvent | { event: DealEvent; by?: Actor; at?: string };

const told = (entry: ToldEvent) => ("event" in entry ? entry : { event: entry });

/** The deal after these events, the first of which starts it. No guard is asked: a journal is replayed, not judged. */
export function dealState(events: readonly ToldEvent[], from: DealState | null = null): DealState {
  let state = from;
  for (const entry of events) {
    const { event, by = event.type === "deal.started" ? system : theCustomer, at } = told(entry);
    const revision = (state?.revision ?? 0) + 1;
    const clock = new Date(Date.parse(startOfDay) + revision * SECONDS_APART * 1000).toISOString();
    state = applyDealEvent(state, event, { revision, at: at ?? clock, by: actorRef(by) });
  }
  assert(state, "a deal has at least its first event");
  return state;
}

export interface DealSketch {
  store?: Partial<StorePolicy>;
  /** Null: no vehicle is chosen yet. */
  vehicle?: Partial<VehicleSnapshot> | null;
  startedFrom?: "vehiclePage" | "walkIn";
  customer?: { firstName: string; lastName?: string; email?: string };
  /** A described trade with an accepted offer; amounts in cents. */
  trade?: { allowance: number; payoff?: number };
  finance?: Partial<Pick<FinanceSlice, "method" | "termMonths" | "creditBand"> & { cashDown: number }>;
  /** What happens after all of that. */
  then?: readonly ToldEvent[];
}

/** The events of a deal that has only what the test is about. */
export function dealEvents(sketch: DealSketch = {}): ToldEvent[] {
  const { customer, trade, finance = {} } = sketch;
  const events: ToldEvent[] = [startedEvent(sketch)];
  if (customer) events.push({ type: "customer.identified", lastName: "", email: "", phone: "", ...customer });
  if (trade) events.push(...tradeEvents(trade));
  if (finance.method) events.push({ type: "finance.methodChosen", method: finance.method });
  if (finance.termMonths !== undefined) events.push({ type: "finance.termChosen", termMonths: finance.termMonths });
  if (finance.cashDown !== undefined) events.push({ type: "finance.cashDownSet", cashDown: cents(finance.cashDown) });
  if (finance.creditBand) events.push({ type: "finance.creditBandStated", creditBand: finance.creditBand });
  return [...events, ...(sketch.then ?? [])];
}

/** A deal that has only what the test is about: `aDeal({ trade: { allowance, payoff } })`. */
export const aDeal = (sketch: DealSketch = {}): DealState => dealState(dealEvents(sketch));

function startedEvent({ store, vehicle, startedFrom = "vehiclePage" }: DealSketch): DealEvent {
  return {
    type: "deal.started",
    dealId: "deal-1042",
    dealNumber: "LM-1042",
    startedFrom,
    contractDate: plainDate(startOfDay.slice(0, 10)),
    store: aStorePolicy(store),
    vehicle: vehicle === null ? null : aVehicle(vehicle),
  };
}

function tradeEvents({ allowance, payoff }: NonNullable<DealSketch["trade"]>): ToldEvent[] {
  const events: ToldEvent[] = [
    { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_240, vin: null },
    { type: "trade.ownershipStated", ownership: payoff === undefined ? "owned" : "financed" },
  ];
  if (payoff !== undefined)
    events.push({
      type: "trade.payoffStated",
      lender: "Cedar Savings",
      payoff: cents(payoff),
      payoffGoodThrough: plainDate("2026-12-08"),
    });
  events.push(
    {
      event: {
        type: "trade.offerMade",
        offerId: "offer-1",
        allowance: cents(allowance),
        reasons: [],
        note: "",
        expiresAt: "2026-12-05T00:00:00.000Z",
      },
      by: salesperson,
    },
    { type: "trade.offerAccepted", offerId: "offer-1" },
  );
  return events;
}

import { applyDealEvent, contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { type HeadlineNumbers, headlineNumbers } from "#machines/deal/deal-changes";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { readDealState } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { carArtFiles } from "#prisma/seed/car-art/car-art-catalog";
import type { StockCard } from "./stock-card";
import { searchVehiclesForSwap } from "./vehicle-search.server";
import { vehicleForDeal } from "./vehicle-snapshot.server";

export interface SwapCandidate {
  stockNumber: string;
  name: string;
  detail: string;
  image: string | null;
  totalPrice: number;
  payment: number | null;
  paymentDifference: number | null;
  totalDifference: number;
}

/**
 * Vehicles a deal could be about instead, each with what the swap would do: the swap is played on a copy of the deal
 * and its numbers are read off, so the difference shown is the difference that comes.
 */
export async function swapCandidates(dealId: string, query: string): Promise<SwapCandidate[]> {
  const state = await readDealState(dealId);
  if (!state) return [];
  const { vehicle, store } = { vehicle: contextOf(state).vehicle.vehicle, store: contextOf(state).store };
  const cards = await searchVehiclesForSwap({ query, insteadOf: vehicle?.stockNumber ?? null });
  const was = headlineNumbers(viewOf(state, "customer"));
  const today = storeDate(now(), store.timeZone);
  const candidates: SwapCandidate[] = [];
  for (const card of cards) {
    const snapshot = await vehicleForDeal(store.rooftopId, card.stockNumber, today);
    const next = snapshot && swapped(state, snapshot);
    if (next) candidates.push(candidate(card, next, was));
  }
  return candidates;
}

type Snapshot = NonNullable<Awaited<ReturnType<typeof vehicleForDeal>>>;

function swapped(state: DealState, vehicle: Snapshot): DealState | null {
  const by = { kind: "system", id: "what-if", role: "system", firstName: null } as const;
  const meta = { revision: state.revision + 1, at: now().toISOString(), by };
  const next = applyDealEvent(state, { type: "vehicle.swapped", vehicle }, meta);
  return next.snapshot === state.snapshot ? null : next;
}

function candidate(card: StockCard, next: DealState, was: HeadlineNumbers | null): SwapCandidate {
  const view = viewOf(next, "customer");
  const is = headlineNumbers(view);
  const sheet = dealWorksheet(numbersFrom(view));
  const payment = is?.payment ?? null;
  return {
    stockNumber: card.stockNumber,
    name: `${card.year} ${card.make} ${card.model} ${card.trim}`,
    detail: `${card.stockNumber}, ${card.mileage.toLocaleString("en-US")} mi`,
    image:
      carArtFiles({ body: card.body, colour: card.colour, angle: "side" }).find(({ width }) => width === 640)?.url ??
      null,
    totalPrice: sheet?.totalPrice ?? card.totalPrice,
    payment,
    paymentDifference: payment !== null && was?.payment != null ? payment - was.payment : null,
    totalDifference: was && is ? is.outTheDoor - was.outTheDoor : 0,
  };
}

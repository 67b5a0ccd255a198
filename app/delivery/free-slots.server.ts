import { contextOf } from "#machines/deal/apply-deal-event";
import type { PlainDate } from "#machines/money/plain-date";
import { readDealState } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { offeredSlots } from "./offered-slots";

export interface FreeDay {
  date: string;
  slots: { startsAt: string; endsAt: string; free: boolean }[];
}

/** The store's times as this deal may book them: a full one is shown as full, not hidden. */
export async function freeSlots(dealId: string): Promise<FreeDay[]> {
  const state = await readDealState(dealId);
  if (!state) return [];
  const { store } = contextOf(state);
  const at = now();
  const days = offeredSlots(store, storeDate(at, store.timeZone) as PlainDate, at);
  const booked = await database().prisma.deliveryBooking.groupBy({
    by: ["slotStart"],
    where: { rooftopId: store.rooftopId, releasedAt: null, slotStart: { gte: at }, dealId: { not: dealId } },
    _count: true,
  });
  const taken = new Map(booked.map(({ slotStart, _count }) => [slotStart.toISOString(), _count]));
  return days.map(({ date, slots }) => ({
    date,
    slots: slots.map((slot) => ({ ...slot, free: (taken.get(slot.startsAt) ?? 0) < store.delivery.lanes })),
  }));
}

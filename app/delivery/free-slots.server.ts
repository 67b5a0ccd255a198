import { contextOf } from "#machines/deal/apply-deal-event";
import type { PlainDate } from "#machines/money/plain-date";
import { readDealState } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { releaseOrphans } from "./book-slot.server";
import { offeredSlots } from "./offered-slots";

export interface FreeDay {
  date: string;
  slots: { startsAt: string; endsAt: string; free: boolean }[];
}

/** The store's times as this deal may book them: a full one is shown as full, not hidden. */
export async function freeSlots(dealId: string): Promise<FreeDay[]> {
  const state = await readDealState(dealId);
  if (!state) return [];
  const { store, delivery, vehicle } = contextOf(state);
  const isHome = delivery.method === "home";
  const wish = { condition: vehicle.vehicle?.condition ?? null, homeMiles: isHome ? delivery.distanceMiles : null };
  const at = now();
  const days = offeredSlots(store, storeDate(at, store.timeZone) as PlainDate, at, wish);
  let taken = await takenLanes(store.rooftopId, dealId, at);
  const drivers = isHome && store.handover ? await takenDrivers(store.rooftopId, dealId, at) : null;
  const hasDriver = (startsAt: string) => !drivers || (drivers.get(startsAt) ?? 0) < (store.handover?.drivers ?? 0);
  const isFull = [...taken.values()].some((lanes) => lanes >= store.delivery.lanes);
  if (isFull && (await releaseOrphans(store.rooftopId, at)) > 0) taken = await takenLanes(store.rooftopId, dealId, at);
  return days.map(({ date, slots }) => ({
    date,
    slots: slots.map((slot) => ({
      ...slot,
      free: (taken.get(slot.startsAt) ?? 0) < store.delivery.lanes && hasDriver(slot.startsAt),
    })),
  }));
}

/** Drivers who are away with other deals' cars. */
async function takenDrivers(rooftopId: string, dealId: string, at: Date): Promise<Map<string, number>> {
  const booked = await database().prisma.deliveryBooking.groupBy({
    by: ["slotStart"],
    where: { rooftopId, releasedAt: null, slotStart: { gte: at }, dealId: { not: dealId }, driver: { not: null } },
    _count: true,
  });
  return new Map(booked.map(({ slotStart, _count }) => [slotStart.toISOString(), _count]));
}

/** Lanes of coming slots that other deals have. */
async function takenLanes(rooftopId: string, dealId: string, at: Date): Promise<Map<string, number>> {
  const booked = await database().prisma.deliveryBooking.groupBy({
    by: ["slotStart"],
    where: { rooftopId, releasedAt: null, slotStart: { gte: at }, dealId: { not: dealId } },
    _count: true,
  });
  return new Map(booked.map(({ slotStart, _count }) => [slotStart.toISOString(), _count]));
}

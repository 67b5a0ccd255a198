import { contextOf, type DealState, lifeOf } from "#machines/deal/apply-deal-event";
import { dayInZone } from "#machines/deal/deal-trades";
import { lightOf, readinessItems, releaseBlockers } from "#machines/deal/readiness";
import { addDays, plainDate } from "#machines/money/plain-date";
import { openDueItems } from "#machines/stages/due-bill";
import { followUpDays, handoverTime, type ReadinessLight, readinessLights } from "#machines/stages/handover";
import { titleDues } from "#machines/stages/title-work";
import { storeDate } from "#app/deals/store-date";
import { readDealState } from "#app/deals/read-deal.server";
import { storeDress } from "#app/desk/store-dress.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import type { BoardDay, BoardRow, DeliveryBoard } from "./delivery-board";

const MAX_ROWS = 200;
/** Delivered deals stay in sight while something is open, and no longer than this. */
const AFTER_KEYS_MS = 120 * 24 * 60 * 60_000;

/** Cars on their way to their people, by day; and what is open after the keys. */
export async function readDeliveryBoard(rooftopId: string): Promise<DeliveryBoard> {
  const at = now();
  const dress = await storeDress(rooftopId);
  const { prisma } = database();
  const before = await prisma.deal.findMany({
    where: { rooftopId, life: { in: ["contracting", "contracted"] } },
    orderBy: { updatedAt: "desc" },
    take: MAX_ROWS,
    select: { id: true },
  });
  const after = await prisma.deal.findMany({
    where: { rooftopId, life: "delivered", updatedAt: { gte: new Date(at.getTime() - AFTER_KEYS_MS) } },
    orderBy: { updatedAt: "desc" },
    take: MAX_ROWS,
    select: { id: true },
  });
  const rowsOf = async (ids: { id: string }[]) => {
    const rows: BoardRow[] = [];
    for (const { id } of ids) {
      const state = await readDealState(id);
      if (state) rows.push(boardRow(id, state, at));
    }
    return rows;
  };
  const waiting = await rowsOf(before);
  const delivered = await rowsOf(after);
  return {
    storeName: dress.name,
    today: storeDate(at, dress.timeZone),
    days: byDay(waiting, dress.timeZone),
    afterKeys: delivered.filter(
      ({ owed, alarms, returning, followUp }) =>
        owed > 0 || alarms > 0 || returning || followUp?.state === "due" || followUp?.state === "late",
    ),
    rooftop: { timeZone: dress.timeZone, accent: null },
  };
}

function byDay(rows: readonly BoardRow[], timeZone: string): BoardDay[] {
  const days = new Map<string | null, BoardRow[]>();
  const start = ({ startsAt }: BoardRow) => startsAt ?? "~";
  for (const row of rows.toSorted((one, other) => start(one).localeCompare(start(other)))) {
    const date = row.startsAt === null ? null : storeDate(row.startsAt, timeZone);
    days.set(date, [...(days.get(date) ?? []), row]);
  }
  return [...days].map(([date, ofDay]) => ({ date, rows: ofDay }));
}

/** One deal as the board has it. */
export function boardRow(dealId: string, state: DealState, at: Date): BoardRow {
  const deal = contextOf(state);
  const life = lifeOf(state);
  const { identity, people, vehicle, delivery, handover, dueBill, returns } = deal;
  const items = readinessItems(deal, life);
  const slot = handoverTime(deal);
  const car = vehicle.vehicle;
  const instant = at.toISOString();
  const lights = Object.fromEntries(readinessLights.map((light) => [light, lightOf(items, light, instant)])) as Record<
    ReadinessLight,
    BoardRow["lights"]["car"]
  >;
  return {
    dealId,
    dealNumber: identity.dealNumber,
    life,
    customer: `${people.customer.firstName} ${people.customer.lastName}`.trim(),
    car: car ? `${car.year} ${car.make} ${car.model}` : "",
    method: delivery.method,
    startsAt: slot?.startsAt ?? null,
    endsAt: slot?.endsAt ?? null,
    lights,
    blockers: releaseBlockers(items).map(({ item, title, owner, ownerRole, dueAt }) => ({
      item,
      title,
      owner: owner?.firstName ?? null,
      ownerRole,
      dueAt,
      late: dueAt !== null && dueAt < instant,
    })),
    step: handover.track.at(-1)?.step ?? null,
    owed: openDueItems(dueBill.items).length,
    alarms: alarmsOf(deal, at),
    returning: returns.request?.status === "requested" || returns.request?.status === "accepted",
    contactless: handover.contactless === true,
    followUp: followUpOf(deal, at),
  };
}

/** Nobody is followed up about a car that came back. */
function followUpOf({ life, handover, store, returns }: ReturnType<typeof contextOf>, at: Date): BoardRow["followUp"] {
  const isBack = returns.request?.statement !== undefined && returns.request.statement !== null;
  if (!life.deliveredAt || handover.followUp || isBack) return null;
  const keys = dayInZone(life.deliveredAt, store.timeZone);
  const [from, to] = [addDays(keys, followUpDays.first), addDays(keys, followUpDays.last)];
  const today = storeDate(at, store.timeZone);
  return { from, to, state: today < from ? "coming" : today > to ? "late" : "due" };
}

function alarmsOf({ life, titleWork, store, people }: ReturnType<typeof contextOf>, at: Date): number {
  if (!life.deliveredAt) return 0;
  return titleDues(titleWork, {
    deliveredOn: dayInZone(life.deliveredAt, store.timeZone),
    region: people.customer.region || store.address.region,
    today: plainDate(storeDate(at, store.timeZone)),
  }).filter(({ level }) => level !== null).length;
}

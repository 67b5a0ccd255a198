import { randomUUID } from "node:crypto";
import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import { dayInZone, describedTrades } from "#machines/deal/deal-trades";
import { payoffsToSend } from "#machines/deal/payoffs-to-send";
import { projectDeal, type StaffCard } from "#machines/deal/project-deal";
import { readinessItems } from "#machines/deal/readiness";
import { viewOf } from "#machines/deal/view-of-deal";
import { plainDate } from "#machines/money/plain-date";
import { titleDues } from "#machines/stages/title-work";
import { type Actor, audienceOf } from "#machines/store/actor";
import { readDealState } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { deskRoles } from "#app/desk/desk-roles";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { boardRow } from "./delivery-board.server";
import type { DeliveryDeal } from "./delivery-deal";
import { freeSlots } from "./free-slots.server";
import { readHandoverReceipt } from "./handover-receipt.server";

const managers: readonly string[] = ["salesManager", "generalManager", "admin", "fniManager"];

/** One deal's way from the freeze to the last plate, as this member of staff may have it. */
export async function readDeliveryDeal(
  dealId: string,
  actor: Extract<Actor, { kind: "staff" }>,
): Promise<DeliveryDeal | null> {
  const state = await readDealState(dealId);
  if (!state) return null;
  const deal = contextOf(state);
  const life = lifeOf(state);
  const at = now();
  const { store } = deal;
  const card = projectDeal(deal, audienceOf(actor)) as unknown as StaffCard;
  const { identity, people, deposit, delivery, handover, dueBill, titleWork, returns, vehicle, fni } = card;
  const staff = await database().prisma.staffMember.findMany({
    where: { rooftopId: store.rooftopId, active: true, role: { in: [...deskRoles] } },
    orderBy: [{ firstName: "asc" }],
  });
  const canMove = life === "contracting" || life === "contracted";
  return {
    dealId,
    storeName: store.name,
    life,
    card: {
      identity,
      people,
      deposit,
      delivery,
      handover,
      dueBill,
      titleWork,
      returns,
      vehicle,
      fni,
      life: card.life,
    },
    row: boardRow(dealId, state, at),
    items: readinessItems(deal, life),
    dues: titleDues(deal.titleWork, {
      deliveredOn: dayInZone(deal.life.deliveredAt ?? at.toISOString(), store.timeZone),
      region: deal.people.customer.region || store.address.region,
      today: plainDate(storeDate(at, store.timeZone)),
    }),
    payoffs: payoffsToSend(viewOf(state, audienceOf(actor))),
    today: storeDate(at, store.timeZone),
    days: canMove ? await freeSlots(dealId) : [],
    staff: staff.map(({ id, firstName, lastName }) => ({ staffId: id, name: `${firstName} ${lastName}` })),
    hasTrade: describedTrades(deal).length > 0,
    isManager: managers.includes(actor.role),
    reader: `${actor.firstName} ${actor.lastName}`,
    receipt: await readHandoverReceipt(dealId),
    editSeed: randomUUID(),
    rooftop: { timeZone: store.timeZone, accent: null },
  };
}

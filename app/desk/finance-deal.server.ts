import type { DealView } from "#machines/deal/deal-view";
import { numbersFrom, staffFigures } from "#machines/deal/deal-view";
import { permissionFor } from "#machines/deal/deal-permissions";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { isElsewhere, jurisdictionById, jurisdictionOf } from "#machines/rule-packs/jurisdictions";
import { promiseCompared } from "#machines/deal/promise-differences";
import { describedTrades } from "#machines/deal/deal-trades";
import { finalizeChecklist } from "#machines/jacket/finalize-checklist";
import { type Actor, audienceOf, type StaffRole } from "#machines/store/actor";
import { readDealChanges, readDealView } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { jacketDocuments } from "#app/documents/jacket-documents.server";
import { jacketList } from "#app/signing/jacket-list.server";
import { now } from "#app/platform/clock.server";
import { dealGross, rateSpread } from "./deal-gross.server";
import type { ChecklistFacts, FinanceDealData } from "./desk-data";

/** The newest few; the whole history has a page of its own. */
const CHANGES_SHOWN = 6;

/** One deal as the finance desk works it: everything computed here, by the core, from this reader's own projection. */
export async function readFinanceDeal(
  dealId: string,
  actor: Extract<Actor, { kind: "staff" }>,
): Promise<FinanceDealData | null> {
  const audience = audienceOf(actor);
  const view = await readDealView(dealId, audience);
  const list = view && (await jacketList(dealId));
  if (!list) return null;
  const { buyer, coBuyer, storeName, documents } = list;
  const { card, kept, life } = view;
  const today = storeDate(now(), card.store.timeZone);
  const changes = await readDealChanges(dealId, audience);
  return {
    dealId,
    revision: view.revision,
    life,
    kept,
    dealNumber: card.identity.dealNumber,
    customer: card.people.customer,
    identityVerifiedBy: card.people.identityVerifiedBy?.firstName ?? null,
    vehicle: card.vehicle.vehicle,
    checklist: finalizeChecklist(view, today),
    promise: promiseCompared(numbersFrom(view), today),
    facts: factsOf(view),
    worksheet: dealWorksheet(numbersFrom(view)),
    gross: dealGross(view),
    rates: rateSpread(view),
    notes: notesOf(view),
    changes: changes.slice(-CHANGES_SHOWN).toReversed(),
    changeCount: changes.length,
    jacket: { buyer, coBuyer, storeName, documents },
    voided: await voidedOrders(dealId),
    frozen: {
      revision: card.life.contractingRevision,
      at: card.life.frozenAt,
      by: card.life.frozenBy?.firstName ?? null,
    },
    productKinds: Object.fromEntries(card.store.fniCatalog.map(({ code, kind }) => [code, kind])),
    overrides: card.taxes.overrides,
    may: mayDo(actor.role),
  };
}

async function voidedOrders(dealId: string): Promise<FinanceDealData["voided"]> {
  const orders = await jacketDocuments(dealId);
  return orders.flatMap(({ voided, revision, createdAt }) => (voided ? [{ revision, createdAt }] : []));
}

const notesOf = (view: DealView): FinanceDealData["notes"] =>
  (staffFigures(view).notes ?? []).map(({ by, at = "", text = "" }) => ({
    firstName: by?.firstName ?? null,
    at,
    text,
  }));

/** The payoff that runs out first; null while one is not stated, or nothing is owed. */
function pressingLien(card: DealView["card"]) {
  const owing = describedTrades(card).filter(({ trade }) => trade.ownership !== "owned");
  if (owing.some(({ trade }) => trade.lien === null)) return null;
  return owing
    .flatMap(({ trade }) => trade.lien ?? [])
    .toSorted((one, other) => (one.payoffGoodThrough < other.payoffGoodThrough ? -1 : 1))[0];
}

function factsOf({ card }: DealView): ChecklistFacts {
  const lien = pressingLien(card);
  return {
    priceGoodThrough: card.vehicle.vehicle?.priceGoodThrough ?? null,
    lender: lien?.lender ?? null,
    payoff: lien?.payoff ?? null,
    payoffGoodThrough: lien?.payoffGoodThrough ?? null,
    depositAmount: card.deposit.status === "held" ? card.deposit.amount : null,
    method: card.finance.method,
    slotStartsAt: card.delivery.slot?.startsAt ?? null,
    taxPlace: taxPlaceOf(card),
    garaging: card.taxes.garaging,
  };
}

/** Where nobody has looked yet, the buyer's own state is the one that the red line is about. */
function taxPlaceOf({ taxes, people, store }: DealView["card"]) {
  const looked = taxes.jurisdiction === null ? null : jurisdictionById(taxes.jurisdiction);
  if (looked) return looked.id;
  const { region } = people.customer;
  return isElsewhere(region, store.address.region) ? (jurisdictionOf(region)?.id ?? null) : null;
}

function mayDo(role: StaffRole): FinanceDealData["may"] {
  const may = (type: Parameters<typeof permissionFor>[0]) => permissionFor(type).by.includes(role);
  return {
    verifyIdentity: may("customer.identityVerified"),
    freeze: may("deal.freezeRequested"),
    contract: may("deal.contracted"),
    deliver: may("deal.delivered"),
    reopen: may("deal.reopened"),
  };
}

import type { DealView } from "#machines/deal/deal-view";
import { numbersFrom, staffFigures } from "#machines/deal/deal-view";
import { permissionFor } from "#machines/deal/deal-permissions";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { finalizeChecklist } from "#machines/jacket/finalize-checklist";
import { type Actor, audienceOf, type StaffRole } from "#machines/store/actor";
import { readDealChanges, readDealView } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { jacketDocuments } from "#app/documents/jacket-documents.server";
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
  if (!view) return null;
  const { card, kept, life } = view;
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
    checklist: finalizeChecklist(view, storeDate(now(), card.store.timeZone)),
    facts: factsOf(view),
    worksheet: dealWorksheet(numbersFrom(view)),
    gross: dealGross(view),
    rates: rateSpread(view),
    notes: notesOf(view),
    changes: changes.slice(-CHANGES_SHOWN).toReversed(),
    changeCount: changes.length,
    documents: await jacketDocuments(dealId),
    frozen: {
      revision: card.life.contractingRevision,
      at: card.life.frozenAt,
      by: card.life.frozenBy?.firstName ?? null,
    },
    productKinds: Object.fromEntries(card.store.fniCatalog.map(({ code, kind }) => [code, kind])),
    may: mayDo(actor.role),
  };
}

const notesOf = (view: DealView): FinanceDealData["notes"] =>
  (staffFigures(view).notes ?? []).map(({ by, at = "", text = "" }) => ({
    firstName: by?.firstName ?? null,
    at,
    text,
  }));

function factsOf({ card }: DealView): ChecklistFacts {
  return {
    priceGoodThrough: card.vehicle.vehicle?.priceGoodThrough ?? null,
    lender: card.trade.lien?.lender ?? null,
    payoff: card.trade.lien?.payoff ?? null,
    payoffGoodThrough: card.trade.lien?.payoffGoodThrough ?? null,
    depositAmount: card.deposit.status === "held" ? card.deposit.amount : null,
    method: card.finance.method,
    slotStartsAt: card.delivery.slot?.startsAt ?? null,
  };
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

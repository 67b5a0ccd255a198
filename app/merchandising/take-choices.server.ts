import { randomUUID } from "node:crypto";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealContext } from "#machines/deal/deal-context";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { regionOfPostcode } from "#machines/rule-packs/region-of-postcode";
import type { Actor } from "#machines/store/actor";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { promisePath } from "#app/promises/promise-address.server";
import { choicesOf } from "./payment-estimate.server";
import type { PaymentWish } from "./payment-wish";
import { readPaymentWish } from "./read-payment-wish.server";
import type { StockBoard } from "./stock-board.server";

/**
 * How the shopper would pay, said in the new deal as they said it on the page: its figures are then the page's. What the
 * deal's own rules refuse (more cash down than the car costs) stays out, and the card shows what it stands on.
 */
export async function takeChoices(board: StockBoard, dealId: string, actor: Actor, params: URLSearchParams) {
  const state = await readDealState(dealId);
  if (!state) return;
  const { wish } = readPaymentWish(params, choicesOf(board));
  for (const event of editsOf(wish, contextOf(state)))
    await submitDealEvent({ dealId, editId: `page:${randomUUID()}`, actor, event });
}

/** Only what differs from how the deal began: a history of things nobody changed helps nobody. */
function editsOf(wish: PaymentWish, { finance, store }: DealContext): DealEdit[] {
  const edits: DealEdit[] = [];
  const { tradeValue, tradeOwed, postcode, leaseTermMonths, milesPerYear } = wish;
  if (tradeValue > 0) edits.push({ type: "trade.valueStated", value: cents(tradeValue), owed: cents(tradeOwed) });
  const region = postcode === "" ? null : regionOfPostcode(postcode);
  if (region !== null) {
    const address = { street: "", city: "", region, postcode };
    edits.push({ type: "taxes.garagingRequested", address, registrant: false });
  }
  const band = store.creditBands.find(({ code }) => code === wish.credit)?.code;
  if (band !== undefined && band !== finance.creditBand)
    edits.push({ type: "finance.creditBandStated", creditBand: band });
  if (wish.termMonths !== finance.termMonths) edits.push({ type: "finance.termChosen", termMonths: wish.termMonths });
  if (wish.cashDown !== finance.cashDown) edits.push({ type: "finance.cashDownSet", cashDown: cents(wish.cashDown) });
  const sameLease = leaseTermMonths === finance.leaseTermMonths && milesPerYear === finance.milesPerYear;
  if (wish.method === "lease" && !sameLease)
    edits.push({ type: "finance.leaseTermsChosen", termMonths: leaseTermMonths, milesPerYear });
  if (wish.method !== finance.method) edits.push({ type: "finance.methodChosen", method: wish.method });
  return edits;
}

/** The new deal's figures as a promise; the way to it, or null where the deal would not give one. */
export async function keepFigures(dealId: string, actor: Actor): Promise<string | null> {
  const editId = `page:${randomUUID()}`;
  const answer = await submitDealEvent({ dealId, editId, actor, event: { type: "promise.requested" } });
  if (answer.status !== "applied") return null;
  const state = await readDealState(dealId);
  const kept = state && contextOf(state).promises.list.at(-1);
  return kept ? promisePath(kept.content.number) : null;
}

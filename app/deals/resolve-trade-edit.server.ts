import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEventOf, RequestedEdit } from "#machines/deal/deal-events";
import { refuse } from "#machines/deal/deal-refusals";
import { tradeOf } from "#machines/deal/deal-trades";
import type { PlainDate } from "#machines/money/plain-date";
import { adjustmentTotal } from "#machines/stages/trade-verification";
import { dealResolvers } from "./deal-resolvers.server";
import type { EditRequest, Resolved } from "./resolve-edit.server";

export type TradeRequest = Extract<RequestedEdit, { type: `trade.${string}` }>;

export const isTradeRequest = (edit: RequestedEdit): edit is TradeRequest => edit.type.startsWith("trade.");

const DAY_MS = 86_400_000;

/** What is asked about a car, with what only the server can add: a value, a name for the offer, and how long it is good. */
export async function resolveTradeEdit(
  state: DealState,
  edit: TradeRequest,
  { editId, at }: EditRequest,
  today: PlainDate,
): Promise<Resolved> {
  const { store } = contextOf(state);
  const car = edit.car === undefined ? {} : { car: edit.car };
  const expiresAt = new Date(Date.parse(at) + store.offerValidDays * DAY_MS).toISOString();
  switch (edit.type) {
    case "trade.valuationRequested":
      return { ...(await valued(state, edit.car, today)), ...car };
    case "trade.offerProposed": {
      const { allowance, reasons, note, conditions = [] } = edit;
      return {
        type: "trade.offerMade",
        offerId: `offer-${editId}`,
        allowance,
        reasons,
        note,
        conditions,
        expiresAt,
        ...car,
      };
    }
    case "trade.verificationProposed":
      return verified(state, edit, { editId, expiresAt });
  }
}

async function valued(state: DealState, car: number | undefined, today: PlainDate): Promise<Resolved> {
  const deal = contextOf(state);
  const { description, condition, damage } = tradeOf(deal, car);
  if (!description) return { refusal: refuse("noTradeDescribed") };
  const value = await dealResolvers().valuation({
    rooftopId: deal.store.rooftopId,
    description,
    condition,
    damage,
    today,
  });
  return value ?? { refusal: refuse("valuationUnavailable") };
}

/** An adjustment makes a new offer of the accepted one; it is the customer's to accept again. */
function verified(
  state: DealState,
  edit: Extract<TradeRequest, { type: "trade.verificationProposed" }>,
  { editId, expiresAt }: { editId: string; expiresAt: string },
): Resolved {
  const { type: _, ...stated } = edit;
  const { offer } = tradeOf(contextOf(state), edit.car);
  if (!offer) return { refusal: refuse("offerNotAccepted") };
  const total = adjustmentTotal(edit.adjustments);
  const allowance = offer.allowance + total;
  // A car that is worth less than nothing is not adjusted: it is declined.
  if (allowance < 0) return { refusal: refuse("adjustmentBeyondAuthority", { limit: offer.allowance }) };
  const adjusted: DealEventOf<"trade.verified">["offer"] =
    total === 0 ? null : { offerId: `offer-${editId}`, allowance: allowance as typeof offer.allowance, expiresAt };
  return { type: "trade.verified", verificationId: `check-${editId}`, ...stated, offer: adjusted };
}

import { type Act, type ActionReader, cardPlaces, mayDo, type NextAction } from "#app/deal-card/card-action";
import { describedTrades } from "#machines/deal/deal-trades";
import type { DealView } from "#machines/deal/deal-view";

type Card = DealView["card"];
type OwnAction = { code: NextAction["code"]; act: Act } | null;

/** What the trade stage asks for: of the car on the screen, else of another one. */
export function tradeAction({ card }: Pick<DealView, "card">, reader: ActionReader): OwnAction {
  const cars = describedTrades(card);
  const car = reader.car ?? 1;
  const trade = car === 1 ? card.trade : card.furtherTrades[car - 2];
  // A car that is just being added is described by its own form.
  const own = trade ? carAction(trade, reader) : { code: "describeTrade" as const, act: { form: cardPlaces.tradeCar } };
  if (own) return own;
  // This one is settled: another may not be.
  const other = cars.find((one) => one.car !== car && carAction(one.trade, { ...reader, car: one.car }) !== null);
  return other ? { code: "otherCar", act: { car: other.car } } : null;
}

function carAction(trade: Card["trade"], reader: ActionReader): OwnAction {
  const { description, valuation, noValuation, ownership, offer, review } = trade;
  const about = (reader.car ?? 1) === 1 ? {} : { car: reader.car };
  if (!description) return { code: "describeTrade", act: { form: cardPlaces.tradeCar } };
  if (offer?.answer === "open")
    return mayDo(reader, "trade.offerAccepted")
      ? { code: "acceptOffer", act: { edit: { type: "trade.offerAccepted", offerId: offer.offerId, ...about } } }
      : { code: "sendLink", act: { open: "share" } };
  if (!valuation && !noValuation && !offer)
    return { code: "valueTrade", act: { edit: { type: "trade.valuationRequested", ...about } } };
  if (!ownership) return { code: "sayOwnership", act: { place: cardPlaces.tradeOwnership } };
  if (offer?.answer === "accepted") return null;
  if (reader.seesPlum && mayDo(reader, "trade.offerProposed"))
    return { code: "makeOffer", act: { form: cardPlaces.tradeOffer } };
  const mayAsk = reader.role === "customer" && !review && (offer === null || offer.answer === "declined");
  return mayAsk ? { code: "submitTrade", act: { edit: { type: "trade.submitted", ...about } } } : null;
}

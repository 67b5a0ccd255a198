import { headlineNumbers, type HeadlineNumbers } from "#machines/deal/deal-changes";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import type { Worksheet } from "#machines/desking/worksheet";
import { type Cents, minus } from "#machines/money/cents";
import type { FniAnswer } from "#machines/stages/fni";

type Numbers = Pick<DealView, "card" | "kept">;

/** The deal as it would stand if the open offer were accepted; every figure by the same core that draws the card. */
export function ifOfferAccepted({ card, kept }: Numbers, car = 1): HeadlineNumbers | null {
  if (!(car === 1 ? card.trade : card.furtherTrades[car - 2])?.offer) return null;
  const accepted = (trade: DealView["card"]["trade"], number: number) =>
    number === car && trade.offer ? { ...trade, offer: { ...trade.offer, answer: "accepted" as const } } : trade;
  return headlineNumbers({
    card: {
      ...card,
      trade: accepted(card.trade, 1),
      furtherTrades: card.furtherTrades.map((trade, at) => accepted(trade, at + 2)),
    },
    kept: { ...kept, trade: "inProgress" },
  });
}

/** What one product does to the deal: with it less without it. */
export interface ProductEffect {
  /** Null for cash, and where either deal does not work out. */
  monthly: Cents | null;
  /** Over the whole deal, the cost of borrowing for it included. */
  total: Cents | null;
}

export function productEffect(view: Numbers, code: string, optionCode: string): ProductEffect {
  const withIt = sheetIf(view, code, { answer: "accepted", optionCode });
  const without = sheetIf(view, code, { answer: "declined", optionCode });
  if (!withIt || !without) return { monthly: null, total: null };
  const difference = (read: (sheet: Worksheet) => Cents | null) => {
    const [one, other] = [read(withIt), read(without)];
    return one === null || other === null ? null : minus(one, other);
  };
  return { monthly: difference(monthlyOf), total: difference(totalOf) };
}

function sheetIf({ card, kept }: Numbers, code: string, answer: FniAnswer): Worksheet | null {
  const numbers = numbersFrom({ card, kept });
  return dealWorksheet({
    ...numbers,
    // What the providers ask for this car and any price set apart stay with it, or another product would be priced.
    fni: { ...card.fni, answers: { ...card.fni.answers, [code]: answer } },
    kept: { ...kept, fni: "inProgress" },
  });
}

const monthlyOf = ({ chosen }: Worksheet) => (chosen.ok && chosen.method !== "cash" ? chosen.payment : null);

function totalOf({ chosen }: Worksheet): Cents | null {
  if (!chosen.ok) return null;
  return chosen.method === "cash" ? chosen.balanceDue : chosen.totalOfPayments;
}

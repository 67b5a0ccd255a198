import type { Worksheet } from "../desking/worksheet";
import { type Cents, minus, plus } from "../money/cents";
import type { Ppm } from "../money/rate";
import type { PaymentMethod } from "../stages/finance";
import { dealWorksheet, isLeftOut, type NumbersFrom } from "./deal-worksheet";

/** How a deal is paid for: what a grid's cell or a pinned scenario decides, and nothing else. */
export interface PaymentPlan {
  method: PaymentMethod;
  cashDown: Cents;
  termMonths: number;
  /** Zero on a vehicle that nobody leases. */
  leaseTermMonths: number;
  milesPerYear: number;
}

/** Everything a desk decides about a deal: a whole structure, which the rest of the deal is recomputed around. */
export interface DealTerms extends PaymentPlan {
  sellingPrice: Cents;
  docFeeWaived: Cents;
  /** What the deal credits for a car, by its number; a car that is not listed stays as it stands. */
  allowances: { car: number; allowance: Cents }[];
  /** Null is the store's table. */
  contractRate: Ppm | null;
}

export const planOf = ({ finance }: { finance: PaymentPlan }): PaymentPlan => ({
  method: finance.method,
  cashDown: finance.cashDown,
  termMonths: finance.termMonths,
  leaseTermMonths: finance.leaseTermMonths,
  milesPerYear: finance.milesPerYear,
});

/** The structure as it stands on the card; the trade is left as it is. */
export const termsOf = (card: Pick<NumbersFrom, "vehicle" | "finance">): DealTerms => ({
  ...planOf(card),
  sellingPrice: card.vehicle.sellingPrice,
  docFeeWaived: card.finance.docFeeWaived,
  allowances: [],
  contractRate: card.finance.contractRateOverride,
});

/** A rate was judged for one term: a plan with another one has the store's table again. */
export const rateForPlan = (
  { finance }: Pick<NumbersFrom, "finance">,
  { termMonths }: Pick<PaymentPlan, "termMonths">,
) => (termMonths === finance.termMonths ? finance.contractRateOverride : null);

/** The card as if this plan had been adopted. */
export const withPlan = <Card extends NumbersFrom>(card: Card, plan: PaymentPlan): Card => ({
  ...card,
  finance: { ...card.finance, ...planOf({ finance: plan }), contractRateOverride: rateForPlan(card, plan) },
});

const anOffer: Omit<NonNullable<NumbersFrom["trade"]["offer"]>, "allowance" | "answer"> = {
  offerId: "",
  reasons: [],
  expiresAt: "",
  note: "",
  conditions: [],
  adjusts: null,
  by: { kind: "staff", role: "salesManager", firstName: null },
  counter: null,
};

/** The card as if these terms had been agreed: what a what-if, a pencil and its acceptance are all computed from. */
export function withTerms(card: NumbersFrom, terms: DealTerms): NumbersFrom {
  const { contractRate: contractRateOverride, sellingPrice, docFeeWaived, allowances } = terms;
  const credited = (trade: NumbersFrom["trade"], car: number): NumbersFrom["trade"] => {
    const stated = allowances.find((one) => one.car === car);
    if (!stated || !carCounts(card, car)) return trade;
    return { ...trade, offer: { ...anOffer, ...trade.offer, allowance: stated.allowance, answer: "accepted" } };
  };
  return {
    ...withPlan(card, terms),
    vehicle: { ...card.vehicle, sellingPrice },
    finance: { ...withPlan(card, terms).finance, contractRateOverride, docFeeWaived },
    trade: credited(card.trade, 1),
    furtherTrades: card.furtherTrades.map((trade, at) => credited(trade, at + 2)),
  };
}

/** A car nobody described, or a trade left out, is credited with nothing whatever a desk writes. */
export const carCounts = (
  { trade, furtherTrades, kept }: Pick<NumbersFrom, "trade" | "furtherTrades" | "kept">,
  car: number,
): boolean => {
  const slice = car === 1 ? trade : furtherTrades[car - 2];
  return !!slice?.description && !isLeftOut(kept.trade);
};

/** The figures a structure is told by; what its way of paying does not have is null. */
export interface TermsFigures {
  outTheDoor: Cents;
  taxTotal: Cents;
  /** Allowance less payoff, below zero when more is owed. */
  tradeEquity: Cents;
  /** Monthly; null for cash. */
  payment: Cents | null;
  /** Cash at signing; for a cash deal everything that is due. */
  cashDue: Cents;
  amountFinanced: Cents | null;
  financeCharge: Cents | null;
  totalOfPayments: Cents | null;
  aprDisclosed: string | null;
  /** What the customer pays from signing to the last payment. */
  totalCost: Cents;
}

/** Null where the chosen way of paying does not work out. */
export function termsFigures({ chosen, outTheDoor, taxTotal, tradeEquity }: Worksheet): TermsFigures | null {
  if (!chosen.ok) return null;
  const shared = { outTheDoor, taxTotal, tradeEquity };
  const noLoan = {
    payment: null,
    amountFinanced: null,
    financeCharge: null,
    totalOfPayments: null,
    aprDisclosed: null,
  };
  switch (chosen.method) {
    case "cash":
      return { ...shared, ...noLoan, cashDue: chosen.balanceDue, totalCost: chosen.balanceDue };
    case "finance": {
      const {
        payment,
        cashDueAtSigning: cashDue,
        amountFinanced,
        financeCharge,
        totalOfPayments,
        aprDisclosed,
      } = chosen;
      const totalCost = plus(cashDue, totalOfPayments);
      return { ...shared, payment, cashDue, amountFinanced, financeCharge, totalOfPayments, aprDisclosed, totalCost };
    }
    case "lease": {
      const { payment, cashDueAtSigning: cashDue, totalOfPayments, dueAtSigning } = chosen;
      // Trade equity and rebates are in the lease's own total of payments, and not the customer's cash.
      const totalCost = plus(minus(totalOfPayments, dueAtSigning), cashDue);
      return { ...shared, ...noLoan, payment, cashDue, totalOfPayments, totalCost };
    }
  }
}

/** What these terms come to on the deal as it stands; null without a vehicle or where they do not work out. */
export function figuresOfTerms(card: NumbersFrom, terms: DealTerms): TermsFigures | null {
  const sheet = dealWorksheet(withTerms(card, terms));
  return sheet && termsFigures(sheet);
}

import { type Cents, minus, smaller, times } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";
import { regularMonthlyGrowth } from "./period-growth";
import { annuity, levelPayment } from "./retail-payment";

/** How a lender pays the store for the rate it added. Staff only. */
export interface ReserveProgram {
  method: "financeChargeDifference" | "presentValueAtBuyRate" | "flat";
  /** Share of the principal, for `flat`. */
  flatShare: Exact;
  /** The store's part of the gross reserve. */
  dealerSplit: Exact;
  maxReserve: Cents | null;
  /** The most a store may add, by term: the first row whose months cover it. No row, no markup. */
  markupCaps: { upToMonths: number; maxMarkup: Exact }[];
  /** The state's ceiling on the contract rate, where there is one. */
  rateCeiling: Exact | null;
}

export interface ReserveLoan {
  principal: Cents;
  termMonths: number;
  buyRate: Exact;
  contractRate: Exact;
}

export interface DealerReserve {
  maxContractRate: Exact;
  /** False when the contract rate is above what the lender and the state allow; no reserve is then paid. */
  allowed: boolean;
  sellPayment: Cents;
  buyPayment: Cents;
  sellFinanceCharge: Cents;
  buyFinanceCharge: Cents;
  grossReserve: Cents;
  dealerShare: Cents;
}

/**
 * Dealer participation: "what the store earns on the rate over the buy rate".
 *
 *     highest contract rate   = min(buy rate + markup cap of the term, state ceiling)
 *     financeChargeDifference = finance charge at the contract rate − at the buy rate
 *     presentValueAtBuyRate   = value of the contract payments at the buy rate − principal
 *     flat                    = principal × flat share
 *     dealer share            = min(round(gross × split), the lender's maximum)
 *
 * Both legs have a regular first month and equal payments, so that only the rate differs. Rounds
 * half-up at each payment, the gross and the share, the share from the unrounded gross. Worked by
 * hand: 46,503.00 for 75 months, 9.49 % over 8.49 %, is 15,324.75 − 13,584.75 = 1,740.00.
 */
export function dealerReserve(loan: ReserveLoan, program: ReserveProgram): DealerReserve {
  const sellPayment = paymentAt(loan, loan.contractRate);
  const buyPayment = paymentAt(loan, loan.buyRate);
  const financeCharge = (payment: Cents) => minus(times(payment, loan.termMonths), loan.principal);
  const maxContractRate = highestContractRate(loan, program);
  const sellFinanceCharge = financeCharge(sellPayment);
  const buyFinanceCharge = financeCharge(buyPayment);
  const exactGross = {
    financeChargeDifference: () => new Exact(minus(sellFinanceCharge, buyFinanceCharge)),
    presentValueAtBuyRate: () => valueAtRate(sellPayment, loan.buyRate, loan.termMonths).minus(loan.principal),
    flat: () => program.flatShare.times(loan.principal),
  }[program.method]();
  const share = roundToCents(program.dealerSplit.times(exactGross));
  return {
    maxContractRate,
    allowed: loan.contractRate.lessThanOrEqualTo(maxContractRate),
    sellPayment,
    buyPayment,
    sellFinanceCharge,
    buyFinanceCharge,
    grossReserve: roundToCents(exactGross),
    dealerShare: program.maxReserve === null ? share : smaller(share, program.maxReserve),
  };
}

/**
 * "How far may the rate go?" Buy rate plus the lender's cap for the term, never above the state's
 * ceiling. A term beyond every row of the lender's table carries no markup.
 */
export function highestContractRate(
  loan: Pick<ReserveLoan, "termMonths" | "buyRate">,
  program: Pick<ReserveProgram, "markupCaps" | "rateCeiling">,
): Exact {
  const cap = program.markupCaps.find((row) => loan.termMonths <= row.upToMonths);
  const withMarkup = loan.buyRate.plus(cap?.maxMarkup ?? 0);
  return program.rateCeiling === null ? withMarkup : Exact.min(withMarkup, program.rateCeiling);
}

function paymentAt({ principal, termMonths }: ReserveLoan, annualRate: Exact): Cents {
  return levelPayment(principal, annuity(regularMonthlyGrowth(annualRate, termMonths)));
}

function valueAtRate(payment: Cents, annualRate: Exact, termMonths: number): Exact {
  if (annualRate.isZero()) return new Exact(payment).times(termMonths);
  const monthlyRate = annualRate.div(12);
  return new Exact(1).minus(monthlyRate.plus(1).pow(-termMonths)).div(monthlyRate).times(payment);
}

import { type Cents, minus, noCents, plus } from "../money/cents";

export interface PrepaidFinanceCharge {
  amount: Cents;
  /** Added to the note, or paid in cash at signing. */
  financed: boolean;
}

export interface FinancedBalance {
  downPayment: Cents;
  /** What a cash buyer would still owe. */
  unpaidBalance: Cents;
  /** The note: what bears interest. */
  principal: Cents;
  amountFinanced: Cents;
  prepaidFinanceCharge: Cents;
}

/**
 * "Amount financed: what you borrow for yourself", in the disclosure's own sense.
 *
 *     down payment    = cash down + rebates + positive trade equity
 *     unpaid balance  = total price + negative equity − down payment
 *     principal       = unpaid balance + prepaid finance charge, if it is financed
 *     amount financed = principal − prepaid finance charge if financed,
 *                       unpaid balance − prepaid finance charge if paid in cash
 *
 * A prepaid finance charge is deducted whether it is financed or paid in cash (12 CFR 1026.18(b),
 * comment 18(b)(3)-1): a note of 2,540 with a fee of 40 in it and a note of 2,500 with 40 paid in
 * cash give 2,500 and 2,460. Only sums, so nothing rounds.
 */
export function financedBalance(sale: {
  totalPrice: Cents;
  negativeEquity: Cents;
  positiveEquity: Cents;
  rebates: Cents;
  cashDown: Cents;
  prepaidFinanceCharge?: PrepaidFinanceCharge | null | undefined;
}): FinancedBalance {
  const prepaid = sale.prepaidFinanceCharge?.amount ?? noCents;
  const downPayment = plus(sale.cashDown, sale.rebates, sale.positiveEquity);
  const unpaidBalance = minus(plus(sale.totalPrice, sale.negativeEquity), downPayment);
  const principal = sale.prepaidFinanceCharge?.financed ? plus(unpaidBalance, prepaid) : unpaidBalance;
  return {
    downPayment,
    unpaidBalance,
    principal,
    amountFinanced: minus(principal, prepaid),
    prepaidFinanceCharge: prepaid,
  };
}

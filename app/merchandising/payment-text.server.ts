import type { FinanceEstimate, LeaseEstimate, PaymentEstimate } from "./payment-estimate";
import type { Writer } from "./writer.server";

/** "$41,692.80 to $44,257.80", or the one amount when both ends are the same. */
const span = ({ t }: Writer, low: string, high: string) => (low === high ? low : t("pay.span", { low, high }));

function financeText(estimate: FinanceEstimate, writer: Writer): string {
  const { t, money, number, date } = writer;
  const apr = (percent: string) => number(Number(percent), 2);
  return t("pay.financeText", {
    apr: span(writer, apr(estimate.apr.low), apr(estimate.apr.high)),
    financed: money(estimate.amountFinanced),
    down: money(estimate.cashDown, { cents: "whenAny" }),
    count: estimate.numberOfPayments,
    total: span(writer, money(estimate.totalOfPayments.low), money(estimate.totalOfPayments.high)),
    date: date(estimate.goodThrough),
  });
}

function leaseText(estimate: LeaseEstimate, writer: Writer): string {
  const { t, money, miles, date } = writer;
  const amounts = ({ low, high }: { low: number; high: number }) => span(writer, money(low), money(high));
  return t("pay.leaseText", {
    due: amounts(estimate.cashDueAtSigning),
    deposit:
      estimate.securityDeposit === 0
        ? t("pay.noDeposit")
        : t("pay.deposit", { amount: money(estimate.securityDeposit) }),
    count: estimate.numberOfPayments,
    total: amounts(estimate.totalOfPayments),
    disposition: money(estimate.dispositionFee, { cents: "whenAny" }),
    miles: miles(estimate.milesPerYear),
    date: date(estimate.goodThrough),
  });
}

/**
 * What the law wants beside a payment, whichever term is shown: for credit the down payment, the payments and the APR
 * (12 CFR 1026.24), for a lease that it is one, what is due at signing and the payments (12 CFR 1013.7).
 */
export function paymentText(estimate: PaymentEstimate, writer: Writer): string | null {
  const { t, money, date } = writer;
  switch (estimate.method) {
    case "none":
      return null;
    case "cash":
      return t("pay.cashText", {
        taxes: money(estimate.taxes),
        fees: money(estimate.governmentFees),
        date: date(estimate.goodThrough),
      });
    case "finance":
      return financeText(estimate, writer);
    case "lease":
      return leaseText(estimate, writer);
  }
}

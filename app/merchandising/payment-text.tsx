import { useMessages } from "#app/ui/messages";
import { formatNumber } from "#app/ui/format";
import { useFormat } from "#app/ui/use-format";
import type { FinanceEstimate, LeaseEstimate, PaymentEstimate } from "./payment-estimate";
import { vehicleMessages } from "./vehicle-messages";

/**
 * What the law wants beside a payment, whichever term is shown: for credit the down payment, the payments and the APR
 * (12 CFR 1026.24), for a lease that it is one, what is due at signing and the payments (12 CFR 1013.7).
 */
export function PaymentText({ estimate }: { estimate: PaymentEstimate }) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  switch (estimate.method) {
    case "none":
      return null;
    case "cash":
      return (
        <>
          {t("pay.cashText", {
            taxes: format.money(estimate.taxes),
            fees: format.money(estimate.governmentFees),
            date: format.date(estimate.goodThrough),
          })}
        </>
      );
    case "finance":
      return <FinanceText estimate={estimate} />;
    case "lease":
      return <LeaseText estimate={estimate} />;
  }
}

/** "$41,692.80 to $44,257.80", or the one amount when both ends are the same. */
function useSpan() {
  const t = useMessages(vehicleMessages);
  return (low: string, high: string) => (low === high ? low : t("pay.span", { low, high }));
}

function FinanceText({ estimate }: { estimate: FinanceEstimate }) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  const span = useSpan();
  const apr = (percent: string) => formatNumber(Number(percent), format.locale, 2);
  return (
    <>
      {t("pay.financeText", {
        apr: span(apr(estimate.apr.low), apr(estimate.apr.high)),
        financed: format.money(estimate.amountFinanced),
        down: format.money(estimate.cashDown, { cents: "whenAny" }),
        count: estimate.numberOfPayments,
        total: span(format.money(estimate.totalOfPayments.low), format.money(estimate.totalOfPayments.high)),
        date: format.date(estimate.goodThrough),
      })}
    </>
  );
}

function LeaseText({ estimate }: { estimate: LeaseEstimate }) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  const span = useSpan();
  const amounts = ({ low, high }: { low: number; high: number }) => span(format.money(low), format.money(high));
  return (
    <>
      {t("pay.leaseText", {
        due: amounts(estimate.cashDueAtSigning),
        deposit:
          estimate.securityDeposit === 0
            ? t("pay.noDeposit")
            : t("pay.deposit", { amount: format.money(estimate.securityDeposit) }),
        count: estimate.numberOfPayments,
        total: amounts(estimate.totalOfPayments),
        disposition: format.money(estimate.dispositionFee, { cents: "whenAny" }),
        miles: format.miles(estimate.milesPerYear),
        date: format.date(estimate.goodThrough),
      })}
    </>
  );
}

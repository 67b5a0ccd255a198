import type { FinanceEstimate, LeaseEstimate, PaymentEstimate } from "./payment-estimate";
import type { PaymentFigure } from "./payment-sheet";
import type { Writer } from "./writer.server";

interface Range {
  low: number;
  high: number;
}

const span = ({ t }: Writer, low: string, high: string) => (low === high ? low : t("pay.span", { low, high }));
const amounts = (writer: Writer, { low, high }: Range) => span(writer, writer.money(low), writer.money(high));

function financeFigures(estimate: FinanceEstimate, writer: Writer): PaymentFigure[] {
  const { p, money, number } = writer;
  const apr = (percent: string) => number(Number(percent), 2);
  return [
    {
      label: p("figure.apr"),
      value: `${span(writer, apr(estimate.apr.low), apr(estimate.apr.high))} %`,
      gloss: p("figure.aprGloss"),
    },
    { label: p("figure.charge"), value: amounts(writer, estimate.financeCharge), gloss: p("figure.chargeGloss") },
    { label: p("figure.financed"), value: money(estimate.amountFinanced), gloss: p("figure.financedGloss") },
    {
      label: p("figure.total"),
      value: amounts(writer, estimate.totalOfPayments),
      gloss: p("figure.totalGloss", { count: estimate.numberOfPayments }),
    },
    { label: p("figure.signing"), value: money(estimate.cashDueAtSigning), gloss: p("figure.signingGloss") },
  ];
}

function leaseFigures(estimate: LeaseEstimate, writer: Writer): PaymentFigure[] {
  const { p, money } = writer;
  return [
    { label: p("figure.signing"), value: amounts(writer, estimate.cashDueAtSigning), gloss: p("figure.signingGloss") },
    {
      label: p("figure.leaseTotal"),
      value: amounts(writer, estimate.totalOfPayments),
      gloss: p("figure.leaseTotalGloss"),
    },
    { label: p("figure.end"), value: money(estimate.dispositionFee), gloss: p("figure.endGloss") },
    ...(estimate.securityDeposit > 0
      ? [{ label: p("figure.deposit"), value: money(estimate.securityDeposit), gloss: p("figure.depositGloss") }]
      : []),
  ];
}

/** What a payment comes to, in the law's own words: none stands on a page without them. */
export function paymentFigures(estimate: PaymentEstimate, writer: Writer): PaymentFigure[] {
  switch (estimate.method) {
    case "none":
    case "cash":
      return [];
    case "finance":
      return financeFigures(estimate, writer);
    case "lease":
      return leaseFigures(estimate, writer);
  }
}

/** "72 months would be $75.90 less a month and $1,413.72 more in total": a longer term never stands without its cost. */
export function longerText(now: PaymentEstimate, longer: PaymentEstimate | null, writer: Writer): string | null {
  if (now.method !== "finance" || longer?.method !== "finance") return null;
  const between = (one: number, other: number): Range => ({ low: Math.min(one, other), high: Math.max(one, other) });
  const less = between(now.payment.low - longer.payment.low, now.payment.high - longer.payment.high);
  const more = between(
    longer.totalOfPayments.low - now.totalOfPayments.low,
    longer.totalOfPayments.high - now.totalOfPayments.high,
  );
  if (less.low <= 0 || more.low <= 0) return null;
  return writer.p("longer", {
    term: longer.numberOfPayments,
    less: amounts(writer, less),
    more: amounts(writer, more),
  });
}

import { paymentEstimate, usualWish } from "./payment-estimate.server";
import type { FinanceEstimate, LeaseEstimate } from "./payment-estimate";
import { type PaymentWish, statedParams } from "./payment-wish";
import type { PaymentPlace } from "./place-taxes.server";
import type { StockBoard } from "./stock-board.server";
import type { StockVehicle } from "./stock-vehicle.server";
import type { Writer } from "./writer.server";

export interface OwnTerms {
  wish: PaymentWish;
  place: PaymentPlace;
}

/** A card's payment, and where an own one was asked for what it supposes: a payment never stands without its terms. */
export interface CardPayment {
  monthly: string;
  terms: string | null;
  /** The vehicle's page at the same terms. */
  query: string;
}

const exactly = (range: { low: number; high: number }, { t, money }: Writer, cents: "always" | "never") =>
  range.low === range.high
    ? money(range.low, { cents })
    : t("pay.span", { low: money(range.low, { cents }), high: money(range.high, { cents }) });

function financeTerms({ apr, numberOfPayments, cashDown }: FinanceEstimate, { t, p, money, number }: Writer): string {
  const rate = (percent: string) => number(Number(percent), 2);
  return p("card.financeTerms", {
    count: numberOfPayments,
    apr: apr.low === apr.high ? rate(apr.low) : t("card.aprSpan", { low: rate(apr.low), high: rate(apr.high) }),
    down: money(cashDown, { cents: "whenAny" }),
  });
}

const leaseTerms = (estimate: LeaseEstimate, writer: Writer): string =>
  writer.p("card.leaseTerms", {
    count: estimate.numberOfPayments,
    miles: writer.miles(estimate.milesPerYear),
    due: exactly(estimate.cashDueAtSigning, writer, "always"),
  });

export function cardPayment(
  board: StockBoard,
  vehicle: StockVehicle,
  writer: Writer,
  own: OwnTerms | null,
): CardPayment {
  const { t, money } = writer;
  const wish = own?.wish ?? usualWish(board);
  const estimate = paymentEstimate(board, vehicle, wish, own?.place);
  const query = own ? statedParams(wish, usualWish(board)).toString() : "";
  if (estimate.method !== "finance" && estimate.method !== "lease")
    return { monthly: own ? writer.p("card.noneHere") : t("card.noPayment"), terms: null, query };
  const { low, high } = estimate.payment;
  const perMonth = t("card.perMonth");
  if (!own) {
    const whole = (cents: number) => money(cents, { cents: "never" });
    return { monthly: `${whole(low)} – ${whole(high)} ${perMonth}`, terms: null, query };
  }
  const monthly = low === high ? money(low) : `${money(low)} – ${money(high)}`;
  const terms = estimate.method === "finance" ? financeTerms(estimate, writer) : leaseTerms(estimate, writer);
  return { monthly: `${monthly} ${perMonth}`, terms, query };
}

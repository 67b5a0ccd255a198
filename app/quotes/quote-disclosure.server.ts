import { percentOf, ppmFromPercent } from "#machines/money/rate";
import { formatMoney } from "#app/ui/format";
import type { QuotedBand } from "./answer-schemas";

const money = (cents: number) => formatMoney(cents, "en");

const span = (values: readonly string[]): string => {
  const [first = "", last = ""] = [values[0], values.at(-1)];
  return first === last ? first : `${first} to ${last}`;
};

const amounts = (values: readonly (number | null)[]): string =>
  span(
    values
      .flatMap((value) => (value === null ? [] : [value]))
      .toSorted((a, b) => a - b)
      .map(money),
  );

/**
 * What the law wants beside a payment, in a sentence of our own: for credit the down payment, the terms of repayment and
 * the APR (12 CFR 1026.24(d)), for a lease that it is one, what is due at signing and its payments (12 CFR 1013.7(d)).
 */
export function quoteDisclosure(
  method: "finance" | "lease" | "cash",
  quotes: readonly QuotedBand[],
  { cashDown, deposit }: { cashDown: number; deposit: number },
): string {
  const [first] = quotes;
  if (!first || method === "cash")
    return "Total with taxes and government fees at the rates named. Nothing is financed.";
  const total = amounts(quotes.map(({ totalOfPayments }) => totalOfPayments));
  const count = first.numberOfPayments ?? 0;
  if (method === "lease")
    return `This is a lease. ${amounts(quotes.map(({ cashDue }) => cashDue))} due at signing, ${
      deposit === 0 ? "no security deposit" : `${money(deposit)} of it a refundable security deposit`
    }. ${count} monthly payments, ${total} in all. Subject to credit approval.`;
  const aprs = quotes.flatMap(({ aprPercent }) => aprPercent ?? []).toSorted((a, b) => Number(a) - Number(b));
  const apr = span(aprs.map((percent) => percentOf(ppmFromPercent(percent))));
  return `${apr} % APR, ${money(cashDown)} down, ${count} monthly payments, ${total} together, tax included. An estimate, subject to credit approval.`;
}

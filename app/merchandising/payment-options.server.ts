import type { PaymentOptions } from "./payment-options";
import { ANY_CREDIT, type PaymentChoices } from "./payment-wish";
import type { Writer } from "./writer.server";

function creditLabel({ value, minScore, maxScore }: PaymentChoices["credit"][number], { t }: Writer): string {
  if (value === ANY_CREDIT) return t("pay.creditAny");
  return maxScore === null
    ? t("pay.creditFrom", { score: minScore })
    : t("pay.creditBetween", { from: minScore, to: maxScore });
}

/** The store's choices as chips say them. */
export function paymentOptions(choices: PaymentChoices, writer: Writer): PaymentOptions {
  const { t, money, miles } = writer;
  const months = (terms: readonly number[]) =>
    terms.map((count) => ({ value: String(count), label: t("pay.term", { count }) }));
  return {
    down: choices.cashDown.map((cents) => ({
      value: String(cents / 100),
      label: cents === 0 ? t("pay.noDown") : t("pay.down", { amount: money(cents, { cents: "never" }) }),
    })),
    term: months(choices.terms),
    months: months(choices.leaseTerms),
    miles: choices.miles.map((count) => ({ value: String(count), label: t("pay.miles", { miles: miles(count) }) })),
    credit: choices.credit.map((choice) => ({ value: choice.value, label: creditLabel(choice, writer) })),
  };
}

import { useMessages } from "#app/ui/messages";
import { SelectField, type SelectOption, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { amountOptions } from "./amount-options";
import type { PaymentParam } from "./payment-wish";
import type { SearchAnswer } from "./search-answer";
import { searchMessages } from "./search-messages";

/** Steps in dollars that shoppers think in; a value from the address joins them. */
const paymentSteps = [200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_200];

interface PaymentFilterProps {
  answer: SearchAnswer;
  idPrefix: string;
}

/** A budget a month, and the terms that make it one: the shopper's own term, cash, trade, credit and place. */
export function PaymentFilter({ answer: { wish, payment }, idPrefix }: PaymentFilterProps) {
  const t = useMessages(searchMessages);
  const format = useFormat();
  const money = (dollars: number) => format.money(dollars * 100, { cents: "never" });
  const limit = (name: "minPayment" | "maxPayment") => {
    const dollars = wish[name] === null ? null : wish[name] / 100;
    return {
      id: idPrefix + name,
      name,
      label: t(name === "minPayment" ? "least" : "most"),
      placeholder: t("any"),
      defaultValue: String(dollars ?? ""),
      options: amountOptions(paymentSteps, dollars, money),
    };
  };
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <SelectField {...limit("minPayment")} />
        <SelectField {...limit("maxPayment")} />
      </div>
      <p className="mt-1 text-12 text-ink-3">{t("paymentHint")}</p>
      <details open={payment.byPayment} className="group mt-2">
        <summary className="link touch-target inline-flex cursor-pointer list-none text-13">{t("terms.title")}</summary>
        <div className="mt-2 grid grid-cols-2 gap-2">
          <Terms payment={payment} idPrefix={idPrefix} />
        </div>
        {payment.place ? <p className="mt-2 text-12 text-pretty text-ink-3">{payment.place}</p> : null}
      </details>
    </>
  );
}

function Terms({ payment: { now, usual, options }, idPrefix }: { payment: SearchAnswer["payment"]; idPrefix: string }) {
  const t = useMessages(searchMessages);
  const isLease = now.pay === "lease";
  const own = (name: PaymentParam) => ({
    id: idPrefix + name,
    name,
    label: t(`terms.${name}`),
    defaultValue: now[name],
    "data-usual": usual[name],
  });
  // Two lists in one place must not take each other's value over.
  const choice = (name: "term" | "months" | "miles" | "credit") => (
    <SelectField key={name} {...own(name)} options={options[name]} />
  );
  const typed = (name: "down" | "trade" | "owed" | "zip") => (
    <TextField
      {...own(name)}
      type="text"
      inputMode={name === "zip" ? undefined : "decimal"}
      autoComplete={name === "zip" ? "postal-code" : "off"}
      maxLength={14}
    />
  );
  const ways: SelectOption[] = [
    { value: "finance", label: t("terms.finance") },
    { value: "lease", label: t("terms.lease") },
  ];
  return (
    <>
      <SelectField {...own("pay")} options={ways} />
      {isLease ? choice("months") : choice("term")}
      {isLease ? choice("miles") : null}
      {choice("credit")}
      {typed("down")}
      {typed("trade")}
      {typed("owed")}
      {typed("zip")}
    </>
  );
}

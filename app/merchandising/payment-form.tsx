import { Form, useSubmit } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useRef, type ChangeEvent, type FocusEvent, type FormEvent } from "react";
import { ChipSelect } from "./chip-select";
import { useVehicleWords } from "./page-words";
import type { PaymentSheet } from "./payment-sheet";
import { paymentParams, type PaymentParam } from "./payment-wish";

/** The form's id: the start of a deal takes along what stands in its fields, sent or not. */
export const PAYMENT_FORM = "payment-terms";

/** What the figure supposes, each a choice. Nothing is stored: the answer is in the page's address. */
export function PaymentForm({ payment }: { payment: PaymentSheet }) {
  const { options, entries, wish } = payment;
  const words = useVehicleWords().pay;
  const form = useRef<HTMLFormElement>(null);
  const send = useSend();
  const isLease = wish.method === "lease";
  const isCash = wish.method === "cash";
  const shown: PaymentParam[] = [
    ...(isCash
      ? []
      : isLease
        ? (["months", "miles", "credit", "down"] as const)
        : (["term", "credit", "down"] as const)),
    "trade",
    "owed",
    "zip",
  ];
  const onChange = ({ target }: ChangeEvent<HTMLFormElement>) => {
    if ((target as unknown) instanceof HTMLSelectElement) send(form.current);
  };
  // What is typed counts when the person is done with the field.
  const onBlur = ({ target }: FocusEvent<HTMLFormElement>) => {
    const field = target as unknown;
    if (field instanceof HTMLInputElement && field.value.trim() !== field.defaultValue) send(form.current);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send(form.current);
  };
  return (
    <Form
      ref={form}
      id={PAYMENT_FORM}
      method="get"
      action="#payment"
      onChange={onChange}
      onBlur={onBlur}
      onSubmit={onSubmit}
      className="mt-2.5"
    >
      {paymentParams.map((name) =>
        shown.includes(name) || entries[name] === "" ? null : (
          <input key={name} type="hidden" name={name} value={entries[name]} />
        ),
      )}
      {isCash ? null : (
        <div className="flex flex-wrap gap-1.5">
          <ChipSelect
            key={wish.method}
            label={words.termLabel}
            name={isLease ? "months" : "term"}
            value={isLease ? entries.months : entries.term}
            options={isLease ? options.months : options.term}
          />
          {isLease ? (
            <ChipSelect label={words.milesLabel} name="miles" value={entries.miles} options={options.miles} />
          ) : null}
          <ChipSelect label={words.creditLabel} name="credit" value={entries.credit} options={options.credit} />
        </div>
      )}
      <OwnMoney payment={payment} />
    </Form>
  );
}

/** Sends the form without its empty fields: one wish has one address. */
function useSend() {
  const submit = useSubmit();
  return (form: HTMLFormElement | null) => {
    if (!form) return;
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && value.trim()) params.append(name, value.trim());
    }
    submit(params, { replace: true, preventScrollReset: true });
  };
}

/** Cash, trade and place: folded away behind what they are, for most shoppers look before they tell. */
function OwnMoney({ payment: { entries, own, wish, odd } }: { payment: PaymentSheet }) {
  const words = useVehicleWords().pay;
  const isStated = wish.tradeValue > 0 || wish.postcode !== "" || odd.length > 0;
  return (
    <details open={isStated} className="group mt-1.5">
      <summary className="inline-flex h-7 cursor-pointer list-none items-center gap-1 rounded-full border border-line-2 bg-surface pr-2 pl-2.5 text-13 font-medium transition-colors duration-140 hover:border-control touch:h-9">
        {own}
        <ChevronDown
          aria-hidden
          className="size-3.5 text-ink-3 transition-transform duration-140 group-open:rotate-180"
          strokeWidth={2}
        />
      </summary>
      <div className="mt-2 grid grid-cols-2 gap-2">
        {wish.method === "cash" ? null : <OwnField name="down" label={words.down} value={entries.down} isMoney />}
        <OwnField name="trade" label={words.trade} value={entries.trade} isMoney />
        <OwnField name="owed" label={words.owed} value={entries.owed} isMoney />
        <OwnField name="zip" label={words.zip} value={entries.zip} />
        <button className="col-span-2 h-9 rounded-cell border border-line-2 bg-surface text-13 font-medium text-accent-600 hover:border-control touch:h-11">
          {words.update}
        </button>
      </div>
    </details>
  );
}

interface OwnFieldProps {
  name: PaymentParam;
  label: string;
  value: string;
  isMoney?: boolean;
}

function OwnField({ name, label, value, isMoney = false }: OwnFieldProps) {
  return (
    <label className="min-w-0 text-12 font-medium text-ink-2">
      {label}
      <span className="relative mt-1 flex items-center">
        {isMoney ? <span className="pointer-events-none absolute left-2.5 text-13 text-ink-3">$</span> : null}
        <input
          // The address decides: a link or the back button must move the field too.
          key={value}
          name={name}
          defaultValue={value}
          inputMode={isMoney ? "decimal" : undefined}
          autoComplete={isMoney ? "off" : "postal-code"}
          maxLength={isMoney ? 14 : 10}
          className={`figures h-9 w-full min-w-0 rounded-cell border border-control bg-surface pr-2 text-ink outline-hidden focus:border-accent-600 focus:ring-3 focus:ring-accent-100 touch:h-11 touch:text-16 ${isMoney ? "pl-6" : "pl-2.5"}`}
        />
      </span>
    </label>
  );
}

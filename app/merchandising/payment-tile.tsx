import { Form, Link, useNavigation, useSubmit } from "@remix-run/react";
import type { ChangeEvent } from "react";
import { EstimateChip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { MoneyRange, Money } from "#app/ui/money";
import { ChipSelect } from "./chip-select";
import { useVehicleWords } from "./page-words";
import type { PaymentEstimate } from "./payment-estimate";
import type { PaymentOptions } from "./payment-options";
import { payMethods, type PaymentWish, type PayMethod } from "./payment-wish";

interface PaymentTileProps {
  stockNumber: string;
  estimate: PaymentEstimate;
  disclosure: string | null;
  options: PaymentOptions;
  wish: PaymentWish;
}

/** The wish as the page's address says it; a tab keeps the other choices. */
function wishParams(wish: PaymentWish, method: PayMethod): string {
  return new URLSearchParams({
    pay: method,
    down: String(wish.cashDown / 100),
    term: String(wish.termMonths),
    months: String(wish.leaseTermMonths),
    miles: String(wish.milesPerYear),
    credit: wish.credit,
  }).toString();
}

/** Cash, finance or lease, with what each assumes beside it. Links and a form: it answers without a script too. */
export function PaymentTile(props: PaymentTileProps) {
  const { estimate, wish } = props;
  const words = useVehicleWords().pay;
  const navigation = useNavigation();
  const isWaiting = navigation.state === "loading" && navigation.location.pathname.endsWith(`/${props.stockNumber}`);
  return (
    <section
      id="payment"
      aria-label={words.heading}
      className="scroll-mt-20 bg-ground p-4 sm:rounded-block sm:border sm:border-line sm:p-3.5"
    >
      <nav aria-label={words.heading} className="grid grid-cols-3 rounded-cell bg-sunken p-0.5 sm:rounded-block">
        {payMethods.map((method) => (
          <Link
            key={method}
            to={`?${wishParams(wish, method)}`}
            replace
            preventScrollReset
            aria-current={method === wish.method ? "true" : undefined}
            className="grid min-h-8.5 place-items-center rounded-chip text-13 font-medium text-ink-2 hover:text-ink touch:min-h-11 aria-[current=true]:bg-surface aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:shadow-[0_1px_3px_rgb(18_25_29/12%)] sm:rounded-cell"
          >
            {words[method]}
          </Link>
        ))}
      </nav>
      <div
        className={cx(
          "mt-3 flex min-h-9 items-center justify-between gap-3 transition-opacity duration-140",
          isWaiting && "opacity-55",
        )}
        aria-live="polite"
      >
        <Figure estimate={estimate} />
        {estimate.method === "none" ? null : <EstimateChip />}
      </div>
      <Assumptions {...props} />
      {props.disclosure ? <p className="mt-2.5 text-12 text-pretty text-ink-3">{props.disclosure}</p> : null}
    </section>
  );
}

function Figure({ estimate }: { estimate: PaymentEstimate }) {
  const words = useVehicleWords().pay;
  const look = "text-24 font-figure tracking-[-.034em] [&_.per]:ml-1";
  switch (estimate.method) {
    case "none":
      return <span className="text-ink-2">{words[estimate.reason]}</span>;
    case "cash":
      return (
        <span className="flex items-baseline gap-1.5">
          <Money amount={estimate.due} className={look} />
          <span className="text-16 text-ink-3">{words.cashDue}</span>
        </span>
      );
    case "finance":
    case "lease": {
      const { low, high } = estimate.payment;
      if (low !== high) return <MoneyRange low={low} high={high} per={words.perMonth} className={look} />;
      return (
        <span className="flex items-baseline gap-1">
          <Money amount={low} className={look} />
          <span className="text-16 text-ink-3">{words.perMonth}</span>
        </span>
      );
    }
  }
}

/** What the figure supposes, each a choice. Nothing is stored: the answer is in the page's address. */
function Assumptions({ options, wish }: PaymentTileProps) {
  const words = useVehicleWords().pay;
  const submit = useSubmit();
  if (wish.method === "cash") return null;
  const change = (event: ChangeEvent<HTMLFormElement>) =>
    submit(event.currentTarget, { replace: true, preventScrollReset: true });
  const isLease = wish.method === "lease";
  return (
    <Form method="get" onChange={change} action="#payment" preventScrollReset className="mt-2.5 flex flex-wrap gap-1.5">
      <input type="hidden" name="pay" value={wish.method} />
      <ChipSelect label={words.downLabel} name="down" value={String(wish.cashDown / 100)} options={options.down} />
      <ChipSelect
        key={wish.method}
        label={words.termLabel}
        name={isLease ? "months" : "term"}
        value={String(isLease ? wish.leaseTermMonths : wish.termMonths)}
        options={isLease ? options.months : options.term}
      />
      {isLease ? (
        <ChipSelect label={words.milesLabel} name="miles" value={String(wish.milesPerYear)} options={options.miles} />
      ) : (
        <span className="inline-flex h-7 items-center rounded-full border border-line-2 bg-surface px-2.5 text-13 touch:h-9">
          {words.noTrade}
        </span>
      )}
      <ChipSelect label={words.creditLabel} name="credit" value={wish.credit} options={options.credit} />
      <noscript>
        <button className="link h-7 px-1 text-13">{words.update}</button>
      </noscript>
    </Form>
  );
}

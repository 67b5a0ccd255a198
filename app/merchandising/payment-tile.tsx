import { Link, useNavigation } from "@remix-run/react";
import { EstimateChip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { MoneyRange, Money } from "#app/ui/money";
import { useVehicleWords } from "./page-words";
import { PaymentForm } from "./payment-form";
import type { PaymentEstimate } from "./payment-estimate";
import type { PaymentFigure, PaymentSheet } from "./payment-sheet";
import { payMethods, type PayMethod } from "./payment-wish";

interface PaymentTileProps {
  stockNumber: string;
  payment: PaymentSheet;
}

/** The wish as the page's address says it; a tab keeps the other choices. */
function tabParams({ entries }: PaymentSheet, method: PayMethod): string {
  const stated = Object.entries({ ...entries, pay: method }).filter(([, value]) => value !== "");
  return new URLSearchParams(stated).toString();
}

/** Cash, finance or lease, with what each assumes beside it. Links and a form: it answers without a script too. */
export function PaymentTile({ stockNumber, payment }: PaymentTileProps) {
  const { estimate, wish, figures, odd } = payment;
  const words = useVehicleWords().pay;
  const navigation = useNavigation();
  const isWaiting = navigation.state === "loading" && navigation.location.pathname.endsWith(`/${stockNumber}`);
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
            to={`?${tabParams(payment, method)}`}
            replace
            preventScrollReset
            aria-current={method === wish.method ? "true" : undefined}
            className="grid min-h-8.5 place-items-center rounded-chip text-13 font-medium text-ink-2 hover:text-ink touch:min-h-11 aria-[current=true]:bg-surface aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:shadow-[0_1px_3px_rgb(18_25_29/12%)] sm:rounded-cell"
          >
            {words[method]}
          </Link>
        ))}
      </nav>
      <div className={cx("transition-opacity duration-140", isWaiting && "opacity-55")} aria-live="polite">
        <div className="mt-3 flex min-h-9 items-center justify-between gap-3">
          <Figure estimate={estimate} />
          {estimate.method === "none" ? null : <EstimateChip />}
        </div>
        {figures.length > 0 ? <LawFigures figures={figures} /> : null}
        {odd.map((text) => (
          <p key={text} role="alert" className="mt-2 text-13 text-neg">
            {text}
          </p>
        ))}
      </div>
      <PaymentForm payment={payment} />
      <div className="mt-2.5 flex flex-col gap-1.5 text-12 text-pretty text-ink-3">
        {payment.disclosure ? <p>{payment.disclosure}</p> : null}
        {payment.longer ? <p>{payment.longer}</p> : null}
        {estimate.method === "none" ? null : <p>{payment.place}</p>}
      </div>
    </section>
  );
}

function LawFigures({ figures }: { figures: readonly PaymentFigure[] }) {
  return (
    <dl className="mt-2 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line pt-1.5 text-13">
      {figures.map(({ label, value, gloss }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid py-0.5">
          <dt className="min-w-0 text-ink-2">
            {label} <span className="inline-block text-12 text-ink-3">{gloss}</span>
          </dt>
          <dd className="figures text-right font-medium">{value}</dd>
        </div>
      ))}
    </dl>
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

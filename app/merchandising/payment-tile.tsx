import { Form, Link, useNavigation, useSubmit } from "@remix-run/react";
import type { ChangeEvent } from "react";
import { EstimateChip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { MoneyRange, Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import { ChipSelect } from "./chip-select";
import type { PaymentEstimate } from "./payment-estimate";
import { ANY_CREDIT, BETTER_CREDIT, payMethods, type PaymentChoices, type PaymentWish, type PayMethod } from "./payment-wish";
import { vehicleMessages } from "./vehicle-messages";

interface PaymentTileProps {
  stockNumber: string;
  estimate: PaymentEstimate;
  disclosure: string | null;
  choices: PaymentChoices;
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
  const t = useMessages(vehicleMessages);
  const navigation = useNavigation();
  const isWaiting = navigation.state === "loading" && navigation.location.pathname.endsWith(`/${props.stockNumber}`);
  return (
    <section id="payment" aria-label={t("pay.heading")} className="scroll-mt-20 bg-ground p-4 sm:rounded-block sm:border sm:border-line sm:p-3.5">
      <nav aria-label={t("pay.heading")} className="grid grid-cols-3 rounded-cell bg-sunken p-0.5 sm:rounded-block">
        {payMethods.map((method) => (
          <Link
            key={method}
            to={`?${wishParams(wish, method)}`}
            replace
            preventScrollReset
            aria-current={method === wish.method ? "true" : undefined}
            className="grid min-h-8.5 place-items-center rounded-chip text-13 font-medium text-ink-2 hover:text-ink touch:min-h-11 aria-[current=true]:bg-surface aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:shadow-[0_1px_3px_rgb(18_25_29/12%)] sm:rounded-cell"
          >
            {t(`pay.${method}`)}
          </Link>
        ))}
      </nav>
      <div className={cx("mt-3 flex min-h-9 items-center justify-between gap-3 transition-opacity duration-140", isWaiting && "opacity-55")} aria-live="polite">
        <Figure estimate={estimate} />
        {estimate.method === "none" ? null : <EstimateChip />}
      </div>
      <Assumptions {...props} />
      {props.disclosure ? <p className="mt-2.5 text-12 text-pretty text-ink-3">{props.disclosure}</p> : null}
    </section>
  );
}

function Figure({ estimate }: { estimate: PaymentEstimate }) {
  const t = useMessages(vehicleMessages);
  const look = "text-24 font-figure tracking-[-.034em] [&_.per]:ml-1";
  switch (estimate.method) {
    case "none":
      return <span className="text-ink-2">{t(`pay.${estimate.reason}`)}</span>;
    case "cash":
      return (
        <span className="flex items-baseline gap-1.5">
          <Money amount={estimate.due} className={look} />
          <span className="text-16 text-ink-3">{t("pay.cashDue")}</span>
        </span>
      );
    case "finance":
    case "lease": {
      const { low, high } = estimate.payment;
      if (low !== high) return <MoneyRange low={low} high={high} per={t("pay.perMonth")} className={look} />;
      return (
        <span className="flex items-baseline gap-1">
          <Money amount={low} className={look} />
          <span className="text-16 text-ink-3">{t("pay.perMonth")}</span>
        </span>
      );
    }
  }
}

function creditWords(t: ReturnType<typeof useMessages<typeof vehicleMessages.en>>, choice: PaymentChoices["credit"][number]) {
  if (choice.value === ANY_CREDIT) return t("pay.creditAny");
  if (choice.value === BETTER_CREDIT || choice.maxScore === null) return t("pay.creditFrom", { score: choice.minScore });
  return t("pay.creditBetween", { from: choice.minScore, to: choice.maxScore });
}

/** What the figure supposes, each a choice. Nothing is stored: the answer is in the page's address. */
function Assumptions({ choices, wish }: PaymentTileProps) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  const submit = useSubmit();
  if (wish.method === "cash") return null;
  const change = (event: ChangeEvent<HTMLFormElement>) =>
    submit(event.currentTarget, { replace: true, preventScrollReset: true });
  const months = (terms: number[]) => terms.map((count) => ({ value: String(count), label: t("pay.term", { count }) }));
  const dollars = choices.cashDown.map((cents) => ({
    value: String(cents / 100),
    label: cents === 0 ? t("pay.noDown") : t("pay.down", { amount: format.money(cents, { cents: "never" }) }),
  }));
  const isLease = wish.method === "lease";
  return (
    <Form method="get" onChange={change} action="#payment" preventScrollReset className="mt-2.5 flex flex-wrap gap-1.5">
      <input type="hidden" name="pay" value={wish.method} />
      <ChipSelect label={t("pay.downLabel")} name="down" value={String(wish.cashDown / 100)} options={dollars} />
      <ChipSelect
        key={wish.method}
        label={t("pay.termLabel")}
        name={isLease ? "months" : "term"}
        value={String(isLease ? wish.leaseTermMonths : wish.termMonths)}
        options={months(isLease ? choices.leaseTerms : choices.terms)}
      />
      {isLease ? (
        <ChipSelect
          label={t("pay.milesLabel")}
          name="miles"
          value={String(wish.milesPerYear)}
          options={choices.miles.map((miles) => ({ value: String(miles), label: t("pay.miles", { miles: format.miles(miles) }) }))}
        />
      ) : (
        <span className="inline-flex h-7 items-center rounded-full border border-line-2 bg-surface px-2.5 text-13 touch:h-9">
          {t("pay.noTrade")}
        </span>
      )}
      <ChipSelect
        label={t("pay.creditLabel")}
        name="credit"
        value={wish.credit}
        options={choices.credit.map((choice) => ({ value: choice.value, label: creditWords(t, choice) }))}
      />
      <noscript>
        <button className="link h-7 px-1 text-13">{t("pay.update")}</button>
      </noscript>
    </Form>
  );
}

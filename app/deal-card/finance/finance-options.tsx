import { ChevronDown } from "lucide-react";
import { useMemo, useState } from "react";
import { optionMessages } from "#app/deal-card/finance/option-messages";
import { LivePlace } from "#app/deal-card/live-place";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { ChoiceField } from "#app/ui/choice-field";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { balloonOf } from "#machines/deal/finance-options";
import type { FinanceColumn, LeaseColumn } from "#machines/desking/worksheet";
import type { Ppm } from "#machines/money/rate";
import type { FinanceOptions as Options } from "#machines/stages/finance";

/** Closed until asked for: most contracts are plain. Nothing here where the store's lenders write nothing else. */
export function FinanceOptions() {
  const { view } = useDeal();
  const t = useMessages(optionMessages);
  const { method, options } = view.card.finance;
  const offers = view.card.store.financeOptions;
  const isPlain = options.firstPaymentMonths === 1 && options.balloonShare === 0 && options.securityDeposits === 0;
  const [open, setOpen] = useState(!isPlain);
  const hasAny =
    method === "finance"
      ? (offers?.firstPaymentMonths.length ?? 0) + (offers?.balloonShares.length ?? 0) > 0
      : method === "lease" && offers?.securityDeposits != null;
  if (!offers || !hasAny) return null;
  return (
    <LivePlace field="financeOptions" byLine>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="touch-target flex items-center gap-2 rounded-chip text-14 font-medium text-ink-2"
      >
        <ChevronDown aria-hidden className={cx("size-4", open && "rotate-180")} strokeWidth={1.75} />
        {t("title")}
      </button>
      {open ? (
        <div className="mt-3 grid gap-5 sm:grid-cols-2">{method === "finance" ? <OfContract /> : <OfLease />}</div>
      ) : null}
    </LivePlace>
  );
}

function OfContract() {
  const { view } = useDeal();
  const t = useMessages(optionMessages);
  const format = useFormat();
  const { firstPaymentMonths = [], balloonShares = [] } = view.card.store.financeOptions ?? {};
  const { sellingPrice } = view.card.vehicle;
  return (
    <>
      <OptionField
        field="firstPaymentMonths"
        label={t("first")}
        offered={[1, ...firstPaymentMonths]}
        words={(months) => t("firstIn", { months })}
      />
      <OptionField
        field="balloonShare"
        label={t("balloon")}
        offered={[0, ...balloonShares]}
        words={(share) =>
          share === 0
            ? t("level")
            : t("balloonOf", { amount: format.money(balloonOf(sellingPrice, share as Ppm), { cents: "whenAny" }) })
        }
      />
    </>
  );
}

function OfLease() {
  const { view } = useDeal();
  const t = useMessages(optionMessages);
  const format = useFormat();
  const counts = view.card.store.financeOptions?.securityDeposits?.counts ?? [];
  return (
    <OptionField
      field="securityDeposits"
      label={t("deposits")}
      offered={[0, ...counts]}
      words={(count, column) =>
        count === 0 || column?.method !== "lease"
          ? t("none")
          : t("count", { count, amount: format.money(column.refundableDeposit, { cents: "whenAny" }) })
      }
    />
  );
}

type Column = FinanceColumn | LeaseColumn;

interface OptionFieldProps {
  field: keyof Options;
  label: string;
  offered: readonly number[];
  words: (value: number, column: Column | null) => string;
}

/** Each choice worked whole, with what it does by month and in all against the plain one. */
function OptionField({ field, label, offered, words }: OptionFieldProps) {
  const { view } = useDeal();
  const t = useMessages(optionMessages);
  const format = useFormat();
  const { options } = view.card.finance;
  const chosen = useLiveValue<string>("financeOptions", String(options[field]), (value) => ({
    type: "finance.optionsChosen",
    ...options,
    [field]: Number(value),
  }));
  const columns = useMemo(() => offered.map((value) => columnWith(view, field, value)), [view, field, offered]);
  const [plain] = columns;
  const effect = (column: Column | null) => {
    if (!column || !plain) return t("not");
    if (column === plain) return t("usual");
    return t("effect", {
      payment: format.money(column.payment - plain.payment, { sign: "always" }),
      total: format.money(column.totalOfPayments - plain.totalOfPayments, { sign: "always" }),
    });
  };
  return (
    <ChoiceField
      label={label}
      name={field}
      look="cards"
      value={chosen.value}
      error={chosen.frame.error}
      onChange={chosen.set}
      choices={offered.map((value, index) => ({
        value: String(value),
        label: words(value, columns[index] ?? null),
        hint: effect(columns[index] ?? null),
        disabled: !columns[index],
      }))}
    />
  );
}

function columnWith(view: DealView, field: keyof Options, value: number): Column | null {
  const numbers = numbersFrom(view);
  const options = { ...numbers.finance.options, [field]: value };
  const chosen = dealWorksheet({ ...numbers, finance: { ...numbers.finance, options } })?.chosen;
  return chosen?.ok && chosen.method !== "cash" ? chosen : null;
}

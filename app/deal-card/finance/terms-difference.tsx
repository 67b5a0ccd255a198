import { useMemo } from "react";
import { figureSentences } from "#app/deal-card/change-parts";
import { pencilMessages } from "#app/deal-card/finance/pencil-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { useLocale, useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { DealTerms } from "#machines/deal/deal-terms";
import { describedTrades } from "#machines/deal/deal-trades";
import { numbersFrom } from "#machines/deal/deal-view";
import { type TermChange, termsDifference } from "#machines/deal/pencil-difference";

interface TermsDifferenceProps {
  to: DealTerms;
  /** Left out: what stands. */
  from?: DealTerms;
  /** The sentences of the figures as well as the terms that moved. */
  figures?: boolean;
  className?: string;
}

/** What changed between two structures, from what to what, and what each change does to the figures. */
export function TermsDifference({ to, from, figures = true, className }: TermsDifferenceProps) {
  const { view } = useDeal();
  const t = useMessages(pencilMessages);
  const locale = useLocale();
  const difference = useMemo(() => termsDifference(numbersFrom(view), to, from), [view, to, from]);
  const { terms, numbers } = difference;
  if (terms.length === 0) return <p className={cx("text-ink-2", className)}>{t("same")}</p>;
  return (
    <div className={className}>
      <ul className="divide-y divide-line border-y border-line">
        {terms.map((change) => (
          <ChangedTerm key={`${change.code}${"car" in change ? change.car : ""}`} change={change} />
        ))}
      </ul>
      {figures && numbers ? (
        <ul className="mt-2.5 flex flex-col gap-1 text-13 text-ink-2">
          {figureSentences(numbers, locale).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function ChangedTerm({ change }: { change: TermChange }) {
  const t = useMessages(pencilMessages);
  const format = useFormat();
  const [name, from, to] = useTermWords(change);
  const by = "from" in change && typeof change.from === "number" && typeof change.to === "number" ? change : null;
  const isMoney = change.code !== "termMonths" && change.code !== "contractRate";
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
      <span className="font-medium">{name}</span>
      <span className="figures text-right">
        <span className="sr-only">{t("fromTo", { from, to })}</span>
        <span aria-hidden>
          <span className="text-ink-3 line-through decoration-line-2">{from}</span>
          <span className="ml-2.5 font-semibold">{to}</span>
          {by && isMoney ? (
            <span className="ml-2.5 text-13 text-ink-3">
              {format.money(Number(by.to) - Number(by.from), { cents: "whenAny", sign: "always" })}
            </span>
          ) : null}
        </span>
      </span>
    </li>
  );
}

function useTermWords(change: TermChange): [name: string, from: string, to: string] {
  const { view } = useDeal();
  const t = useMessages(pencilMessages);
  const format = useFormat();
  const money = (amount: number | null) =>
    amount === null ? t("value.none") : format.money(amount, { cents: "whenAny" });
  switch (change.code) {
    case "sellingPrice":
    case "docFeeWaived":
    case "cashDown":
      return [t(`change.${change.code}`), money(change.from), money(change.to)];
    case "allowance": {
      const cars = describedTrades(view.card);
      const model = cars.find(({ car }) => car === change.car)?.trade.description?.model ?? "";
      const name = cars.length > 1 ? t("change.allowanceOf", { car: model }) : t("change.allowance");
      return [name, money(change.from), money(change.to)];
    }
    case "method":
      return [t("change.method"), t("value.method", { method: change.from }), t("value.method", { method: change.to })];
    case "termMonths":
      return [
        t("change.termMonths"),
        t("value.months", { months: String(change.from) }),
        t("value.months", { months: String(change.to) }),
      ];
    case "contractRate":
      return [t("change.contractRate"), format.percent(change.from), format.percent(change.to)];
    case "lease": {
      const lease = ({ months, miles }: typeof change.from) =>
        t("value.lease", { months: String(months), miles: format.number(miles) });
      return [t("change.lease"), lease(change.from), lease(change.to)];
    }
  }
}

import { cardMessages } from "#app/deal-card/card-messages";
import { useColumnRefusal } from "#app/deal-card/column-refusal-messages";
import { OpenedFigure } from "#app/deal-card/finance/opened-figure";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { PaymentChip } from "#app/deal-card/summary/payment-chip";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { BigMoney } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";

/** The figure that matters: monthly, or once for cash. */
export interface Headline {
  amount: number;
  per: string;
  terms: string;
  /** Where there is room for one line only. */
  shortTerms: string;
}

export function useHeadline(): Headline | null {
  const { worksheet } = useDeal();
  const t = useMessages(cardMessages);
  const format = useFormat();
  if (!worksheet?.chosen.ok) return null;
  const { chosen } = worksheet;
  switch (chosen.method) {
    case "cash":
      return {
        amount: chosen.balanceDue,
        per: ` ${t("summary.once")}`,
        terms: t("summary.cashTerms"),
        shortTerms: t("summary.cashTerms"),
      };
    case "finance":
      return {
        amount: chosen.payment,
        per: t("summary.perMonth"),
        terms: t("summary.terms", { months: chosen.termMonths, apr: aprText(chosen.aprDisclosed, format) }),
        shortTerms: t("summary.months", { months: chosen.termMonths }),
      };
    case "lease":
      return {
        amount: chosen.payment,
        per: t("summary.perMonth"),
        terms: t("summary.leaseTerms", { months: chosen.termMonths, miles: format.number(chosen.milesPerYear) }),
        shortTerms: t("summary.months", { months: chosen.termMonths }),
      };
  }
}

/** The disclosed APR is a decimal text; two decimals, as the law's box shows it. */
export const aprText = (aprDisclosed: string, format: ReturnType<typeof useFormat>) =>
  format.percent(Math.round(Number(aprDisclosed) * 10_000));

/** The largest thing on the screen. */
export function PaymentHeadline({ tap = false }: { tap?: boolean }) {
  const { worksheet } = useDeal();
  const t = useMessages(cardMessages);
  const voice = useReaderVoice();
  const headline = useHeadline();
  const sentenceOf = useColumnRefusal();
  if (!headline)
    return (
      <p className="text-ink-2">
        {worksheet && !worksheet.chosen.ok ? sentenceOf(worksheet.chosen) : t("summary.noVehicle")}
      </p>
    );
  const isCash = worksheet?.chosen.ok && worksheet.chosen.method === "cash";
  return (
    <div data-place="figure.payment" className="relative">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-12 font-medium text-ink-2">
          {isCash ? t("summary.toPay", { ...voice }) : t("summary.payment", { ...voice })}
        </h2>
        <PaymentChip />
      </div>
      <p aria-live="polite" aria-atomic>
        <BigMoney amount={headline.amount} per={headline.per} live />
      </p>
      {tap ? (
        <p className="text-ink-2">
          {headline.terms}. {t("summary.tap")}
        </p>
      ) : (
        <OpenedFigure
          figure={isCash ? "cashDue" : "payment"}
          name={isCash ? t("summary.toPay", { ...voice }) : t("summary.payment", { ...voice })}
          className="text-ink-2"
        >
          {headline.terms}
        </OpenedFigure>
      )}
    </div>
  );
}

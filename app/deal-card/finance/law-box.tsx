import { useColumnRefusal } from "#app/deal-card/column-refusal-messages";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { blockOnPhone } from "#app/deal-card/stage-panel";
import { aprText } from "#app/deal-card/summary/payment-headline";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { LawFigures, type LawFigure } from "#app/ui/payment-grid";
import { useFormat } from "#app/ui/use-format";
import type { FinanceColumn, LeaseColumn } from "#machines/desking/worksheet";

/** The four figures the law asks for beside any payment, each with four words. */
export function LawBox() {
  const { worksheet } = useDeal();
  const sentenceOf = useColumnRefusal();
  const financeFigures = useFinanceFigures();
  const leaseFigures = useLeaseFigures();
  const chosen = worksheet?.chosen;
  if (!chosen) return null;
  if (!chosen.ok)
    return (
      <p role="alert" className="rounded-block bg-warn-ground px-4 py-3 text-warn">
        {sentenceOf(chosen)}
      </p>
    );
  if (chosen.method === "cash") return null;
  return (
    <LawFigures
      className={cx(blockOnPhone, "sm:border-t sm:border-line sm:pt-4")}
      figures={chosen.method === "finance" ? financeFigures(chosen) : leaseFigures(chosen)}
    />
  );
}

function useFinanceFigures() {
  const t = useMessages(financeMessages);
  const format = useFormat();
  return (column: FinanceColumn): LawFigure[] => [
    { label: t("law.apr"), figure: aprText(column.aprDisclosed, format), gloss: t("law.aprGloss") },
    { label: t("law.charge"), figure: format.money(column.financeCharge), gloss: t("law.chargeGloss") },
    { label: t("law.financed"), figure: format.money(column.amountFinanced), gloss: t("law.financedGloss") },
    {
      label: t("law.total"),
      figure: format.money(column.totalOfPayments),
      gloss: t("law.totalGloss", { count: column.numberOfPayments }),
    },
  ];
}

function useLeaseFigures() {
  const t = useMessages(financeMessages);
  const format = useFormat();
  return (column: LeaseColumn): LawFigure[] => [
    { label: t("lease.signing"), figure: format.money(column.cashDueAtSigning), gloss: t("lease.signingGloss") },
    { label: t("lease.rent"), figure: format.money(column.rentCharge), gloss: t("lease.rentGloss") },
    { label: t("lease.residual"), figure: format.money(column.residual), gloss: t("lease.residualGloss") },
    { label: t("lease.total"), figure: format.money(column.totalOfPayments), gloss: t("lease.totalGloss") },
  ];
}

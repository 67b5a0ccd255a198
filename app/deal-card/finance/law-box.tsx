import { useColumnRefusal } from "#app/deal-card/column-refusal-messages";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { OpenedFigure } from "#app/deal-card/finance/opened-figure";
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
    {
      label: t("law.apr"),
      figure: (
        <OpenedFigure figure="apr" name={t("law.apr")}>
          {aprText(column.aprDisclosed, format)}
        </OpenedFigure>
      ),
      gloss: t("law.aprGloss"),
      place: "figure.apr",
    },
    {
      label: t("law.charge"),
      figure: (
        <OpenedFigure figure="financeCharge" name={t("law.charge")} total={column.financeCharge}>
          {format.money(column.financeCharge)}
        </OpenedFigure>
      ),
      gloss: t("law.chargeGloss"),
      place: "figure.financeCharge",
    },
    {
      label: t("law.financed"),
      figure: (
        <OpenedFigure figure="amountFinanced" name={t("law.financed")} total={column.amountFinanced}>
          {format.money(column.amountFinanced)}
        </OpenedFigure>
      ),
      gloss: t("law.financedGloss"),
      place: "line.amountFinanced",
    },
    {
      label: t("law.total"),
      figure: (
        <OpenedFigure figure="totalOfPayments" name={t("law.total")} total={column.totalOfPayments}>
          {format.money(column.totalOfPayments)}
        </OpenedFigure>
      ),
      gloss: t("law.totalGloss", { count: column.numberOfPayments }),
      place: "figure.totalOfPayments",
    },
  ];
}

function useLeaseFigures() {
  const t = useMessages(financeMessages);
  const format = useFormat();
  return (column: LeaseColumn): LawFigure[] => [
    {
      label: t("lease.signing"),
      figure: (
        <OpenedFigure figure="cashDue" name={t("lease.signing")} total={column.cashDueAtSigning}>
          {format.money(column.cashDueAtSigning)}
        </OpenedFigure>
      ),
      gloss: t("lease.signingGloss"),
      place: "line.cashDueAtSigning",
    },
    {
      label: t("lease.rent"),
      figure: (
        <OpenedFigure figure="rentCharge" name={t("lease.rent")} total={column.rentCharge}>
          {format.money(column.rentCharge)}
        </OpenedFigure>
      ),
      gloss: t("lease.rentGloss"),
      place: "figure.rent",
    },
    {
      label: t("lease.residual"),
      figure: (
        <OpenedFigure figure="residual" name={t("lease.residual")}>
          {format.money(column.residual)}
        </OpenedFigure>
      ),
      gloss: t("lease.residualGloss"),
      place: "figure.residual",
    },
    {
      label: t("lease.total"),
      figure: (
        <OpenedFigure figure="totalOfPayments" name={t("lease.total")} total={column.totalOfPayments}>
          {format.money(column.totalOfPayments)}
        </OpenedFigure>
      ),
      gloss: t("lease.totalGloss"),
      place: "figure.totalOfPayments",
    },
  ];
}

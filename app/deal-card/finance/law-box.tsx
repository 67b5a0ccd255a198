import type { ComponentProps } from "react";
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
import type { Cents } from "#machines/money/cents";
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

interface Opening {
  figure: ComponentProps<typeof OpenedFigure>["figure"];
  label: string;
  gloss: string;
  place: LawFigure["place"];
  /** What its lines come to; what is no sum says how it is written. */
  total?: Cents;
  shown?: string;
}

/** One figure of the law's, which opens to how it was counted. */
function useLawFigure() {
  const format = useFormat();
  return ({ figure, total, shown, ...said }: Opening): LawFigure => ({
    ...said,
    figure: (
      <OpenedFigure figure={figure} name={said.label} total={total}>
        {shown ?? format.money(total ?? 0)}
      </OpenedFigure>
    ),
  });
}

function useFinanceFigures() {
  const t = useMessages(financeMessages);
  const format = useFormat();
  const lawFigure = useLawFigure();
  return (column: FinanceColumn): LawFigure[] => [
    lawFigure({
      figure: "apr",
      label: t("law.apr"),
      gloss: t("law.aprGloss"),
      place: "figure.apr",
      shown: aprText(column.aprDisclosed, format),
    }),
    lawFigure({
      figure: "financeCharge",
      label: t("law.charge"),
      gloss: t("law.chargeGloss"),
      place: "figure.financeCharge",
      total: column.financeCharge,
    }),
    lawFigure({
      figure: "amountFinanced",
      label: t("law.financed"),
      gloss: t("law.financedGloss"),
      place: "line.amountFinanced",
      total: column.amountFinanced,
    }),
    lawFigure({
      figure: "totalOfPayments",
      label: t("law.total"),
      gloss: t("law.totalGloss", { count: column.numberOfPayments }),
      place: "figure.totalOfPayments",
      total: column.totalOfPayments,
    }),
  ];
}

function useLeaseFigures() {
  const t = useMessages(financeMessages);
  const format = useFormat();
  const lawFigure = useLawFigure();
  return (column: LeaseColumn): LawFigure[] => [
    lawFigure({
      figure: "cashDue",
      label: t("lease.signing"),
      gloss: t("lease.signingGloss"),
      place: "line.cashDueAtSigning",
      total: column.cashDueAtSigning,
    }),
    lawFigure({
      figure: "rentCharge",
      label: t("lease.rent"),
      gloss: t("lease.rentGloss"),
      place: "figure.rent",
      total: column.rentCharge,
    }),
    lawFigure({
      figure: "residual",
      label: t("lease.residual"),
      gloss: t("lease.residualGloss"),
      place: "figure.residual",
      shown: format.money(column.residual),
    }),
    lawFigure({
      figure: "totalOfPayments",
      label: t("lease.total"),
      gloss: t("lease.totalGloss"),
      place: "figure.totalOfPayments",
      total: column.totalOfPayments,
    }),
  ];
}

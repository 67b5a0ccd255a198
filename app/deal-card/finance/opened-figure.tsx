import type { ReactNode } from "react";
import { figureMessages } from "#app/deal-card/finance/figure-messages";
import { useLineLabel } from "#app/deal-card/line-label";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { MoneyLine, MoneyLineRule, MoneyLines } from "#app/ui/money-line";
import { Popover } from "#app/ui/popover";
import { useFormat } from "#app/ui/use-format";
import { numbersFrom } from "#machines/deal/deal-view";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { figureLines, type OpenedFigure as Figure } from "#machines/desking/figure-lines";
import type { MoneyLine as Line } from "#machines/desking/money-line";
import type { WorksheetInputs } from "#machines/desking/worksheet";

const own = Object.keys(figureMessages.en.line) as (keyof (typeof figureMessages)["en"]["line"])[];
type Fact = [code: keyof (typeof figureMessages)["en"]["fact"], value: string];

interface OpenedFigureProps {
  /** `apr`, a lease's residual and an instalment are no sums: they open to what they are worked from. */
  figure: Figure | "apr" | "residual";
  /** The figure's name, for who hears the button. */
  name: string;
  /** What the lines come to. */
  total?: number;
  className?: string;
  children: ReactNode;
}

/** A figure that opens to the lines it is made of; the last of them is itself. */
export function OpenedFigure({ figure, name, total, className, children }: OpenedFigureProps) {
  const t = useMessages(figureMessages);
  const { worksheet } = useDeal();
  const chosen = worksheet?.chosen;
  if (!chosen?.ok) return children;
  const lines = figure === "apr" || figure === "residual" ? [] : figureLines(chosen, figure);
  return (
    <Popover
      align="start"
      label={t("open", { figure: name })}
      trigger={
        <button
          type="button"
          aria-label={t("open", { figure: name })}
          className={`touch-target block rounded-chip text-left underline decoration-line-strong decoration-dotted underline-offset-4 hover:decoration-solid ${className ?? ""}`}
        >
          {children}
        </button>
      }
    >
      <h3 className="mb-1 text-14 font-semibold">{name}</h3>
      {lines.length > 0 ? <Sum lines={lines} name={name} total={total} /> : <WorkedFrom figure={figure} />}
    </Popover>
  );
}

function Sum({ lines, name, total }: { lines: readonly Line[]; name: string; total: number | undefined }) {
  const label = useFigureLineLabel();
  return (
    <MoneyLines className="-mx-4">
      {lines.map((line) => (
        <MoneyLine key={line.code} label={label(line)} amount={line.amount} />
      ))}
      {total === undefined ? null : (
        <>
          <MoneyLineRule />
          <MoneyLine kind="result" label={name} amount={total} />
        </>
      )}
    </MoneyLines>
  );
}

function useFigureLineLabel() {
  const t = useMessages(figureMessages);
  const lineLabel = useLineLabel();
  const format = useFormat();
  const { worksheet } = useDeal();
  return (line: Line): string => {
    const chosen = worksheet?.chosen;
    const code = own.find((key) => key === line.code);
    if (!code || !chosen?.ok || chosen.method === "cash") return lineLabel(line);
    const { numberOfPayments, payment } = chosen;
    const alike =
      chosen.method === "finance" && chosen.finalPayment !== payment ? numberOfPayments - 1 : numberOfPayments;
    return t(`line.${code}`, { count: alike, payment: format.money(payment) });
  };
}

function WorkedFrom({ figure }: { figure: OpenedFigureProps["figure"] }) {
  const t = useMessages(figureMessages);
  const { view } = useDeal();
  const facts = useFacts()(worksheetInputs(numbersFrom(view)), figure);
  return (
    <>
      <dl className="text-13">
        {facts.map(([code, value]) => (
          <div key={code} className="flex justify-between gap-4 py-1">
            <dt className="text-ink-2">{t(`fact.${code}`)}</dt>
            <dd className="figures font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {figure === "residual" ? null : (
        <p className="mt-1 text-12 text-ink-3">{t(figure === "apr" ? "apr" : "payment")}</p>
      )}
    </>
  );
}

function useFacts() {
  const format = useFormat();
  const { worksheet } = useDeal();
  return (inputs: WorksheetInputs | null, figure: OpenedFigureProps["figure"]): Fact[] => {
    const chosen = worksheet?.chosen;
    if (!inputs || !chosen?.ok) return [];
    if (chosen.method === "lease" && inputs.lease)
      return [
        ["msrp", format.money(inputs.price.msrp)],
        ["residualRate", format.percent(inputs.lease.residualRate)],
      ];
    if (chosen.method !== "finance") return [];
    const { principal, amountFinanced, numberOfPayments, payment, finalPayment, firstPaymentDate } = chosen;
    return [
      figure === "apr"
        ? ["amountFinanced", format.money(amountFinanced)]
        : [principal === amountFinanced ? "amountFinanced" : "principal", format.money(principal)],
      ["contractRate", format.percent(inputs.finance.contractRate)],
      ["payments", String(numberOfPayments)],
      ...(finalPayment === payment ? [] : ([["lastPayment", format.money(finalPayment)]] satisfies Fact[])),
      ["firstPayment", format.date(firstPaymentDate, "long")],
      ...(figure === "apr" ? ([["financeCharge", format.money(chosen.financeCharge)]] satisfies Fact[]) : []),
    ];
  };
}

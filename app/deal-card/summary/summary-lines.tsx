import { Fragment } from "react";
import { useLineChanged } from "#app/deal-card/card-people";
import { useLineGloss, useLineLabel } from "#app/deal-card/line-label";
import { useDeal } from "#app/deal-card/use-deal";
import { MoneyLine, MoneyLineRule, MoneyLines } from "#app/ui/money-line";
import type { MoneyLine as Line } from "#machines/desking/money-line";

/** Results stand out; the rows between them are what they are made of. */
const results = new Set(["outTheDoor", "grossCapCost", "amountFinanced", "adjustedCapCost", "dueAtDelivery", "cashDueAtSigning"]);

/** The column's rows, each opening its own lines; what is due on the day stands apart. */
export function SummaryLines() {
  const { worksheet } = useDeal();
  if (!worksheet) return null;
  return (
    <MoneyLines>
      {worksheet.summaryLines.map((line) => (
        <Fragment key={line.code}>
          {line.code === "cashDueAtSigning" ? <MoneyLineRule /> : null}
          <LineWithLines line={line} />
        </Fragment>
      ))}
    </MoneyLines>
  );
}

/** A row that opens what it is made of, as deep as the core has it. */
export function LineWithLines({ line, kind }: { line: Line; kind?: "result" | "ingredient" }) {
  const label = useLineLabel();
  const gloss = useLineGloss();
  const changed = useLineChanged();
  const look = kind ?? (results.has(line.code) ? "result" : "ingredient");
  const words = gloss(line.code);
  const row = { label: label(line), amount: line.amount, kind: look, changed: changed(line.code) } as const;
  if (!line.lines?.length) return <MoneyLine {...row} />;
  return (
    <MoneyLine {...row}>
      {words ? <p className="px-4 pt-1 text-12 text-ink-3">{words}</p> : null}
      {line.lines.map((inner) => (
        <LineWithLines key={inner.code} line={inner} kind="ingredient" />
      ))}
    </MoneyLine>
  );
}

import { Fragment } from "react";
import { useLineChanged } from "#app/deal-card/card-people";
import { useLineGloss, useLineLabel } from "#app/deal-card/line-label";
import { BasisLine } from "#app/deal-card/taxes/basis-line";
import { AskPin } from "#app/chat/ask-pin";
import { useDeal } from "#app/deal-card/use-deal";
import { MoneyLine, MoneyLineRule, MoneyLines } from "#app/ui/money-line";
import type { StageName } from "#machines/stages/stage";
import type { MoneyLine as Line } from "#machines/desking/money-line";

/** Results stand out; the rows between them are what they are made of. */
const results = new Set([
  "outTheDoor",
  "grossCapCost",
  "amountFinanced",
  "adjustedCapCost",
  "dueAtDelivery",
  "cashDueAtSigning",
]);

/** The column's rows, each opening its own lines; what is due on the day stands apart. */
export function SummaryLines() {
  const { worksheet } = useDeal();
  if (!worksheet) return null;
  return (
    <MoneyLines>
      {worksheet.summaryLines.map((line) => (
        <Fragment key={line.code}>
          {line.code === "cashDueAtSigning" ? <MoneyLineRule /> : null}
          <LineWithLines line={line} leads />
        </Fragment>
      ))}
    </MoneyLines>
  );
}

/** A row without lines of its own leads to the stage that made it. */
function stageOfLine(code: string): StageName | null {
  if (code.startsWith("rebate.")) return "vehicle";
  return code === "cashDown" || code === "prepaidFinanceCharge" ? "finance" : null;
}

/** A row that opens what it is made of, as deep as the core has it. */
export function LineWithLines({
  line,
  kind,
  leads = false,
}: {
  line: Line;
  kind?: "result" | "ingredient";
  leads?: boolean;
}) {
  const { openStage } = useDeal();
  const opens = leads ? stageOfLine(line.code) : null;
  const label = useLineLabel();
  const gloss = useLineGloss();
  const changed = useLineChanged();
  const look = kind ?? (results.has(line.code) ? "result" : "ingredient");
  const words = gloss(line.code);
  const row = { label: label(line), amount: line.amount, kind: look, changed: changed(line.code) } as const;
  if (line.basis) return <BasisLine line={line} basis={line.basis} changed={row.changed} />;
  const place = `line.${line.code}`;
  if (!line.lines?.length)
    return (
      <div data-place={place} className="relative">
        {opens ? <MoneyLine {...row} onOpen={() => openStage(opens)} /> : <MoneyLine {...row} />}
        <AskPin place={place} />
      </div>
    );
  return (
    <div data-place={place} className="relative">
      <AskPin place={place} />
      <MoneyLine {...row}>
        {words ? <p className="px-4 pt-1 text-12 text-ink-3">{words}</p> : null}
        {line.lines.map((inner) => (
          <LineWithLines key={inner.code} line={inner} kind="ingredient" />
        ))}
      </MoneyLine>
    </div>
  );
}

import type { ReactNode } from "react";
import { worksheetMessages } from "#app/desk/worksheet/worksheet-messages";
import { useColumnRefusal } from "#app/deal-card/column-refusal-messages";
import { LawBox } from "#app/deal-card/finance/law-box";
import { LineWithLines } from "#app/deal-card/summary/summary-lines";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { MoneyLine, MoneyLines } from "#app/ui/money-line";
import { Sheet, SheetHead } from "#app/ui/sheet";
import type { MoneyLine as Line } from "#machines/desking/money-line";

/**
 * The whole worksheet of the terms on the screen: what adds up to the out-the-door total, then the column of the way of
 * paying, where rebates, trades and cash come off it, then the law's figures.
 */
export function DeskSheet() {
  const { worksheet } = useDeal();
  const t = useMessages(worksheetMessages);
  const sentenceOf = useColumnRefusal();
  if (!worksheet) return null;
  const { chosen, priceLines, productLines, taxLines, outTheDoor, summaryLines } = worksheet;
  return (
    <Sheet padding="none" className="overflow-clip">
      <SheetHead title={t("sheet.title")} level={3} className="border-b border-line px-4 py-3" />
      <div className="grid gap-px bg-line lg:grid-cols-2">
        <Block title={t("sheet.price")}>
          <Lines lines={priceLines.filter(({ code }) => !code.startsWith("rebate."))} />
          <Lines lines={productLines} />
          <Lines lines={taxLines} />
          <MoneyLine kind="result" label={t("sheet.outTheDoor")} amount={outTheDoor} />
        </Block>
        <Block title={chosen.ok ? t("sheet.column", { method: chosen.method }) : t("sheet.none")}>
          {chosen.ok ? (
            <Lines lines={summaryLines} />
          ) : (
            <p role="alert" className="px-4 py-2 text-warn">
              {sentenceOf(chosen)}
            </p>
          )}
        </Block>
      </div>
      <div className="px-4 pt-1 pb-4 empty:hidden">
        <LawBox />
      </div>
    </Sheet>
  );
}

function Block({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="bg-surface py-2">
      <h4 className="px-4 py-1.5 text-12 font-medium text-ink-3">{title}</h4>
      <MoneyLines>{children}</MoneyLines>
    </div>
  );
}

const Lines = ({ lines }: { lines: readonly Line[] }) =>
  lines.map((line) => <LineWithLines key={line.code} line={line} />);

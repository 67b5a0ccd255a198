import { useMemo, type FocusEvent } from "react";
import { usePresenceAt } from "#app/deal-card/card-people";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { ShortMonths } from "#app/deal-card/finance/short-months";
import { blockOnPhone } from "#app/deal-card/stage-panel";
import { aprText } from "#app/deal-card/summary/payment-headline";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { PaymentCell, PaymentGrid, PaymentGridRow } from "#app/ui/payment-grid";
import { useFormat } from "#app/ui/use-format";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealGrid } from "#machines/deal/deal-worksheet";
import type { GridCell } from "#machines/desking/payment-grid";

/** Two cells are the same choice when term and cash down are. */
const cellKey = ({ termMonths, cashDown }: Pick<GridCell, "termMonths" | "cashDown">) => `${termMonths}.${cashDown}`;

/** Terms down, cash down across; each cell a whole deal of its own, and a press takes it. */
export function TermGrid() {
  const { view, focusField } = useDeal();
  const t = useMessages(financeMessages);
  const format = useFormat();
  const grid = useMemo(() => dealGrid(numbersFrom(view)), [view]);
  const { termMonths, cashDown } = view.card.finance;
  const chosen = useLiveValue<string>("termMonths", cellKey({ termMonths, cashDown }), (key) => {
    const cell = grid?.rows.flat().find((one) => cellKey(one) === key);
    return {
      type: "finance.cellAdopted",
      termMonths: cell?.termMonths ?? termMonths,
      cashDown: cell?.cashDown ?? cashDown,
    };
  });
  if (!grid) return null;
  const focusCell = ({ target }: FocusEvent<HTMLElement>) => {
    const td = target.closest("td");
    const row = td?.parentElement;
    if (!td || !(row instanceof HTMLTableRowElement)) return;
    const cell = grid.rows[row.sectionRowIndex]?.[td.cellIndex - 1];
    if (cell) focusField(`cell.${cellKey(cell)}`);
  };
  return (
    <div
      data-place="termMonths"
      className={cx(blockOnPhone, "max-sm:px-3!")}
      onFocus={focusCell}
      onBlur={() => focusField(null)}
    >
      <PaymentGrid
        caption={t("grid.caption")}
        corner={t("grid.corner")}
        columns={grid.cashDowns.map((down) => ({ key: String(down), head: format.money(down, { cents: "whenAny" }) }))}
      >
        {grid.rows.map((row, index) => (
          <PaymentGridRow
            key={grid.terms[index]?.termMonths}
            term={<ShortMonths months={grid.terms[index]?.termMonths ?? 0} />}
            rate={<RowRate row={row} />}
          >
            {row.map((cell) => (
              <GridPayment
                key={cellKey(cell)}
                cell={cell}
                chosen={chosen.value === cellKey(cell)}
                onChoose={() => chosen.set(cellKey(cell))}
              />
            ))}
          </PaymentGridRow>
        ))}
      </PaymentGrid>
      {chosen.frame.error ? (
        <p role="alert" className="mt-1 text-12 text-neg">
          {chosen.frame.error}
        </p>
      ) : null}
    </div>
  );
}

function RowRate({ row }: { row: readonly GridCell[] }) {
  const t = useMessages(financeMessages);
  const format = useFormat();
  const first = row.find((cell) => cell.ok);
  const rate = first?.ok ? aprText(first.aprDisclosed, format) : row[0] ? format.percent(row[0].contractRate) : "";
  return t("grid.apr", { apr: rate });
}

function GridPayment({ cell, chosen, onChoose }: { cell: GridCell; chosen: boolean; onChoose: () => void }) {
  const t = useMessages(financeMessages);
  const format = useFormat();
  const presence = usePresenceAt(`cell.${cellKey(cell)}`);
  if (!cell.ok) return <PaymentCell payment={0} cost="" unavailable={t("grid.none")} />;
  return (
    <PaymentCell
      payment={cell.payment}
      cost={t("grid.interest", { amount: format.money(cell.financeCharge, { cents: "never" }) })}
      chosen={chosen}
      presence={presence}
      onChoose={onChoose}
    />
  );
}

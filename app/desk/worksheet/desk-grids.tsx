import { useMemo } from "react";
import { worksheetMessages } from "#app/desk/worksheet/worksheet-messages";
import { useDeskDraft } from "#app/desk/worksheet/desk-draft";
import { aprText } from "#app/deal-card/summary/payment-headline";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { PaymentCell, PaymentGrid, PaymentGridRow } from "#app/ui/payment-grid";
import { useFormat } from "#app/ui/use-format";
import { withPlan } from "#machines/deal/deal-terms";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealGrid, dealWorksheet } from "#machines/deal/deal-worksheet";
import type { GridCell } from "#machines/desking/payment-grid";

/** The grid of the way of paying that is on the screen; a cell is a whole deal, and a press takes it. */
export function DeskGrids() {
  const { terms } = useDeskDraft();
  switch (terms.method) {
    case "finance":
      return <FinanceGrid />;
    case "lease":
      return <LeaseGrid />;
    case "cash":
      return null;
  }
}

function FinanceGrid() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const { terms, change } = useDeskDraft();
  const grid = useMemo(() => dealGrid(numbersFrom(view)), [view]);
  if (!grid) return null;
  const rateOf = (row: readonly GridCell[]) => {
    const first = row.find((cell) => cell.ok);
    return first?.ok ? aprText(first.aprDisclosed, format) : format.percent(row[0]?.contractRate ?? 0);
  };
  return (
    <section>
      <h3 className="mb-2 text-16">{t("grid.title")}</h3>
      <PaymentGrid
        caption={t("grid.caption")}
        corner={t("grid.corner")}
        columns={grid.cashDowns.map((down) => ({ key: String(down), head: format.money(down, { cents: "whenAny" }) }))}
      >
        {grid.rows.map((row, index) => (
          <PaymentGridRow
            key={grid.terms[index]?.termMonths}
            term={t("grid.months", { months: String(grid.terms[index]?.termMonths ?? 0) })}
            rate={t("grid.apr", { apr: rateOf(row) })}
          >
            {row.map((cell) =>
              cell.ok ? (
                <PaymentCell
                  key={cell.cashDown}
                  payment={cell.payment}
                  cost={t("grid.interest", { amount: format.money(cell.financeCharge, { cents: "never" }) })}
                  chosen={cell.termMonths === terms.termMonths && cell.cashDown === terms.cashDown}
                  onChoose={() => void change({ termMonths: cell.termMonths, cashDown: cell.cashDown })}
                />
              ) : (
                <PaymentCell key={cell.cashDown} payment={0} cost="" unavailable={t("grid.none")} />
              ),
            )}
          </PaymentGridRow>
        ))}
      </PaymentGrid>
    </section>
  );
}

/** Months of lease down, miles a year across; where the car or the store has no such lease the cell says so. */
function LeaseGrid() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const { terms, change } = useDeskDraft();
  const grid = useMemo(() => leaseGrid(view), [view]);
  return (
    <section>
      <h3 className="mb-2 text-16">{t("grid.lease")}</h3>
      <PaymentGrid
        caption={t("grid.leaseCaption")}
        corner={t("grid.leaseCorner")}
        columns={grid.miles.map((miles) => ({ key: String(miles), head: format.number(miles) }))}
      >
        {grid.months.map((months, index) => (
          <PaymentGridRow key={months} term={t("grid.months", { months: String(months) })} rate="">
            {(grid.rows[index] ?? []).map((cell, at) => {
              const milesPerYear = grid.miles[at] ?? 0;
              const isChosen = months === terms.leaseTermMonths && milesPerYear === terms.milesPerYear;
              return cell ? (
                <PaymentCell
                  key={milesPerYear}
                  payment={cell.payment}
                  cost={t("grid.due", { amount: format.money(cell.cashDueAtSigning, { cents: "never" }) })}
                  chosen={isChosen}
                  onChoose={() => void change({ leaseTermMonths: months, milesPerYear })}
                />
              ) : (
                <PaymentCell key={milesPerYear} payment={0} cost="" unavailable={t("grid.none")} />
              );
            })}
          </PaymentGridRow>
        ))}
      </PaymentGrid>
    </section>
  );
}

const distinct = (numbers: readonly number[]) => [...new Set(numbers)].toSorted((one, other) => one - other);

function leaseGrid(view: ReturnType<typeof useDeal>["view"]) {
  const card = numbersFrom(view);
  const months = distinct(card.store.leaseTerms.map(({ termMonths }) => termMonths));
  const miles = distinct(card.store.leaseTerms.map(({ milesPerYear }) => milesPerYear));
  const { method, cashDown, termMonths } = card.finance;
  const rows = months.map((leaseTermMonths) =>
    miles.map((milesPerYear) => {
      const plan = { method, cashDown, termMonths, leaseTermMonths, milesPerYear };
      const lease = dealWorksheet(withPlan(card, plan))?.lease;
      return lease?.ok ? lease : null;
    }),
  );
  return { months, miles, rows };
}

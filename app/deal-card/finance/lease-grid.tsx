import { useMemo } from "react";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { ShortMonths } from "#app/deal-card/finance/short-months";
import { LivePlace } from "#app/deal-card/live-place";
import { blockOnPhone } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { PaymentCell, PaymentGrid, PaymentGridRow } from "#app/ui/payment-grid";
import { useFormat } from "#app/ui/use-format";
import { numbersFrom, type DealView } from "#machines/deal/deal-view";
import { dealWorksheet, leaseTermsFor } from "#machines/deal/deal-worksheet";
import type { Cents } from "#machines/money/cents";

interface LeaseCell {
  termMonths: number;
  milesPerYear: number;
  /** None: this car and this store have no such lease. */
  figures: { payment: Cents; totalOfPayments: Cents } | null;
}

const keyOf = ({ termMonths, milesPerYear }: Omit<LeaseCell, "figures">) => `${termMonths}-${milesPerYear}`;

/** Months down, miles a year across; each cell a whole lease of its own, and a press takes it. */
export function LeaseGrid() {
  const { view } = useDeal();
  const t = useMessages(financeMessages);
  const format = useFormat();
  const { miles, rows } = useMemo(() => leaseGrid(view), [view]);
  const { leaseTermMonths, milesPerYear } = view.card.finance;
  const inDeal = keyOf({ termMonths: leaseTermMonths, milesPerYear });
  const chosen = useLiveValue<string>("leaseTerms", inDeal, (key) => {
    const cell = rows.flat().find((one) => keyOf(one) === key);
    return {
      type: "finance.leaseTermsChosen",
      termMonths: cell?.termMonths ?? leaseTermMonths,
      milesPerYear: cell?.milesPerYear ?? milesPerYear,
    };
  });
  return (
    <LivePlace field="leaseTerms" byLine className={cx(blockOnPhone, "max-sm:px-3!")}>
      <PaymentGrid
        caption={t("lease.caption")}
        corner={t("lease.corner")}
        columns={miles.map((each) => ({ key: String(each), head: format.number(each) }))}
      >
        {rows.map((row) => {
          const months = row[0]?.termMonths ?? 0;
          return (
            <PaymentGridRow key={months} term={<ShortMonths months={months} />}>
              {row.map((cell) => (
                <LeasePayment
                  key={keyOf(cell)}
                  cell={cell}
                  chosen={chosen.value === keyOf(cell)}
                  onChoose={() => chosen.set(keyOf(cell))}
                />
              ))}
            </PaymentGridRow>
          );
        })}
      </PaymentGrid>
      {chosen.frame.error ? (
        <p role="alert" className="mt-1 text-12 text-neg">
          {chosen.frame.error}
        </p>
      ) : null}
    </LivePlace>
  );
}

function LeasePayment({ cell, chosen, onChoose }: { cell: LeaseCell; chosen: boolean; onChoose: () => void }) {
  const t = useMessages(financeMessages);
  const format = useFormat();
  if (!cell.figures) return <PaymentCell payment={0} cost="" unavailable={t("lease.none")} />;
  const { payment, totalOfPayments } = cell.figures;
  return (
    <PaymentCell
      payment={payment}
      cost={t("lease.inAll", { amount: format.money(totalOfPayments, { cents: "never" }) })}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

const upward = (values: Iterable<number>) => [...new Set(values)].toSorted((a, b) => a - b);

/** Each pair of months and miles that the store has, recomputed whole, as the deal would stand with it. */
function leaseGrid(view: DealView): { miles: number[]; rows: LeaseCell[][] } {
  const numbers = numbersFrom(view);
  const offered = view.card.store.leaseTerms.filter(
    ({ termMonths, milesPerYear }) => leaseTermsFor(numbers, termMonths, milesPerYear) !== null,
  );
  const miles = upward(offered.map(({ milesPerYear }) => milesPerYear));
  const figuresOf = (termMonths: number, milesPerYear: number): LeaseCell["figures"] => {
    const isOffered = offered.some((one) => one.termMonths === termMonths && one.milesPerYear === milesPerYear);
    if (!isOffered) return null;
    const finance = { ...numbers.finance, leaseTermMonths: termMonths, milesPerYear };
    const lease = dealWorksheet({ ...numbers, finance })?.lease;
    return lease?.ok ? { payment: lease.payment, totalOfPayments: lease.totalOfPayments } : null;
  };
  const rows = upward(offered.map(({ termMonths }) => termMonths)).map((termMonths) =>
    miles.map((milesPerYear) => ({ termMonths, milesPerYear, figures: figuresOf(termMonths, milesPerYear) })),
  );
  return { miles, rows };
}

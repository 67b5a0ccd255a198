import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { Money } from "#app/ui/money";
import type { Person } from "#app/ui/person-colour";
import { PresenceRing } from "#app/ui/presence-ring";

interface PaymentGridProps {
  /** Heard before the table: what rows and columns are. */
  caption: string;
  /** Over the row heads: "Cash down". */
  corner: ReactNode;
  columns: readonly { key: string; head: ReactNode }[];
  className?: string;
  children: ReactNode;
}

/** Terms down, cash down across, a full recomputation in every cell. Scrolls sideways in a narrow place, row heads stay. */
export function PaymentGrid({ caption, corner, columns, className, children }: PaymentGridProps) {
  return (
    <div className={cx("@container -mx-2 overflow-x-auto pt-1 pr-1.25 pb-1 pl-2", className)}>
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 bg-surface px-1.5 pb-2 text-left text-12 font-normal text-ink-3"
            >
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="figures px-1 pb-2 text-center text-13 font-semibold">
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** One term: its months, and the APR of a loan, at the head; then its cells. */
export function PaymentGridRow({ term, rate, children }: { term: ReactNode; rate?: ReactNode; children: ReactNode }) {
  return (
    <tr>
      <th
        scope="row"
        className="sticky left-0 z-10 bg-surface py-0.75 pr-1.5 pl-1.5 @lg:pr-3 text-left whitespace-nowrap"
      >
        <span className="block text-body font-semibold">{term}</span>
        {rate ? <span className="figures block text-12 font-normal text-ink-3">{rate}</span> : null}
      </th>
      {children}
    </tr>
  );
}

interface PaymentCellProps {
  /** Cents a month. */
  payment: number;
  /** "$4,376 interest": a payment is never shown without what it costs. */
  cost: ReactNode;
  chosen?: boolean;
  presence?: Person | null;
  /** Why this pair is not on offer; the cell then holds the reason. */
  unavailable?: ReactNode;
  onChoose?: () => void;
}

export function PaymentCell({ payment, cost, chosen = false, presence, unavailable, onChoose }: PaymentCellProps) {
  const frame = "grid h-17 w-full place-content-center rounded-cell px-0.5 text-center @lg:h-16 @lg:min-w-24 @lg:px-2";
  return (
    <td className="p-0.5 @lg:p-0.75">
      {unavailable ? (
        <div className={cx(frame, "bg-sunken text-12 text-ink-3")}>{unavailable}</div>
      ) : (
        <PresenceRing person={presence} flag="start">
          <button
            type="button"
            aria-pressed={chosen}
            onClick={onChoose}
            className={cx(
              frame,
              "transition-colors duration-140",
              chosen
                ? "bg-accent-50 px-0.75 font-semibold text-accent-800 ring-2 ring-accent-600 ring-inset"
                : "border border-line bg-surface font-medium hover:border-control",
            )}
          >
            <Money amount={payment} ink="plain" live className="text-13 @lg:text-16" />
            <span
              className={cx(
                "figures text-12 font-normal whitespace-normal! @lg:whitespace-nowrap!",
                chosen ? "text-accent-700" : "text-ink-3",
              )}
            >
              {cost}
            </span>
          </button>
        </PresenceRing>
      )}
    </td>
  );
}

export interface LawFigure {
  label: ReactNode;
  figure: ReactNode;
  /** Four words: "what credit costs you". */
  gloss: ReactNode;
  /** Its name among the places of the card. */
  place?: string;
}

/** APR, finance charge, amount financed, total of payments: under the grid whenever a payment shows. */
export function LawFigures({ figures, className }: { figures: readonly LawFigure[]; className?: string }) {
  return (
    <div className={cx("@container", className)}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 @xl:grid-cols-4">
        {figures.map((law, index) => (
          <div key={index} data-place={law.place} className="flex min-w-0 flex-col">
            <dt className="text-12 font-medium text-ink-3">{law.label}</dt>
            <dd>
              <span className="figures block text-16 font-semibold">{law.figure}</span>
              <span className="block text-12 text-ink-3">{law.gloss}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

import type { HTMLAttributes, ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";
import { cx } from "#app/ui/class-names";

interface TableProps {
  /** Heard before the table. */
  caption: string;
  head: ReactNode;
  className?: string;
  children: ReactNode;
}

/** 40 px rows, a head that stays, hairlines only. Scrolls sideways in a narrow place. */
export function Table({ caption, head, className, children }: TableProps) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className={cx("relative overflow-x-auto focus-visible:-outline-offset-2", className)}
    >
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface HeadCellProps extends ThHTMLAttributes<HTMLTableCellElement> {
  number?: boolean;
}

export function HeadCell({ number = false, className, ...rest }: HeadCellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        "sticky top-0 z-10 h-9 border-b border-line bg-surface px-4 text-12 font-medium whitespace-nowrap text-ink-2",
        number && "text-right",
        className,
      )}
    />
  );
}

interface TableRowProps extends HTMLAttributes<HTMLTableRowElement> {
  chosen?: boolean;
  /** A failing row tints whole and says what is wrong in its last cell. `staff` for a figure customers never see. */
  tone?: "plain" | "fails" | "warns" | "staff";
}

const rowTone = {
  plain: "hover:bg-ground",
  fails: "bg-neg-ground text-neg",
  warns: "bg-warn-ground text-warn",
  staff: "bg-staff-50 text-staff-ink",
};

export function TableRow({ chosen = false, tone = "plain", className, ...rest }: TableRowProps) {
  return (
    <tr
      {...rest}
      aria-current={chosen || undefined}
      className={cx(
        "group/row transition-colors duration-140",
        chosen ? "bg-accent-50 [&>:first-child]:shadow-[inset_3px_0_0_var(--accent-600)]" : rowTone[tone],
        className,
      )}
    />
  );
}

interface CellProps extends TdHTMLAttributes<HTMLTableCellElement> {
  number?: boolean;
  /** The cell that names the row. */
  head?: boolean;
}

export function Cell({ number = false, head = false, className, ...rest }: CellProps) {
  const Tag = head ? "th" : "td";
  return (
    <Tag
      {...rest}
      scope={head ? "row" : undefined}
      className={cx(
        "h-10 border-b border-line px-4 py-1.5 text-body font-normal group-last/row:border-b-0",
        number && "figures text-right font-medium",
        className,
      )}
    />
  );
}

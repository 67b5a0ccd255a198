import { Link } from "@remix-run/react";
import { cx } from "#app/ui/class-names";

export interface FilterTab {
  to: string;
  name: string;
  count?: number;
  current: boolean;
}

/** Places of one list, each with its count; the filter lives in the address. */
export function FilterTabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly FilterTab[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={cx("scrollbar-none flex gap-1 overflow-x-auto", className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          preventScrollReset
          aria-current={tab.current ? "page" : undefined}
          className={cx(
            "touch-target flex h-7.5 shrink-0 items-center gap-1.5 rounded-cell px-2.5 text-14 whitespace-nowrap transition-colors duration-140 focus-visible:-outline-offset-2",
            tab.current ? "bg-sunken font-semibold text-ink" : "text-ink-2 hover:bg-ground",
          )}
        >
          {tab.name}
          {tab.count === undefined ? null : <span className="font-normal text-ink-3 tabular-nums">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

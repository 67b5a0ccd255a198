import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";

interface TopBarProps {
  /** Brand, then title and number, or the places of a desk. */
  start: ReactNode;
  /** State, people, acts, language. */
  end?: ReactNode;
  /** Places of a desk: beside the brand where there is room, else a row of their own, never cut short. */
  places?: ReactNode;
  /** Centre the content on the 1280 px wrap of the storefront instead of the full width. */
  wrap?: boolean;
  className?: string;
}

/** 56 px, on top of every screen. */
export function TopBar({ start, end, places, wrap = false, className }: TopBarProps) {
  return (
    <header data-print="hide" className={cx("sticky top-0 z-30 border-b border-line bg-surface", className)}>
      <div
        className={cx(
          "flex items-center justify-between gap-x-4 px-5 max-sm:gap-x-2 max-sm:px-4",
          places ? "max-lg:flex-wrap lg:h-(--top-bar)" : "h-(--top-bar)",
          wrap && "mx-auto max-w-320",
        )}
      >
        <div className={cx("flex min-w-0 items-center gap-4", places && "max-lg:h-(--top-bar)")}>{start}</div>
        {places ? (
          <div className="scrollbar-none min-w-0 max-lg:order-last max-lg:-ml-2 max-lg:basis-full max-lg:overflow-x-auto max-lg:pb-1.5 lg:mr-auto">
            {places}
          </div>
        ) : null}
        {end ? <div className="flex shrink-0 items-center gap-3 max-sm:gap-1">{end}</div> : null}
      </div>
    </header>
  );
}

export const TopBarRule = () => <span aria-hidden className="h-6 w-px shrink-0 bg-line max-sm:hidden" />;

/** The deal or desk by name, its number quiet beside it; on a phone the number goes under. */
export function TopBarTitle({ children, number, note }: { children: ReactNode; number?: ReactNode; note?: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="flex min-w-0 items-baseline gap-2">
        <span className="truncate font-semibold">{children}</span>
        {number ? <span className="shrink-0 text-ink-3 max-sm:hidden">{number}</span> : null}
      </p>
      {note ? <p className="truncate text-12 text-ink-3 sm:hidden">{note}</p> : null}
    </div>
  );
}

/** Places of a desk or of the storefront: the current one in ink, the others quieter. */
export function TopBarNav({
  label,
  places,
}: {
  label: string;
  places: readonly { to: string; name: string; end?: boolean }[];
}) {
  return (
    <nav aria-label={label} className="scrollbar-none flex min-w-0 items-center gap-1 overflow-x-auto max-md:hidden">
      {places.map((place) => (
        <NavLink
          key={place.to}
          to={place.to}
          end={place.end}
          className="touch-target rounded-cell px-2 py-1.5 whitespace-nowrap text-ink-2 transition-colors duration-140 hover:bg-ground hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {place.name}
        </NavLink>
      ))}
    </nav>
  );
}

import { cx } from "#app/ui/class-names";
import { Skeleton } from "#app/ui/skeleton";
import type { PageCard } from "./stock-card";
import { VehicleCard } from "./vehicle-card";

const columns = {
  // On a phone a row to push along: four tall cards would bury what comes after them.
  4: "grid gap-4 max-sm:-mx-4 max-sm:snap-x max-sm:snap-mandatory max-sm:scroll-px-4 max-sm:auto-cols-[78vw] max-sm:grid-flow-col max-sm:gap-3 max-sm:overflow-x-auto max-sm:px-4 max-sm:pb-1 scrollbar-none sm:grid-cols-2 lg:grid-cols-4",
  3: "grid gap-4 sm:grid-cols-2 xl:grid-cols-3",
};

/** Cars side by side. */
export function ResultGrid({ cards, wide = false }: { cards: readonly PageCard[]; wide?: boolean }) {
  return (
    <ul className={columns[wide ? 4 : 3]}>
      {cards.map((card) => (
        <li key={card.stockNumber} className="grid min-w-0 snap-start">
          <VehicleCard card={card} level={wide ? 3 : 2} />
        </li>
      ))}
    </ul>
  );
}

/** Blocks of the cards' own size while a search is under way. */
export function ResultSkeleton({ count }: { count: number }) {
  return (
    <div aria-hidden className={cx(columns[3], "animate-appear-late")}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="overflow-hidden rounded-sheet border border-line bg-surface">
          <Skeleton className="aspect-[16/6.8] rounded-none" />
          <div className="flex flex-col gap-2.5 px-4 py-4">
            <Skeleton className="h-4 w-3/4" />
            <Skeleton className="h-3 w-1/2" />
            <Skeleton className="mt-2 h-5 w-1/3" />
          </div>
        </div>
      ))}
    </div>
  );
}

import type { PageCard } from "./stock-card";
import { VehicleCard } from "./vehicle-card";

export const gridColumns = {
  // On a phone a row to push along: four tall cards would bury what comes after them.
  4: "grid gap-4 max-sm:-mx-4 max-sm:snap-x max-sm:snap-mandatory max-sm:scroll-px-4 max-sm:auto-cols-[78vw] max-sm:grid-flow-col max-sm:gap-3 max-sm:overflow-x-auto max-sm:px-4 max-sm:pb-1 scrollbar-none sm:grid-cols-2 lg:grid-cols-4",
  3: "grid gap-4 sm:grid-cols-2 xl:grid-cols-3",
};

/** Cars side by side. */
export function ResultGrid({ cards, wide = false }: { cards: readonly PageCard[]; wide?: boolean }) {
  return (
    <ul className={gridColumns[wide ? 4 : 3]}>
      {cards.map((card) => (
        <li key={card.stockNumber} className="grid min-w-0 snap-start">
          <VehicleCard card={card} level={wide ? 3 : 2} />
        </li>
      ))}
    </ul>
  );
}

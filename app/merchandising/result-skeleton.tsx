import { cx } from "#app/ui/class-names";
import { Skeleton } from "#app/ui/skeleton";
import { gridColumns } from "./result-grid";

/** Blocks of the cards' own size while a search is under way. */
export function ResultSkeleton({ count }: { count: number }) {
  return (
    <div aria-hidden className={cx(gridColumns[3], "animate-appear-late")}>
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

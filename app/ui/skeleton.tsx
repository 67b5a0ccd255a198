import { cx } from "#app/ui/class-names";

/** A block at the final size of what will stand there; it shows after 200 ms, so quick answers never blink. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block animate-skeleton rounded-chip bg-sunken", className)} />;
}

const lineWidths = ["w-full", "w-11/12", "w-4/5", "w-2/3"];

export function SkeletonText({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <span aria-hidden className={cx("flex animate-appear-late flex-col gap-2.5", className)}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} className={cx("h-3", lineWidths[index % lineWidths.length])} />
      ))}
    </span>
  );
}

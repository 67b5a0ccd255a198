import { lazy, Suspense } from "react";
import { useDeal } from "#app/deal-card/use-deal";

const ShowroomBar = lazy(async () => ({
  default: (await import("#app/deal-card/showroom/showroom-bar")).ShowroomBar,
}));

/** Nothing on a screen of one's own; a screen of the store's loads its bar and its clock. */
export function ShowroomFrame() {
  const { place } = useDeal();
  if (place.kind !== "screen") return null;
  return (
    <Suspense fallback={<div className="min-h-11 bg-accent-50" />}>
      <ShowroomBar idleSeconds={place.idleSeconds} />
    </Suspense>
  );
}

import { useDeal } from "#app/deal-card/use-deal";
import { lazyPart } from "#app/ui/lazy-part";

const ShowroomBar = lazyPart(
  "showroom-bar",
  async () => (await import("#app/deal-card/showroom/showroom-bar")).ShowroomBar,
  <div className="min-h-11 bg-accent-50" />,
);

/** Nothing on a screen of one's own; a screen of the store's loads its bar and its clock. */
export function ShowroomFrame() {
  const { place } = useDeal();
  if (place.kind !== "screen") return null;
  return <ShowroomBar idleSeconds={place.idleSeconds} />;
}

import { useEffect, useRef } from "react";
import { useLatest } from "#app/ui/use-latest";
import { useDeal } from "#app/deal-card/use-deal";
import { isSharedPlace } from "#app/realtime/shared-places";

/** Followers see where a leader looks, not every twitch of it. */
const SETTLE_MS = 180;

/** The leader's side: stage, the place in the middle of the screen, and what is touched or typed in, by name. */
export function useLeading(leads: boolean) {
  const { socket, dealId, stage, focused } = useDeal();
  const pointed = useRef<string | null>(null);
  const tell = useLatest(() => {
    if (!leads) return;
    // A place outside the list (a staff panel, a name, an address) is told as the stage alone.
    const shared = (place: string | null) => (place !== null && isSharedPlace(place) ? place : null);
    const highlight = shared(focused) ?? shared(pointed.current);
    socket?.emit("follow:show", { dealId, stage, target: placeInTheMiddle(), highlight });
  });

  const where = `${stage} ${focused ?? ""}`;
  useEffect(() => {
    if (!leads || where === "") return;
    const timer = setTimeout(() => tell.current(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [leads, where, tell]);

  useEffect(() => {
    if (!leads) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => tell.current(), SETTLE_MS);
    };
    const onPointer = (event: PointerEvent) => {
      const place = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-place]") : null;
      pointed.current = place?.dataset.place ?? null;
      soon();
    };
    // Columns scroll by themselves, so the scroll is listened for on its way down.
    document.addEventListener("scroll", soon, { capture: true, passive: true });
    document.addEventListener("pointerdown", onPointer, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("scroll", soon, { capture: true });
      document.removeEventListener("pointerdown", onPointer);
    };
  }, [leads, tell]);
}

/** The place of the open stage nearest to the middle of the screen; names alone, from the list others may be shown. */
function placeInTheMiddle(): string | null {
  const middle = window.innerHeight / 2;
  let nearest: { place: string; away: number } | null = null;
  for (const element of document.querySelectorAll<HTMLElement>("#main [data-place]")) {
    const { place } = element.dataset;
    const { top, bottom, height } = element.getBoundingClientRect();
    if (!place || height === 0 || bottom < 0 || top > window.innerHeight || !isSharedPlace(place)) continue;
    const away = Math.abs((top + bottom) / 2 - middle);
    if (!nearest || away < nearest.away) nearest = { place, away };
  }
  return nearest?.place ?? null;
}

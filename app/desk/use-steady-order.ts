import { useEffect, useState } from "react";
import { movedPlaces, type Place } from "./desk-order";
import { useLatest } from "#app/ui/use-latest";

/**
 * Rows keep their places while somebody points at the list or has the focus in it: news changes what a row says, never
 * where it is. The new order waits behind a pill and is taken as soon as nobody is there.
 */
export function useSteadyOrder(wanted: Place[], listKey: string) {
  const [held, setHeld] = useState<{ listKey: string; places: Place[] } | null>(null);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const newest = useLatest(wanted);

  const isHeld = (pointed || focused) && held !== null && held.listKey === listKey;
  const moved = isHeld ? movedPlaces(held.places, wanted) : 0;
  const hold = () => setHeld((now) => (now?.listKey === listKey ? now : { listKey, places: newest.current }));

  useEffect(() => {
    if (!pointed && !focused) setHeld(null);
  }, [pointed, focused]);
  useEffect(() => {
    // Another tab or search is another list: it starts in its own order.
    if (pointed || focused) setHeld({ listKey, places: newest.current });
    // oxlint-disable-next-line react/exhaustive-deps
  }, [listKey]);

  return {
    places: isHeld ? held.places : wanted,
    moved,
    refresh: () => setHeld({ listKey, places: newest.current }),
    list: {
      onPointerEnter: (event: React.PointerEvent) => {
        // A finger leaves no pointer behind to be jumped under.
        if (event.pointerType !== "mouse") return;
        hold();
        setPointed(true);
      },
      onPointerLeave: () => setPointed(false),
      onFocus: () => {
        hold();
        setFocused(true);
      },
      onBlur: (event: React.FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      },
    },
  };
}

import { useState, type RefObject, type UIEvent } from "react";

/** Which picture stands in view, and how to go to another. */
export function useSlides(strip: RefObject<HTMLUListElement>, count: number) {
  const [index, setIndex] = useState(0);
  const goTo = (wanted: number) => {
    const list = strip.current;
    if (!list) return;
    const next = (wanted + count) % count;
    // Past either end it jumps: sliding back over eight pictures would be a fairground ride.
    const isNear = Math.abs(next - index) <= 1;
    list.scrollTo({ left: next * list.clientWidth, behavior: isNear ? "smooth" : "instant" });
  };
  const onScroll = (event: UIEvent<HTMLUListElement>) => {
    const { scrollLeft, clientWidth } = event.currentTarget;
    setIndex(Math.min(count - 1, Math.max(0, Math.round(scrollLeft / Math.max(1, clientWidth)))));
  };
  return { index, goTo, onScroll };
}

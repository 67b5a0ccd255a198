import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const LOOK_MS = 8_000;

/** Held, free again, sold, or one more who has it in a deal: the page asks for a word, and for itself when that changed. */
export function useLiveAvailability(stockNumber: string): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    let seen = "";
    const timer = setInterval(async () => {
      if (document.hidden) return;
      // A try without a line is made again with the next look.
      const word = await fetch(`/inventory/${stockNumber}/state`).then(
        (answer) => answer.text(),
        () => seen,
      );
      if (seen && word !== seen) revalidate();
      seen = word;
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [stockNumber, revalidate]);
}

import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const LOOK_MS = 8_000;

/** Held, free again, sold, or one more who has it in a deal: the page asks for a word, and for itself when that changed. */
export function useLiveAvailability(stockNumber: string): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    let seen = "";
    const timer = setInterval(() => {
      if (document.hidden) return;
      void fetch(`/inventory/${stockNumber}/state`)
        .then((answer) => answer.text())
        .then((word) => {
          if (seen && word !== seen) revalidate();
          seen = word;
        }, Boolean);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [stockNumber, revalidate]);
}

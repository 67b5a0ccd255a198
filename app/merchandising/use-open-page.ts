import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** What runs beside the page is fetched behind it: nobody waits for it, and without it the page is whole. */
export function useOpenPage(stockNumber: string): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const opened = import("./open-page").then(
      ({ openPage }) => openPage(stockNumber, revalidate),
      () => () => null,
    );
    return () => void opened.then((end) => end());
  }, [stockNumber, revalidate]);
}

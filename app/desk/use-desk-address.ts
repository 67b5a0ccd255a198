import { useSearchParams } from "@remix-run/react";
import { type DeskFilter, isDeskFilter } from "./desk-filter";

interface DeskAddress {
  show: DeskFilter;
  q: string;
  /** The deal beside the list. */
  deal: string | null;
}

/** What the address says: which tab, which search, which deal is open; and the address with some of it changed. */
export function useDeskAddress(): DeskAddress & { to: (change: Partial<DeskAddress>) => string } {
  const [params] = useSearchParams();
  const show = params.get("show");
  const address: DeskAddress = {
    show: isDeskFilter(show) ? show : "all",
    q: params.get("q") ?? "",
    deal: params.get("deal"),
  };
  return {
    ...address,
    to(change) {
      const next = { ...address, ...change };
      const search = new URLSearchParams();
      if (next.show !== "all") search.set("show", next.show);
      if (next.q) search.set("q", next.q);
      if (next.deal) search.set("deal", next.deal);
      return `/desk${search.size > 0 ? `?${search}` : ""}`;
    },
  };
}

import { useParams, useSearchParams } from "@remix-run/react";

export const queueTabs = ["all", "mine", "inStore", "online", "today"] as const;
export type QueueTab = (typeof queueTabs)[number];

/** Which tab and search the queue stands in, and which deal is open beside it. */
export function useFinanceAddress() {
  const [params] = useSearchParams();
  const { dealId: chosenId = null } = useParams();
  const asked = params.get("show");
  const address = { show: queueTabs.find((tab) => tab === asked) ?? ("all" as const), q: params.get("q") ?? "" };
  const here = chosenId ? `/finance/${chosenId}` : "/finance";
  /** A path of the finance desk with the queue as it stands, or changed. */
  const to = (path: string, change: Partial<{ show: QueueTab; q: string }> = {}) => {
    const next = { ...address, ...change };
    const search = new URLSearchParams();
    if (next.show !== "all") search.set("show", next.show);
    if (next.q) search.set("q", next.q);
    return search.size > 0 ? `${path}?${search}` : path;
  };
  return { ...address, chosenId, here, to };
}

import { useLocation, useNavigation, useSubmit } from "@remix-run/react";
import { useEffect, useMemo, useRef } from "react";

export interface AskedSearch {
  /** The drawn address; none while an answer is awaited. */
  drawn: string | null;
  /** Whether an address is the one that was asked for last, and has arrived. */
  isNewest: (address: string) => boolean;
  /** What the shopper asked for last, whether or not its answer is here. */
  newest: () => URLSearchParams;
  ask: (params: URLSearchParams) => void;
}

/**
 * A page is always a little behind its shopper: an answer is on its way, or here and not drawn. Whatever asks anew starts
 * at the newest wish and not at the one that is drawn, so that a sort order does not take back the tick before it.
 */
export function useAskedSearch(): AskedSearch {
  const submit = useSubmit();
  const { search } = useLocation();
  const drawn = useNavigation().state === "idle" ? search : null;
  const sent = useRef<{ from: string; to: string } | null>(null);
  const asked = useMemo(
    () => ({
      isNewest: (address: string) => {
        if (window.location.search !== address) return false;
        return sent.current === null || sent.current.from !== address || sent.current.to === address;
      },
      newest: () => new URLSearchParams(sent.current?.to ?? window.location.search),
      ask: (params: URLSearchParams) => {
        const from = window.location.search;
        sent.current = { from, to: params.size > 0 ? `?${params.toString()}` : "" };
        submit(params, { action: "/inventory", replace: from !== "", preventScrollReset: true });
      },
    }),
    [submit],
  );
  useEffect(() => {
    if (drawn !== null && asked.isNewest(drawn)) sent.current = null;
  }, [drawn, asked]);
  return { drawn, ...asked };
}

import { useOutletContext } from "@remix-run/react";
import type { DeskRow } from "#app/realtime/protocol";

/** What the queue tells the deal beside it. */
export interface FinanceOutlet {
  /** The open deal's newest row, by which it knows that it has moved. */
  row: DeskRow | null;
  storeName: string;
  queueLink: string;
}

export const useFinanceOutlet = () => useOutletContext<FinanceOutlet>();

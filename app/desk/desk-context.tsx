import { createContext, useContext } from "react";
import type { DeskReader } from "./desk-roles";

/** What every part of a desk needs to know of the page it stands on. */
export interface DeskPage {
  reader: DeskReader;
  /** Where its forms post to. */
  action: string;
  /** See desk-act.ts: one a page load, so that a double press is one edit. */
  editSeed: string;
}

const DeskPageContext = createContext<DeskPage | null>(null);

export const DeskPageProvider = DeskPageContext.Provider;

export function useDeskPage(): DeskPage {
  const page = useContext(DeskPageContext);
  if (!page) throw new Error("useDeskPage is for the desks");
  return page;
}

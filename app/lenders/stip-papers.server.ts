import type { StipKind } from "#machines/deal/credit-slice";
import { remember } from "#app/platform/remember.server";

/** Where the papers that a lender asks for lie beside the other papers of the deal: one paper, brought and judged once. */
export interface StipPapers {
  /** A paper came in for the lender. */
  keep(paper: { dealId: string; kind: StipKind; bytes: Uint8Array }): Promise<void>;
  /** The desk judged it. */
  decide(judged: { dealId: string; kind: StipKind; refusedFor: string | null; by: string }): Promise<void>;
}

const nowhere: StipPapers = { keep: () => Promise.resolve(), decide: () => Promise.resolve() };
const port = remember("stipPapers", () => ({ papers: nowhere }));

export const connectStipPapers = (papers: StipPapers | null): void => {
  port.papers = papers ?? nowhere;
};

export const stipPapers = (): StipPapers => port.papers;

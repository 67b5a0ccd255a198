import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";
import { DealCardContext, type DealCardState, useDeal } from "#app/deal-card/use-deal";
import type { DealEdit } from "#machines/deal/deal-events";
import { type DealTerms, rateForPlan, termsOf, withTerms } from "#machines/deal/deal-terms";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import type { RateReason } from "#machines/stages/finance";
import { sameValue } from "#machines/deal/same-value";

export type DeskMode = "live" | "whatIf";

export interface DeskDraft {
  mode: DeskMode;
  setMode(mode: DeskMode): void;
  /** What is on the screen: the deal's own terms, or the desk's thought. */
  terms: DealTerms;
  /** The deal as it stands, whatever is thought here. */
  standing: DealTerms;
  differs: boolean;
  /** Sent along with a rate that is not the table's own. */
  rateReason: RateReason | null;
  setRateReason(reason: RateReason | null): void;
  /** Live: through the door, for both sides. What if: here alone. */
  change(part: Partial<DealTerms>): Promise<boolean>;
  discard(): void;
  /** Starts a thought from these terms, as they were asked for or proposed. */
  take(terms: DealTerms): void;
  /** Sends what differs, as the ordinary edits it is made of; stops at the first that is refused. */
  adopt(): Promise<boolean>;
}

const DeskDraftContext = createContext<DeskDraft | null>(null);

export function useDeskDraft(): DeskDraft {
  const draft = useContext(DeskDraftContext);
  if (!draft) throw new Error("useDeskDraft is for the desk's view of a deal");
  return draft;
}

/** The ordinary edits that one structure is made of, from what stands to what is wanted. */
export function editsBetween(from: DealTerms, to: DealTerms, rateReason: RateReason | null = null): DealEdit[] {
  const edits: DealEdit[] = [];
  if (to.sellingPrice !== from.sellingPrice)
    edits.push({ type: "vehicle.sellingPriceSet", sellingPrice: to.sellingPrice });
  if (to.docFeeWaived !== from.docFeeWaived)
    edits.push({ type: "finance.docFeeWaived", docFeeWaived: to.docFeeWaived });
  for (const { car, allowance } of to.allowances)
    edits.push({ type: "trade.offerProposed", allowance, reasons: [], note: "", ...(car > 1 && { car }) });
  if (to.method !== from.method) edits.push({ type: "finance.methodChosen", method: to.method });
  if (to.cashDown !== from.cashDown) edits.push({ type: "finance.cashDownSet", cashDown: to.cashDown });
  if (to.termMonths !== from.termMonths) edits.push({ type: "finance.termChosen", termMonths: to.termMonths });
  const rateLeft = to.termMonths === from.termMonths ? from.contractRate : null;
  if (to.contractRate !== rateLeft)
    edits.push({
      type: "finance.contractRateSet",
      contractRate: to.contractRate,
      ...(to.contractRate !== null && rateReason && { reason: rateReason }),
    });
  if (to.leaseTermMonths !== from.leaseTermMonths || to.milesPerYear !== from.milesPerYear) {
    const { leaseTermMonths: termMonths, milesPerYear } = to;
    edits.push({ type: "finance.leaseTermsChosen", termMonths, milesPerYear });
  }
  return edits;
}

/** Another term has the store's table again, as it would in the deal. */
const merged = (terms: DealTerms, part: Partial<DealTerms>): DealTerms => {
  const next = { ...terms, ...part };
  const moved = part.termMonths !== undefined && part.termMonths !== terms.termMonths && !("contractRate" in part);
  return moved ? { ...next, contractRate: null } : next;
};

/** One structure under the desk's hand, and every figure below it made from that structure. */
export function DeskDraftProvider({ children }: { children: ReactNode }) {
  const deal = useDeal();
  const { view, send } = deal;
  const standing = useMemo(() => termsOf(view.card), [view]);
  const [mode, setMode] = useState<DeskMode>("live");
  const [thought, setThought] = useState<Partial<DealTerms>>({});
  const [rateReason, setRateReason] = useState<RateReason | null>(null);
  const terms = mode === "live" ? standing : merged(standing, thought);

  const sendAll = useCallback(
    async (edits: DealEdit[]) => {
      for (const edit of edits) {
        const answer = await send(edit);
        if (answer.status === "refused" || answer.status === "again") return false;
      }
      return true;
    },
    [send],
  );
  const draft = useMemo<DeskDraft>(
    () => ({
      mode,
      setMode,
      terms,
      standing,
      differs: !sameValue(terms, standing),
      rateReason,
      setRateReason,
      change: async (part) => {
        if (mode === "live") return sendAll(editsBetween(standing, merged(standing, part), rateReason));
        setThought((known) => pruned(merged(merged(standing, known), part), standing));
        return true;
      },
      discard: () => setThought({}),
      take: (taken) => {
        setMode("whatIf");
        setThought(pruned(taken, standing));
      },
      adopt: async () => {
        const taken = await sendAll(editsBetween(standing, terms, rateReason));
        if (taken) {
          setThought({});
          setMode("live");
        }
        return taken;
      },
    }),
    [mode, terms, standing, sendAll, rateReason],
  );
  const shown = useShownDeal(deal, mode, terms);
  return (
    <DeskDraftContext.Provider value={draft}>
      <StandingDealContext.Provider value={deal}>
        <DealCardContext.Provider value={shown}>{children}</DealCardContext.Provider>
      </StandingDealContext.Provider>
    </DeskDraftContext.Provider>
  );
}

/** Only what differs is thought here: the rest goes on following the deal. */
function pruned(terms: DealTerms, standing: DealTerms): Partial<DealTerms> {
  return Object.fromEntries(
    Object.entries(terms).filter(([name, value]) => !sameValue(value, standing[name as keyof DealTerms])),
  );
}

const StandingDealContext = createContext<DealCardState | null>(null);

/** The deal as both sides have it, for parts that speak of it while a thought is on the screen. */
export function StandingDeal({ children }: { children: ReactNode }) {
  const standing = useContext(StandingDealContext);
  return standing ? <DealCardContext.Provider value={standing}>{children}</DealCardContext.Provider> : children;
}

/** The card's own figures, made from the terms on the screen. */
function useShownDeal(deal: DealCardState, mode: DeskMode, terms: DealTerms): DealCardState {
  return useMemo(() => {
    if (mode === "live") return deal;
    const { vehicle, trade, furtherTrades, finance } = withTerms(numbersFrom(deal.view), terms);
    const view: DealView = { ...deal.view, card: { ...deal.view.card, vehicle, trade, furtherTrades, finance } };
    return { ...deal, view, worksheet: dealWorksheet(numbersFrom(view)) };
  }, [deal, mode, terms]);
}

/** A cell of a grid as a change of terms. */
export const planChange = (standing: DealView["card"], part: Partial<DealTerms>): Partial<DealTerms> =>
  part.termMonths === undefined
    ? part
    : { ...part, contractRate: rateForPlan({ finance: standing.finance }, { termMonths: part.termMonths }) };

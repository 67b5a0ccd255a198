import type { DealLife, StageStatuses } from "../stages/stage";
import type { CustomerCard, StaffCard } from "./project-deal";

/**
 * A deal as one audience has it: what loaders return, sockets send and screens draw.
 * Every audience has at least the customer's fields; a staff field is reached through `staffFigures` alone.
 */
export interface DealView {
  revision: number;
  /** A commitment made on this view is good while no number has moved since. */
  numbersRevision: number;
  life: DealLife;
  statuses: StageStatuses;
  /** The statuses underneath while the deal is locked. */
  kept: StageStatuses;
  card: CustomerCard;
}

/** The card with the stage statuses the numbers depend on: what `dealWorksheet` takes. */
export const numbersFrom = (view: Pick<DealView, "card" | "kept">): CustomerCard & { kept: StageStatuses } => ({
  ...view.card,
  kept: view.kept,
});

type Optional<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Element)[]
    ? Optional<Element>[]
    : T extends object
      ? { [Field in keyof T]?: Optional<T[Field]> }
      : T;

/** Staff figures of a card that may or may not hold them, for staff-only blocks. Absent means: not for these eyes. */
export function staffFigures(view: Pick<DealView, "card">) {
  const card = view.card as Optional<StaffCard>;
  return {
    cost: card.vehicle?.vehicle?.cost ?? null,
    /** By car, the first one first. */
    appraisals: [card.trade, ...(card.furtherTrades ?? [])].map((trade) => trade?.appraisal ?? null),
    waivers: [card.trade, ...(card.furtherTrades ?? [])].map((trade) => trade?.waiver ?? null),
    tradeAuthority: card.store?.tradeAuthority ?? null,
    notes: card.notes?.entries ?? null,
    minimumCashDown: card.store?.minimumCashDown ?? null,
    authority: card.store?.authority ?? null,
    reserve: card.store?.reserve ?? null,
    approvals: card.approvals?.list ?? null,
    /** What each lender lets the store do, by submission. */
    lenderTerms: Object.fromEntries(
      (card.credit?.answers ?? []).flatMap(({ submissionId = "", terms }) =>
        terms ? [[submissionId, terms] as const] : [],
      ),
    ),
    /** What each lessor approved of a lease, by submission. */
    leaseTerms: Object.fromEntries(
      (card.credit?.answers ?? []).flatMap(({ submissionId = "", lease }) =>
        lease ? [[submissionId, lease] as const] : [],
      ),
    ),
    /** What each lender was told of the car and of who applies, by submission. */
    sentToLenders: Object.fromEntries(
      (card.credit?.answers ?? []).flatMap(({ submissionId = "", sent }) =>
        sent ? [[submissionId, sent] as const] : [],
      ),
    ),
    flags: card.credit?.flags ?? null,
    rateException: card.finance?.rateException ?? null,
    rateCapOverBuyRate: card.store?.rateCapOverBuyRate ?? null,
    buyRates: card.store?.retailTerms?.some((row) => row.buyRate) ? card.store.retailTerms : null,
    productCosts: card.store?.fniCatalog?.some((product) =>
      product.options?.some((option) => option.cost !== undefined),
    )
      ? card.store.fniCatalog
      : null,
    /** What providers are remitted for this very car, once they were asked; it comes before the store's own list. */
    ratedProducts: card.fni?.rated?.products ?? null,
    dispute: card.deposit?.dispute ?? null,
    returnAsked: card.deposit?.returnAsked ?? null,
    lostReason: card.life?.lostReason ?? null,
    salesManager: card.people?.salesManager ?? null,
  };
}

import type { StageName } from "../stages/stage";
import { buyerIsNamed } from "../deal/deal-completeness";
import type { DealView } from "../deal/deal-view";

/** One point of the checklist; the screen words it and links to the fix. */
export interface ChecklistItem {
  code:
    | "identityVerified"
    | "buyerNamed"
    | "vehicleChosen"
    | "priceGood"
    | "tradeSettled"
    | "payoffGood"
    | "termsAgreed"
    | "productsAnswered"
    | "depositSettled"
    | "deliverySettled"
    | "nothingToRecheck";
  ok: boolean;
  /** Why it is red, where there is more than one reason. */
  reason: string | null;
  fix: { stage: StageName } | { action: "identify" | "verifyIdentity" };
}

/**
 * What must be true before a deal is frozen for its contract: one list for the desk's red lines and for the door.
 *
 * @param today the store's calendar date
 */
export function finalizeChecklist(view: Pick<DealView, "card" | "kept">, today: string): ChecklistItem[] {
  const { card, kept } = view;
  const { customer } = card.people;
  const settled = (stage: StageName) => kept[stage] === "complete" || kept[stage] === "skipped";
  const unsettled = (stage: StageName) => (settled(stage) ? null : kept[stage]);
  const recheck = Object.values(kept).includes("recheck");
  const payoffUntil = kept.trade === "complete" ? card.trade.lien?.payoffGoodThrough : undefined;
  const owesPayoff = kept.trade === "complete" && card.trade.ownership !== "owned" && !card.trade.lien;
  const item = (
    code: ChecklistItem["code"],
    ok: boolean,
    fix: ChecklistItem["fix"],
    reason: string | null = null,
  ): ChecklistItem => ({ code, ok, reason: ok ? null : reason, fix });

  return [
    item("buyerNamed", buyerIsNamed(customer), { action: "identify" }),
    item("identityVerified", card.people.identityVerifiedBy !== null, { action: "verifyIdentity" }),
    item("vehicleChosen", kept.vehicle === "complete", { stage: "vehicle" }, unsettled("vehicle")),
    item("priceGood", (card.vehicle.vehicle?.priceGoodThrough ?? "") >= today, { stage: "vehicle" }),
    item("tradeSettled", settled("trade"), { stage: "trade" }, unsettled("trade")),
    item("payoffGood", !owesPayoff && (payoffUntil === undefined || payoffUntil >= today), { stage: "trade" }),
    item("termsAgreed", kept.finance === "complete", { stage: "finance" }, unsettled("finance")),
    item("productsAnswered", settled("fni"), { stage: "fni" }, unsettled("fni")),
    item("depositSettled", settled("deposit"), { stage: "deposit" }, unsettled("deposit")),
    item(
      "deliverySettled",
      settled("delivery") || kept.delivery === "deferred",
      { stage: "delivery" },
      unsettled("delivery"),
    ),
    item("nothingToRecheck", !recheck, {
      stage: (Object.keys(kept) as StageName[]).find((stage) => kept[stage] === "recheck") ?? "vehicle",
    }),
  ];
}

export const openItems = (checklist: readonly ChecklistItem[]) => checklist.filter(({ ok }) => !ok);

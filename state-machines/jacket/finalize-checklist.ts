import type { StageName } from "../stages/stage";
import { buyerIsNamed } from "../deal/deal-completeness";
import { describedTrades, payoffDay } from "../deal/deal-trades";
import { askedFor } from "../deal/credit-slice";
import { type DealView, staffFigures } from "../deal/deal-view";
import { isLeftOut } from "../deal/deal-worksheet";
import { plainDate, type PlainDate } from "../money/plain-date";
import { storeMayBuyOut } from "../stages/trade-payoff";
import { menuIsSigned } from "../deal/menu-catalog";
import { contractAgainstApproval } from "./contract-against-approval";
import { taxTrouble } from "./taxes-check";
import { promiseCompared } from "../deal/promise-differences";

/** One point of the checklist; the screen words it and links to the fix. */
export interface ChecklistItem {
  code:
    | "identityVerified"
    | "buyerNamed"
    | "vehicleChosen"
    | "priceGood"
    | "tradeSettled"
    | "payoffGood"
    | "tradeVerified"
    | "termsAgreed"
    | "productsAnswered"
    | "depositSettled"
    | "deliverySettled"
    | "promiseKept"
    | "taxesSettled"
    | "nothingToRecheck"
    | "approvalCovers"
    | "flagsSettled"
    | "menuSigned";
  ok: boolean;
  /** Why it is red, where there is more than one reason. */
  reason: string | null;
  fix: { stage: StageName } | { action: "identify" | "verifyIdentity" | "readPromise" | "applyTaxes" | "credit" };
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
  const promise = promiseCompared({ ...card, kept }, today);
  const cars = kept.trade === "complete" ? describedTrades(card).map(({ trade }) => trade) : [];
  const paidOn = cars.length > 0 ? payoffDayOf(card, kept, today) : plainDate(today);
  const payoffAlarm = cars.map((trade) => payoffAlarmOf(trade, today, paidOn)).find((alarm) => alarm !== null) ?? null;
  const seen = isSeenOrWaived(view);
  const taxes = taxTrouble(card, today);
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
    item("payoffGood", payoffAlarm === null, { stage: "trade" }, payoffAlarm),
    item("tradeVerified", cars.every(seen), { stage: "trade" }),
    item("taxesSettled", taxes === null, { action: "applyTaxes" }, taxes),
    item("termsAgreed", kept.finance === "complete", { stage: "finance" }, unsettled("finance")),
    item("productsAnswered", settled("fni"), { stage: "fni" }, unsettled("fni")),
    item("depositSettled", settled("deposit"), { stage: "deposit" }, unsettled("deposit")),
    item(
      "deliverySettled",
      settled("delivery") || kept.delivery === "deferred",
      { stage: "delivery" },
      unsettled("delivery"),
    ),
    item("promiseKept", !promise || promise.acknowledged || promise.differences.length === 0, {
      action: "readPromise",
    }),
    ...creditItems(view, today).map(({ code, reason }) => item(code, reason === null, { action: "credit" }, reason)),
    item("menuSigned", !asksForSignature(card) || menuIsSigned(card), { stage: "fni" }),
    item("nothingToRecheck", !recheck, {
      stage: (Object.keys(kept) as StageName[]).find((stage) => kept[stage] === "recheck") ?? "vehicle",
    }),
  ];
}

/** A menu that was rated for this car, or presented and signed once, is signed as it stands. */
const asksForSignature = ({ fni }: DealView["card"]) => fni.rated !== undefined || fni.signed !== undefined;

/** Where a lender was asked, its approval covers the contract; where something was raised, a named person settled it. */
function creditItems(view: Pick<DealView, "card" | "kept">, today: string) {
  const { credit, finance } = view.card;
  const asked = credit?.answers.some((answer) => askedFor(answer) === finance.method) ?? false;
  const differences = asked ? contractAgainstApproval(view, today) : [];
  const [first] = differences?.filter(({ stops }) => stops) ?? [];
  const approval = differences === null ? "none" : (first?.code ?? null);
  const open = (staffFigures(view).flags ?? []).some(({ resolvedAt }) => !resolvedAt);
  return [
    { code: "approvalCovers" as const, reason: approval },
    { code: "flagsSettled" as const, reason: open ? "open" : null },
  ];
}

export const openItems = (checklist: readonly ChecklistItem[]) => checklist.filter(({ ok }) => !ok);

type Car = DealView["card"]["trade"];

/** The old loans are paid off at the contract, or when the keys change hands later. */
const payoffDayOf = (card: DealView["card"], kept: DealView["kept"], today: string): PlainDate => {
  const day = payoffDay(card, !isLeftOut(kept.delivery));
  return day > today ? day : plainDate(today);
};

/**
 * Why a payoff would surprise somebody: nobody stated it, the lender's letter has run out, it runs out before the car
 * changes hands and nobody knows what a day costs, or the lessor would not sell to us.
 */
function payoffAlarmOf({ ownership, lien }: Car, today: string, day: PlainDate): string | null {
  if (ownership === "owned") return null;
  if (!lien) return "missing";
  if (!storeMayBuyOut(lien)) return "buyout";
  if (lien.payoffGoodThrough < today) return "expired";
  return lien.payoffGoodThrough < day && lien.perDiem === null ? "beforeDelivery" : null;
}

/** Somebody of the store stood before the car, or a manager takes it unseen. */
function isSeenOrWaived(view: Pick<DealView, "card">): (car: Car, index: number) => boolean {
  const { waivers } = staffFigures(view);
  const places = [view.card.trade, ...view.card.furtherTrades];
  return (car) => car.verification !== null || waivers[places.indexOf(car)] != null;
}

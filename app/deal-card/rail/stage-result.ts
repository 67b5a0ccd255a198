import { railMessages } from "#app/deal-card/rail/rail-messages";
import { openProducts } from "#app/deal-card/summary/next-step-action";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useDeal } from "#app/deal-card/use-deal";
import { vehicleName } from "#app/deal-card/vehicle-name";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { StageName } from "#machines/stages/stage";

/** Where a stage stands, in one line: "$14,500 allowance", "60 months, $3,000 down". */
export function useStageResult(): (stage: StageName) => string {
  const { view, worksheet } = useDeal();
  const t = useMessages(railMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const money = (cents: number) => format.money(cents, { cents: "whenAny" });
  const { card, kept } = view;

  const trade = () => {
    const { offer, valuation, description } = card.trade;
    if (offer?.answer === "accepted") return t("allowance", { amount: money(offer.allowance) });
    if (offer?.answer === "open") return t("offered", { amount: money(offer.allowance) });
    if (offer?.answer === "countered" && offer.counter !== null)
      return t("countered", { ...voice, amount: money(offer.counter) });
    if (valuation) return t("estimate", { low: money(valuation.low), high: money(valuation.high) });
    return description ? vehicleName(description) : t("tradeNone");
  };
  const finance = () => {
    const { method, termMonths, cashDown, leaseTermMonths, milesPerYear } = card.finance;
    if (method === "cash")
      return worksheet?.cash.ok ? t("cash", { amount: money(worksheet.cash.balanceDue) }) : t("cashOnly");
    if (method === "lease") return t("lease", { months: leaseTermMonths, miles: format.number(milesPerYear) });
    return t("finance", { months: termMonths, amount: money(cashDown) });
  };
  const fni = () => {
    const open = openProducts(view).length;
    const answers = Object.values(card.fni.answers);
    const added = answers.filter(({ answer }) => answer === "accepted").length;
    if (answers.length === 0) return t("fniOpen", { count: open });
    return open > 0 ? t("fniSome", { added, open }) : t("fniDone", { added });
  };
  const deposit = () => {
    const { status, holdUntil, amount } = card.deposit;
    if (status === "held" && holdUntil) return t("held", { until: format.dateTime(holdUntil, "weekday") });
    if (status !== "none") return t(`deposit.${status}`, { amount: money(amount ?? card.store.deposit.amount) });
    return t("depositTerms", { amount: money(card.store.deposit.amount), hours: card.store.deposit.holdHours });
  };
  const delivery = () => {
    const { slot, method } = card.delivery;
    if (slot) return format.dateTime(slot.startsAt, "weekday");
    return method ? t(`delivery.${method}`) : t("delivery.none");
  };
  const byStage: Record<StageName, () => string> = {
    vehicle: () => {
      const { vehicle } = card.vehicle;
      return vehicle ? `${vehicleName(vehicle)} ${vehicle.trim}` : t("vehicleNone");
    },
    trade,
    finance,
    fni,
    deposit,
    delivery,
  };

  return (stage) => {
    const status = kept[stage];
    if (status === "deferred") return t("deferred", { ...voice });
    if (status !== "skipped") return byStage[stage]();
    return t(`skipped.${card.life.stageNotes[stage]?.reason ?? "notWanted"}`);
  };
}

import { wantedMessages } from "#app/deal-card/wanted-messages";
import { useFormat } from "#app/ui/use-format";
import { useMessages } from "#app/ui/messages";
import type { DealEdit } from "#machines/deal/deal-events";

/** What a waiting change wanted, in a few words: for a person who typed it days ago. */
export function useWantedValue(): (edit: DealEdit) => string {
  const t = useMessages(wantedMessages);
  const format = useFormat();
  const money = (amount: number) => format.money(amount, { cents: "whenAny" });
  return (edit) => {
    switch (edit.type) {
      case "finance.cashDownSet":
        return t("cashDown", { amount: money(edit.cashDown) });
      case "finance.termChosen":
        return t("term", { months: edit.termMonths });
      case "finance.cellAdopted":
        return t("cell", { months: edit.termMonths, amount: money(edit.cashDown) });
      case "finance.leaseTermsChosen":
        return t("term", { months: edit.termMonths });
      case "finance.methodChosen":
        return t(`method.${edit.method}`);
      case "finance.targetPaymentSet":
        return edit.targetPayment === null ? t("noTarget") : t("target", { amount: money(edit.targetPayment) });
      case "vehicle.sellingPriceSet":
        return t("price", { amount: money(edit.sellingPrice) });
      case "vehicle.swapRequested":
        return t("swap", { stockNumber: edit.stockNumber });
      case "trade.described":
        return t("tradeCar", { car: [edit.year, edit.make, edit.model].join(" ") });
      case "trade.conditionAnswered":
      case "trade.ownershipStated":
        return t("tradeAnswer");
      case "vehicle.incentiveClaimed":
        return t("incentive");
      case "fni.productAnswered":
        return t("product");
      case "delivery.methodChosen":
      case "delivery.slotRequested":
        return t("delivery");
      case "stage.skipped":
      case "stage.deferred":
      case "stage.resumed":
        return t("stage");
      default:
        return t("other");
    }
  };
}

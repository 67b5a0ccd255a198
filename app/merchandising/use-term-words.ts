import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { PaymentOptions } from "./payment-options";
import type { PaymentParam } from "./payment-wish";
import { searchMessages } from "./search-messages";

/** One of the shopper's own terms, as its chip says it. */
export function useTermWords(options: PaymentOptions): (name: PaymentParam, value: string) => string {
  const t = useMessages(searchMessages);
  const format = useFormat();
  const labelOf = (list: PaymentOptions[keyof PaymentOptions], value: string) =>
    list.find((option) => option.value === value)?.label ?? value;
  return (name, value) => {
    switch (name) {
      case "pay":
        return t(value === "lease" ? "chip.lease" : "chip.finance");
      case "term":
      case "months":
      case "miles":
      case "credit":
        return labelOf(options[name], value);
      case "down":
      case "trade":
      case "owed":
        return t(`chip.${name}`, { amount: format.money(Math.round(Number(value) * 100), { cents: "whenAny" }) });
      case "zip":
        return t("chip.zip", { zip: value });
    }
  };
}

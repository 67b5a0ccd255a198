import { lineMessages } from "#app/deal-card/line-messages";
import { productName } from "#app/deal-card/product-names";
import { useLocale, useMessages } from "#app/ui/messages";
import type { FinanceDealData } from "./desk-data";
import type { GrossLine } from "./deal-gross-data";

const ownNames = Object.keys(lineMessages.en.line) as (keyof (typeof lineMessages)["en"]["line"])[];
const taxNames = Object.keys(lineMessages.en.tax) as (keyof (typeof lineMessages)["en"]["tax"])[];

/** A line's name as the card says it, outside the card: by its code, else the store's or the maker's own name. */
export function useContractLineLabel(productKinds: FinanceDealData["productKinds"]) {
  const t = useMessages(lineMessages);
  const locale = useLocale();
  return ({ code, label }: Pick<GrossLine, "code" | "label">): string => {
    const own = ownNames.find((name) => name === code);
    if (own) return t(`line.${own}`);
    const [kind, rest = ""] = code.split(".");
    const tax = kind === "tax" ? taxNames.find((name) => name === rest) : undefined;
    if (tax) return t(`tax.${tax}`);
    if (kind !== "product") return label;
    return rest === "homeDelivery" ? t("homeDelivery") : productName(productKinds[rest], locale) || label;
  };
}

import { lineMessages } from "#app/deal-card/line-messages";
import { productName } from "#app/deal-card/product-names";
import { useDeal } from "#app/deal-card/use-deal";
import { vehicleName } from "#app/deal-card/vehicle-name";
import { useLocale, useMessages } from "#app/ui/messages";
import { describedTrades } from "#machines/deal/deal-trades";
import type { MoneyLine } from "#machines/desking/money-line";
import { effectiveAllowance } from "#machines/stages/trade";

const known = Object.keys(lineMessages.en.line) as (keyof (typeof lineMessages)["en"]["line"])[];
const taxes = Object.keys(lineMessages.en.tax) as (keyof (typeof lineMessages)["en"]["tax"])[];

/** A line's name in the reader's language: by its code, else the name the store or the maker gave it. */
export function useLineLabel(): (line: Pick<MoneyLine, "code" | "label">) => string {
  const t = useMessages(lineMessages);
  const locale = useLocale();
  const { view } = useDeal();
  return ({ code, label }) => {
    const own = known.find((key) => key === code);
    if (own) return t(`line.${own}`);
    const [kind, rest] = code.split(".");
    if (kind === "tax") {
      const tax = taxes.find((key) => key === rest);
      return tax ? t(`tax.${tax}`) : label;
    }
    if (kind === "trade") return tradedCars(view.card)[Number(rest) - 1] ?? label;
    if (kind !== "product") return label;
    if (rest === "homeDelivery") return t("homeDelivery");
    const product = view.card.store.fniCatalog.find((entry) => entry.code === rest);
    return productName(product?.kind, locale) || label;
  };
}

/** The cars in the order of the worksheet: those that the deal credits with something. */
const tradedCars = (card: ReturnType<typeof useDeal>["view"]["card"]) =>
  describedTrades(card).flatMap(({ trade }) =>
    effectiveAllowance(trade) && trade.description ? [vehicleName(trade.description)] : [],
  );

/** What a line means, on first sight of the word; nothing for a line that says it itself. */
export function useLineGloss(): (code: string) => string | null {
  const t = useMessages(lineMessages);
  return (code) =>
    code === "outTheDoor" || code === "amountFinanced" || code === "cashDueAtSigning" || code === "tradeEquity"
      ? t(`gloss.${code}`)
      : null;
}

import { type DocumentKind, isMoneyPaper } from "#machines/jacket/document-kinds";
import { productName } from "#app/deal-card/product-names";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { documentMessages } from "./document-messages";

/** A document as a list names it: "Trade payoff authorization, car 2"; `thing` is what it is about by its own name. */
export function documentTitle(kind: DocumentKind, about: string, locale: Locale, thing = about): string {
  const t = translator(documentMessages, locale);
  const name = t(`kinds.${kind}`);
  if (about === "") return name;
  if (isMoneyPaper(kind)) return t("aboutMoney", { name, number: about });
  if (about === "coBuyer") return t("aboutCoBuyer", { name });
  if (kind === "productContract") return t("aboutThing", { name, thing: productName(about, locale) });
  return /^\d+$/.test(about) ? t("aboutCar", { name, car: about }) : t("aboutThing", { name, thing });
}

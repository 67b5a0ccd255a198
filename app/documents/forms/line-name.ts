import { lineMessages } from "#app/deal-card/line-messages";
import { taxLineName } from "#app/deal-card/taxes/tax-sentence";
import type { Locale } from "#app/ui/locale";
import { wordsIn } from "../words-in";
import type { MoneyLine } from "#machines/desking/worksheet";

const productNames: Record<Locale, Record<string, string>> = {
  en: {
    vsc: "Vehicle service contract",
    gap: "GAP waiver",
    tireAndWheel: "Tire and wheel protection",
    maintenance: "Prepaid maintenance",
    appearance: "Appearance protection",
    theft: "Theft protection",
    key: "Key replacement",
    windshield: "Windshield protection",
    leaseWear: "Lease wear protection",
  },
  fr: {
    vsc: "Contrat de service du véhicule",
    gap: "Renonciation GAP",
    tireAndWheel: "Protection des pneus et des roues",
    maintenance: "Entretien prépayé",
    appearance: "Protection de l’apparence",
    theft: "Protection contre le vol",
    key: "Remplacement de clé",
    windshield: "Protection du pare-brise",
    leaseWear: "Protection contre l’usure en location",
  },
};

const named = Object.keys(lineMessages.fr.line) as (keyof (typeof lineMessages)["en"]["line"])[];

/** A line as the form words it; in English the core's own label where it is already a name. */
export function lineName({ code, label }: MoneyLine, locale: Locale): string {
  if (code.startsWith("tax.")) return taxLineName(code, label, locale);
  const product = productNames[locale][label];
  if (product) return product;
  if (locale === "en") return label;
  const t = wordsIn(lineMessages, locale);
  const own = named.find((known) => known === code);
  if (own) return t(`line.${own}`);
  if (code === "product.homeDelivery") return t("homeDelivery");
  return code.startsWith("trade.") ? `Véhicule d’échange ${code.slice("trade.".length)}` : label;
}

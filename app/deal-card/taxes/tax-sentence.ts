import { lineMessages } from "#app/deal-card/line-messages";
import { formatMoney } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import type { DealChange } from "#machines/deal/deal-changes";
import { jurisdictionById } from "#machines/rule-packs/jurisdictions";

const ownNames = Object.keys(lineMessages.en.line) as (keyof (typeof lineMessages)["en"]["line"])[];
const taxNames = Object.keys(lineMessages.en.tax) as (keyof (typeof lineMessages)["en"]["tax"])[];

/** A tax line's name outside a worksheet: by its code, else what the store calls the fee. */
export function taxLineName(code: string, name: string | null, locale: Locale): string {
  const t = translator(lineMessages, locale);
  const own = ownNames.find((known) => known === code);
  if (own) return t(`line.${own}`);
  const tax = taxNames.find((known) => code === `tax.${known}`);
  return tax ? t(`tax.${tax}`) : (name ?? code);
}

/** A place as the reader's language calls it. */
export function placeName(id: string | null, locale: Locale): string {
  const place = id === null ? null : jurisdictionById(id);
  return place ? place[locale] : "";
}

/** A reason is a sentence of somebody's own: it ends like one. */
export const ended = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);

/** A place that this page does not know by name. */
const somewhere = { en: "that place", fr: "cet endroit" } as const satisfies Record<Locale, string>;

/** What the sentence of a change of taxes names beside who did it. */
export function taxValues(
  { by, cause: { params } }: Pick<DealChange, "by" | "cause">,
  locale: Locale,
): Record<string, string> {
  const text = (name: string) => (typeof params[name] === "string" ? params[name] : null);
  return {
    byWhom: by.kind === "system" ? "system" : "person",
    place: placeName(text("jurisdiction"), locale) || somewhere[locale],
    gap: text("gap") ?? "none",
    own: params.own === true ? "yes" : "no",
    reason: ended(text("reason") ?? ""),
    line: taxLineName(text("code") ?? "", text("name"), locale).toLocaleLowerCase(locale),
    // Nothing is an amount too: a tax set to zero says so.
    amount: typeof params.amount === "number" ? formatMoney(params.amount, locale) : "",
  };
}

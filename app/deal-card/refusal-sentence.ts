import { refusalMessages } from "#app/deal-card/refusal-messages";
import { formatMoney, formatPercent } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { useLocale } from "#app/ui/messages";
import type { Refusal, RefusalCode } from "#machines/deal/deal-refusals";

/** Refusals whose limit is a rate; every other limit is an amount. */
const limitsByRate: ReadonlySet<RefusalCode> = new Set<RefusalCode>(["rateOutsideCap", "rateBeyondAuthority"]);

/** What happened and what to do next, in the reader's language. */
export function refusalSentence({ code, params = {} }: Refusal, locale: Locale): string {
  const { sentence, next } = refusalMessages[locale][code];
  const value = (name: string) => {
    const given = params[name];
    if (given === undefined) return "";
    if (name !== "limit" || typeof given === "string") return String(given);
    return limitsByRate.has(code) ? formatPercent(given, locale) : formatMoney(given, locale, { cents: "whenAny" });
  };
  return `${sentence} ${next}`.replace(/\{(\w+)\}/g, (_, name: string) => value(name));
}

export function useRefusalSentence() {
  const locale = useLocale();
  return (refusal: Refusal) => refusalSentence(refusal, locale);
}

import { useMemo, type ReactNode } from "react";
import { IntlProvider, useLocale as useIntlLocale, useTimeZone as useIntlTimeZone } from "use-intl";
import type { FeatureMessages, MessageTree } from "#app/ui/define-messages";
import { defaultLocale, isLocale, type Locale } from "#app/ui/locale";
import { translator, type Translate } from "#app/ui/translator";

interface MessagesProviderProps {
  locale: Locale;
  /** The store's zone: every date on a screen is the store's, whoever looks. */
  timeZone: string;
  children: ReactNode;
}

export function MessagesProvider({ locale, timeZone, children }: MessagesProviderProps) {
  return (
    <IntlProvider locale={locale} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}

export function useLocale(): Locale {
  const locale = useIntlLocale();
  return isLocale(locale) ? locale : defaultLocale;
}

export const useTimeZone = (): string => useIntlTimeZone() ?? "UTC";

/** `const t = useMessages(messages)`, then `t("title")`, `t("saved", { minutes: 24 })`, `t.rich("note", { b: Bold })`. */
export function useMessages<En extends MessageTree>(messages: FeatureMessages<En>): Translate<En> {
  const locale = useLocale();
  const timeZone = useTimeZone();
  return useMemo(() => translator(messages, locale, timeZone), [messages, locale, timeZone]);
}

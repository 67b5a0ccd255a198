import { defaultLocale, isLocale, type Locale } from "#app/ui/locale";

/** The language of the page inside `meta`, where there are no hooks: root.tsx found it out. */
export function rootLocale(matches: readonly ({ id: string; data: unknown } | undefined)[]): Locale {
  const data = matches.find((match) => match?.id === "root")?.data;
  const locale = typeof data === "object" && data !== null && "locale" in data ? data.locale : null;
  return isLocale(locale) ? locale : defaultLocale;
}

/** The two languages of the product; the server picks one per request, see locale.server.ts. */
export const locales = ["en", "fr"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

export const isLocale = (value: unknown): value is Locale => value === "en" || value === "fr";

/**
 * The regional form each language is written in. French is Canadian, which sets amounts as `573,21 $`;
 * the stores stand in the United States either way, so units and currency do not change with the language.
 */
export const regionalLocale: Record<Locale, string> = { en: "en-US", fr: "fr-CA" };

import { defaultLocale, isLocale, type Locale } from "#app/ui/locale";
import { readCookie } from "#app/ui/cookie";

export const LANGUAGE_COOKIE = "lang";

/** The language of a request: what the person chose, else what their browser asks for, else English. */
export function requestLocale(request: { headers: Pick<Headers, "get"> }): Locale {
  const chosen = readCookie(request.headers.get("Cookie"), LANGUAGE_COOKIE);
  if (isLocale(chosen)) return chosen;
  return preferredLocale(request.headers.get("Accept-Language"));
}

/** The first of our languages in an Accept-Language header, by weight and then by order. */
export function preferredLocale(header: string | null): Locale {
  if (!header) return defaultLocale;
  const wishes = header
    .slice(0, 400) // a header is a stranger's text: read no more than a browser would write
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.trim().toLowerCase().split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => isLocale(wish.language) && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const best = wishes[0]?.language;
  return isLocale(best) ? best : defaultLocale;
}

import { photosVersion } from "#app/vehicle-photos/shown-photos.server";
import { readCookie } from "#app/ui/cookie";
import { requestLocale } from "#app/ui/locale.server";
import { isTheme, THEME_COOKIE } from "#app/ui/theme";
import { documentKey, SAME_FOR_ALL } from "./document-cache.server";
import { pageHeaders } from "./store-front.server";

/** Longer addresses are made by machines, and each would be kept as a page of its own. */
const MOST_ADDRESS = 300;

/** What of a request a page that knows nobody depends on. */
export interface AskedPage {
  url: string;
  headers: Pick<Headers, "get">;
}

/**
 * The headers of a page that knows nobody. Everything that a loader shows and that its address and language do not say
 * must be named in `standing`.
 */
export const sharedDocumentHeaders = (standing: string): Record<string, string> => ({ [SAME_FOR_ALL]: standing });

/** For a route's `headers`: how the page may be kept, and its standing on the way to the place that keeps documents. */
export function sharedPageHeaders({ loaderHeaders }: { loaderHeaders: Headers }): Record<string, string> {
  const standing = loaderHeaders.get(SAME_FOR_ALL);
  return standing ? { ...pageHeaders, [SAME_FOR_ALL]: standing } : { ...pageHeaders };
}

/**
 * Under which key a shared document is kept: two readers with the same language and theme who ask for the same address
 * while its standing is the same get the same one. Null for an address that is not worth keeping.
 */
export function sharedDocumentKey({ url, headers }: AskedPage, standing: string): string | null {
  const { pathname, search } = new URL(url);
  if (pathname.length + search.length > MOST_ADDRESS) return null;
  const theme = readCookie(headers.get("Cookie"), THEME_COOKIE);
  const locale = requestLocale({ headers });
  return documentKey(pathname, search, locale, isTheme(theme) ? theme : null, photosVersion(), standing);
}

import { readCookie } from "#app/ui/cookie";
import { requestLocale } from "#app/ui/locale.server";
import { THEME_COOKIE, isTheme } from "#app/ui/theme";
import { documentKey, SAME_FOR_ALL } from "./document-cache.server";
import { photosVersion } from "#app/vehicle-photos/shown-photos.server";
import { pageHeaders } from "./store-front.server";

/** Longer addresses are made by machines, and each would be kept as a page of its own. */
const MOST_ADDRESS = 300;

/**
 * The headers of a page that knows nobody: two readers with the same language and theme who ask for the same address
 * while `standing` is the same get the same document. Everything else that a loader shows must be named in `standing`.
 */
export function sharedDocumentHeaders(request: Request, ...standing: unknown[]): Record<string, string> {
  const { pathname, search } = new URL(request.url);
  if (pathname.length + search.length > MOST_ADDRESS) return {};
  const theme = readCookie(request.headers.get("Cookie"), THEME_COOKIE);
  const key = documentKey(
    pathname,
    search,
    requestLocale(request),
    isTheme(theme) ? theme : null,
    photosVersion(),
    standing,
  );
  return { [SAME_FOR_ALL]: key };
}

/** For a route's `headers`: how the page may be kept, and its key on the way to the place that keeps documents. */
export function sharedPageHeaders({ loaderHeaders }: { loaderHeaders: Headers }): Record<string, string> {
  const key = loaderHeaders.get(SAME_FOR_ALL);
  return key ? { ...pageHeaders, [SAME_FOR_ALL]: key } : { ...pageHeaders };
}

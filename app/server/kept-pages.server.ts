import type { Request, RequestHandler, Response } from "express";
import { filledIn, keptDocument, type KeptDocument } from "#app/merchandising/document-cache.server";
import { standingAt } from "#app/merchandising/page-standing.server";
import { type AskedPage, sharedDocumentKey } from "#app/merchandising/shared-document.server";
import { LANGUAGE_COOKIE, requestLocale } from "#app/ui/locale.server";
import { THEME_COOKIE } from "#app/ui/theme";
import { nonceOf } from "./page-security.server";

/** What a browser may say of a reader without saying who they are; both are in a document's key. */
const preferences = new Set<string | undefined>([LANGUAGE_COOKIE, THEME_COOKIE]);

const knowsNobody = (cookies = ""): boolean =>
  cookies.split(";").every((pair) => pair.trim() === "" || preferences.has(pair.split("=", 1)[0]?.trim()));

/** The document for this request as it would be drawn now, if it was drawn already. */
async function keptPage(request: Request): Promise<KeptDocument | null> {
  if (request.method !== "GET" || !knowsNobody(request.headers.cookie)) return null;
  const asked: AskedPage = {
    // Which of the store's names was asked for makes no difference to its pages.
    url: `http://store${request.originalUrl}`,
    headers: { get: (name) => request.get(name) ?? null },
  };
  const standing = await standingAt(new URL(asked.url), requestLocale(asked));
  const key = standing === null ? null : sharedDocumentKey(asked, standing);
  return key === null ? null : keptDocument(key);
}

function send(response: Response, document: KeptDocument): void {
  for (const [name, value] of document.headers) response.setHeader(name, value);
  response.end(filledIn(document, { nonce: nonceOf(response), requestId: response.locals.requestId as string }));
}

/**
 * Answers for a page that knows nobody, is drawn already, and rests on what it rested on then: matching routes, running
 * loaders and writing down their data for the browser would say the same again. Whoever brings a session, and every
 * page that anything has changed for, goes the whole way.
 */
export const keptPages: RequestHandler = (request, response, next) => {
  keptPage(request).then(
    (document) => (document ? send(response, document) : next()),
    // The route will fail as well, and says so where failures are said.
    () => next(),
  );
};

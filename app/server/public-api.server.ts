import type { RequestHandler } from "express";
import { isPublicApi } from "./same-origin.server";

const DAY_SECONDS = 24 * 60 * 60;

/**
 * The public API is asked by other sites' pages, so no origin is checked there. What makes that safe is here: before
 * anything reads them, whatever could say who somebody is is taken off the request. A page of a stranger then gets no
 * more through its visitor's browser than by asking itself, and `*` never comes with credentials.
 */
export const publicApi: RequestHandler = (request, response, next) => {
  if (!isPublicApi(request.path)) {
    next();
    return;
  }
  for (const name of ["cookie", "authorization", "origin", "referer"]) delete request.headers[name];
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  response.setHeader("Access-Control-Expose-Headers", "Retry-After, X-Request-Id");
  if (request.method !== "OPTIONS") {
    next();
    return;
  }
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
  response.setHeader("Access-Control-Allow-Headers", "Content-Type");
  response.setHeader("Access-Control-Max-Age", String(DAY_SECONDS));
  response.status(204).end();
};

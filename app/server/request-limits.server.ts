import type { NextFunction, Request, RequestHandler, Response } from "express";
import { env } from "#app/platform/env.server";
import { sendProblem } from "./problem-page.server";
import { comesFromOurPages } from "./same-origin.server";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** Forms and JSON of this product are a few kilobytes; uploads have their own limit. */
const BODY_BYTES = 64 * 1024;
const UPLOAD_BYTES = 12 * 1024 * 1024;

const hostPattern = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i;

/** Behind no trusted proxy, forwarding headers are the caller's own invention. */
const distrustForwarding: RequestHandler = (request, response, next) => {
  response.locals.cameThroughProxy = request.headers["x-forwarded-for"] !== undefined;
  if (env.TRUST_PROXY === 0) {
    for (const name of Object.keys(request.headers)) {
      if (name.startsWith("x-forwarded-") || name === "forwarded") delete request.headers[name];
    }
  }
  next();
};

const wellFormed: RequestHandler = (request, response, next) => {
  const { host } = request.headers;
  const forwarded = request.headers["x-forwarded-host"];
  const hostsFit = [host, forwarded].every((name) => name === undefined || hostPattern.test(String(name)));
  if (!methods.includes(request.method)) {
    response.setHeader("Allow", methods.join(", "));
    sendProblem(response, 405);
  } else if (!host || !hostsFit || !request.url.startsWith("/") || request.url.includes("\0")) {
    sendProblem(response, 400);
  } else next();
};

const fromOurPages: RequestHandler = (request, response, next) => {
  if (!comesFromOurPages(request, request.path)) {
    sendProblem(response, 403);
    return;
  }
  // Remix compares Origin with Host once more and takes the "null" of a form under no-referrer for a foreign one.
  if (request.headers.origin === "null") delete request.headers.origin;
  next();
};

function bodyLimit(request: Request): number {
  return request.is("multipart/form-data") ? UPLOAD_BYTES : BODY_BYTES;
}

/**
 * Counts a body while the handler reads it; over the limit the answer is 413 and the connection ends. Called right
 * before the handler, in the same turn: listening starts the flow, and a handler that came later would miss the start.
 */
export function limitBody(request: Request, response: Response): void {
  const limit = bodyLimit(request);
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= limit || response.headersSent) return;
    response.setHeader("Connection", "close");
    sendProblem(response, 413);
    request.destroy();
  });
}

function declaredSize(request: Request, response: Response, next: NextFunction): void {
  if (Number(request.headers["content-length"] ?? 0) > bodyLimit(request)) {
    response.setHeader("Connection", "close");
    sendProblem(response, 413);
  } else next();
}

export const requestLimits: RequestHandler[] = [distrustForwarding, wellFormed, fromOurPages, declaredSize];

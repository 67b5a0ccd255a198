import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { ErrorRequestHandler, Express, RequestHandler } from "express";
import type { ViteDevServer } from "vite";
import { env } from "#app/platform/env.server";
import { log, requestLog } from "#app/platform/log.server";
import { healthRoutes } from "./health.server";
import { keptPages } from "./kept-pages.server";
import { nonceOf, pageSecurity } from "./page-security.server";
import { sendProblem } from "./problem-page.server";
import { publicApi } from "./public-api.server";
import { limitBody, requestLimits } from "./request-limits.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** For every script and style element of this response. */
    nonce: string;
    /** Stands in the log line and on the error page. */
    requestId: string;
    /** The caller's address after the trusted proxies. */
    clientAddress: string;
  }
}

export type GetBuild = () => Promise<ServerBuild>;

export interface HttpAppOptions {
  build: ServerBuild | GetBuild;
  viteDevServer?: ViteDevServer;
  isDraining: () => boolean;
}

function nameRequest(isDraining: () => boolean): RequestHandler {
  return (_request, response, next) => {
    response.locals.requestId = randomUUID();
    response.setHeader("X-Request-Id", response.locals.requestId as string);
    if (isDraining()) response.setHeader("Connection", "close");
    next();
  };
}

function staticFiles(app: Express): void {
  const client = join(process.cwd(), "build", "client");
  // Hashed names: a new build has new names, so these never change.
  app.use("/assets", express.static(join(client, "assets"), { immutable: true, maxAge: "1y", index: false }));
  app.use("/assets", (_request, response) => sendProblem(response, 404));
  app.use(express.static(client, { maxAge: "1h", index: false, dotfiles: "ignore" }));
}

function remixHandler({ build }: HttpAppOptions): RequestHandler {
  const handle = createRequestHandler({
    build,
    // Everything but development hides what went wrong inside.
    mode: env.NODE_ENV === "development" ? "development" : "production",
    getLoadContext: (request, response): AppLoadContext => ({
      nonce: nonceOf(response),
      requestId: response.locals.requestId as string,
      clientAddress: request.ip ?? "",
    }),
  });
  return (request, response, next) => {
    limitBody(request, response);
    // The adapter passes rejections to next() itself.
    void handle(request, response, next);
  };
}

const failed: ErrorRequestHandler = (error: Error, _request, response, _next) => {
  const { status } = error as Error & { status?: number };
  const isCallersFault = status !== undefined && status >= 400 && status < 500;
  if (!isCallersFault && !response.headersSent) {
    log.error({ err: error, requestId: response.locals.requestId as string }, "a request failed outside its route");
  }
  if (response.headersSent) response.destroy();
  else sendProblem(response, isCallersFault ? status : 500);
};

/** The whole HTTP side, in the order in which a request meets it. */
export function createHttpApp(options: HttpAppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.TRUST_PROXY);
  app.set("etag", false);
  app.use(nameRequest(options.isDraining), requestLog, ...pageSecurity, publicApi, ...requestLimits);
  app.use(healthRoutes(options.isDraining));
  app.use(compression());
  // Before the files: asking the disk for a file of the page's name costs as much as the page.
  app.use(keptPages);
  if (options.viteDevServer) app.use(options.viteDevServer.middlewares);
  else staticFiles(app);
  app.all("*", remixHandler(options));
  app.use(failed);
  return app;
}

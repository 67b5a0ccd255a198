import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Router } from "express";
import type { Request, RequestHandler, Response } from "express";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { metrics } from "#app/platform/metrics.server";
import { features } from "./features.server";
import { sendProblem } from "./problem-page.server";

/** A load balancer asks every few seconds; a slower answer is a "no". */
const READY_MS = 2_000;

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

export interface Readiness {
  ready: boolean;
  database: string;
  disk: string;
  features: Record<string, string>;
}

async function inTime(work: Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("no answer"), READY_MS);
  });
  try {
    return await Promise.race([work.then(() => "ok"), late]);
  } catch (error) {
    log.warn(error, "not ready");
    return "failing";
  } finally {
    clearTimeout(timer);
  }
}

/** Can this server take edits now: does the database answer, can it write its files, does every feature work? */
export async function readiness(draining: boolean): Promise<Readiness> {
  const [databaseState, disk] = await Promise.all([
    inTime(database().query("select 1")),
    inTime(writeFile(join(env.DATA_DIR, "readiness.probe"), String(process.pid))),
  ]);
  const troubles = features.flatMap((feature) => {
    const trouble = feature.trouble?.() ?? null;
    return trouble === null ? [] : [[feature.name, trouble] as const];
  });
  const ready = !draining && databaseState === "ok" && disk === "ok" && troubles.length === 0;
  return { ready, database: databaseState, disk, features: Object.fromEntries(troubles) };
}

export const showMetrics: RequestHandler = (_request, response, next) => {
  metrics
    .metrics()
    .then((text) => response.setHeader("Content-Type", metrics.contentType).send(text))
    .catch(next);
};

function isFromThisMachine(request: Request, response: Response): boolean {
  return loopback.has(request.socket.remoteAddress ?? "") && response.locals.cameThroughProxy !== true;
}

export function healthRoutes(isDraining: () => boolean): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.setHeader("Cache-Control", "no-store").json({ alive: true });
  });
  router.get("/readyz", (_request, response, next) => {
    readiness(isDraining())
      .then((state) =>
        response
          .status(state.ready ? 200 : 503)
          .setHeader("Cache-Control", "no-store")
          .json(state),
      )
      .catch(next);
  });
  // The figures say how busy a store is: only to this machine, or on a port of their own.
  router.get("/metrics", (request, response, next) => {
    if (env.METRICS_PORT === undefined && isFromThisMachine(request, response)) showMetrics(request, response, next);
    else sendProblem(response, 404);
  });
  return router;
}

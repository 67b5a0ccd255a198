import type { NextFunction, Request, Response } from "express";
import { pino } from "pino";
import type { DestinationStream, Logger } from "pino";
import { env } from "./env.server";
import { maskPath } from "./mask-sensitive-text";
import { requestDurations } from "./metrics.server";
import { remember } from "./remember.server";
import { scrubLogValue } from "./scrub-log-value";

/** JSON lines on standard output. Everything handed to it passes through scrubLogValue: no call site can forget to. */
export function createLog(options: { level: string; destination?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args.map((arg: unknown) => scrubLogValue(arg)) as Parameters<typeof method>;
          method.apply(this, [args[0] instanceof Error ? { err: first } : first, ...rest] as Parameters<typeof method>);
        },
      },
      // scrubLogValue has turned errors into plain objects already.
      serializers: { err: (error: unknown) => error },
    },
    options.destination ?? pino.destination({ fd: 1, sync: true }),
  );
}

export const log = remember("log", () => createLog({ level: env.LOG_LEVEL }));

/** One line per finished request: no query, no headers, no body, and links' secrets masked out of the path. */
export function requestLog(request: Request, response: Response, next: NextFunction): void {
  const startedAt = performance.now();
  response.once("close", () => {
    const seconds = (performance.now() - startedAt) / 1000;
    const status = response.writableFinished ? response.statusCode : 499;
    requestDurations.observe({ method: request.method, status: `${Math.floor(status / 100)}xx` }, seconds);
    const line = {
      requestId: response.locals.requestId as string | undefined,
      method: request.method,
      path: maskPath(request.originalUrl),
      status,
      milliseconds: Math.round(seconds * 1000),
    };
    if (status >= 500) log.error(line, "request failed");
    else log.info(line, "request");
  });
  next();
}

import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { filledIn, keepDocument, keptDocument, takeStanding } from "#app/merchandising/document-cache.server";
import { sharedDocumentKey } from "#app/merchandising/shared-document.server";
import { log } from "#app/platform/log.server";
import { maskPath } from "#app/platform/mask-sensitive-text";
import { loadEveryPart } from "#app/ui/lazy-part";

// Loaders, sockets and jobs must share one copy of every module, so the node side is reached through this build.
export { startNode } from "#app/server/start-node.server";

/** A page that has not finished by then is cut off with what it has. */
const RENDER_MS = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { nonce } = loadContext;
  headers.set("Content-Type", "text/html; charset=utf-8");
  // A page that knows nobody is drawn once for everybody and only gets this response's own values.
  const standing = takeStanding(headers, status);
  const key = standing === null ? null : sharedDocumentKey(request, standing);
  const kept = key && keptDocument(key);
  if (kept) return new Response(filledIn(kept, loadContext), { headers, status });
  await loadEveryPart();
  // Crawlers, and readers without JavaScript, get the page when all of it is there.
  const whole = isbot(request.headers.get("user-agent")) || remixContext.isSpaMode;
  return new Promise((resolve, reject) => {
    let answered = false;
    let answerStatus = status;
    const answer = () => {
      answered = true;
      const body = new PassThrough();
      if (key) {
        keepWhenDrawn(body, (text) => {
          if (answerStatus === status) keepDocument(key, text, headers, loadContext);
        });
      }
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answerStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_MS} nonce={nonce} />,
      {
        nonce,
        ...(whole ? { onAllReady: answer } : { onShellReady: answer }),
        onShellError: reject,
        onError(error) {
          answerStatus = 500;
          // Before the shell is out, the rejection is reported by handleError.
          if (answered) log.error({ err: error, requestId: loadContext.requestId }, "a page failed while streaming");
        },
      },
    );
    setTimeout(abort, RENDER_MS + 1_000).unref();
  });
}

function keepWhenDrawn(body: PassThrough, keep: (text: string) => void): void {
  const chunks: Buffer[] = [];
  body.on("data", (chunk: Buffer) => chunks.push(chunk));
  body.on("end", () => keep(Buffer.concat(chunks).toString("utf8")));
}

/** Every error of a loader, an action or a render; what the browser sees of it is only that there was one. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const path = maskPath(new URL(request.url).pathname);
  log.error({ err: error, requestId: context.requestId, method: request.method, path }, "a route failed");
};

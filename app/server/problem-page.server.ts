import type { Response } from "express";
import { nonceOf } from "./page-security.server";

interface Problem {
  title: string;
  sentence: string;
}

const unknownProblem: Problem = {
  title: "Something went wrong",
  sentence: "The page could not be made. Nothing you saved is lost. Please try again.",
};

const problems: Record<number, Problem> = {
  400: { title: "Not understood", sentence: "This request could not be read." },
  403: { title: "Not from our pages", sentence: "This request did not come from a page of this site." },
  404: { title: "Not found", sentence: "There is no page at this address." },
  405: { title: "Not possible", sentence: "This address does not answer this kind of request." },
  413: { title: "Too large", sentence: "This is more than the server takes in one request." },
  503: { title: "Back in a moment", sentence: "The server is starting or stopping. Please try again." },
  500: unknownProblem,
};

/**
 * The answer when no route can answer: says what to do and the request's id, and nothing from inside.
 * It knows no fonts and no style sheet, since it must work when they do not.
 */
export function sendProblem(response: Response, status: number): void {
  const { title, sentence } = problems[status] ?? unknownProblem;
  const requestId = String(response.locals.requestId ?? "");
  response.status(status).setHeader("Cache-Control", "no-store");
  response.format({
    html: () =>
      response.send(
        `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
          `<title>${title}</title><style nonce="${nonceOf(response)}">body{font:16px/1.5 system-ui,sans-serif;` +
          `max-width:32rem;margin:20vh auto;padding:0 1rem}small{color:#595f69}</style>` +
          `<h1>${title}</h1><p>${sentence}</p><p><a href="/">Start page</a></p><small>${requestId}</small></html>`,
      ),
    json: () => response.json({ error: title, requestId }),
    default: () => response.type("text").send(`${title}. ${sentence} ${requestId}\n`),
  });
}

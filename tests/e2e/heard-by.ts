import type { Page } from "@playwright/test";

/** Everything a browser was told: pages, their data, and the live line. Scripts are the same for everybody. */
export class HeardBy {
  readonly #texts: Promise<{ from: string; text: string }>[] = [];
  readonly scripts: string[] = [];

  constructor(page: Page) {
    page.on("request", (request) => {
      if (request.resourceType() === "script") this.scripts.push(new URL(request.url()).pathname);
    });
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith("/assets/") || pathname.startsWith("/vehicles/")) return;
      // A redirect has no body, and one that was left behind by a navigation cannot be read any more.
      const body = response.text().catch(() => "");
      const headers = JSON.stringify(response.headers());
      this.#texts.push(body.then((text) => ({ from: pathname, text: `${headers}\n${text}` })));
    });
    page.on("websocket", (line) => {
      line.on("framereceived", ({ payload }) => {
        // What begins with another figure keeps the line itself alive.
        if (!String(payload).startsWith("4")) return;
        this.#texts.push(Promise.resolve({ from: "the live line", text: String(payload) }));
      });
    });
  }

  /** Where this was told, if anywhere. */
  async whoTold(secret: RegExp): Promise<string[]> {
    const texts = await Promise.all(this.#texts);
    return texts.flatMap(({ from, text }) => {
      const found = secret.exec(text);
      return found ? [`${from}: …${text.slice(Math.max(0, found.index - 60), found.index + 60)}…`] : [];
    });
  }
}

import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as plainTest,
} from "@playwright/test";

export { expect };

export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/**
 * Until the page answers to its own script: a press before that does what it does without one. A page that has none, or is
 * none of the product's, is awake as it is.
 */
export const awake = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const main = document.querySelector("main");
    if (!main || !("__remixContext" in window)) return true;
    return Object.keys(main).some((key) => key.startsWith("__reactProps"));
  });

/** Whoever goes to a page waits until it is awake, unless they want to see it before. */
function waitsForPages(page: Page): Page {
  const goTo = page.goto.bind(page);
  const loadAgain = page.reload.bind(page);
  page.goto = async (url, options) => {
    const answer = await goTo(url, options);
    if (!options?.waitUntil) await awake(page);
    return answer;
  };
  page.reload = async (options) => {
    const answer = await loadAgain(options);
    if (!options?.waitUntil) await awake(page);
    return answer;
  };
  return page;
}

/** Remix says so on the console when it gives up reading a page's data because newer data was asked for. */
const givenUpForNewer = /AbortError: signal is aborted without reason/;

/** Browsers of different people. Whatever a page complains about, on any of them, fails the test that saw it. */
export class WatchedScreens {
  readonly #contexts: BrowserContext[] = [];
  readonly #troubles: string[] = [];
  readonly #expected: RegExp[] = [givenUpForNewer];

  constructor(
    readonly browser: Browser,
    readonly baseURL: string,
  ) {}

  /** A person's own browser, with nobody signed in, and one page in it. `whose` stands in what the page complains about. */
  async open(whose: string, options: BrowserContextOptions = desk): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.baseURL, locale: "en-US", ...options });
    this.#contexts.push(context);
    const note = (page: Page | null, text: string) => {
      if (this.#expected.some((pattern) => pattern.test(text))) return;
      this.#troubles.push(`${whose}, ${page ? new URL(page.url()).pathname : "?"}: ${text}`);
    };
    // The browser says a violated policy on the console too; the event names the rule and what broke it.
    await context.addInitScript(() =>
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        console.error(`Content policy: ${violatedDirective} forbids ${blockedURI}`),
      ),
    );
    context.on("console", (message) => {
      if (message.type() === "error") note(message.page(), `${message.text()} ${message.location().url}`);
    });
    context.on("weberror", (error) => note(error.page(), String(error.error())));
    context.on("response", (response) => {
      if (response.status() >= 500) note(null, `${response.status()} ${response.url()}`);
    });
    return waitsForPages(await context.newPage());
  }

  /** What a test provokes itself: a line it cuts, a page it asks for in vain. */
  expectTrouble(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  assertNoTrouble(): void {
    expect(this.#troubles.splice(0), "complaints of the pages").toEqual([]);
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }
}

export const test = plainTest.extend<{ screens: WatchedScreens }>({
  screens: async ({ browser, baseURL }, use) => {
    const screens = new WatchedScreens(browser, baseURL ?? "");
    await use(screens);
    screens.assertNoTrouble();
    await screens.close();
  },
});

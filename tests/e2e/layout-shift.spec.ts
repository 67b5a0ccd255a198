import type { BrowserContextOptions, Page, Route } from "@playwright/test";
import { vehiclePath } from "./screens";
import { awake, desk, expect, phone, test } from "./watched-screens";

/** Of the speed budget: what moves under a reader's eyes, all of it together. */
const MOST_SHIFT = 0.02;
const late = /\.(avif|webp|jpe?g|png|woff2)(\?|$)|\/car-photos\//;

declare global {
  interface Window {
    seen: { shifts: { value: number; of: string[] }[]; largest: string };
  }
}

/** Notes what moves and what is the largest thing painted, from the first moment. */
function watch() {
  window.seen = { shifts: [], largest: "" };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as unknown as { value: number; sources: { node: Element | null }[] };
      const of = sources.map(({ node }) => node?.outerHTML?.slice(0, 120) ?? "?");
      window.seen.shifts.push({ value, of });
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.largest = (entry as unknown as { url: string }).url;
  }).observe({ type: "largest-contentful-paint", buffered: true });
}

/** Two frames: whatever was about to move has moved. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const picturesShown = (page: Page) =>
  page.waitForFunction(() => [...document.images].every((image) => image.loading === "lazy" || image.complete));

for (const [name, options] of [
  ["a phone", phone],
  ["a desk", desk],
] satisfies [string, BrowserContextOptions][]) {
  test(`nothing moves on a vehicle's page at ${name} when pictures and letters come late`, async ({ screens }) => {
    const path = await vehiclePath(await screens.open("shopper"));
    const page = await screens.open("newcomer", options);
    await page.addInitScript(watch);
    const held: Route[] = [];
    let isHeld = true;
    await page.route(late, (route) => (isHeld ? void held.push(route) : route.continue()));
    // Pictures hold back the load; the page itself is there and answers.
    await page.goto(path, { waitUntil: "commit" });
    await awake(page);
    await settled(page);
    isHeld = false;
    expect(held.length).toBeGreaterThan(1);
    await Promise.all(held.map((route) => route.continue()));
    await page.waitForLoadState("load");
    await page.evaluate(() => document.fonts.ready);
    await picturesShown(page);
    await settled(page);
    const { largest } = await page.evaluate(() => window.seen);
    const preloaded = await page.evaluate(
      () => document.querySelector<HTMLLinkElement>('link[rel="preload"][as="image"]')?.imageSrcset ?? "",
    );
    // Down to the end by itself: what comes into view late must have had its place.
    await page.evaluate(async () => {
      for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
        scrollTo(0, top);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
    });
    await page.waitForLoadState("networkidle");
    await settled(page);
    const { shifts } = await page.evaluate(() => window.seen);
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    expect(sum, JSON.stringify(shifts, null, 1)).toBeLessThan(MOST_SHIFT);
    expect(largest, "the largest thing painted is a picture").toMatch(late);
    expect(preloaded).toContain(new URL(largest).pathname);
  });
}

import type { Page } from "@playwright/test";
import { customerScreens, financeScreens, publicScreens, staffScreens } from "./every-screen";
import { expect, phone, test, type WatchedScreens } from "./watched-screens";

/** The narrowest phone still sold, and the usual one. */
const WIDTHS = [320, 390];

async function fits(page: Page, screens: readonly string[]): Promise<void> {
  const tooWide: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    for (const screen of screens) {
      await page.goto(screen);
      await expect(page.locator("#main")).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) tooWide.push(`${screen} at ${width}: ${overflow} px too wide`);
    }
  }
  expect(tooWide).toEqual([]);
}

const openPhone = (screens: WatchedScreens) => screens.open("phone", { ...phone, deviceScaleFactor: 1 });

test("no public screen scrolls sideways", async ({ screens }) => {
  screens.expectTrouble(/404/);
  await fits(await openPhone(screens), publicScreens);
});

test("no stage of the card scrolls sideways", async ({ screens }) => {
  const page = await openPhone(screens);
  await fits(page, await customerScreens(page));
});

test("no staff screen scrolls sideways", async ({ screens }) => {
  const page = await openPhone(screens);
  await fits(page, await staffScreens(page));
  await fits(page, await financeScreens(page));
});

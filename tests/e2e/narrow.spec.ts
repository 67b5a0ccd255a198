import type { Page } from "@playwright/test";
import { comeInAs, comeInAsCustomer, ines, maya, walt } from "./demo-people";
import {
  cardScreens,
  checkoutPath,
  nothingThere,
  publicScreens,
  type ScreenStop,
  stockNumberOf,
  stockScreens,
  vehiclePath,
  visit,
} from "./screens";
import { expect, test } from "./watched-screens";

/** The narrowest phone still in use, and the usual one. */
const WIDTHS = [320, 390];
const HEIGHT = 844;

const narrow = { viewport: { width: 320, height: HEIGHT }, hasTouch: true };

/** What makes a page wider than its window: nothing of it may, save what scrolls by itself. */
function wideThings(): string[] {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const isOut = (element: Element) => element.getBoundingClientRect().right > root.clientWidth + 0.5;
  const things = [...document.body.querySelectorAll("*")].filter(isOut);
  const deepest = things.filter((element) => ![...element.children].some(isOut));
  const tags = deepest.slice(0, 3).map((element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 160));
  return [`${root.scrollWidth} px wide`, ...tags];
}

async function expectToFit(page: Page, stops: readonly ScreenStop[]): Promise<void> {
  for (const stop of stops) {
    await visit(page, stop);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await expect.soft.poll(() => page.evaluate(wideThings), `${stop.path} at ${width} px`).toEqual([]);
    }
  }
}

test("no public screen scrolls sideways on a phone", async ({ screens }) => {
  screens.expectTrouble(nothingThere);
  const page = await screens.open("shopper", narrow);
  const vehicle = await vehiclePath(page);
  await expectToFit(page, [...publicScreens, { path: vehicle }, { path: `${vehicle}?pay=lease` }]);
});

test("no stage of a customer's card scrolls sideways on a phone, nor does the payment page", async ({ screens }) => {
  const theo = await screens.open("Theo", narrow);
  await expectToFit(theo, cardScreens(await comeInAsCustomer(theo, "theo")));
  const harriet = await screens.open("Harriet", narrow);
  const deal = await comeInAsCustomer(harriet, "harriet");
  await expectToFit(harriet, [{ path: await checkoutPath(harriet, deal) }]);
});

test("no staff screen scrolls sideways on a phone", async ({ screens }) => {
  const page = await screens.open("staff", narrow);
  const theo = await comeInAsCustomer(page, "theo");
  const nadia = await comeInAsCustomer(page, "nadia");
  const emil = await comeInAsCustomer(page, "emil");
  await comeInAs(page, maya);
  await expectToFit(page, [
    { path: "/desk", live: true },
    { path: `/desk?deal=${theo}`, live: true },
    ...cardScreens(theo),
  ]);
  await comeInAs(page, walt);
  const desks = [nadia, emil].flatMap((deal) => [`/finance/${deal}`, `/finance/${deal}?part=jacket`]);
  await expectToFit(
    page,
    ["/finance", "/finance/funding", `/finance/credit/${nadia}`, ...desks, "/staff/sign-out"].map((path) => ({ path })),
  );
});

test("no screen of the stock scrolls sideways on a phone", async ({ screens }) => {
  const page = await screens.open("staff", narrow);
  const vehicle = await vehiclePath(page);
  await comeInAs(page, ines);
  await expectToFit(page, stockScreens(stockNumberOf(vehicle)));
});

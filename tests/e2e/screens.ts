import type { Page } from "@playwright/test";
import { stageNames } from "#machines/stages/stage";
import { assert } from "#machines/assert";
import { acceptDepositTerms, expectLive } from "./card-screen";

/** One screen as its reader opens it. */
export interface ScreenStop {
  path: string;
  /** A live screen is judged once its line is up: until then parts of it are missing. */
  live?: boolean;
}

const NOWHERE = "/nothing-is-here";

/** The browser says of a page that is not there that it could not be loaded. */
export const nothingThere = new RegExp(`status of 404 .*${NOWHERE}`);

/** What anybody can open; the last is nowhere. */
export const publicScreens: readonly ScreenStop[] = [
  { path: "/" },
  { path: "/inventory" },
  { path: "/inventory?body=suv&sort=priceUp" },
  { path: "/inventory?make=nobody" },
  { path: "/resume" },
  { path: "/resume?sent" },
  { path: "/resume/nobody-made-this-link" },
  { path: "/demo" },
  { path: "/dev/outbox" },
  { path: "/staff/sign-in" },
  { path: NOWHERE },
];

export const cardScreens = (dealId: string): ScreenStop[] => [
  ...stageNames.map((stage) => ({ path: `/deals/${dealId}?stage=${stage}`, live: true })),
  { path: `/deals/${dealId}/history` },
];

/** Where stock is worked on, and one car of it that is on its page. */
export const stockScreens = (stockNumber: string): ScreenStop[] => [
  { path: "/merchandising" },
  { path: "/merchandising/intake" },
  { path: "/merchandising/prices" },
  { path: "/merchandising/channels" },
  { path: "/merchandising/figures" },
  { path: `/merchandising/${stockNumber}` },
  { path: `/merchandising/${stockNumber}/photos` },
];

/** The number of the newest car for sale. */
export const stockNumberOf = (path: string): string => path.split("/").at(-1) ?? "";

export async function visit(page: Page, { path, live = false }: ScreenStop): Promise<void> {
  await page.goto(path);
  if (live) await expectLive(page);
}

/** The page of the newest car for sale. */
export async function vehiclePath(page: Page): Promise<string> {
  await page.goto("/inventory?condition=new");
  const path = await page.getByRole("article").first().getByRole("link").getAttribute("href");
  assert(path, "a car is for sale");
  return path;
}

/** The payment stand-in's page, with the deposit of this page's customer waiting on it. */
export async function checkoutPath(page: Page, dealId: string): Promise<string> {
  await page.goto(`/deals/${dealId}?stage=deposit`);
  await expectLive(page);
  await acceptDepositTerms(page);
  await page
    .getByRole("button", { name: /^(Pay the |Finish paying)/ })
    .filter({ visible: true })
    .click();
  await page.waitForURL(/\/c\/pay\//);
  return page.url();
}

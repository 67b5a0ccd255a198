import type { Page } from "@playwright/test";
import { expectLive, openStage, stagePanel } from "./card-screen";
import { comeInAs, comeInAsCustomer, maya } from "./demo-people";
import { expect, test } from "./watched-screens";

/** More stops than any stage has: a trap would use them up. */
const MOST_STOPS = 90;

/** Tabs on until the element in focus has this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => {
      const { activeElement } = document;
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : null;
      return label ?? activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
    });
    if (name.test(text.trim())) return;
  }
  throw new Error(`the keyboard never reached ${name}`);
}

test("the finance stage is worked by keyboard alone", async ({ screens }) => {
  const page = await screens.open("customer");
  const dealId = await comeInAsCustomer(page, "mateo");
  await page.goto(`/deals/${dealId}?stage=vehicle`);
  await expectLive(page);
  await openStage(page, "Finance");

  await tabTo(page, /^Cash down/);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2750");
  await page.keyboard.press("Tab");
  await expect(stagePanel(page).getByRole("textbox", { name: "Cash down" })).toHaveValue(/2,750/);
  await expect(page.getByText("−$2,750.00").first()).toBeVisible();

  await tabTo(page, /^Agree to these terms/);
  const outlined = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
  });
  expect(outlined, "the focus can be seen").toBe(true);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "The six stages" }).getByRole("button", { name: /Finance/ })).toContainText(
    /min saved|complete/i,
  );
});

test("the desk is walked with j and k, searched with the slash", async ({ screens }) => {
  const page = await screens.open("Maya");
  await comeInAs(page, maya);
  await page.goto("/desk");
  await expect(page.getByText("Live").first()).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("Nakagawa");
  await expect(page.getByText("Ani Petrossian").filter({ visible: true })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").blur();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/deals\//);
});

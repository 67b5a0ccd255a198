import type { Page } from "@playwright/test";
import { amountIn, deskPayment, expectLive, stagePanel, summary } from "./card-screen";
import { comeInAs, comeInAsCustomer, maya } from "./demo-people";
import { expect, test } from "./watched-screens";

/** More stops than the card has: a trap would use them up. */
const MOST_STOPS = 150;

interface Stop {
  /** What a screen reader would say, near enough to be found by. */
  name: string;
  visible: boolean;
  isPage: boolean;
}

/** Where the focus is, and whether it can be seen there: on the control, on its label, or on what it draws over its row. */
function whereFocusIs(): Stop {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { name: "the page", visible: true, isPage: true };
  const field = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element : null;
  const label = field?.labels?.[0]?.textContent;
  const group = field?.type === "radio" ? field.closest("fieldset")?.getAttribute("aria-label") : null;
  const own = label ?? element.getAttribute("aria-label") ?? element.textContent ?? "";
  const outlined = (style: CSSStyleDeclaration) => style.outlineStyle !== "none" && style.outlineWidth !== "0px";
  const ringed = field !== null && getComputedStyle(element).boxShadow !== "none";
  const places = [element, element.closest("label"), element.parentElement];
  const visible =
    ringed ||
    places.some(
      (place) => place !== null && [undefined, "::after"].some((part) => outlined(getComputedStyle(place, part))),
    );
  return { name: [group, own].filter(Boolean).join(": ").replace(/\s+/g, " ").trim(), visible, isPage: false };
}

/** Tabs on until the focus is on something of this name; every stop on the way shows that it has the focus. */
async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(whereFocusIs);
    expect.soft(stop.visible, `the focus can be seen on “${stop.name}”`).toBe(true);
    if (name.test(stop.name)) return;
  }
  throw new Error(`the keyboard never reached ${name}`);
}

test("the finance stage is worked by keyboard alone, seen all the way and without a trap", async ({ screens }) => {
  const page = await screens.open("Kenji");
  const dealId = await comeInAsCustomer(page, "kenji");
  await page.goto(`/deals/${dealId}?stage=vehicle`);
  await expectLive(page);
  await page.keyboard.press("Tab");
  expect((await page.evaluate(whereFocusIs)).name).toBe("Skip to the page");
  await tabTo(page, /^Finance/);
  await page.keyboard.press("Enter");
  const panel = stagePanel(page);
  await expect(panel.getByRole("heading", { name: "How would you like to pay" })).toBeVisible();

  await tabTo(page, /^Way to pay/);
  await page.keyboard.press("ArrowLeft");
  await expect(summary(page).getByText("Paid in full, no financing")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(summary(page).getByText(/months at .* APR/)).toBeVisible();

  await tabTo(page, /^Cash down/);
  await page.keyboard.type("2750");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("textbox", { name: "Cash down" })).toHaveValue("$2,750");
  await expect(summary(page).getByText("−$2,750.00").first()).toBeVisible();

  await tabTo(page, /^\$[\d,.]+\$[\d,]+ interest$/);
  const cell = panel
    .getByRole("row", { name: /^36 mo/ })
    .getByRole("button")
    .first();
  await expect(cell).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cell).toHaveAttribute("aria-pressed", "true");
  const payment = await amountIn(cell);
  await expect.poll(() => deskPayment(page)).toBe(payment);

  await tabTo(page, /^Agree to these terms$/);
  await page.keyboard.press("Enter");
  await expect(panel.getByText("You agreed to these terms.")).toBeVisible();

  // On through what is left, out of the page, and in again at its top: nothing keeps the focus.
  await tabTo(page, /^(the page|Skip to the page)$/);
  await tabTo(page, /^Share this deal$/, "Shift+Tab");
});

test("the desk is walked with j and k, searched with the slash, and opened with Enter", async ({ screens }) => {
  const page = await screens.open("Maya");
  await comeInAs(page, maya);
  await page.goto("/desk");
  await expectLive(page);
  const rows = page.locator("[data-row]");
  const detail = page.getByRole("complementary", { name: "The chosen deal" });
  const customerOn = async (row: number) => (await rows.nth(row).locator("span").first().innerText()).trim();

  await page.keyboard.press("j");
  await expect(rows.nth(0)).toBeFocused();
  await expect(detail.getByRole("heading", { level: 2 })).toHaveText(await customerOn(0));
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await expect(detail.getByRole("heading", { level: 2 })).toHaveText(await customerOn(1));
  await page.keyboard.press("k");
  await expect(rows.nth(0)).toBeFocused();

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search the deals" }).filter({ visible: true })).toBeFocused();
  await page.keyboard.type("nakagawa");
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("Enter");
  await page.keyboard.press("j");
  await expect(rows.first()).toBeFocused();
  await expect(detail.getByRole("heading", { name: "Kenji Nakagawa" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/deals\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kenji’s");
});

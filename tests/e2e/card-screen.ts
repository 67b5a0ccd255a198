import { expect, type Locator, type Page } from "@playwright/test";
import { assert } from "#machines/assert";

export type Stage = "Vehicle" | "Trade-in" | "Finance" | "Protection" | "Deposit" | "Delivery";

/** Where a stage is opened: the rail of a desk, the strip of a phone. */
export const stageButton = (page: Page, stage: Stage): Locator =>
  page.getByRole("navigation", { name: "The six stages" }).getByRole("button", { name: stage });

export async function openStage(page: Page, stage: Stage): Promise<void> {
  await stageButton(page, stage).click();
  await expect(stageButton(page, stage)).toHaveAttribute("aria-current", "step");
}

/** The card shows that it has its live line; what happens elsewhere arrives from here on. */
export async function expectLive(page: Page): Promise<void> {
  await expect(page.getByRole("banner").getByText(/^Live/).filter({ visible: true })).toBeVisible();
}

export const stagePanel = (page: Page): Locator => page.getByRole("main");

/** The right column of a desk. */
export const summary = (page: Page): Locator => page.getByRole("complementary", { name: "The deal so far" });

/** On a phone the summary rises from the bar under the thumb. */
export async function openSummary(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Open the summary" }).click();
  return page.getByRole("dialog", { name: "The deal so far" });
}

export async function closeSummary(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "The deal so far" })).toBeHidden();
}

const amount = /\$[\d,]+\.\d{2}/;

/** The amount a text begins with, as it is written. */
export async function amountIn(place: Locator): Promise<string> {
  await expect(place).toHaveText(amount);
  const found = amount.exec(await place.innerText())?.[0];
  assert(found, "an amount stands there");
  return found;
}

/** What a phone shows under the thumb: "$743.18/mo", its terms, what is due. */
export const phonePayment = (page: Page): Promise<string> =>
  amountIn(page.getByRole("button", { name: "Open the summary" }));

/** What a desk shows largest. */
export const deskPayment = (page: Page): Promise<string> =>
  amountIn(
    summary(page)
      .getByText(/^\$[\d,]+\.\d{2}\/mo$/)
      .first(),
  );

/** The terms are accepted once; after that their place says when. */
export async function acceptDepositTerms(page: Page): Promise<void> {
  const terms = page.getByLabel("I accept these terms");
  const accepted = page.getByText(/^You accepted these terms/);
  await expect(terms.or(accepted)).toBeVisible();
  if (await terms.isVisible()) await terms.click();
  await expect(accepted).toBeVisible();
}

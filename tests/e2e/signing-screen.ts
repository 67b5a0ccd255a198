import { expect, type Page } from "@playwright/test";
import { assert } from "#machines/assert";
import { pdfText } from "#tests/support/pdf-text";
import { mailed } from "./credit-phone";
import { expectLive } from "./card-screen";

/** The card's screen for the customer's hands: a code from the seller's card opens the deal on a tablet. */
export async function pairTablet(seller: Page, screen: Page, dealId: string): Promise<void> {
  await seller.goto(`/deals/${dealId}`);
  await expectLive(seller);
  await seller.getByRole("button", { name: "People", exact: true }).click();
  const people = seller.getByRole("dialog", { name: "People and screens" });
  await people.getByRole("button", { name: "Pair a tablet" }).click();
  const code = (await people.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText()).trim();
  await screen.goto("/pair");
  await screen.getByLabel("Code").fill(code);
  await screen.getByRole("button", { name: "Open the deal" }).click();
  await screen.waitForURL(`**/deals/${dealId}`);
}

/** The link from the mailbox, and a second code from it. */
export async function openSigningLink(page: Page, email: string): Promise<void> {
  await page.goto(await mailed(page, email, /\/sign\/[\w-]{43}/));
  await page.getByRole("button", { name: "Send me the code" }).click();
  await page
    .getByLabel(/code/i)
    .first()
    .fill(await mailed(page, email, /(?<=\n)\d{6}(?=\n)/));
  await page.getByRole("button", { name: "Open my documents" }).click();
}

/** The consent with the code that stands in the sample; `wrongFirst` tries to go on without it. */
export async function consent(page: Page, { wrongFirst = false } = {}): Promise<void> {
  await expect(page.getByLabel("Code from the sample")).toBeVisible();
  const sample = pdfText(await (await page.request.get("/signing/sample.pdf")).body());
  const [, code = ""] = /^\s*(\d{4})\s*$/m.exec(sample) ?? [];
  if (wrongFirst) {
    await page.getByLabel("Code from the sample").fill(code === "1200" ? "1300" : "1200");
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Agree and go on" }).click();
    await expect(page.getByText("That is not the code.")).toBeVisible();
  }
  await page.getByLabel("Code from the sample").fill(code);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Agree and go on" }).click();
  const read = page.getByRole("button", { name: "I have read the differences" });
  const adopt = page.getByRole("button", { name: "Adopt this signature" });
  await expect(read.or(adopt)).toBeVisible();
  if (await read.isVisible()) await read.click();
  await expect(adopt).toBeVisible();
}

export async function drawSignature(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Draw it" }).check();
  const box = await page.getByRole("img", { name: "Draw your signature here" }).boundingBox();
  assert(box, "the pad is on the screen");
  await page.mouse.move(box.x + 60, box.y + 100);
  await page.mouse.down();
  for (const [x, y] of [
    [120, 40],
    [180, 130],
    [260, 60],
    [340, 110],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
  await page.mouse.up();
}

export const adoptSignature = (page: Page) => page.getByRole("button", { name: "Adopt this signature" }).click();

/** Opens every document and presses every place; answers how many. */
export async function signEverything(page: Page): Promise<number> {
  await expect(page.getByRole("heading", { name: /of \d+ places signed/ })).toBeVisible();
  const unread = page.getByRole("link", { name: "Read the document" });
  for (let left = await unread.count(); left > 0; left--) {
    const href = await unread.first().getAttribute("href");
    assert(href, "a document has its address");
    const [tab] = await Promise.all([page.waitForEvent("popup"), unread.first().click()]);
    // The page learns by itself that it was opened.
    await expect(unread).toHaveCount(left - 1);
    await tab.close();
    expect((await page.request.get(href)).headers()["content-type"]).toBe("application/pdf");
  }
  const places = page.getByRole("button", { name: /^(Sign|Initial) here/ });
  const all = await places.count();
  for (let left = all; left > 0; left--) {
    await places.first().click();
    await expect(places).toHaveCount(left - 1);
  }
  return all;
}

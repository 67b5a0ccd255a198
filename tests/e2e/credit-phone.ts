import type { Page } from "@playwright/test";
import { expect } from "./watched-screens";

const answers: Record<string, string>[] = [
  { firstName: "Noor", lastName: "Larkspur", dateOfBirth: "1986-04-02" },
  {
    street: "12 Elm Road",
    city: "Lakeside",
    region: "IL",
    postcode: "60614",
    housingPayment: "1300",
    monthsAtHome: "60",
  },
  { employer: "Invented Instruments", jobTitle: "Machinist", monthsAtWork: "72" },
  { monthlyIncome: "15000" },
  { licenceNumber: "T100-2000-3000", licenceName: "Noor Larkspur", licenceExpiry: "2032-01-01" },
];

const mails = /message=([\w-]+)"(?:(?!message=)[^])*?font-medium">([^<]+)</g;

/** What the newest mail of the demo's outbox to somebody has of such a pattern; mail is on its way for a moment. */
export async function mailed(page: Page, email: string, pattern: RegExp): Promise<string> {
  let found = "";
  await expect(async () => {
    const list = await (await page.request.get("/dev/outbox")).text();
    for (const [, id, to] of list.matchAll(mails)) {
      if (to !== email || found) continue;
      const mail = await (await page.request.get(`/dev/outbox?message=${id}`)).text();
      found = pattern.exec(mail.slice(mail.indexOf("<article")))?.[0] ?? "";
    }
    expect(found).not.toBe("");
  }).toPass();
  return found;
}

/** One party applies on their own phone: link by mail, code from the screen, a step at a time, signed. */
export async function applyAs(
  page: Page,
  dealId: string,
  { email, firstName, number }: { email: string; firstName: string; number: string },
): Promise<void> {
  await page.goto(`/deals/${dealId}/credit`);
  await page.getByLabel("Your e-mail").fill(email);
  await page.getByRole("button", { name: "Send my link" }).click();
  const code = (await page.getByTestId("credit-code").innerText()).trim();
  await page.goto(await mailed(page, email, /\/credit\/[\w-]{43}/));
  await page.getByLabel(/code/i).first().fill(code);
  await page.getByRole("button", { name: "Open" }).click();
  await page.waitForURL(/\/credit\/application\//);
  for (const step of answers) {
    for (const [name, value] of Object.entries(step)) {
      const text = value === "Noor" ? firstName : name === "licenceName" ? `${firstName} Larkspur` : value;
      await page.locator(`input[name=${name}]`).fill(text);
    }
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    await page.getByRole("button", { name: "Save and go on" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(heading);
  }
  await page.locator("input[name=governmentNumber]").fill(number);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.getByLabel("I have read this and agree.").check();
  await page.getByLabel("Your full name as signature").fill(`${firstName} Larkspur`);
  await page.getByRole("button", { name: "Sign and submit my part" }).click();
  await expect(page.getByRole("heading", { name: "Thank you, your part is complete." })).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(number);
}

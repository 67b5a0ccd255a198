import type { Page } from "@playwright/test";
import { expectLive, openStage } from "./card-screen";
import { comeInAs, walt } from "./demo-people";
import { desk, expect, phone, test, WatchedScreens } from "./watched-screens";

const answers: Record<string, string>[] = [
  { firstName: "Theo", lastName: "Larkspur", dateOfBirth: "1986-04-02" },
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
  { licenceNumber: "T100-2000-3000", licenceName: "Theo Larkspur", licenceExpiry: "2032-01-01" },
];

/** The newest mail of the demo's outbox with a credit link in it. */
async function linkFor(page: Page, email: string): Promise<string> {
  const outbox = await page.request.get("/dev/outbox");
  const html = await outbox.text();
  const mine = html.slice(html.indexOf(email));
  const path = /\/credit\/[\w-]{43}/.exec(mine)?.[0];
  expect(path).toBeTruthy();
  return path ?? "";
}

/** One party applies on their own phone: link by mail, code from the screen, a step at a time, signed. */
async function applyAs(page: Page, dealId: string, email: string, firstName: string, number: string): Promise<void> {
  await page.goto(`/deals/${dealId}/credit`);
  await page.getByLabel("Your e-mail").fill(email);
  await page.getByRole("button", { name: "Send my link" }).click();
  const code = (await page.getByTestId("credit-code").innerText()).trim();
  await page.goto(await linkFor(page, email));
  await page.getByLabel(/code/i).first().fill(code);
  await page.getByRole("button", { name: "Open" }).click();
  await page.waitForURL(/\/credit\/application\//);
  for (const step of answers) {
    for (const [name, value] of Object.entries(step)) {
      const text = value === "Theo" ? firstName : name === "licenceName" ? `${firstName} Larkspur` : value;
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

test("[C3] [C7] [SEC-10] shopper and co-buyer apply on two phones, and a lender's answer arrives live", async ({
  browser,
}, { project }) => {
  const screens = new WatchedScreens(browser, project.use.baseURL ?? "");
  const shopper = await screens.open("customer", phone);
  const coBuyer = await screens.open("coBuyer", phone);
  const finance = await screens.open("Walt", desk);

  await shopper.goto("/inventory?condition=new");
  await shopper.getByRole("article").first().getByRole("link").click();
  await shopper.getByRole("button", { name: "Start my deal" }).filter({ visible: true }).click();
  await shopper.waitForURL(/\/deals\/[\w-]+/);
  const dealId = /deals\/([\w-]+)/.exec(shopper.url())?.[1] ?? "";
  await expectLive(shopper);

  await shopper
    .getByRole("button", { name: /^People/ })
    .filter({ visible: true })
    .first()
    .click();
  const people = shopper.getByRole("dialog");
  await people.getByRole("radio", { name: "Co-buyer" }).check();
  await people.getByLabel("First name").fill("Nadia");
  await people.getByRole("button", { name: "Keep a seat for them" }).click();
  await people.getByRole("button", { name: "Make their link" }).click();
  const url = (await people.getByText(/\/seat\//).innerText()).trim();
  await coBuyer.goto(new URL(url).pathname);
  await coBuyer.getByLabel("Code").fill((await people.getByText(/^\d{6}$/).innerText()).trim());
  await coBuyer.getByRole("button", { name: "Take the seat" }).click();
  await coBuyer.waitForURL(/\/deals\//);

  await applyAs(shopper, dealId, "theo@example.test", "Theo", "900-41-9988");
  await applyAs(coBuyer, dealId, "nadia@example.test", "Nadia", "900-42-9987");
  await coBuyer.goto(`/deals/${dealId}`);

  await shopper.goto(`/deals/${dealId}`);
  await expectLive(shopper);
  await openStage(shopper, "Finance");
  await comeInAs(finance, walt);
  await finance.goto(`/finance/credit/${dealId}`);
  await finance.locator("li", { hasText: "Alder Grove Bank" }).getByRole("button", { name: "Send" }).click();

  const said = shopper.locator("[data-lender-answer]").first();
  await expect(said).toContainText(/Alder Grove Bank (approved|offers)/, { timeout: 20_000 });
  expect(await said.innerText()).toMatch(/about \$[\d,.]+ a month/);
  await expect(shopper.getByRole("main")).not.toContainText(/Tier|reserve/i);
  await screens.close();
});

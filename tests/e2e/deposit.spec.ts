import type { Page } from "@playwright/test";
import { acceptDepositTerms, expectLive, openStage, stagePanel } from "./card-screen";
import { comeInAs, ines, maya, walt } from "./demo-people";
import { desk, expect, phone, test, type WatchedScreens } from "./watched-screens";

/** A deal of one's own on a car that is for sale, on the deposit stage. */
async function startDeal(page: Page, stockNumber: string): Promise<string> {
  await page.goto(`/inventory/${stockNumber}`);
  await page.getByRole("button", { name: "Start my deal" }).filter({ visible: true }).click();
  await page.waitForURL(/\/deals\/[\w-]+/);
  await expectLive(page);
  await openStage(page, "Deposit");
  return /\/deals\/([\w-]+)/.exec(page.url())?.[1] ?? "";
}

/** Cars for sale that nobody has a deposit on, one for each story. */
async function carsForSale(page: Page): Promise<string[]> {
  await page.goto("/inventory?condition=used");
  const links = await page
    .getByRole("region", { name: "Results" })
    .getByRole("article")
    .filter({ hasNotText: "Held for a shopper" })
    .getByRole("link")
    .all();
  const found = await Promise.all(links.map((link) => link.getAttribute("href")));
  return [...new Set(found.flatMap((href) => /\/inventory\/([\w-]+)/.exec(href ?? "")?.[1] ?? []))];
}

const payButton = /^(Pay the \$500 deposit|Finish paying)$/;

async function toThePaymentPage(page: Page): Promise<void> {
  await acceptDepositTerms(page);
  await page.getByRole("button", { name: payButton }).click();
  await page.waitForURL(/\/c\/pay\//);
}

const held = (page: Page) => stagePanel(page).getByText(/^The car is held until/);

async function watching(screens: WatchedScreens, dealId: string, name = "Maya"): Promise<Page> {
  const seller = await screens.open(name, desk);
  await comeInAs(seller, maya);
  await seller.goto(`/deals/${dealId}?stage=deposit`);
  await expectLive(seller);
  return seller;
}

test("[PAY-21] a deposit on the phone while the salesperson watches: declined, asked by the bank and left, then paid", async ({
  screens,
}) => {
  const customer = await screens.open("customer", phone);
  const [car] = (await carsForSale(customer)).slice(0, 1);
  const dealId = await startDeal(customer, car ?? "");
  const seller = await watching(screens, dealId);

  await toThePaymentPage(customer);
  await customer.getByRole("button", { name: "Let the card be declined", exact: true }).click();
  await expect(stagePanel(seller).getByText("The payment did not go through.")).toBeVisible();

  await customer.getByRole("button", { name: /3-D Secure/ }).click();
  await expect(stagePanel(seller).getByText("Waiting for your bank.")).toBeVisible();
  await customer.goto(`/deals/${dealId}?stage=deposit`);
  await expect(stagePanel(customer).getByText("Waiting for your bank.")).toBeVisible();

  await customer.getByRole("button", { name: payButton }).click();
  await customer.waitForURL(/\/c\/pay\//);
  // Come back to, the page asks anew; the bank is asked again and answered this time.
  await customer.getByRole("button", { name: /3-D Secure/ }).click();
  await customer.getByRole("button", { name: "Yes, it is me" }).click();
  await customer.waitForURL(/\/deals\//);
  await expect(held(customer)).toBeVisible();
  await expect(held(seller)).toBeVisible();

  const receipt = stagePanel(customer).getByRole("link", { name: /^Receipt for \$500/ });
  const paper = await customer.request.get((await receipt.getAttribute("href")) ?? "");
  expect(paper.headers()["content-type"]).toBe("application/pdf");
});

test("[PAY-13] two want one car: the second is told before paying, waits, and hears when it is free", async ({
  screens,
}) => {
  const first = await screens.open("first", phone);
  const second = await screens.open("second", phone);
  const car = (await carsForSale(first))[1] ?? "";
  const dealId = await startDeal(first, car);
  await startDeal(second, car);
  await toThePaymentPage(first);
  await first.getByRole("button", { name: "Pay $500.00", exact: true }).click();
  await first.waitForURL(/\/deals\//);
  await expect(held(first)).toBeVisible();
  const elsewhere = stagePanel(second).getByText(/You can wait for it here/);
  await expect(elsewhere).toBeVisible();
  await acceptDepositTerms(second);
  await second.getByRole("button", { name: payButton }).click();
  await expect(second.getByRole("alert").first()).toContainText("Another customer’s deposit holds this car.");
  await expect(second).toHaveURL(/refused=vehicleTaken/);

  await first.goto(`/deals/${dealId}?stage=deposit`);
  await stagePanel(first).getByText("Ask for it back").click();
  await first.getByLabel("Why, in a few words").fill("The other colour is nicer");
  await first.getByRole("button", { name: "Ask for the refund" }).click();
  await expect(elsewhere).toBeHidden();
});

test("[P7] the salesperson shows a code; the customer pays on their own phone, and both cards show it", async ({
  screens,
}) => {
  const customer = await screens.open("customer", phone);
  const car = (await carsForSale(customer))[2] ?? "";
  const dealId = await startDeal(customer, car);
  const seller = await watching(screens, dealId);
  const made = seller.waitForResponse(/pay-link/);
  await seller.getByRole("button", { name: "Show the code" }).click();
  const { url } = (await (await made).json()) as { url: string };
  await expect(seller.getByRole("img", { name: "Code with the payment link" })).toBeVisible();

  const payer = await screens.open("payer", phone);
  await payer.goto(new URL(url).pathname);
  await payer.getByLabel("I accept these terms").check();
  await payer.getByRole("button", { name: "Pay $500" }).click();
  await payer.waitForURL(/\/c\/pay\//);
  await payer.getByRole("button", { name: "Pay $500.00", exact: true }).click();
  await payer.waitForURL(/\/pay\//);
  await expect(payer.getByText("Paid. The car is held for you.")).toBeVisible();
  await expect(held(seller)).toBeVisible();
  await expect(held(customer)).toBeVisible();
  screens.expectTrouble(/404/);
  await payer.goto(`/pay/${"x".repeat(40)}~s1.k.y`);
  await expect(payer.getByText("This link is over")).toBeVisible();
});

test("[P7] [P9] [P11] at the desk: a deposit in cash, a cheque, a part given back by two people", async ({
  screens,
}) => {
  const customer = await screens.open("customer", phone);
  const car = (await carsForSale(customer))[3] ?? "";
  const dealId = await startDeal(customer, car);
  const seller = await watching(screens, dealId);
  await seller.getByRole("button", { name: "Take the deposit" }).click();
  await expect(held(customer)).toBeVisible();
  const till = seller.locator("form").filter({ has: seller.getByRole("button", { name: "Write it down" }) });
  await till.getByLabel("How").selectOption("check");
  await till.getByLabel("Amount").fill("1,000");
  await till.getByRole("button", { name: "Write it down" }).click();
  await expect(stagePanel(customer).getByText("Cheque", { exact: false }).first()).toBeVisible();

  const finance = await screens.open("Walt", desk);
  await comeInAs(finance, walt);
  await finance.goto(`/deals/${dealId}?stage=deposit`);
  await expectLive(finance);
  await finance.getByText("Give back or keep").last().click();
  await finance.getByLabel("Give back", { exact: true }).fill("200");
  await finance.getByLabel("Reason").last().selectOption("goodwill");
  await finance.getByLabel("What happened").last().fill("The paint was touched up");
  await finance.getByRole("button", { name: "Ask for it" }).click();
  const manager = await screens.open("Ines", desk);
  await comeInAs(manager, ines);
  await manager.goto(`/deals/${dealId}?stage=deposit`);
  await expectLive(manager);
  await manager.getByRole("button", { name: "Approve" }).click();
  await expect(stagePanel(customer).getByText(/\$300 paid at the store/)).toBeVisible();
  await finance.goto("/store/till");
  await expect(finance.getByRole("table")).toContainText("Cheque");
});

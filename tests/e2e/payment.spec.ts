import { deskPayment, expectLive, summary } from "./card-screen";
import { desk, expect, phone, test } from "./watched-screens";

/** "$538.36" of "$538.36 /mo": what stands before the unit. */
const amountOf = (text: string): string => /\$[\d,]+\.\d{2}/.exec(text.replaceAll(/\s+/g, ""))?.[0] ?? "";

test("[Q5] [Q6] [PP5] a payment is the same on the list, on the page, on the deal and on its promise", async ({
  screens,
}) => {
  const page = await screens.open("shopper", desk);
  await page.goto("/inventory");
  const filters = page.getByRole("search").filter({ visible: true });
  const results = page.getByRole("region", { name: "Results" });
  await filters.getByText("Your terms").click();
  await filters.getByLabel("Credit, as you see it").selectOption({ label: "Credit 660–719" });
  await expect(page).toHaveURL(/credit=good/);
  await filters.getByLabel("Term", { exact: true }).selectOption("72");
  await filters.getByLabel("Cash down").fill("4250");
  await expect(page).toHaveURL(/down=4250/);
  await page.getByLabel("Sort by").selectOption("Payment, high to low");
  await expect(page).toHaveURL(/sort=paymentDown/);
  const most = filters.getByRole("group", { name: "Monthly payment" }).getByLabel("Up to");
  await most.selectOption("600");
  await expect(results.getByRole("link", { name: "Without Up to $600 a month" })).toBeVisible();

  const first = results.getByRole("article").first();
  await expect(first).toContainText(/72 mo, [\d.]+ % APR, \$4,250 down/);
  const payment = /\$[\d,]+\.\d{2}(?=\s*\/mo)/.exec(await first.innerText())?.[0] ?? "";
  expect(Number(payment.replaceAll(/[$,]/g, ""))).toBeLessThanOrEqual(600);

  const name = await first.getByRole("heading").innerText();
  await first.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const ways = page.getByRole("region", { name: "Ways to pay" });
  await expect(ways).toContainText(/Total of payments/);
  await expect.poll(async () => amountOf(await ways.innerText())).toBe(payment);
  await expect(page.getByRole("region", { name: "Other cars at this payment" }).getByRole("article")).toHaveCount(4);

  await page.getByRole("button", { name: "Start my deal" }).filter({ visible: true }).click();
  await page.waitForURL(/\/deals\/[\w-]+/);
  await expectLive(page);
  await expect.poll(() => deskPayment(page)).toBe(payment);

  await summary(page)
    .getByRole("button", { name: /^Keep this price/ })
    .click();
  const drawer = page.getByRole("dialog", { name: "Your price promise" });
  await drawer.getByRole("button", { name: "Keep these figures" }).click();
  await expect(drawer.getByText("Nothing on this deal is above it.")).toBeVisible();
  await expect(drawer.getByRole("listitem")).toContainText(payment);
  const opened = page.context().waitForEvent("page");
  await drawer.getByRole("link", { name: "Check page" }).click();
  const check = await opened;
  await expect(check.getByRole("main").getByRole("status")).toContainText("Still good");
  await expect(check.getByRole("article")).toContainText(payment);
  await expect(check.getByRole("article")).toContainText(name);
});

test("[PP1] [PP5] a price is kept on the page of the car without a script, and its paper is checked by number and code", async ({
  screens,
}) => {
  // A wrong code is answered as nothing there.
  screens.expectTrouble(/404/);
  const page = await screens.open("shopper without scripts", { ...phone, javaScriptEnabled: false });
  await page.goto("/inventory?condition=new");
  const free = page.getByRole("article").filter({ hasNotText: "Held for a shopper" }).first();
  const path = new URL((await free.getByRole("link").first().getAttribute("href")) ?? "", page.url()).pathname;
  await page.goto(`${path}?credit=good&trade=8000&owed=2500`);
  const ways = page.getByRole("region", { name: "Ways to pay" });
  await ways.getByLabel("Cash down").fill("5,500");
  await ways.getByRole("button", { name: "Update" }).click();
  await expect(page).toHaveURL(/down=5%2C500/);
  await expect(ways).toContainText("$5,500 down, $8,000 trade");
  const payment = amountOf(await ways.innerText());
  await page.getByRole("button", { name: /^Keep this price/ }).click();
  await page.waitForURL(/\/promise\/P-/);
  await expect(page.getByRole("main").getByRole("status")).toContainText("Still good");
  await expect(page.getByRole("article")).toContainText(payment);

  const { pathname, searchParams } = new URL(page.url());
  await page.getByRole("link", { name: "Check another" }).click();
  await page.getByLabel("Promise number").fill(pathname.split("/").at(-1)!.toLowerCase());
  await page.getByLabel("Check code").fill("0000-0000");
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByText("We found no such promise.")).toBeVisible();
  await page.getByLabel("Check code").fill(searchParams.get("code") ?? "");
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("Still good");
});

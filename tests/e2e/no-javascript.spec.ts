import { desk, expect, test } from "./watched-screens";

test("the shop works without JavaScript, up to a card that can be read", async ({ screens }) => {
  const page = await screens.open("shopper without scripts", { ...desk, javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("link", { name: /^All \d+ cars in stock/ }).click();
  const found = page.getByRole("heading", { level: 1 });
  await expect(found).toHaveText(/^\d+ cars/);
  const all = Number.parseInt(await found.innerText(), 10);

  const filters = page.getByRole("search").filter({ visible: true });
  await filters.getByRole("checkbox", { name: /^New/ }).check();
  await filters.getByRole("button", { name: "Show results" }).click();
  await expect(page).toHaveURL(/condition=new/);
  expect(Number.parseInt(await found.innerText(), 10)).toBeLessThan(all);

  await page.getByLabel("Sort by").selectOption("Price, low to high");
  await page.getByRole("button", { name: "Show results" }).last().click();
  await expect(page).toHaveURL(/condition=new.*sort=priceUp|sort=priceUp.*condition=new/);
  const prices = (await page.getByRole("article").allInnerTexts()).map((card) => /\$([\d,]+)/.exec(card)?.[1] ?? "");
  const inCents = prices.map((price) => Number(price.replace(/,/g, "")));
  expect(inCents).toEqual(inCents.toSorted((one, other) => one - other));
  const first = await page.getByRole("article").first().getByRole("heading").innerText();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByRole("article").first().getByRole("heading")).not.toHaveText(first);

  const free = page.getByRole("article").filter({ hasNotText: "Held for a shopper" }).first();
  const vehicle = await free.getByRole("heading").innerText();
  await free.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: vehicle })).toBeVisible();
  const ways = page.getByRole("region", { name: "Ways to pay" });
  await ways.getByRole("link", { name: "Cash" }).click();
  await expect(page).toHaveURL(/pay=cash/);
  await expect(ways).toContainText("Nothing to finance.");
  await ways.getByRole("link", { name: "Finance" }).click();
  await expect(ways).toContainText("% APR on");

  const gallery = page.getByRole("region", { name: new RegExp(`${vehicle}$`) });
  await gallery.getByRole("link", { name: "Next picture" }).click();
  await expect(page).toHaveURL(/#photo-/);
  const shown = new URL(page.url()).hash;
  await expect(gallery.locator(shown)).toBeInViewport();

  await page.getByRole("button", { name: "Start my deal" }).filter({ visible: true }).click();
  await page.waitForURL(/\/deals\//);
  await expect(page.getByRole("navigation", { name: "The six stages" }).filter({ visible: true })).toContainText(
    "Delivery",
  );
  const summary = page.getByRole("complementary", { name: "The deal so far" });
  await expect(summary.getByText(/^\$[\d,]+\.\d{2}\/mo$/).first()).toBeVisible();
  await expect(summary.getByText("Out-the-door total")).toBeVisible();
});

test("[Z1] a test drive is booked without JavaScript, from the vehicle's page to its time", async ({ screens }) => {
  const page = await screens.open("driver without scripts", { ...desk, javaScriptEnabled: false });
  await page.goto("/inventory?condition=used&sort=priceUp");
  await page.getByRole("article").filter({ hasNotText: "Held for a shopper" }).nth(3).getByRole("link").click();
  await page.getByRole("link", { name: "Test drive" }).filter({ visible: true }).click();
  await page.getByRole("radio", { disabled: false }).first().check();
  await page.getByRole("button", { name: "Book the test drive" }).click();
  await page.waitForURL(/\/deals\/[^/]+\/drive$/);
  await expect(page.getByText(/^Booked: /)).toBeVisible();
});

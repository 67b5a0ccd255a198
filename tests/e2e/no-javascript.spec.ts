import { desk, expect, test } from "./watched-screens";

test("the shop works without JavaScript, up to a card that can be read", async ({ screens }) => {
  const page = await screens.open("shopper without scripts", { ...desk, javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("link", { name: /All \d+ cars/ }).first().click();
  await expect(page).toHaveURL(/\/inventory/);

  const found = page.getByRole("heading", { level: 1 });
  await expect(found).toHaveText(/^\d+ cars/);
  const all = Number.parseInt(await found.innerText(), 10);
  const filters = page.getByRole("search").filter({ visible: true }).first();
  await filters.getByRole("checkbox", { name: /^Pickups/ }).check();
  await filters.getByRole("button", { name: /show|search|apply/i }).first().click();
  await expect(page).toHaveURL(/body=pickup/);
  const some = Number.parseInt(await found.innerText(), 10);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);

  await page.goto("/inventory?sort=priceUp");
  await page.getByRole("link", { name: /next/i }).first().click();
  await expect(page).toHaveURL(/page=2/);

  await page.goto("/inventory/N2614");
  await page.getByRole("link", { name: "Lease" }).click();
  await expect(page).toHaveURL(/pay=lease/);
  await page.getByRole("button", { name: "Start my deal" }).first().click();
  await expect(page).toHaveURL(/\/deals\//);
  await expect(page.getByText("Out-the-door total").filter({ visible: true }).first()).toBeVisible();
});

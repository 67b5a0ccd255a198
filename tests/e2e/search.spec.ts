import { desk, expect, test } from "./watched-screens";

test("what is asked while an older answer is awaited keeps what was asked before it", async ({ screens }) => {
  const page = await screens.open("shopper", desk);
  await page.goto("/inventory");
  const filters = page.getByRole("search").filter({ visible: true });
  await filters.getByText("Your terms").click();
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/inventory\.data/, async (route) => {
    await held;
    // Whoever asks anew no longer waits for the older answer.
    await route.continue().catch(() => undefined);
  });
  const isAsked = (part: string) => page.waitForRequest((request) => request.url().includes(part));
  const term = isAsked("term=72");
  await filters.getByLabel("Term", { exact: true }).selectOption("72");
  await term;
  const sort = isAsked("sort=paymentDown");
  await page.getByLabel("Sort by").selectOption("Payment, high to low");
  await sort;
  const credit = isAsked("credit=good");
  await filters.getByLabel("Credit, as you see it").selectOption({ label: "Credit 660–719" });
  await credit;
  const down = isAsked("down=4250");
  await filters.getByLabel("Cash down").fill("4250");
  await down;
  answer();
  await expect(page).toHaveURL(/term=72.*down=4250|down=4250.*term=72/);
  for (const part of ["term=72", "credit=good", "down=4250", "sort=paymentDown"]) expect(page.url()).toContain(part);
  const first = page.getByRole("region", { name: "Results" }).getByRole("article").first();
  await expect(first).toContainText(/72 mo, [\d.]+ % APR, \$4,250 down/);
  await expect(filters.getByLabel("Term", { exact: true })).toHaveValue("72");
  await expect(page.getByLabel("Sort by")).toHaveValue("paymentDown");

  await page.unroute(/\/inventory\.data/);
  await page.getByRole("link", { name: /^Without .*72/ }).click();
  await expect(filters.getByLabel("Term", { exact: true })).not.toHaveValue("72");
  await expect(page).toHaveURL(/down=4250/);
  await page.goBack();
  await expect(filters.getByLabel("Term", { exact: true })).toHaveValue("72");
});

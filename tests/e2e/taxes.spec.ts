import type { Page } from "@playwright/test";
import { expectLive } from "./card-screen";
import { comeInAs, walt } from "./demo-people";
import { desk, expect, test, WatchedScreens } from "./watched-screens";

test.describe.configure({ mode: "serial" });

test.describe("where the car is kept decides the tax", () => {
  let screens: WatchedScreens;
  let customer: Page;
  let finance: Page;

  test.beforeAll(async ({ browser }, { project }) => {
    screens = new WatchedScreens(browser, project.use.baseURL ?? "");
    customer = await screens.open("customer", desk);
    finance = await screens.open("Walt", desk);
  });
  test.afterEach(() => screens.assertNoTrouble());
  test.afterAll(() => screens.close());

  const taxes = (page: Page) => page.getByRole("dialog", { name: "Taxes and fees" });
  const lineOf = (page: Page, name: RegExp) => taxes(page).locator("summary").filter({ hasText: name });
  const openTaxes = (page: Page) => page.getByRole("button", { name: "Where the car will be kept" }).click();

  async function keepAt(region: string, postcode: string) {
    await taxes(customer).getByLabel("Street").fill("9 Ridge Road");
    await taxes(customer).getByLabel("City").fill("Elsewhere");
    await taxes(customer).getByLabel("State", { exact: true }).fill(region);
    await taxes(customer).getByLabel("ZIP code").fill(postcode);
    await taxes(customer)
      .getByRole("button", { name: /Use these taxes|Look up again/ })
      .click();
  }

  test("a place the store has not confirmed is said on both screens, and the figures stay the store's", async () => {
    await customer.goto("/inventory?condition=new");
    await customer
      .getByRole("region", { name: "Results" })
      .getByRole("article")
      .first()
      .getByRole("link")
      .first()
      .click();
    await customer.getByRole("button", { name: "Start my deal" }).filter({ visible: true }).first().click();
    await customer.waitForURL(/\/deals\/d-/);
    const [path = ""] = new URL(customer.url()).pathname.split("?");
    await customer.goto(`${path}?stage=vehicle`);
    await comeInAs(finance, walt);
    await finance.goto(`${path}?stage=vehicle`);
    await expectLive(customer);
    await expectLive(finance);
    await openTaxes(customer);
    await openTaxes(finance);
    await keepAt("Ohio", "43215");
    for (const page of [customer, finance])
      await expect(taxes(page).getByText("The store has not confirmed taxes for Ohio yet")).toBeVisible();
    await expect(lineOf(customer, /Local sales tax/)).toBeVisible();
  });

  test("[X5] the tax of a verified place takes its place on both screens", async () => {
    await keepAt("TN", "37201");
    for (const page of [customer, finance]) {
      await expect(taxes(page).getByText("Tennessee: Sales tax with single article limit").first()).toBeVisible();
      await expect(lineOf(page, /Single article tax/)).toContainText("$44.00");
    }
    await lineOf(customer, /Single article tax/).click();
    await expect(taxes(customer).getByText(/^2\.75.% of \$1,600\.00\./)).toBeVisible();
  });

  test("[X9] a tax stated by hand is marked for everybody, with its reason, and is taken back", async () => {
    await lineOf(finance, /State sales tax/).click();
    await finance.getByRole("button", { name: "State by hand" }).filter({ visible: true }).click();
    await finance.getByLabel("Amount", { exact: true }).fill("1,234.56");
    await finance.getByLabel("Reason").fill("The county clerk's own table");
    await finance.getByRole("button", { name: "Set the amount" }).click();
    for (const page of [customer, finance])
      await expect(lineOf(page, /State sales tax.*by hand/)).toContainText("$1,234.56");
    await expect(taxes(customer).getByRole("button", { name: "State by hand" })).toHaveCount(0);
    await lineOf(customer, /by hand/).click();
    await expect(taxes(customer).getByText("Stated by hand by Walt: The county clerk's own table.")).toBeVisible();
    await finance.getByRole("button", { name: "Back to the rule" }).click();
    await expect(lineOf(customer, /by hand/)).toHaveCount(0);
  });
});

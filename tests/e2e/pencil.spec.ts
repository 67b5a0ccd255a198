import { expectLive, phonePayment, stagePanel } from "./card-screen";
import { comeInAs, comeInAsCustomer, ines, maya } from "./demo-people";
import { HeardBy } from "./heard-by";
import { desk, expect, phone, test } from "./watched-screens";

test("a discount beyond the limit is asked for, granted by one tap elsewhere, proposed, and agreed to on the phone", async ({
  screens,
}) => {
  const customer = await screens.open("customer", phone);
  const seller = await screens.open("Maya", desk);
  const manager = await screens.open("Ines", desk);
  const dealId = await comeInAsCustomer(customer, "theo");
  await comeInAs(seller, maya);
  await comeInAs(manager, ines);
  const heard = new HeardBy(customer);
  await customer.goto(`/deals/${dealId}?stage=finance`);
  await manager.goto("/desk");
  await seller.goto(`/desk/${dealId}`);
  await expectLive(customer);
  const price = seller.getByRole("textbox", { name: "Selling price" });
  await expect(price).toHaveValue("$36,995");
  await expect(seller.getByRole("banner").getByText("Live")).toBeVisible();

  await test.step("beyond her limit she is refused, and asks", async () => {
    await price.fill("35,900");
    await price.press("Enter");
    await expect(seller.getByText(/below your limit of \$36,495/)).toBeVisible();
    await expect(price).toHaveValue("$36,995");
    await seller.getByRole("button", { name: "Ask a manager" }).click();
    await expect(seller.getByText("Price to $35,900")).toBeVisible();
  });

  await test.step("the manager, on another screen, approves with one tap", async () => {
    const strip = manager.getByRole("region", { name: "Approvals" });
    await expect(strip.getByText("Price to $35,900")).toBeVisible();
    await expect(strip.getByText("Theo Lindqvist, 2026 Norden Vista Hybrid")).toBeVisible();
    await strip.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(strip.getByText("Price to $35,900")).toBeHidden();
    await expect(price).toHaveValue("$35,900");
    await expect(seller.getByText(/Ines approved/)).toBeVisible();
    await expect(stagePanel(customer).getByText("$35,900.00")).toBeVisible();
  });

  const standing = await phonePayment(customer);
  await test.step("what she tries next is on her screen alone", async () => {
    await seller.getByRole("radio", { name: "What if" }).check();
    const cash = seller.getByRole("textbox", { name: "Cash down" });
    await cash.fill("4,000");
    await cash.press("Enter");
    await expect(seller.getByText(`the customer sees ${standing}`)).toBeVisible();
    expect(await phonePayment(customer)).toBe(standing);
  });

  await test.step("proposed, it lies on the customer's phone with what it changes", async () => {
    await seller.getByRole("button", { name: "Propose these terms" }).click();
    await seller.getByLabel("A word to the customer").fill("With this you stay under your target.");
    await seller.getByRole("button", { name: "Send the proposal" }).click();
    const sheet = stagePanel(customer).locator("#pencil");
    await expect(sheet.getByText("Proposal 1")).toBeVisible();
    await expect(sheet.getByText("With this you stay under your target.")).toBeVisible();
    await expect(sheet.getByText(/Payment down .* a month/)).toBeVisible();
  });

  await test.step("agreed by name under the thumb, the figures are the same everywhere", async () => {
    const proposed = /\$[\d,]+\.\d{2}/.exec(await stagePanel(customer).locator("#pencil").innerText())?.[0];
    await customer.getByRole("button", { name: "Agree to proposal 1" }).click();
    await expect(customer.getByText("Type your name first.")).toBeVisible();
    await customer.getByLabel("Type your name to agree").fill("Theo Lindqvist");
    await customer.getByRole("button", { name: "Agree to proposal 1" }).click();
    await expect.poll(() => phonePayment(customer)).toBe(proposed);
    await expect(seller.getByText("Signed “Theo Lindqvist”")).toBeVisible();
    await expect(seller.getByRole("group", { name: "The deal in four squares" })).toContainText(proposed ?? "?");
    await expect(seller.getByText("Sealed").first()).toBeVisible();
  });

  // Nobody told the customer of a limit, a request or who granted it.
  expect(await heard.whoTold(/approval\.|"authority|longestTermMonths|36,?495|3649500/i)).toEqual([]);
});

import { expectLive, openStage, stagePanel } from "./card-screen";
import { comeInAs, comeInAsCustomer, maya } from "./demo-people";
import { desk, expect, phone, test } from "./watched-screens";

test("what is changed without a line waits, says so, and arrives once when the line is back", async ({ screens }) => {
  // The browser itself complains of every try while the network is cut.
  screens.expectTrouble(/ERR_INTERNET_DISCONNECTED|WebSocket connection to .* failed/);
  const customer = await screens.open("Kenji", phone);
  const seller = await screens.open("Maya", desk);
  const dealId = await comeInAsCustomer(customer, "kenji");
  await comeInAs(seller, maya);
  for (const page of [customer, seller]) {
    await page.goto(`/deals/${dealId}?stage=finance`);
    await expectLive(page);
  }
  await customer.context().setOffline(true);
  const banner = customer.getByText(/^You’re offline\./);
  await expect(banner).toBeVisible({ timeout: 45_000 });
  await openStage(customer, "Finance");
  const cashDown = stagePanel(customer).getByRole("textbox", { name: "Cash down" });
  await cashDown.fill("2,345");
  await cashDown.press("Enter");
  await expect(banner).toContainText("1 change waits on this device.");
  await expect(stagePanel(seller).getByRole("textbox", { name: "Cash down" })).not.toHaveValue("$2,345");

  await customer.context().setOffline(false);
  await expect(banner).toBeHidden();
  await expect(stagePanel(seller).getByRole("textbox", { name: "Cash down" })).toHaveValue("$2,345");
  await seller.goto(`/deals/${dealId}/history`);
  await expect(seller.getByRole("listitem").filter({ hasText: /cash down .* to \$2,345\./ })).toHaveCount(1);
});

import { expectLive, stagePanel } from "./card-screen";
import { comeInAs, comeInAsCustomer, maya } from "./demo-people";
import { desk, expect, phone, test } from "./watched-screens";

/** What the customer types without a line; each is another value, so that each has to be found afterwards. */
const AMOUNTS = Array.from({ length: 10 }, (_, index) => 2_110 + index * 10);
const written = (dollars: number) => `$${dollars.toLocaleString("en-US")}`;

test("[LIVE-12] ten edits without a network: shown at once, kept through a reload, each applied once and in order", async ({
  screens,
}) => {
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
  const field = (page: typeof customer) => stagePanel(page).getByRole("textbox", { name: "Cash down" });
  const before = await field(seller).inputValue();

  await customer.context().setOffline(true);
  for (const dollars of AMOUNTS.slice(0, 9)) {
    await field(customer).fill(String(dollars));
    await field(customer).press("Enter");
    await expect(field(customer)).toHaveValue(written(dollars));
  }
  await expect(customer.getByText(/9 changes wait on this device\./)).toBeVisible();
  await expect(field(seller)).toHaveValue(before);

  // The tab is closed and the card opened anew: only what the browser keeps can have survived.
  const context = customer.context();
  await customer.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await context.setOffline(false);
  await again.goto(`/deals/${dealId}?stage=finance`);
  await expectLive(again);
  await field(again).fill(String(AMOUNTS[9]));
  await field(again).press("Enter");
  await expect(field(seller)).toHaveValue(written(AMOUNTS[9]!));
  await expect(field(again)).toHaveValue(written(AMOUNTS[9]!));

  await seller.goto(`/deals/${dealId}/history`);
  for (const dollars of AMOUNTS) {
    const line = new RegExp(`cash down .* to \\${written(dollars)}\\.`);
    await expect(seller.getByRole("listitem").filter({ hasText: line })).toHaveCount(1);
  }
});

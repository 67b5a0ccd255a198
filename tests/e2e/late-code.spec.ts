import { stageNames } from "#machines/stages/stage";
import { expectLive, openStage, stagePanel } from "./card-screen";
import { comeInAs, comeInAsCustomer, maya } from "./demo-people";
import { expect, phone, test } from "./watched-screens";

test("a stage whose code comes late keeps what the server drew, and wakes with the news of the meantime", async ({
  screens,
}) => {
  const customer = await screens.open("Kenji", phone);
  const seller = await screens.open("Maya");
  const dealId = await comeInAsCustomer(customer, "kenji");
  await comeInAs(seller, maya);
  let arrive = () => {};
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await customer.route(/\/assets\/(finance-panel|plans-board)-.*\.js$/, async (route) => {
    await late;
    await route.continue();
  });
  const asked = customer.waitForRequest(/finance-panel/);
  await customer.goto(`/deals/${dealId}?stage=finance`, { waitUntil: "commit" });
  await asked;
  const panel = stagePanel(customer).locator("section").first();
  await panel.evaluate((drawn) => drawn.setAttribute("data-drawn-by", "server"));

  await seller.goto(`/deals/${dealId}?stage=finance`);
  await expectLive(seller);
  await openStage(seller, "Finance");
  const cashDown = stagePanel(seller).getByRole("textbox", { name: "Cash down" });
  await cashDown.fill("1,876");
  await cashDown.press("Enter");
  await expect(cashDown).toHaveValue("$1,876");

  arrive();
  await expectLive(customer);
  await expect(stagePanel(customer).getByRole("textbox", { name: "Cash down" })).toHaveValue("$1,876");
  await expect(customer.locator("[data-drawn-by=server]")).toHaveCount(1);
});

test("what the server draws stands in no boundary that news could tear away before it wakes", async ({ screens }) => {
  const customer = await screens.open("Kenji", phone);
  const seller = await screens.open("Maya");
  const dealId = await comeInAsCustomer(customer, "kenji");
  await comeInAs(seller, maya);
  const [vehicle] = /\/inventory\/[\w-]+/.exec(await (await customer.request.get("/inventory")).text()) ?? [];
  const pages = [
    ...stageNames.flatMap((stage) =>
      [customer, seller].map((who) => ({ who, path: `/deals/${dealId}?stage=${stage}` })),
    ),
    { who: customer, path: vehicle ?? "" },
    { who: seller, path: "/desk" },
    { who: seller, path: `/desk/${dealId}` },
  ];
  for (const { who, path } of pages) {
    const [drawn, streamed] = (await (await who.request.get(path)).text()).split("</html>");
    expect(streamed, path).toBeDefined();
    // How React marks such a boundary, open or waiting.
    expect(drawn?.match(/<!--\$[?!]?-->/), path).toBeNull();
  }
});

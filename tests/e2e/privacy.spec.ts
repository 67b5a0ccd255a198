import { deskPayment, expectLive, openStage, stageButton, stagePanel, summary, type Stage } from "./card-screen";
import { comeInAs, comeInAsCustomer, gus, ines, maya, walt } from "./demo-people";
import { HeardBy } from "./heard-by";
import { dealAsToldTo, secretPattern, toldToOneOnly } from "./staff-secrets";
import { expect, test } from "./watched-screens";

const stages: readonly Stage[] = ["Vehicle", "Trade-in", "Finance", "Protection", "Deposit", "Delivery"];
/** Costs of cars and products, buy rates, the appraisal, notes, names and ids of staff: a store has dozens. */
const FEWEST_SECRETS = 30;

test("a customer's browser is never told what only staff may know", async ({ screens }) => {
  const { baseURL } = screens;
  const theo = await screens.open("Theo");
  const heard = new HeardBy(theo);
  const dealId = await comeInAsCustomer(theo, "theo");
  const [seller, appraiser, manager, finance] = await Promise.all(
    [maya, gus, ines, walt].map(async (person) => {
      const page = await screens.open("staff");
      await comeInAs(page, person);
      return page;
    }),
  );
  if (!seller || !appraiser || !manager || !finance) return;
  const staffHeard = new HeardBy(seller);

  await theo.goto(`/deals/${dealId}?stage=trade`);
  await expectLive(theo);

  // Gus appraises anew, Maya whispers, Ines lowers the price: all of it while Theo looks on.
  await appraiser.goto(`/deals/${dealId}?stage=trade`);
  await expectLive(appraiser);
  await appraiser.getByRole("textbox", { name: "ACV" }).fill("13,437");
  await appraiser.getByRole("textbox", { name: "Recon" }).fill("713");
  await appraiser.getByRole("button", { name: "Save the appraisal" }).click();
  await seller.goto(`/deals/${dealId}?stage=trade`);
  await expectLive(seller);
  await expect(seller.getByText(/ACV \$13,437/).first()).toBeVisible();
  await openStage(seller, "Finance");
  await seller.getByRole("textbox", { name: "Note to the desk" }).fill("Would sign at 545 with mats thrown in");
  await seller.getByRole("button", { name: "Send", exact: true }).click();
  await expect(seller.getByText("Would sign at 545 with mats thrown in").first()).toBeVisible();

  await openStage(theo, "Vehicle");
  const before = await deskPayment(theo);
  await manager.goto(`/deals/${dealId}?stage=vehicle`);
  await expectLive(manager);
  const price = stagePanel(manager).getByRole("textbox", { name: "Selling price" });
  const asked = Number((await price.inputValue()).replace(/[^\d.]/g, ""));
  await price.fill(String(asked - 200));
  await price.press("Enter");
  await expect.poll(() => deskPayment(theo)).not.toBe(before);

  // Theo looks into everything he has.
  for (const stage of stages) {
    await openStage(theo, stage);
    await expect(stagePanel(theo).getByRole("heading", { level: 2 }).first()).toBeVisible();
  }
  await openStage(theo, "Vehicle");
  await stagePanel(theo).getByRole("button", { name: "Swap the car" }).click();
  await expect(theo.getByRole("button", { name: "Take this one" }).first()).toBeVisible();
  await theo.keyboard.press("Escape");
  await summary(theo)
    .getByRole("link", { name: /^All \d+ changes$/ })
    .click();
  await expect(
    theo
      .getByRole("listitem")
      .filter({ hasText: /Ines lowered the selling price/ })
      .first(),
  ).toBeVisible();
  await theo.goBack();
  await theo.reload();
  await expectLive(theo);
  await expect(stageButton(theo, "Vehicle")).toBeVisible();

  const told = await dealAsToldTo(theo, baseURL, dealId);
  const secrets = toldToOneOnly(await dealAsToldTo(finance, baseURL, dealId), told);
  expect(secrets.get("card.trade.appraisal.acv")).toBe(1_343_700);
  expect([...secrets.values()]).toContain("Would sign at 545 with mats thrown in");
  expect(secrets.size).toBeGreaterThan(FEWEST_SECRETS);
  for (const [path, value] of secrets)
    expect.soft(await heard.whoTold(secretPattern(value)), `${path}, which is ${value}`).toEqual([]);

  // The ear works: with the same ear Maya heard them.
  expect(await staffHeard.whoTold(secretPattern(1_343_700))).not.toEqual([]);
  expect(await staffHeard.whoTold(/mats thrown in/)).not.toEqual([]);
  // Nor does a customer's browser fetch what draws them.
  expect(staffHeard.scripts.filter((path) => path.includes("stage-tray"))).not.toEqual([]);
  expect(heard.scripts.filter((path) => path.includes("stage-tray"))).toEqual([]);
});

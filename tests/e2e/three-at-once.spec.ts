import type { Page } from "@playwright/test";
import { deskPayment, expectLive, openStage, phonePayment, stagePanel } from "./card-screen";
import { comeInAs, comeInAsCustomer, ines, maya } from "./demo-people";
import { desk, expect, phone, test } from "./watched-screens";

const ROUNDS = 4;
const CASH = Array.from({ length: ROUNDS }, (_, round) => 3_050 + 75 * round);
const LESS = Array.from({ length: ROUNDS }, (_, round) => 40 * (round + 1));
const written = (dollars: number) => `$${dollars.toLocaleString("en-US")}`;
const dollarsIn = (text: string) => Number(text.replace(/[^\d.]/g, ""));

async function set(page: Page, name: string, dollars: number): Promise<void> {
  const field = stagePanel(page).getByRole("textbox", { name });
  await field.fill(String(dollars));
  await field.press("Enter");
  await expect(field).toHaveValue(written(dollars));
}

test("three people work one card at once: nothing of it is lost, and all three see the same", async ({ screens }) => {
  const customer = await screens.open("Kenji", phone);
  const manager = await screens.open("Ines", desk);
  const seller = await screens.open("Maya", desk);
  const dealId = await comeInAsCustomer(customer, "kenji");
  await comeInAs(manager, ines);
  await comeInAs(seller, maya);
  for (const [page, stage] of [
    [customer, "finance"],
    [manager, "vehicle"],
    [seller, "delivery"],
  ] as const) {
    await page.goto(`/deals/${dealId}?stage=${stage}`);
    await expectLive(page);
  }
  const price = dollarsIn(await stagePanel(manager).getByRole("textbox", { name: "Selling price" }).inputValue());
  const methods = [/^Home delivery/, /^Pick it up/] as const;

  await Promise.all([
    (async () => {
      for (const dollars of CASH) await set(customer, "Cash down", dollars);
    })(),
    (async () => {
      for (const less of LESS) await set(manager, "Selling price", price - less);
    })(),
    (async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const choice = stagePanel(seller).getByRole("radio", { name: methods[round % 2]! });
        await choice.check();
        await expect(choice).toBeChecked();
      }
    })(),
  ]);

  for (const page of [manager, seller]) await openStage(page, "Finance");
  for (const page of [customer, manager, seller])
    await expect(stagePanel(page).getByRole("textbox", { name: "Cash down" })).toHaveValue(written(CASH.at(-1)!));
  await openStage(seller, "Vehicle");
  await expect(stagePanel(seller).getByRole("textbox", { name: "Selling price" })).toHaveValue(
    written(price - LESS.at(-1)!),
  );
  const payment = await phonePayment(customer);
  await expect.poll(() => deskPayment(manager)).toBe(payment);
  await expect.poll(() => deskPayment(seller)).toBe(payment);

  await seller.goto(`/deals/${dealId}/history`);
  const lines = seller.getByRole("listitem");
  for (const dollars of CASH)
    await expect(lines.filter({ hasText: new RegExp(`cash down .* to \\${written(dollars)}\\.`) })).toHaveCount(1);
  for (const less of LESS)
    await expect(
      lines.filter({ hasText: new RegExp(`selling price .* to \\${written(price - less)}\\.`) }),
    ).toHaveCount(1);
});

test("what is typed into a selected field replaces what arrived meanwhile, and is not written behind it", async ({
  screens,
}) => {
  const customer = await screens.open("Kenji", phone);
  const seller = await screens.open("Maya", desk);
  const dealId = await comeInAsCustomer(customer, "kenji");
  await comeInAs(seller, maya);
  for (const page of [customer, seller]) {
    await page.goto(`/deals/${dealId}?stage=finance`);
    await expectLive(page);
  }
  const theirs = stagePanel(seller).getByRole("textbox", { name: "Cash down" });
  await theirs.focus();
  await set(customer, "Cash down", 2_815);
  await stagePanel(customer).getByRole("textbox", { name: "Cash down" }).blur();
  await expect(theirs).toHaveValue("$2,815");
  await expect(theirs).toBeEditable();
  await seller.keyboard.type("2,640");
  await theirs.press("Enter");
  for (const page of [customer, seller])
    await expect(stagePanel(page).getByRole("textbox", { name: "Cash down" })).toHaveValue("$2,640");
});

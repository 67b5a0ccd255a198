import type { Page } from "@playwright/test";
import { expectLive, openStage, stagePanel, summary } from "./card-screen";
import { comeInAs, comeInAsCustomer, ines, maya } from "./demo-people";
import { desk, expect, phone, test } from "./watched-screens";

const tablet = { width: 820, height: 1180 };

const openPeople = async (page: Page) => {
  await page.getByRole("button", { name: "People", exact: true }).click();
  return page.getByRole("dialog", { name: "People and screens" });
};

test("a tablet is paired by its code, shows the public card, locks itself when it is left, and is unlocked and taken back", async ({
  screens,
}) => {
  // The lock cuts the line, and the wiped page asks once more before it goes.
  screens.expectTrouble(/WebSocket|409|404|Failed to fetch/);
  const seller = await screens.open("Maya", desk);
  const screen = await screens.open("Tablet", { viewport: tablet });
  await comeInAs(seller, maya);
  const dealId = await comeInAsCustomer(screen, "kenji");
  await seller.goto(`/deals/${dealId}`);
  await expectLive(seller);
  const people = await openPeople(seller);
  await people.getByRole("button", { name: "Pair a tablet" }).click();
  const code = (await people.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText()).trim();

  // Whoever was signed in on the tablet is not any more.
  await screen.clock.install();
  await screen.goto("/pair");
  await screen.evaluate(() => window.localStorage.setItem("left-behind", "by somebody"));
  await screen.getByLabel("Code").fill(code.toLowerCase());
  await screen.getByRole("button", { name: "Open the deal" }).click();
  await screen.waitForURL(`**/deals/${dealId}`);
  await expectLive(screen);
  await expect(screen.getByText("This screen is yours for now")).toBeVisible();
  expect(await screen.evaluate(() => document.documentElement.hasAttribute("data-showroom"))).toBe(true);
  expect(await screen.evaluate(() => window.localStorage.getItem("left-behind"))).toBeNull();
  await expect(people.getByText(/^In use since/)).toBeVisible();

  // Nobody is at it: it asks, then locks, and keeps nothing.
  await screen.clock.fastForward("02:40");
  await expect(screen.getByRole("alertdialog", { name: "Still there?" })).toBeVisible();
  await screen.getByRole("button", { name: "I’m here" }).click();
  await expect(screen.getByRole("alertdialog")).toBeHidden();
  await screen.evaluate(() => window.localStorage.setItem("left-behind", "by the customer"));
  // It sleeps beyond its time, and the hand that wakes it may be anybody's.
  await screen.clock.setSystemTime(await screen.evaluate(() => Date.now() + 600_000));
  await screen.mouse.move(200, 300);
  await screen.waitForURL("**/showroom");
  await expect(screen.getByRole("heading", { name: "This screen is locked" })).toBeVisible();
  expect(await screen.evaluate(() => window.localStorage.length + window.sessionStorage.length)).toBe(0);
  await screen.goto(`/deals/${dealId}`);
  await expect(screen.getByRole("heading", { level: 1 })).not.toContainText("Kenji");
  expect(await screen.getByText("Kenji").count()).toBe(0);
  await screen.goto("/showroom");

  // Staff see it, and open it again from their card; then they take it back.
  await expect(people.getByText("Locked", { exact: true })).toBeVisible();
  await people.getByRole("button", { name: "Unlock" }).click();
  await screen.clock.fastForward("00:05");
  await screen.waitForURL(`**/deals/${dealId}`);
  await expectLive(screen);
  await people.getByRole("button", { name: "Take back" }).click();
  await expect(screen).toHaveURL(/\/pair$/);
});

test("a past moment of a deal says what the screen said then", async ({ screens }) => {
  const customer = await screens.open("Kenji", desk);
  const manager = await screens.open("Ines", desk);
  const dealId = await comeInAsCustomer(customer, "kenji");
  await customer.goto(`/deals/${dealId}?stage=finance`);
  await expectLive(customer);
  await openStage(customer, "Finance");
  const cashDown = stagePanel(customer).getByRole("textbox", { name: "Cash down" });
  const said = async (page: Page) => ({
    panel: (await stagePanel(page).innerText()).replaceAll(/\s+/g, " "),
    summary: (await summary(page).innerText()).replaceAll(/\s+/g, " "),
    field: await stagePanel(page).getByRole("textbox", { name: "Cash down" }).inputValue(),
  });
  await cashDown.fill("3,210");
  await cashDown.press("Enter");
  await expect(summary(customer)).toContainText("$3,210");
  // As anybody reads it who opens it now: the by-lines of the last minute are gone.
  await customer.reload();
  await expectLive(customer);
  await customer.waitForLoadState("networkidle");
  await expect(stagePanel(customer)).toContainText("Side by side");
  const then = await said(customer);

  await cashDown.fill("1,111");
  await cashDown.press("Enter");
  await expect(summary(customer)).toContainText("$1,111");

  await comeInAs(manager, ines);
  await manager.goto(`/deals/${dealId}/replay?as=customer&stage=finance`);
  await expect(manager.getByRole("status").filter({ hasText: "As the customer had it" })).toBeVisible();
  await expect(summary(manager)).toContainText("$1,111");
  await manager.getByRole("button", { name: "One step back" }).click();
  await expect(summary(manager)).toContainText("−$3,210.00");
  // Parts of a stage come with their own code; once they are here, it is the same to the letter.
  await expect.poll(() => said(manager)).toEqual(then);

  // Nothing on it can be changed, and the deal is what it was.
  const past = stagePanel(manager).getByRole("textbox", { name: "Cash down" });
  await past.focus();
  await manager.keyboard.type("9");
  await expect(past).toHaveValue(then.field);
  await expect(summary(customer)).toContainText("$1,111");
});

test("a guest takes a seat with link and digits, sees the deal, and is gone when the buyer ends it", async ({
  screens,
}) => {
  screens.expectTrouble(/WebSocket|404/);
  const customer = await screens.open("Kenji", desk);
  const guest = await screens.open("Nadia", phone);
  const dealId = await comeInAsCustomer(customer, "kenji");
  await customer.goto(`/deals/${dealId}`);
  await expectLive(customer);
  const people = await openPeople(customer);
  await people.getByLabel("First name").fill("Nadia");
  await people.getByRole("button", { name: "Keep a seat for them" }).click();
  await expect(people.getByText("Invited, not here yet")).toBeVisible();
  await people.getByRole("button", { name: "Make their link" }).click();
  const url = await people.getByText(/\/seat\//).innerText();
  const code = await people.getByText(/^\d{6}$/).innerText();

  await guest.goto(new URL(url.trim()).pathname);
  await guest.getByLabel("Code").fill(code.trim());
  await guest.getByRole("button", { name: "Take the seat" }).click();
  await guest.waitForURL(`**/deals/${dealId}`);
  await expectLive(guest);
  await expect(people.getByText(/At the deal since/)).toBeVisible();
  await people.getByRole("button", { name: "End this seat" }).click();
  await expect(guest.getByText("You were signed out.", { exact: false })).toBeVisible();
  expect((await guest.request.get(`/deals/${dealId}`)).status()).toBe(404);
});

import { expectLive, openStage, stageButton, stagePanel, summary } from "./card-screen";
import { comeInAs, comeInAsCustomer, maya } from "./demo-people";
import { desk, expect, phone, test } from "./watched-screens";

test("a customer on a phone and a salesperson at a desk: follow-me, a question at a line, a chat with an offer in it", async ({
  screens,
}) => {
  const customer = await screens.open("Theo", phone);
  const seller = await screens.open("Maya", desk);
  const dealId = await comeInAsCustomer(customer, "theo");
  await comeInAs(seller, maya);
  await customer.goto(`/deals/${dealId}?stage=vehicle`);
  await seller.goto(`/deals/${dealId}?stage=vehicle`);
  for (const page of [customer, seller]) await expectLive(page);

  await test.step("[FM1] [FM2] the desk asks, the phone says yes, and goes where the desk goes", async () => {
    await seller.getByRole("button", { name: "Who is on this card" }).click();
    await seller.getByRole("button", { name: "Ask Theo to follow" }).click();
    await expect(customer.getByText("Maya would like to show you something.")).toBeVisible();
    await openStage(seller, "Finance");
    await expect(stageButton(customer, "Finance")).not.toHaveAttribute("aria-current", "step");
    await customer.getByRole("button", { name: "OK, follow" }).click();
    await expect(customer.getByText("You follow Maya.")).toBeVisible();
    await expect(stageButton(customer, "Finance")).toHaveAttribute("aria-current", "step");
    await stagePanel(seller).getByRole("textbox", { name: "Cash down" }).focus();
    await expect(stagePanel(customer).locator('[data-place="cashDown"][data-lit]')).toBeVisible();
    await openStage(seller, "Trade-in");
    await expect(stageButton(customer, "Trade-in")).toHaveAttribute("aria-current", "step");
    await customer.getByRole("button", { name: "Stop" }).click();
    await expect(seller.getByText("Theo follows you.")).toBeHidden();
    await openStage(seller, "Finance");
    await expect(stageButton(customer, "Trade-in")).toHaveAttribute("aria-current", "step");
  });

  await test.step("[CH10] a question pinned to a line is answered there", async () => {
    await customer.getByRole("button", { name: "Open the summary" }).click();
    await customer.getByRole("button", { name: "Ask about a figure" }).click();
    await customer.getByRole("dialog").getByText("Out-the-door total", { exact: true }).click();
    await customer.getByLabel("Your question").fill("Is the title fee in this?");
    await customer.getByRole("button", { name: "Ask", exact: true }).click();
    await summary(seller).getByRole("button", { name: "An open question here" }).click();
    const thread = seller.getByRole("dialog", { name: "Out-the-door total" });
    await expect(thread).toContainText("Is the title fee in this?");
    await thread.getByLabel("Your answer").fill("Yes, and nothing is added later.");
    await thread.getByRole("button", { name: "Answer" }).click();
    await expect(customer.getByRole("dialog").getByText("Yes, and nothing is added later.")).toBeVisible();
    await seller.keyboard.press("Escape");
    await customer.keyboard.press("Escape");
  });

  await test.step("[CH1] [CH8] [CH11] words both ways, an offer as a card, a whisper the phone never hears", async () => {
    await seller.getByRole("button", { name: /^Messages/ }).click();
    const sellers = seller.getByRole("dialog", { name: /Theo/ });
    const box = sellers.getByRole("textbox", { name: "Message Theo" });
    await box.fill("Your records made the difference.");
    await box.press("Enter");
    await sellers.getByRole("button", { name: "Add a file or a card" }).click();
    await sellers.getByRole("button", { name: "The trade offer" }).click();
    await expect(customer.getByRole("button", { name: /^Messages, \d unread/ })).toBeVisible();
    await customer.getByRole("button", { name: /^Messages/ }).click();
    const customers = customer.getByRole("dialog", { name: /Maya/ });
    await expect(customers.getByText("Your records made the difference.")).toBeVisible();
    await expect(customers.getByRole("region", { name: "Trade-in offer" }).last()).toContainText(/\$[\d,]+/);
    await customers.getByRole("textbox", { name: "Message Maya" }).fill("My card is 4242 4242 4242 4242");
    await expect(customers.getByText("Card numbers are never kept")).toBeVisible();
    await customers.getByRole("button", { name: "Send" }).click();
    await expect(sellers.getByText("My card is •••• •••• •••• 4242")).toBeVisible();
    await expect(customers.getByText("Seen")).toBeVisible();

    await sellers.getByRole("radio", { name: "Whisper" }).check();
    const whisper = sellers.getByRole("textbox", { name: "Whisper to the desk" });
    await whisper.fill("canary-whisper: he would sign at 560");
    await whisper.press("Enter");
    await expect(sellers.getByText("canary-whisper")).toBeVisible();
    await expect(customer.locator("body")).not.toContainText("canary-whisper");
  });
});

import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { deskPayment, expectLive, openStage, phonePayment, stagePanel } from "./card-screen";
import { comeInAs, walt } from "./demo-people";
import { desk, expect, phone, test } from "./watched-screens";

test("a lease chosen on a phone is the same on the desk, in what it costs, and on its agreement", async ({
  screens,
}) => {
  const shopper = await screens.open("Noor", phone);
  await shopper.goto("/inventory?condition=new&sort=priceUp");
  const free = shopper.getByRole("article").filter({ hasNotText: "Held for a shopper" }).first();
  await free.getByRole("link").first().click();
  await shopper.getByRole("button", { name: "Start my deal" }).filter({ visible: true }).click();
  await shopper.waitForURL(/\/deals\/[\w-]+/);
  const dealId = /deals\/([\w-]+)/.exec(shopper.url())?.[1] ?? "";
  await expectLive(shopper);
  await openStage(shopper, "Finance");
  await stagePanel(shopper)
    .getByRole("radio", { name: /^Lease/ })
    .check();

  const manager = await screens.open("Walt", desk);
  await comeInAs(manager, walt);
  await manager.goto(`/deals/${dealId}?stage=finance`);
  await expectLive(manager);
  const cell = stagePanel(shopper)
    .getByRole("row", { name: /^39 mo/ })
    .getByRole("button")
    .nth(1);
  await cell.click();
  await expect(cell).toHaveAttribute("aria-pressed", "true");
  const payment = /^\$[\d,]+\.\d{2}/.exec((await cell.innerText()).replaceAll(/\s/g, ""))?.[0] ?? "";
  await expect.poll(() => phonePayment(shopper)).toBe(payment);
  await expect.poll(() => deskPayment(manager)).toBe(payment);
  await expect(
    stagePanel(manager)
      .getByRole("row", { name: /^39 mo/ })
      .getByRole("button")
      .nth(1),
  ).toHaveAttribute("aria-pressed", "true");

  const figure = async (name: string) =>
    (
      await stagePanel(shopper)
        .getByRole("button", { name: `How ${name} is made` })
        .innerText()
    ).trim();
  const shown = {
    due: await figure("Due at signing"),
    rent: await figure("Rent charge"),
    residual: await figure("Residual"),
    total: await figure("Total of payments"),
  };
  const agreement = await manager.request.get(`/deals/${dealId}/documents/leaseAgreement.pdf`);
  expect(agreement.status()).toBe(200);
  if (!hasPdftotext) return;
  const text = pdfText(new Uint8Array(await agreement.body()));
  for (const part of [payment, ...Object.values(shown), "39"]) expect(text).toContain(part);
});

import type { Page } from "@playwright/test";
import { assert } from "#machines/assert";
import { hasPdfsig, pdfSignatures } from "#tests/support/pdf-signatures";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { expectLive } from "./card-screen";
import { comeInAs, comeInAsCustomer, walt } from "./demo-people";
import { desk, expect, test } from "./watched-screens";

const tablet = { width: 820, height: 1180 };

async function pairTablet(seller: Page, screen: Page, dealId: string): Promise<void> {
  await seller.goto(`/deals/${dealId}`);
  await expectLive(seller);
  await seller.getByRole("button", { name: "People", exact: true }).click();
  const people = seller.getByRole("dialog", { name: "People and screens" });
  await people.getByRole("button", { name: "Pair a tablet" }).click();
  const code = (await people.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText()).trim();
  await screen.goto("/pair");
  await screen.getByLabel("Code").fill(code);
  await screen.getByRole("button", { name: "Open the deal" }).click();
  await screen.waitForURL(`**/deals/${dealId}`);
}

/** Opens every document and presses every place; answers how many. */
async function signEverything(page: Page): Promise<number> {
  await expect(page.getByRole("heading", { name: /of \d+ places signed/ })).toBeVisible();
  for (const link of await page.getByRole("link", { name: "Read the document" }).all()) {
    const href = await link.getAttribute("href");
    assert(href, "a document has its address");
    expect((await page.request.get(href)).headers()["content-type"]).toBe("application/pdf");
  }
  await page.reload();
  const places = page.getByRole("button", { name: /^(Sign|Initial) here/ });
  const all = await places.count();
  for (let left = all; left > 0; left--) {
    await places.first().click();
    await expect(places).toHaveCount(left - 1);
  }
  return all;
}

test("a frozen deal is signed on a paired tablet and at the desk; its jacket has every figure and good seals", async ({
  screens,
}) => {
  test.setTimeout(150_000);
  // On a slow machine news may reach a part of the tablet's page before it wakes; the browser then draws it by itself.
  screens.expectTrouble(/WebSocket|404|409/);
  const manager = await screens.open("Walt", desk);
  const screen = await screens.open("Tablet", { viewport: tablet });
  await comeInAs(manager, walt);
  const dealId = await comeInAsCustomer(screen, "rosa");
  await manager.goto(`/finance/${dealId}?part=jacket`);
  await manager
    .getByRole("button", { name: /^Freeze/ })
    .filter({ visible: true })
    .click();
  await expect(manager.getByText(/Contracting under revision|Contracting revision/).first()).toBeVisible();

  await manager.goto(`/deals/${dealId}/documents`);
  await expect(manager.getByText("In ink").first()).toBeVisible();
  // The papers are drawn after the freeze, by a process of their own.
  const begin = manager.getByRole("button", { name: "Begin signing" });
  await expect(async () => {
    await manager.reload();
    await expect(begin).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
  await begin.click();
  await expect(manager.getByText(/open until/)).toBeVisible();

  await pairTablet(manager, screen, dealId);
  await screen.getByRole("link", { name: "Documents" }).click();
  await screen.getByRole("button", { name: "Sign here" }).click();
  await screen.getByRole("button", { name: "I am Rosa Quill" }).click();

  // No consent without the code that stands in the sample.
  await screen.getByLabel("Code from the sample").fill("12");
  await screen.getByRole("checkbox").check();
  await screen.getByRole("button", { name: "Agree and go on" }).click();
  await expect(screen.getByText("That is not the code.")).toBeVisible();
  if (!hasPdftotext) return;
  const sample = pdfText(await (await screen.request.get("/signing/sample.pdf")).body());
  const [, code = ""] = /^\s*(\d{4})\s*$/m.exec(sample) ?? [];
  await screen.getByLabel("Code from the sample").fill(code);
  await screen.getByRole("checkbox").check();
  await screen.getByRole("button", { name: "Agree and go on" }).click();

  await screen.getByRole("radio", { name: "Draw it" }).check();
  const pad = screen.getByRole("img", { name: "Draw your signature here" });
  const box = await pad.boundingBox();
  assert(box, "the pad is on the screen");
  await screen.mouse.move(box.x + 60, box.y + 100);
  await screen.mouse.down();
  for (const [x, y] of [
    [120, 40],
    [180, 130],
    [260, 60],
    [340, 110],
  ])
    await screen.mouse.move(box.x + (x ?? 0), box.y + (y ?? 0), { steps: 4 });
  await screen.mouse.up();
  await screen.getByRole("button", { name: "Adopt this signature" }).click();
  expect(await signEverything(screen)).toBeGreaterThan(4);
  await expect(screen.getByRole("heading", { name: "Your part is done" })).toBeVisible();

  await manager.goto(`/deals/${dealId}/documents`);
  await manager.getByRole("button", { name: "Sign for the store" }).click();
  await manager.getByRole("button", { name: "Adopt this signature" }).click();
  await signEverything(manager);
  await expect(manager.getByRole("heading", { name: "Everybody has signed" })).toBeVisible();
  await expect(manager.getByRole("link", { name: "Certificate of completion" })).toBeVisible({ timeout: 30_000 });

  const jacket = await (await manager.request.get(`/deals/${dealId}/jacket.pdf`)).body();
  const words = pdfText(jacket);
  expect(words).toContain("Signed electronically");
  expect(words).toContain("Certificate of completion");
  await manager.goto(`/finance/${dealId}`);
  const payment = (
    await manager
      .getByText(/^\$\d+\.\d\d$/)
      .first()
      .innerText()
  ).trim();
  expect(words).toContain(payment);
  if (hasPdfsig) expect(pdfSignatures(new Uint8Array(jacket))).toContain("Signature is Valid");
  const copy = await screen.request.get(`/deals/${dealId}/documents/buyersOrder.pdf?copy=signed`);
  if (hasPdfsig) expect(pdfSignatures(new Uint8Array(await copy.body()))).toContain("Signature is Valid");
});

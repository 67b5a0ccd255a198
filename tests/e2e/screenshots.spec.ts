import { statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expectLive, stagePanel } from "./card-screen";
import { comeInAs, comeInAsCustomer, maya } from "./demo-people";
import { expect, test } from "./watched-screens";

const FOLDER = "docs/screenshots";
/** A README is read on slow lines too. */
const LARGEST_BYTES = 250 * 1024;
/** Flat colours and text: a palette of this many keeps every edge. */
const COLOURS = 128;

async function picture(page: Page, name: string): Promise<void> {
  const shot = await page.screenshot({ animations: "disabled", caret: "hide" });
  const path = `${FOLDER}/${name}.png`;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path, await sharp(shot).png({ palette: true, colours: COLOURS, effort: 10 }).toBuffer());
  expect(statSync(path).size, path).toBeLessThan(LARGEST_BYTES);
}

test("Theo and Maya at the finance stage of one deal", async ({ screens }) => {
  const theo = await screens.open("Theo");
  const seller = await screens.open("Maya");
  const dealId = await comeInAsCustomer(theo, "theo");
  await comeInAs(seller, maya);
  for (const page of [theo, seller]) {
    await page.goto(`/deals/${dealId}?stage=finance`);
    await expectLive(page);
  }
  await expect(seller.getByText("Theo is online")).toBeVisible();
  await theo.getByRole("textbox", { name: "Cash down" }).focus();
  await expect(stagePanel(seller).getByText("Theo is here")).toBeAttached();
  await picture(seller, "card-staff");

  await theo.getByRole("textbox", { name: "Cash down" }).blur();
  const cell = stagePanel(seller)
    .getByRole("row", { name: /^72 mo/ })
    .getByRole("button")
    .nth(1);
  await cell.focus();
  await expect(stagePanel(theo).getByText("Maya is here")).toBeAttached();
  await picture(theo, "card-customer");
});

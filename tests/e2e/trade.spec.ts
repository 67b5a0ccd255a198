import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expectLive, openStage, stageButton, stagePanel } from "./card-screen";
import { comeInAs, gus, ines } from "./demo-people";
import { desk, expect, phone, test, type WatchedScreens } from "./watched-screens";

/** A picture with enough in it to be sent in several pieces, and a place that must not be kept. */
async function phonePicture(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [width, height] = [1_200, 900];
  const noise = randomBytes((width / 4) * (height / 4) * 3);
  const buffer = await sharp(noise, { raw: { width: width / 4, height: height / 4, channels: 3 } })
    .resize(width, height)
    .withExif({ IFD0: { Make: "CanaryPhone" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "41/1 52/1 0/1" } })
    .jpeg()
    .toBuffer();
  return { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer };
}

/** A shopper's own deal on a car of the stock, opened at its trade. */
async function startDeal(screens: WatchedScreens): Promise<{ customer: Page; dealId: string }> {
  const customer = await screens.open("customer", phone);
  await customer.goto("/inventory?condition=new&fuel=hybrid");
  const cars = customer.getByRole("region", { name: "Results" }).getByRole("article");
  await cars.filter({ hasNotText: "Held for a shopper" }).first().getByRole("link").click();
  await customer.getByRole("button", { name: "Start my deal" }).filter({ visible: true }).click();
  await customer.waitForURL(/\/deals\/[\w-]+/);
  await expectLive(customer);
  return { customer, dealId: /deals\/([\w-]+)/.exec(customer.url())?.[1] ?? "" };
}

test("a phone sends a photo and marks damage; in person something differs, and the adjusted offer is accepted again", async ({
  screens,
}) => {
  const { customer, dealId } = await startDeal(screens);
  await openStage(customer, "Trade-in");
  const panel = stagePanel(customer);
  await panel.getByLabel("Year").fill("2019");
  await panel.getByLabel("Make").fill("Corvane");
  await panel.getByLabel("Model", { exact: true }).fill("Tessa");
  await panel.getByLabel("Mileage").fill("58,240");
  await customer.getByRole("button", { name: "Save this car" }).click();
  await expect(panel.getByRole("heading", { name: "Your 2019 Corvane Tessa" })).toBeVisible();

  // The camera of a phone, then what is no photo at all.
  const picture = await phonePicture();
  await panel.getByLabel("Take the photo: Odometer").setInputFiles(picture);
  await expect(panel.getByText("1 of 7 photos")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Open the photo: Odometer" }).getByRole("img")).toBeVisible();
  screens.expectTrouble(/422/);
  // The recorder of a failed run's pictures reads what is on the page, which the page itself may not.
  screens.expectTrouble(/'?blob:|connect-src forbids blob/);
  const page = {
    name: "photo.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  };
  await panel.getByLabel("Take the photo: Inside").setInputFiles(page);
  await expect(panel.getByText("This is no photo. JPEG, PNG and WebP can be read.")).toBeVisible();
  await panel.getByRole("button", { name: "Don’t send it" }).click();

  // A mark by keyboard: from the hood to the left front door, then in words.
  await panel.getByRole("button", { name: "hood", exact: true }).focus();
  await customer.keyboard.press("ArrowLeft");
  await customer.keyboard.press("ArrowDown");
  await customer.keyboard.press("Enter");
  await expect(panel.getByLabel("Where", { exact: true })).toHaveValue("leftFrontDoor");
  await panel.getByRole("button", { name: "Dent", exact: true }).click();
  await panel.getByRole("button", { name: "Mark it" }).click();
  await expect(panel.getByText("Dent, size of a coin: left front door")).toBeVisible();

  await panel.getByRole("group", { name: "How are the tires?" }).getByRole("radio", { name: "Good" }).check();
  await customer.getByRole("button", { name: "See its estimate" }).filter({ visible: true }).first().click();
  await expect(panel.getByText(/^From \d+ cars like it/)).toBeVisible();
  await panel.getByRole("group", { name: "Ownership" }).getByRole("radio", { name: "I own it" }).check();
  await customer.getByRole("button", { name: "Ask for an offer" }).click();
  await expect(panel.getByText(/has your car and makes an offer here/)).toBeVisible();

  const manager = await screens.open("Ines", desk);
  await comeInAs(manager, ines);
  await manager.goto(`/deals/${dealId}?stage=trade`);
  await expectLive(manager);
  await manager.getByRole("textbox", { name: "Allowance" }).fill("$14,000");
  await manager.getByRole("button", { name: "Send the offer" }).last().click();
  await customer.getByRole("button", { name: "Accept $14,000" }).click();
  await expect(panel.getByText("You accepted this offer.")).toBeVisible();

  const appraiser = await screens.open("Gus", desk);
  await comeInAs(appraiser, gus);
  await appraiser.goto(`/deals/${dealId}?stage=trade`);
  await expectLive(appraiser);
  await appraiser.getByRole("button", { name: "Begin the check" }).click();
  const check = appraiser.getByRole("dialog", { name: "Check the car" });
  await expect(check.getByRole("img", { name: "Odometer" })).toBeVisible();
  await expect(check.getByText("Dent, size of a coin: left front door")).toBeVisible();
  await check.getByRole("group", { name: "Tires, Found" }).getByRole("radio", { name: "Worn" }).check();
  await expect(check.getByText("One difference")).toBeVisible();
  await check.getByRole("button", { name: "Add an adjustment" }).click();
  await check.getByLabel("Amount").fill("-350");
  await check.getByLabel("Reason, as the customer reads it").fill("Front tires at 3/32 in");
  await expect(check.getByText("Every adjustment needs its reason, its amount and its photo.")).toBeVisible();
  await check.getByLabel("Photo of it").setInputFiles(picture);
  await expect(check.getByText("Photo taken")).toBeVisible();
  await check.getByRole("button", { name: "Send the adjusted offer: $13,650" }).click();
  await expect(check).toBeHidden();

  // Line by line, with what was told, what was found, the reason and its photo; and then once more a yes.
  await expect(panel.getByRole("heading", { name: "We looked at your car" })).toBeVisible();
  const line = panel.getByRole("listitem").filter({ hasText: "Front tires at 3/32 in" });
  await expect(line).toContainText("told Good, found Worn");
  await expect(line).toContainText("−$350");
  await expect(line.getByRole("img")).toBeVisible();
  await customer.getByRole("button", { name: "Accept $13,650" }).click();
  await expect(panel.getByText("You accepted the adjusted offer.")).toBeVisible();
  await expect(stageButton(customer, "Trade-in")).toContainText("Trade-in");
  await expect(stagePanel(appraiser).getByText("The customer accepted the adjusted offer.")).toBeVisible();
});

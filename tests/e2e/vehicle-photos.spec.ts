import { readFile } from "node:fs/promises";
import { comeInAs, type DemoPerson } from "./demo-people";
import { awake, desk, expect, phone, test } from "./watched-screens";

const bea: DemoPerson = { staff: "staff-bea-tanager" };
/** Drawn pictures of another car stand in for photos: they are large enough and sharp. */
const picture = (name: string) => readFile(`public/vehicles/sedan-ember/${name}-1600.webp`);
const webp = (name: string, buffer: Buffer) => ({ name: `${name}.webp`, mimeType: "image/webp", buffer });

test("a car's photos go from the phone to its page, with what they were before", async ({ screens }) => {
  screens.expectTrouble(/status of 422 .*\/uploads\//);
  const merchandiser = await screens.open("Bea", phone);
  await merchandiser.goto("/inventory?condition=used&body=sedan");
  const path = await merchandiser.getByRole("article").last().getByRole("link").getAttribute("href");
  const stock = /inventory\/([^/?]+)/.exec(path ?? "")?.[1] ?? "";
  await comeInAs(merchandiser, bea);
  await merchandiser.goto(`/merchandising/${stock}/photos`);
  await merchandiser.waitForLoadState("networkidle");
  await merchandiser.getByLabel("Take: Front", { exact: true }).setInputFiles(webp("front", await picture("front")));
  const taken = merchandiser.getByRole("link", { name: "Front: look at the photo", exact: true });
  await expect(taken).toContainText("Finished", { timeout: 30_000 });

  await merchandiser.getByLabel("Take: Rear", { exact: true }).setInputFiles(webp("again", await picture("front")));
  await expect(merchandiser.getByRole("alert")).toContainText("This photo is here already: Front.");

  await taken.click();
  await merchandiser.getByRole("button", { name: "Mark damage" }).click();
  await merchandiser.getByLabel("Size in mm").fill("40");
  await merchandiser.getByRole("application", { name: "Mark damage" }).click({ position: { x: 150, y: 100 } });
  await expect(merchandiser.getByText("1. Scratch, 40 mm")).toBeVisible();
  await merchandiser.getByRole("button", { name: "Done" }).click();
  await merchandiser.getByRole("button", { name: "Put 1 photo on the page" }).click();
  await expect(merchandiser.getByRole("button", { name: "Take off the page" })).toBeVisible();

  const shopper = await screens.open("shopper", desk);
  await shopper.goto(`/inventory/${stock}`);
  const gallery = shopper.getByRole("region", { name: /^Pictures of the/ });
  await expect(gallery.getByRole("img", { name: /^Front of the .*scratch, 40 mm$/ }).first()).toBeVisible();
  await gallery.getByLabel("Scratch, 40 mm", { exact: true }).click();
  await expect(gallery.getByText("Scratch, 40 mm", { exact: true })).toBeVisible();
  await awake(shopper);
  await gallery.getByRole("link", { name: "See unedited" }).click();
  await expect(gallery.getByRole("link", { name: "See edited" })).toBeVisible();
  await gallery.getByRole("link", { name: /^Enlarge the picture/ }).click();
  const zoom = shopper.getByRole("dialog");
  await expect(zoom.getByRole("link", { name: /Light, colour and crop corrected/ })).toBeVisible();
  await shopper.keyboard.press("Escape");
  await expect(zoom).toHaveCount(0);
  const map = await (await shopper.request.get("/sitemap.xml")).text();
  const place = map.split("<url>").find((url) => url.includes(`/inventory/${stock}<`)) ?? "";
  expect(place).toMatch(/<image:loc>[^<]*\/car-photos\//);
  expect(place).not.toContain("/vehicles/");
});

import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { comeInAs, ines } from "./demo-people";
import { awake, desk, expect, test, WatchedScreens } from "./watched-screens";

test.describe.configure({ mode: "serial" });

const feeds = ["googleAds", "googleListings", "meta", "thirdParty", "social", "email"] as const;
const stated: readonly (readonly [name: string, value: string])[] = [
  ["Paint", "silver"],
  ["Interior", "dark"],
  ["Driven wheels", "fwd"],
  ["Gearbox", "automatic"],
  ["Litres", "3.0"],
  ["Seats", "5"],
  ["Warranty", "asIs"],
];

/** Drawn pictures of another car stand in for photos: they are large enough, sharp, and do not look alike. */
const taken: readonly (readonly [shot: string, file: string])[] = [
  ["Front", "sedan-ember/front"],
  ["Dashboard", "cabin-dark-classic/cabin"],
  ["Wheel and tire", "sedan-ember/wheel"],
  ["Cargo area", "sedan-ember/tail"],
  ["Further photo", "sedan-ember/lamp"],
];

/** From the number to every channel, machine's and test's own time together. */
const MOST_MACHINE_MS = 90_000;

test.describe("[M2] from a number to every channel, and off all of them", () => {
  let screens: WatchedScreens;
  let page: Page;
  let stockNumber = "";
  let feedBase = "";
  let photoAddress = "";
  let startedAt = 0;
  const photosBefore = new Map<string, number>();

  test.beforeAll(async ({ browser }, { project }) => {
    screens = new WatchedScreens(browser, project.use.baseURL ?? "");
    page = await screens.open("Ines", desk);
    await comeInAs(page, ines);
  });
  test.afterEach(() => screens.assertNoTrouble());
  test.afterAll(() => screens.close());

  const feed = async (channel: string) => (await page.request.get(`${feedBase}/${channel}`)).text();
  const photosIn = (text: string) => text.match(/\/car-photos\//g)?.length ?? 0;
  const look = (shot: string) => page.getByRole("link", { name: `${shot}: look at the photo`, exact: true });

  test("a typed number is mended, decoded and taken in", async () => {
    await page.goto("/merchandising/channels");
    const address = await page.getByRole("link", { name: "Open the feed" }).first().getAttribute("href");
    feedBase = (address ?? "").replace(/\/[^/]+$/, "");
    for (const channel of feeds) photosBefore.set(channel, photosIn(await feed(channel)));
    startedAt = performance.now();
    await page.goto("/merchandising/intake");
    await page.getByLabel("VIN or frame number").fill("1hgcm82643a004352");
    await page.getByRole("button", { name: "Decode" }).click();
    await expect(page.getByText("The check digit should be 3")).toBeVisible();
    await page.getByRole("button", { name: /^1HGCM82633A004352/ }).click();
    await expect(page.getByRole("definition").filter({ hasText: /^Accord/ })).toBeVisible();
    await page.getByLabel("Miles").fill("61240");
    await page.getByLabel("Asking price").fill("6,995");
    await page.getByRole("button", { name: "Take it in" }).click();
    await page.waitForURL(/\/merchandising\/U\d+$/);
    stockNumber = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await expect(page.getByRole("heading", { name: "2003 Honda Accord" })).toBeAttached();
  });

  test("[M3] its photos are taken before anybody has approved it", async () => {
    await awake(page);
    await page.getByRole("link", { name: "Take and edit" }).click();
    await expect(page.getByRole("heading", { name: "Shot list" })).toBeVisible();
    for (const [shot, file] of taken) {
      const buffer = await readFile(`public/vehicles/${file}-1600.webp`);
      const photo = { name: `${shot}.webp`, mimeType: "image/webp", buffer };
      await page.getByLabel(`Take: ${shot}`, { exact: true }).setInputFiles(photo);
    }
    for (const [shot] of taken) await expect(look(shot)).toBeVisible({ timeout: 30_000 });
    // There is no page yet to put them on.
    await expect(page.getByRole("button", { name: /on the page$/ })).toHaveCount(0);
  });

  test("only what no system knows is asked, and the gate says what is missing", async () => {
    await page.goto(`/merchandising/${stockNumber}`);
    await expect(page.getByText("Not ready")).toBeVisible();
    // Nothing that the number says, nor what was typed at the door.
    await expect(
      page.getByText(": Driven wheels, Paint, Interior, Engine, Gearbox, Seats, Warranty", { exact: true }),
    ).toBeVisible();
    for (const [name, value] of stated) {
      const field = page.getByLabel(name, { exact: true });
      const isChoice = await field.evaluate((element) => element.tagName === "SELECT");
      if (isChoice) await field.selectOption(value);
      else await field.fill(value);
      await page.getByRole("button", { name: `Save: ${name}` }).click();
      await expect(
        page
          .getByRole("listitem")
          .filter({ has: page.getByLabel(name, { exact: true }) })
          .getByText("Stated"),
      ).toBeVisible();
    }
  });

  test("[M1] chosen on the board, it moves with the others that may", async () => {
    await page.goto(`/merchandising?q=${stockNumber}`);
    await page.getByRole("checkbox", { name: new RegExp(`${stockNumber}$`) }).check();
    await expect(page.getByText("1 chosen", { exact: true })).toBeVisible();
    await page.getByLabel("Move the chosen to").selectOption("inReview");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("Done for 1 vehicle.")).toBeVisible();
    await expect(page.getByRole("region", { name: /^In review/ }).getByText("2003 Honda Accord EX-V6")).toBeVisible();
  });

  test("[M3] its photos were drawn meanwhile, and are looked at beside what they were", async () => {
    await page.goto(`/merchandising/${stockNumber}/photos`);
    // The list looks again by itself.
    for (const [shot] of taken) await expect(look(shot)).toContainText("Finished", { timeout: 45_000 });
    await awake(page);
    await page.getByRole("link", { name: "To the review" }).click();
    const original = page.getByRole("img", { name: "Front, as taken" });
    await expect(original).toBeVisible();
    await expect(page.getByRole("img", { name: "Front, as shown" })).toBeVisible();
    photoAddress = (await original.getAttribute("src")) ?? "";
    const stranger = await screens.open("a stranger");
    expect((await stranger.request.get(photoAddress)).status()).toBe(404);
  });

  test("a draft is reviewed against the facts, edited and approved", async () => {
    await expect(page.getByText("Every claim rests on a fact")).toBeVisible();
    const text = page.getByLabel("Text", { exact: true });
    const drafted = await text.inputValue();
    await text.fill(`${drafted}\n\nPanoramic sunroof.`);
    await page.getByRole("button", { name: "Save my words" }).click();
    await expect(page.getByText(/No fact says so: Panoramic sunroof/)).toBeVisible();
    await page.getByRole("button", { name: "Approve and publish" }).click();
    await expect(page.getByText("A text says what no fact supports")).toBeVisible();
    await page.getByLabel("Text", { exact: true }).fill(`${drafted}\n\nIt shows 61,240 miles and seats five.`);
    await page.getByRole("button", { name: "Save my words" }).click();
    await expect(page.getByText("Every claim rests on a fact")).toBeVisible();
    await page.getByRole("button", { name: "Approve and publish" }).click();
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  });

  test("[M8] the page, the sitemap and every feed carry it at once", async () => {
    const sitemap = await (await page.request.get("/sitemap.xml")).text();
    expect(sitemap).toContain(`/inventory/${stockNumber}<`);
    for (const channel of feeds) {
      const text = await feed(channel);
      expect(text, channel).toContain(stockNumber);
      expect(photosIn(text), channel).toBeGreaterThan(photosBefore.get(channel) ?? 0);
    }
    expect(performance.now() - startedAt, "machine time of the whole way").toBeLessThan(MOST_MACHINE_MS);
    const told = page.waitForRequest((request) => request.url().endsWith(`/inventory/${stockNumber}/interest`));
    await page.goto(`/inventory/${stockNumber}`);
    // A look is told without a cookie, and says nothing of who looks.
    const look = await told;
    expect(await look.headerValue("cookie")).toBeNull();
    expect(look.postDataJSON()).toEqual({ views: 1, clicks: 0, seconds: 0 });
    const gallery = page.getByRole("region", { name: /^Pictures of the/ });
    await expect(gallery.getByRole("img", { name: /^Front of the 2003 Honda Accord/ }).first()).toBeVisible();
    expect((await page.request.get(photoAddress)).status()).toBe(200);
    await expect(page.getByText("It shows 61,240 miles and seats five.")).toBeVisible();
    await page.getByText("What stands behind these words").click();
    await expect(page.getByText(/The store, \d{4}-/).first()).toBeVisible();
  });

  test("[M8] sold, it is gone everywhere", async () => {
    await page.goto(`/merchandising/${stockNumber}`);
    await page.getByLabel("Move to").selectOption("sold");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("Sold", { exact: true }).first()).toBeVisible();
    for (const channel of feeds) {
      const text = await feed(channel);
      expect(text, channel).not.toContain(stockNumber);
      expect(photosIn(text), channel).toBe(photosBefore.get(channel));
    }
    expect((await page.request.get(`/inventory/${stockNumber}`)).status()).toBe(410);
    expect(await (await page.request.get("/sitemap.xml")).text()).not.toContain(`/inventory/${stockNumber}<`);
  });

  test("prices and figures stand on their own pages", async () => {
    await page.goto("/merchandising/prices");
    await expect(page.getByRole("heading", { name: "Prices and ageing" }).first()).toBeVisible();
    await page.goto("/merchandising/figures");
    await expect(page.getByText("Not enough data").first()).toBeVisible();
    await page.getByText("The table behind it").nth(2).click();
    await expect(page.getByRole("rowheader", { name: new RegExp(`^${stockNumber}`) })).toBeVisible();
    await page.goto("/merchandising");
    await expect(page.getByRole("heading", { name: /^In review/ })).toBeVisible();
  });
});

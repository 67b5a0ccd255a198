import { existsSync, readFileSync } from "node:fs";
import { type Browser, chromium, expect as seen, type Page } from "@playwright/test";
import { generate } from "otplib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setStaffPassword } from "#app/accounts/staff-sign-in.server";
import { prepareStore, type ServerData, serverData } from "#tests/support/prepared-store";
import { freePort, type RunningServer, startServer } from "#tests/support/start-server";

const isBuilt = existsSync("build/server/index.js");
/** Found or installed by scripts/prepare.mjs, as for the browser tests. */
const CHROMIUM_NOTE = "node_modules/.cache/deal-jacket/chromium.path";
const executablePath = existsSync(CHROMIUM_NOTE) ? readFileSync(CHROMIUM_NOTE, "utf8").trim() : null;
if (!isBuilt || !executablePath)
  process.stderr.write("\nSKIPPED: passkeys need a build and a Chromium (node scripts/prepare.mjs test).\n");

const PASSWORD = "correct horse battery";
let email = "";
let data: ServerData;
let server: RunningServer;
let browser: Browser;
let home = "";

beforeAll(async () => {
  if (!isBuilt || !executablePath) return;
  data = await serverData();
  await data.open(async (database) => {
    await prepareStore(database, 0);
    const walt = await database.prisma.staffMember.findFirstOrThrow({ where: { firstName: "Walt" } });
    email = walt.email;
    await setStaffPassword(walt.id, PASSWORD);
  });
  const port = await freePort();
  // A key is good for a name, never for a number.
  home = `http://localhost:${port}`;
  server = await startServer({ ...data.env, DEMO: "0", PORT: String(port), PUBLIC_URL: home });
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
});

afterAll(async () => {
  if (!isBuilt || !executablePath) return;
  await browser.close();
  await server.kill();
  await data.remove();
});

/** Chromium's own authenticator in software: it is there, and its owner is. */
async function withAuthenticator(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send("WebAuthn.enable");
  await line.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function givePassword(page: Page): Promise<void> {
  await page.goto(`${home}/staff/sign-in`);
  await page.getByLabel("Work e-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Carry on" }).click();
  await page.waitForURL(/second-factor/);
}

describe.skipIf(!isBuilt || !executablePath)("a member of staff in a browser", () => {
  it("[SEC-04] sets up the code, adds a passkey, signs in with it by keyboard, and removes it", async () => {
    const page = await (await browser.newContext()).newPage();
    await withAuthenticator(page);
    await givePassword(page);
    await seen(page.getByRole("button", { name: "Use a passkey" })).toHaveCount(0);
    const secret = (await page.getByText(/^([A-Z2-7]{4} ?){4,}$/).innerText()).replaceAll(" ", "");
    await page.getByLabel("Six-digit code").fill(await generate({ secret }));
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await page.waitForURL(/\/desk/);

    await page.goto(`${home}/staff/passkeys`);
    await page.getByLabel("What to call it").fill("Desk computer");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await seen(page.getByText("The passkey is added.")).toBeVisible();
    await seen(page.getByRole("listitem").filter({ hasText: "Desk computer" })).toContainText("not used yet");

    await page.goto(`${home}/staff/sign-out`);
    await page.getByRole("button", { name: "Sign out" }).click();
    await givePassword(page);
    const use = page.getByRole("button", { name: "Use a passkey" });
    await seen(use).toBeEnabled();
    await use.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk/);

    await page.goto(`${home}/staff/passkeys`);
    const row = page.getByRole("listitem").filter({ hasText: "Desk computer" });
    await seen(row).toContainText("last used");
    await row.getByText("Remove", { exact: true }).click();
    await row.getByRole("button", { name: "Remove “Desk computer”" }).click();
    await seen(page.getByText("No passkey yet.")).toBeVisible();
    expect(server.output()).not.toMatch(/"level":(50|60)/);
  });
});

import type { Page } from "@playwright/test";
import { customerOf, comeInAs, ines, maya, walt } from "./demo-people";
import { expectLive, stagePanel } from "./card-screen";
import { desk, expect, phone, test, WatchedScreens } from "./watched-screens";

test.describe.configure({ mode: "serial" });

/** Adaeze's contract is signed; what is left is the way to her keys. */
test.describe("from the contract to the keys, and back", () => {
  let screens: WatchedScreens;
  let customer: Page;
  let seller: Page;
  let dealId = "";

  test.beforeAll(async ({ browser }, { project }) => {
    screens = new WatchedScreens(browser, project.use.baseURL ?? "");
    customer = await screens.open("Adaeze", phone);
    seller = await screens.open("Maya", desk);
    dealId = (await comeInAs(customer, customerOf("adaeze"))) ?? "";
    await comeInAs(seller, maya);
  });
  test.afterEach(() => screens.assertNoTrouble());
  test.afterAll(() => screens.close());

  test("[Y4] the customer moves the booked time, and it is theirs to put in a calendar", async () => {
    await customer.goto(`/deals/${dealId}?stage=delivery`);
    await expectLive(customer);
    const panel = stagePanel(customer);
    await panel.getByRole("button", { name: "Move it" }).click();
    await panel.getByRole("radio", { disabled: false }).last().check();
    await panel.getByRole("button", { name: /^Book/ }).click();
    await expect(panel.getByRole("button", { name: "Move it" })).toBeVisible();
    await expect(panel.getByText(/^Yours: /)).toBeVisible();
    const file = await customer.request.get(`/deals/${dealId}/appointment.ics`);
    expect(file.headers()["content-type"]).toContain("text/calendar");
    const appointment = await file.text();
    expect(appointment).toMatch(/BEGIN:VEVENT[\s\S]*SEQUENCE:1\r\n/);

    // Eleven hours before it, the way to another time is the telephone.
    const [, ...start] = /DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(appointment) ?? [];
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = start.map(Number);
    const hoursBefore = await customer.context().newPage();
    await hoursBefore.clock.setFixedTime(Date.UTC(year, month - 1, day, hour - 11, minute));
    await hoursBefore.goto(`/deals/${dealId}?stage=delivery`);
    await expect(stagePanel(hoursBefore).getByText(/less than 12 hours\. To move it, call/)).toBeVisible();
    await expect(stagePanel(hoursBefore).getByRole("button", { name: "Move it" })).toBeHidden();
    await hoursBefore.close();
  });

  test("[N8] the car may leave before its lender agrees: what is tried is noted, until the lender agrees", async () => {
    const manager = await screens.open("Walt", desk);
    await comeInAs(manager, walt);
    await manager.goto(`/finance/credit/${dealId}`);
    const block = manager.getByRole("region", { name: "Delivery before the lender agrees" });
    await block.getByLabel("Odometer as it leaves").fill("12");
    await block.getByRole("button", { name: "Deliver conditionally" }).click();
    await expect(block).toContainText(/Left on .* with 12\smi\. The lender agrees by .*, or the car comes back/);

    await block.getByLabel("Lender").fill("Birchline Credit Union");
    await block.getByLabel("What it said").fill("wants more down");
    await block.getByRole("button", { name: "Note it" }).click();
    const tried = block.getByRole("list", { name: "What was tried" });
    await expect(tried).toContainText("Birchline Credit Union: wants more down. Walt");
    await expect(block.getByLabel("What it said")).toHaveValue("");

    await block.getByLabel("Odometer as it comes back").fill("5");
    await block.getByRole("button", { name: "Take the car back" }).click();
    await expect(manager.getByText("the car cannot come back with fewer miles than it left with")).toBeVisible();
    await block.getByRole("button", { name: "The lender agreed" }).click();
    await expect(block).toContainText(/agreed/);
    await expect(block.getByRole("button")).toHaveCount(0);
  });

  test("[Y5] [Y9] the store ticks off its work, and the customer sees the station at once", async () => {
    await seller.goto("/desk/delivery");
    await seller.getByRole("link", { name: "Adaeze Okafor-Lind" }).click();
    await expect(seller.getByRole("heading", { name: "Adaeze Okafor-Lind" })).toBeVisible();
    for (const work of ["Detailed", "Fuelled or charged", "Plates or temporary tag on"]) {
      await seller.getByRole("button", { name: `Done ${work}`, exact: true }).click();
      await expect(seller.getByRole("button", { name: `Undo ${work}`, exact: true })).toBeVisible();
    }
    await seller.getByRole("combobox", { name: "What the customer sees" }).selectOption("ready");
    await seller.getByRole("button", { name: "Say so" }).click();
    const way = stagePanel(customer)
      .getByRole("listitem")
      .filter({ hasText: /^Ready done/ });
    await expect(way).toBeVisible();
  });

  test("[Y6] a manager takes over by name what is left", async () => {
    const manager = await screens.open("Ines", desk);
    await comeInAs(manager, ines);
    await manager.goto(`/desk/delivery/${dealId}`);
    await manager.locator("summary", { hasText: "Take over by name" }).click();
    for (const left of ["Lender’s conditions met", "What is owed is signed"]) {
      const box = manager.getByRole("checkbox", { name: left });
      if ((await box.count()) > 0) await box.check();
    }
    await manager.getByLabel("Why").fill("Funding confirmed by phone");
    await manager.getByRole("button", { name: "Take over by name" }).click();
    await expect(manager.getByText(/^Ines took over: /)).toBeVisible();
  });

  test("[Y8] both go through it on one device and sign; then the keys", async () => {
    await seller.goto(`/desk/delivery/${dealId}/keys`);
    for (const check of ["License seen", "All keys given"]) {
      await seller.getByRole("button", { name: check }).click();
      await expect(seller.getByRole("button", { name: check, pressed: true })).toBeVisible();
    }
    const pad = seller.getByRole("img", { name: "Draw the name here: Customer" });
    const box = (await pad.boundingBox())!;
    await seller.mouse.move(box.x + 40, box.y + 60);
    await seller.mouse.down();
    await seller.mouse.move(box.x + 120, box.y + 30, { steps: 4 });
    await seller.mouse.move(box.x + 200, box.y + 70, { steps: 4 });
    await seller.mouse.up();
    await seller.getByRole("button", { name: "Sign Customer" }).click();
    await expect(seller.getByText(/^Adaeze Okafor-Lind signed /)).toBeVisible();
    await seller.getByRole("button", { name: "Sign For the store" }).click();
    await expect(seller.getByText(/^Maya Okonjo signed /)).toBeVisible();
    await seller.getByRole("button", { name: "Hand over the keys" }).click();
    await expect(seller.getByText(/^The keys were handed over /)).toBeVisible();
    await expect(stagePanel(customer).getByText("Handed over", { exact: false }).first()).toBeVisible();
  });

  test("[Y11] within the window the customer brings it back, and reads what it comes to", async () => {
    await customer.goto(`/deals/${dealId}/return`);
    await customer.getByLabel("What the odometer shows now").fill("999999");
    await customer.getByLabel(/^The car is as it was handed over/).check();
    await customer.getByRole("button", { name: "Ask to bring it back" }).click();
    await expect(customer.getByRole("alert")).toContainText("driven more than 400 miles");
    const hint = await customer.getByText(/^It showed /).innerText();
    const handedOverAt = Number(hint.replaceAll(/\D/g, ""));
    await customer.getByLabel("What the odometer shows now").fill(String(handedOverAt + 12));
    await customer.getByRole("button", { name: "Ask to bring it back" }).click();
    await expect(customer.getByText("You asked to bring it back.", { exact: false })).toBeVisible();

    const manager = await screens.open("Ines", desk);
    await comeInAs(manager, ines);
    await manager.goto(`/desk/delivery/${dealId}#return`);
    await manager.getByRole("button", { name: "Take the car back" }).click();
    await expect(manager.getByText("Comes to")).toBeVisible();
    await expect(manager.getByRole("button", { name: "Settle the return" })).toBeVisible();
    await expect(customer.getByText("Goes back with the deposit")).toBeVisible();
  });

  test("[Z1] a test drive is booked from the vehicle's page", async () => {
    await customer.goto("/inventory?condition=new");
    await customer.getByRole("region", { name: "Results" }).getByRole("article").last().getByRole("link").click();
    await customer.getByRole("link", { name: "Test drive" }).filter({ visible: true }).click();
    await customer.getByRole("radio", { disabled: false }).first().check();
    await customer.getByRole("button", { name: "Book the test drive" }).click();
    await expect(customer.getByText(/^Booked: /)).toBeVisible();
    await seller.goto("/desk/drives");
    await expect(seller.getByRole("main").getByRole("listitem")).not.toHaveCount(0);
  });
});

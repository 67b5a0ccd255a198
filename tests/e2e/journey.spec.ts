import { execFileSync, spawnSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import type { Page } from "@playwright/test";
import { assert } from "#machines/assert";
import {
  acceptDepositTerms,
  amountIn,
  closeSummary,
  deskPayment,
  expectLive,
  openStage,
  openSummary,
  phonePayment,
  stageButton,
  stagePanel,
  summary,
} from "./card-screen";
import { comeInAs, walt } from "./demo-people";
import { desk, expect, phone, test, WatchedScreens } from "./watched-screens";

/** What somebody does is on the other's screen within a second; a machine with more work than processors draws late. */
const ON_THE_OTHER_SCREEN_MS = (loadavg()[0] ?? 0) > availableParallelism() ? 2_000 : 1_000;
/** Where nothing is measured: soon, and without anybody's help. */
const SOON_MS = 5_000;

test.describe.configure({ mode: "serial" });

test.describe("one deal, from the vehicle page to the contract and back", () => {
  let screens: WatchedScreens;
  let customer: Page;
  let seller: Page;
  let finance: Page;
  let dealId = "";
  let offer = "";

  test.beforeAll(async ({ browser }, { project }) => {
    screens = new WatchedScreens(browser, project.use.baseURL ?? "");
    customer = await screens.open("customer", phone);
    seller = await screens.open("Maya", desk);
    await seller.addInitScript(noteAcknowledgements);
    finance = await screens.open("Walt", desk);
  });
  test.afterEach(() => screens.assertNoTrouble());
  test.afterAll(() => screens.close());

  test("a shopper filters the stock and starts a deal without giving any data", async () => {
    await customer.goto("/");
    const stock = customer.getByRole("link", { name: /^All \d+ cars in stock/ });
    const all = Number(/\d+/.exec(await stock.innerText())?.[0]);
    await stock.click();
    await customer.locator("summary", { hasText: "Filters" }).click();
    await customer.getByRole("checkbox", { name: /^New/ }).check();
    await customer.getByRole("checkbox", { name: /^Hybrid/ }).check();
    await expect(customer).toHaveURL(/condition=new.*fuel=hybrid|fuel=hybrid.*condition=new/);
    const cards = customer.getByRole("region", { name: "Results" }).getByRole("article");
    const told = customer.getByRole("heading", { level: 1 });
    await expect(async () => expect(await told.innerText()).toBe(`${await cards.count()} cars`)).toPass();
    expect(await cards.count()).toBeLessThan(all);

    const vehicle = await cards.first().getByRole("heading").innerText();
    await cards.first().getByRole("link").click();
    await expect(customer.getByRole("heading", { level: 1, name: vehicle })).toBeVisible();
    const ways = customer.getByRole("region", { name: "Ways to pay" });
    await expect(ways).toContainText(/\$\d+– – \$\d+\/mo/);
    await expect(ways).toContainText(/% APR on .* financed/);
    await customer.getByRole("button", { name: "Start my deal" }).filter({ visible: true }).click();
    await customer.waitForURL(/\/deals\/[\w-]+/);
    dealId = /deals\/([\w-]+)/.exec(customer.url())?.[1] ?? "";
    await expectLive(customer);
    expect(await phonePayment(customer)).toMatch(/^\$\d/);
  });

  test("the trade is described and estimated, with its condition and what is owed on it", async () => {
    // The car was chosen on its page: the card opens at what is missing.
    await expect(stageButton(customer, "Trade-in")).toHaveAttribute("aria-current", "step");
    const panel = stagePanel(customer);
    await panel.getByLabel("Year").fill("2018");
    await panel.getByLabel("Make").fill("Corvane");
    await panel.getByLabel("Model").fill("Tessa");
    await panel.getByLabel("Mileage").fill("61,500");
    await customer.getByRole("button", { name: "Save this car" }).click();
    await expect(panel.getByRole("heading", { name: "Your 2018 Corvane Tessa" })).toBeVisible();
    const answers = {
      "Warning lights on the dash?": "None",
      "Has it had an accident?": "None",
      "How are the tires?": "Worn",
      "How is the body?": "Scratches",
      "How is the interior?": "Clean",
      "How many keys?": "Two",
      "Repairs over $500 needed?": "No",
      "Service records?": "Some",
    };
    for (const [question, answer] of Object.entries(answers)) {
      await panel.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true }).check();
    }
    await expect(panel.getByText("8 of 8 answered")).toBeVisible();
    await customer.getByRole("button", { name: "See its estimate" }).click();
    await expect(panel.getByText("What cars like yours bring")).toBeVisible();
    await expect(panel.getByText("An estimate, not an offer.")).toBeVisible();
    await expect(panel.getByText("Likely value")).toBeVisible();

    await panel.getByRole("group", { name: "Ownership" }).getByRole("radio", { name: "I have a loan" }).check();
    await panel.getByLabel("Lender").fill("Cedar Savings");
    await panel.getByRole("textbox", { name: "Payoff", exact: true }).fill("6,250");
    await panel.getByLabel("Payoff good through").fill("2031-03-31");
    await panel.getByRole("button", { name: "Save the payoff" }).click();
    await expect(panel.getByText(/Cedar Savings: \$6,250, good through Mar 31/)).toBeVisible();
  });

  test("another car takes the place of the first and everything else stays", async () => {
    await openStage(customer, "Vehicle");
    await stagePanel(customer).getByRole("button", { name: "Swap the car" }).click();
    const drawer = customer.getByRole("dialog", { name: "Choose another car" });
    await drawer.getByLabel("Search stock").fill("hybrid");
    const other = drawer
      .getByRole("listitem")
      .filter({ hasText: /hybrid/i, has: customer.getByRole("button", { name: "Take this one" }) })
      .first();
    await expect(other).toContainText(/in total/);
    const taken = (await other.locator("p").first().innerText()).split(" ").slice(0, 3).join(" ");
    await other.getByRole("button", { name: "Take this one" }).click();
    await expect(drawer).toBeHidden();
    await expect(stagePanel(customer).getByText(taken).first()).toBeVisible();
    await expect(stagePanel(customer).getByRole("button", { name: /^Back to the / })).toBeVisible();
    await openStage(customer, "Trade-in");
    await expect(stagePanel(customer).getByText("8 of 8 answered")).toBeVisible();
    await expect(stagePanel(customer).getByText(/Cedar Savings: \$6,250/)).toBeVisible();
  });

  test("a stage is left out, put off and taken up again", async () => {
    await openStage(customer, "Protection");
    await customer.getByRole("button", { name: "None of these" }).click();
    await expect(stagePanel(customer).getByText("You left this out")).toBeVisible();
    await customer.getByRole("button", { name: "Take it up again" }).click();
    await expect(stagePanel(customer).getByText("Optional.")).toBeVisible();
    await customer.getByRole("button", { name: "Decide later" }).click();
    await expect(stagePanel(customer).getByText("You chose to decide later")).toBeVisible();
    await customer.getByRole("button", { name: "Decide now" }).click();
    await expect(stagePanel(customer).getByText("Optional.")).toBeVisible();
    await openStage(customer, "Trade-in");
  });

  test("Maya finds the deal on the desk, sees the customer there and takes it", async () => {
    await seller.goto("/demo");
    await seller.getByRole("button", { name: "Come in as Maya Okonjo" }).click();
    await seller.waitForURL("/desk");
    await seller
      .getByRole("navigation", { name: "Which deals" })
      .getByRole("link", { name: /^Unassigned/ })
      .click();
    const row = seller.locator(`[data-row="${dealId}"]`);
    await expect(row).toContainText("No name yet");
    await row.click();
    const detail = seller.getByRole("complementary", { name: "The chosen deal" });
    await expect(detail.getByText("Customer", { exact: true })).toBeVisible();
    await expect(detail.getByRole("img", { name: "on a phone" })).toBeVisible();
    await detail.getByRole("button", { name: /^Take this deal/ }).click();
    await expect(detail.getByRole("definition").filter({ hasText: "Maya" })).toBeVisible();
    await detail.getByRole("link", { name: "Open the deal" }).click();
    await expectLive(seller);
    await expect(seller.getByText("Customer is online")).toBeVisible();
    await expect(seller.getByText("on a phone, looking at Trade-in")).toBeVisible();
    await expect(customer.getByRole("banner").getByText("Maya is here")).toBeAttached();
  });

  test("Maya's offer is on the customer's screen within a second of its acknowledgement", async () => {
    await openStage(seller, "Trade-in");
    // Within her authority whatever the estimate is by then: a little above what is likely.
    const allowance = seller.getByRole("textbox", { name: "Allowance" });
    const likely = Number((await allowance.inputValue()).replace(/\D/g, ""));
    offer = `$${(likely + 100).toLocaleString("en-US")}`;
    await allowance.fill(offer);
    const shown = whenShown(customer, offer);
    const pressed = Date.now();
    await seller.getByRole("button", { name: "Send the offer" }).last().click();
    const late = Math.max(0, (await shown) - (await acknowledgedSince(seller, pressed)));
    process.stdout.write(`     the offer was on the customer's screen ${late} ms after its acknowledgement\n`);
    expect(late).toBeLessThan(ON_THE_OTHER_SCREEN_MS);
  });

  test("the customer accepts; payment and the sentence why stand on both screens", async () => {
    const before = await phonePayment(customer);
    await customer.getByRole("button", { name: `Accept ${offer}` }).click();
    await expect(stagePanel(customer).getByText("You accepted this offer.")).toBeVisible();
    await expect(stagePanel(seller).getByText("The customer accepted this offer.")).toBeVisible({ timeout: SOON_MS });
    const after = await phonePayment(customer);
    expect(after).not.toBe(before);
    expect(await deskPayment(seller)).toBe(after);
    const why = summary(seller).getByRole("region", { name: "Why it changed" });
    await expect(why).toContainText(/Payment (down|up) \$[\d.,]+ a month\./);
    await expect(why).toContainText(`The customer accepted ${offer} for the trade-in.`);
    const opened = await openSummary(customer);
    await expect(opened.getByRole("region", { name: "Why it changed" })).toContainText(
      `You accepted ${offer} for the trade-in.`,
    );
    await closeSummary(customer);
  });

  test("each sees where the other is, and a cell of the grid taken by one is taken for both", async () => {
    await openStage(customer, "Finance");
    await openStage(seller, "Finance");
    await seller.getByRole("textbox", { name: "Cash down" }).focus();
    await expect(stagePanel(customer).getByText("Maya is here")).toBeAttached({ timeout: SOON_MS });
    await customer.getByRole("textbox", { name: "Cash down" }).focus();
    await expect(stagePanel(seller).getByText("Customer is here")).toBeAttached({ timeout: SOON_MS });

    const cellOf = (page: Page) =>
      stagePanel(page)
        .getByRole("row", { name: /^48 mo/ })
        .getByRole("button")
        .nth(2);
    const payment = await amountIn(cellOf(seller));
    await cellOf(seller).click();
    await expect(cellOf(customer)).toHaveAttribute("aria-pressed", "true", { timeout: SOON_MS });
    await expect.poll(() => phonePayment(customer)).toBe(payment);
    expect(await deskPayment(seller)).toBe(payment);
  });

  test("products are accepted, declined and put off; the payment follows and asks again", async () => {
    await openStage(customer, "Finance");
    await customer.getByRole("button", { name: "Agree to these terms" }).click();
    await expect(stagePanel(customer).getByText("You agreed to these terms.")).toBeVisible();
    await expect(stagePanel(seller).getByText("The customer agreed to these terms.")).toBeVisible({
      timeout: SOON_MS,
    });

    await openStage(customer, "Protection");
    const before = await phonePayment(customer);
    const answer = (product: string, word: string) =>
      stagePanel(customer)
        .getByRole("group", { name: `${product}: Answer` })
        .getByRole("radio", { name: word })
        .check();
    await answer("Service contract", "Yes");
    await expect.poll(() => phonePayment(customer)).not.toBe(before);
    await answer("Tire and wheel", "No");
    await answer("Key replacement", "Later");
    await customer.getByRole("button", { name: "No to the rest" }).click();
    await expect(stageButton(seller, "Protection")).toContainText("Complete");
    await expect(stageButton(seller, "Finance")).toContainText("Needs another look");
    await openStage(customer, "Finance");
    await customer.getByRole("button", { name: "Still right" }).last().click();
    await expect(stageButton(seller, "Finance")).toContainText("Complete");
  });

  test("the deposit is declined, then paid, then given back, then paid again", async () => {
    await openStage(customer, "Deposit");
    await payDeposit(customer, "Let the card be declined");
    await expect(stagePanel(customer).getByText("The payment did not go through.")).toBeVisible();
    await payDeposit(customer, "Pay $500.00");
    await expect(stagePanel(customer).getByText(/^The car is held until/)).toBeVisible();
    await openStage(seller, "Deposit");
    await expect(stagePanel(seller).getByText(/^The car is held until/)).toBeVisible();

    await stagePanel(customer).getByText("Ask for it back").click();
    await customer.getByLabel("Why, in a few words").fill("I want to think about the colour");
    await customer.getByRole("button", { name: "Ask for the refund" }).click();
    await expect(stagePanel(customer).getByText("$500 was refunded.")).toBeVisible();
    await expect(stagePanel(seller).getByText("$500 was refunded.")).toBeVisible();
    await payDeposit(customer, "Pay $500.00");
    await expect(stagePanel(customer).getByText(/^The car is held until/)).toBeVisible();
  });

  test("delivery goes from pick-up to home with its fee; a time is booked and moved", async () => {
    await openStage(customer, "Delivery");
    const panel = stagePanel(customer);
    await panel.getByRole("radio", { name: /^Pick it up/ }).check();
    await expect(panel.getByText("Free times")).toBeVisible();
    const before = await phonePayment(customer);
    await panel.getByRole("radio", { name: /^Home delivery/ }).check();
    await panel.getByLabel("Street and number").fill("9 Heron Way");
    await panel.getByLabel("City").fill("Farfield");
    await panel.getByLabel("State").fill("IL");
    await panel.getByLabel("ZIP code").fill("62125");
    await customer.getByRole("button", { name: "Save the address" }).click();
    await expect(panel.getByText("27 miles from the store, $99 delivery fee")).toBeVisible();
    await expect.poll(() => phonePayment(customer)).not.toBe(before);

    // A time within half a day of now could be booked and not moved.
    const days = panel.getByRole("group", { name: "Day" }).getByRole("button");
    await days.nth(1).click();
    const times = panel.getByRole("radio", { name: /[AP]M/ });
    await times.nth(1).check();
    await customer.getByRole("button", { name: "Book this time" }).click();
    const booked = panel.getByText(/^Yours: /);
    await expect(booked).toBeVisible();
    const first = await booked.innerText();
    await panel.getByRole("button", { name: "Move it" }).click();
    await days.nth(2).click();
    await times.nth(2).check();
    await panel.getByRole("button", { name: "Book this time" }).click();
    await expect(panel.getByRole("button", { name: "Move it" })).toBeVisible();
    await expect(booked).not.toHaveText(first);
    await openStage(seller, "Delivery");
    await expect(stagePanel(seller).getByText(/^Booked: /)).toBeVisible();
  });

  test("a saved deal comes back from the mail, in another browser, with its code, at the right stage", async () => {
    const opened = await openSummary(customer);
    await opened.getByRole("button", { name: /^Save my deal/ }).click();
    const details = customer.getByRole("dialog", { name: "Save my deal" });
    await details.getByLabel("First name").fill("Noor");
    await details.getByLabel("Last name").fill("Halvorsen");
    const address = `noor.${dealId}@example.test`;
    await details.getByLabel("E-mail").fill(address);
    await details.getByRole("button", { name: "Save", exact: true }).click();
    await expect(seller.getByText("Noor is online")).toBeVisible();

    const elsewhere = await screens.open("customer, elsewhere", phone);
    await elsewhere.goto("/dev/outbox");
    await elsewhere.getByRole("link", { name: address }).first().click();
    const mail = elsewhere.getByRole("article");
    const code = /\b(\d{3} \d{3})\b/.exec(await mail.innerText())?.[1];
    assert(code, "the mail has a code");
    await mail.getByRole("link", { name: /\/resume\// }).click();
    await elsewhere.getByLabel("Six-digit code").fill(code);
    await elsewhere.getByRole("button", { name: "Open my deal" }).click();
    await elsewhere.waitForURL(new RegExp(`/deals/${dealId}`));
    await expectLive(elsewhere);
    // The delivery fee moved the numbers: the terms are what needs another look.
    await expect(stageButton(elsewhere, "Finance")).toHaveAttribute("aria-current", "step");
    expect(await phonePayment(elsewhere)).toBe(await phonePayment(customer));
  });

  test("Walt sees red lines with their fixes, clears them and freezes the deal", async () => {
    await comeInAs(finance, walt);
    await finance.goto(`/finance/${dealId}`);
    const main = finance.getByRole("main");
    for (const [red, fix] of [
      ["The buyer is not fully named", "Name the buyer"],
      ["Identity is not verified", "Verify identity"],
      ["Nobody has looked at the trade-in", "Check the trade-in"],
      ["The customer has not agreed to the terms", "Open finance"],
      ["A stage needs another look", "Open the stage"],
    ] as const) {
      const line = main.getByRole("listitem").filter({ hasText: red });
      await expect(line).toBeVisible();
      await expect(line.getByRole("button", { name: fix }).or(line.getByRole("link", { name: fix }))).toBeVisible();
    }
    await expect(finance.getByRole("button", { name: "Freeze for contract" })).toHaveAttribute("aria-disabled", "true");

    await main.getByRole("button", { name: "Name the buyer" }).click();
    const buyer = finance.getByRole("dialog", { name: "Name the buyer" });
    await buyer.getByLabel("Street").fill("9 Heron Way");
    await buyer.getByLabel("City").fill("Farfield");
    await buyer.getByLabel("State").fill("IL");
    await buyer.getByLabel("ZIP code").fill("62125");
    await buyer.getByRole("button", { name: "Save the buyer" }).click();
    await expect(main.getByText("Buyer named: Noor Halvorsen")).toBeVisible();
    await main.getByRole("button", { name: "Verify identity" }).click();
    const identity = finance.getByRole("dialog", { name: "Verify identity" });
    await identity.getByRole("radio", { name: /^Driver’s license/ }).check();
    await identity.getByRole("button", { name: "Record it" }).click();
    await expect(main.getByText("Identity verified by Walt")).toBeVisible();

    // The old car is taken unseen, on a manager's word.
    await main.getByRole("link", { name: "Check the trade-in" }).click();
    await finance.getByLabel("Why", { exact: true }).fill("Serviced here since it was new");
    await finance.getByRole("button", { name: "Take it without a check" }).click();
    await expect(finance.getByText("Taken without a check: Serviced here since it was new")).toBeVisible();
    await finance.goto(`/finance/${dealId}`);
    await expect(main.getByText("Trade-in checked, or none")).toBeVisible();

    await openStage(customer, "Finance");
    await customer.getByRole("button", { name: "Still right" }).last().click();
    await expect(finance.getByRole("button", { name: "Freeze for contract" })).not.toHaveAttribute("aria-disabled");
    await finance.getByRole("button", { name: "Freeze for contract" }).click();
    await expect(main.getByText(/^Frozen at revision \d+ by Walt/)).toBeVisible();
    await expect(stageButton(customer, "Delivery")).toContainText("Delivery");
    await expect(
      customer.getByText("The numbers are frozen for the contract. They can be read, not changed."),
    ).toBeVisible();
  });

  test("the buyer's order says to the cent what the card says", async () => {
    const opened = await openSummary(customer);
    const lines = ["Out-the-door total", "Amount financed"];
    const onCard: string[] = [];
    for (const line of lines) onCard.push(await amountIn(opened.locator("summary", { hasText: line }).first()));
    await closeSummary(customer);
    onCard.push(await phonePayment(customer));
    const answer = await customer.request.get(`/deals/${dealId}/buyers-order.pdf`);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    const bytes = await answer.body();
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await finance.request.get(`/deals/${dealId}/buyers-order.pdf`)).ok()).toBe(true);
    test.skip(spawnSync("pdftotext", ["-v"]).error !== undefined, "pdftotext reads the paper where it is installed");
    const paper = execFileSync("pdftotext", ["-layout", "-", "-"], { input: bytes, encoding: "utf8" });
    const row = (name: string) => paper.split("\n").find((line) => line.includes(name)) ?? "";
    for (const [index, name] of [...lines, "monthly payments of"].entries()) expect(row(name)).toContain(onCard[index]);
    expect(paper).toContain("Noor Halvorsen");
  });

  test("the deal is reopened with a reason, and its history says who, what, when and why", async () => {
    await finance.locator("summary", { hasText: "Reopen" }).click();
    await finance.getByLabel("Why it is reopened").fill("The customer adds a second key");
    await finance.getByRole("button", { name: "Reopen the deal" }).click();
    await expect(finance.getByText(/^Revision \d+ is void$/)).toBeVisible();
    await expect(customer.getByText("The numbers are frozen for the contract.")).toBeHidden();

    for (const [page, acceptance] of [
      [customer, `You accepted ${offer} for the trade-in.`],
      [seller, `accepted ${offer} for the trade-in.`],
    ] as const) {
      await page.goto(`/deals/${dealId}/history`);
      await expect(page.getByRole("heading", { name: "Everything that changed" })).toBeVisible();
      const entry = (text: RegExp | string) => page.getByRole("listitem").filter({ hasText: text });
      await expect(entry(/Walt reopened the deal\./)).toHaveCount(1);
      await expect(entry(/Walt froze the numbers for the contract\./)).toHaveCount(1);
      await expect(entry(/The \$500 deposit did not go through\./)).toHaveCount(1);
      await expect(entry(acceptance)).toContainText(/Payment (down|up) \$[\d.,]+ a month\./);
      await expect(entry(acceptance).getByRole("time")).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT/);
    }
  });
});

/** When a text came to stand on a page, by the clock of this machine. */
async function whenShown(page: Page, text: string): Promise<number> {
  const shown = await page.waitForFunction(
    (wanted) => (document.querySelector("main")?.innerText.includes(wanted) ? Date.now() : null),
    text,
    { polling: "raf" },
  );
  return shown.jsonValue() as Promise<number>;
}

/** Keeps the time of the newest answer to an edit: on the wire an acknowledgement begins with 43. */
function noteAcknowledgements(): void {
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      this.addEventListener("message", ({ data }) => {
        if (String(data).startsWith("43")) Object.assign(window, { acknowledgedAt: Date.now() });
      });
    }
  };
}

async function acknowledgedSince(page: Page, from: number): Promise<number> {
  const acknowledged = await page.waitForFunction((since) => {
    const { acknowledgedAt = 0 } = window as { acknowledgedAt?: number };
    return acknowledgedAt >= since ? acknowledgedAt : null;
  }, from);
  return acknowledged.jsonValue() as Promise<number>;
}

async function payDeposit(page: Page, choice: string): Promise<void> {
  await acceptDepositTerms(page);
  await page.getByRole("button", { name: /^(Pay the \$500 deposit|Finish paying)$/ }).click();
  await page.waitForURL(/\/c\/pay\//);
  await page.getByRole("button", { name: choice, exact: true }).click();
  // A declined card may be tried again on the same page; this payer thinks it over first.
  if (choice.includes("declined")) await page.getByRole("link", { name: "Go back without paying" }).click();
  await page.waitForURL(/\/deals\//);
  await expectLive(page);
}

import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it, vi } from "vitest";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { viewOf } from "#machines/deal/view-of-deal";
import { startShopperSession } from "#app/accounts/session.server";
import { requestPerson } from "#app/accounts/request-person.server";
import { env } from "#app/platform/env.server";
import { isSignedText, signText } from "#app/platform/field-encryption.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { recomputeQuote } from "#machines/desking/quote-record";
import { readQuote } from "#app/quotes/keep-quote.server";
import { checkCode, isCheckCode, promiseNumber, readPromiseNumber } from "#app/promises/promise-code.server";
import { promisePath } from "#app/promises/promise-address.server";
import { loader as links } from "#app/routes/deals.$dealId.promises";
import { action as startFromPage } from "#app/routes/inventory.$stockNumber";
import { loader as checkPage } from "#app/routes/promise.$number._index";
import { loader as paper } from "#app/routes/promise.$number.paper[.]pdf";
import {
  contextNow,
  newDeal,
  openDealStore,
  send,
  staffCalled,
  stateOf,
  type TestDeal,
  tell,
} from "#tests/support/deal-store";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
await openDealStore(db);

let caller = 0;
const args = (path: string, params: Record<string, string>, init: RequestInit = {}, address?: string) =>
  ({
    request: new Request(`http://localhost:3000${path}`, init),
    params,
    context: { clientAddress: address ?? `10.3.0.${(caller += 1)}` },
  }) as unknown as LoaderFunctionArgs & ActionFunctionArgs;

async function page(number: string, code: string | null, address?: string) {
  const path = `/promise/${number}${code === null ? "" : `?code=${code}`}`;
  const { data, init } = await checkPage(args(path, { number }, {}, address));
  return { ...data, status: init?.status ?? 200 };
}

const pdf = (number: string, code: string) => paper(args(`/promise/${number}/paper.pdf?code=${code}`, { number }));

async function kept(deal: TestDeal): Promise<string> {
  await tell(deal.dealId, deal.customer, { type: "promise.requested" });
  return (await contextNow(deal.dealId)).promises.list.at(-1)!.content.number;
}

const inEnglish = (cents: number) =>
  `$${(cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

describe("[PP1] [PP5] a promise that a customer keeps", () => {
  it("is the deal's own figures, on its page and on its paper", async () => {
    const deal = await newDeal(db);
    const number = await kept(deal);
    const sheet = dealWorksheet(numbersFrom(viewOf(await stateOf(deal.dealId), "customer")))!;
    const shown = await page(number, checkCode(number));
    expect(shown).toMatchObject({ status: 200, trouble: "good", answer: { state: "good", inForce: true } });
    const words = JSON.stringify(shown.answer).replaceAll("\u00a0", " ");
    if (!sheet.finance.ok) throw new Error("the deal is financed");
    const allIn = sheet.totalPrice + sheet.governmentCharges;
    for (const amount of [sheet.totalPrice, allIn, sheet.finance.payment, sheet.finance.totalOfPayments])
      expect(words).toContain(inEnglish(amount));
    const answer = await pdf(number, checkCode(number));
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(new Uint8Array(await (await pdf(number, checkCode(number))).arrayBuffer())).toEqual(bytes);
    if (!hasPdftotext) return;
    const text = pdfText(bytes);
    for (const part of [number, checkCode(number), inEnglish(allIn), inEnglish(sheet.finance.payment)])
      expect(text).toContain(part);
  });

  it("names nobody: what the page and the paper say is about a car", async () => {
    const deal = await newDeal(db);
    await tell(deal.dealId, deal.customer, {
      type: "customer.identified",
      firstName: "Rosamund",
      lastName: "Quillfeather",
      email: "",
      phone: "555 0199",
    });
    const number = await kept(deal);
    expect(JSON.stringify(await page(number, checkCode(number)))).not.toMatch(/Rosamund|Quillfeather|0199/);
  });

  it("is asked for once by one edit, however often it is sent", async () => {
    const deal = await newDeal(db);
    const editId = randomUUID();
    const ask = () => send(deal.dealId, deal.customer, { type: "promise.requested" }, { editId });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["applied", "repeated", "repeated"]);
    expect((await contextNow(deal.dealId)).promises.list).toHaveLength(1);
    expect(await db.prisma.pricePromise.count({ where: { dealId: deal.dealId } })).toBe(1);
  });

  it("needs its code, read as people type it; a wrong one and a number that never was answer alike", async () => {
    const number = await kept(await newDeal(db));
    const code = checkCode(number);
    expect((await page(number.toLowerCase().replaceAll("-", ""), code.toLowerCase().replace("-", " "))).status).toBe(
      200,
    );
    const [wrong, never] = [await page(number, "0000-0000"), await page("P-ZZZZ-ZZZZ", "0000-0000")];
    expect([wrong.status, wrong.answer]).toEqual([404, { state: "unknown" }]);
    expect([never.status, never.answer]).toEqual([404, { state: "unknown" }]);
    expect(await page(number, null)).toMatchObject({ status: 200, trouble: null, answer: { state: "unknown" } });
    await expect(pdf(number, "0000-0000")).rejects.toMatchObject({ status: 404 });
  });

  it("cannot be guessed: an address has so many tries", async () => {
    const address = "10.4.4.4";
    const number = await kept(await newDeal(db));
    for (let tries = 0; tries < 30; tries++) await page(number, "0000-0000", address);
    expect((await page(number, checkCode(number), address)).status).toBe(429);
    expect((await page(number, checkCode(number))).status).toBe(200);
  });

  it("that was altered in the store's own table is told and not shown", async () => {
    const number = await kept(await newDeal(db));
    const row = await db.prisma.pricePromise.findUniqueOrThrow({ where: { number } });
    const content = row.content.replace(
      /"outTheDoor":(\d)/,
      (_, digit: string) => `"outTheDoor":${(Number(digit) % 9) + 1}`,
    );
    expect(content).not.toBe(row.content);
    await db.prisma.pricePromise.update({ where: { number }, data: { content } });
    expect((await page(number, checkCode(number))).answer).toEqual({ state: "altered" });
    await expect(pdf(number, checkCode(number))).rejects.toMatchObject({ status: 404 });
    // A good one copied under this number is signed, but not for it.
    const other = await db.prisma.pricePromise.findUniqueOrThrow({ where: { number: await kept(await newDeal(db)) } });
    await db.prisma.pricePromise.update({
      where: { number },
      data: { content: other.content, signature: other.signature },
    });
    expect((await page(number, checkCode(number))).answer).toEqual({ state: "altered" });
  });

  it("is over after its last day at the store, and still says what was promised", async () => {
    const number = await kept(await newDeal(db));
    vi.spyOn(env, "CLOCK_OFFSET_MS", "get").mockReturnValue(40 * 86_400_000);
    try {
      expect((await page(number, checkCode(number))).answer).toMatchObject({ state: "good", inForce: false });
    } finally {
      vi.restoreAllMocks();
    }
  });

  it("goes by mail with the link to its paper, also when the address comes later", async () => {
    const deal = await newDeal(db);
    const number = await kept(deal);
    const email = `noor.${deal.dealId}@example.test`;
    await tell(deal.dealId, deal.customer, {
      type: "customer.identified",
      firstName: "Noor",
      lastName: "Halvorsen",
      email,
      phone: "",
    });
    const mails = () => db.prisma.outboxMessage.findMany({ where: { to: email, subject: { contains: number } } });
    await runDueJobs();
    const [mail] = await mails();
    expect(mail?.text).toContain(`/promise/${number}/paper.pdf?code=${checkCode(number)}`);
  });

  it("can be worked again to the same cents from what was kept with it", async () => {
    const deal = await newDeal(db);
    const number = await kept(deal);
    await runDueJobs();
    const { revision } = await stateOf(deal.dealId);
    const record = await readQuote({ dealId: deal.dealId, purpose: "promise", revision });
    expect(record && recomputeQuote(record).differences).toEqual([]);
    const { content } = (await contextNow(deal.dealId)).promises.list.find((one) => one.content.number === number)!;
    expect(record?.figures["finance.payment"]).toBe(content.figures.payment);
  });

  it("shows where it is to be read to those at the deal, and to nobody else", async () => {
    const deal = await newDeal(db);
    const number = await kept(deal);
    const { setCookie } = await startShopperSession(new Request("http://localhost:3000/"), {
      shopperId: deal.shopperId,
    });
    const cookie = setCookie.split(";", 1)[0] ?? "";
    const path = `/deals/${deal.dealId}/promises`;
    const answer = await links(args(path, { dealId: deal.dealId }, { headers: { Cookie: cookie } }));
    expect(await answer.json()).toMatchObject({ promises: [{ number, page: promisePath(number) }] });
    await expect(links(args(path, { dealId: deal.dealId }))).rejects.toBeInstanceOf(Response);
  });
});

describe("[PP3] [PP4] the contract beside the promise", () => {
  it("a higher price is a red line until the customer has agreed to it", async () => {
    const deal = await newDeal(db);
    const { advertisedPrice } = (await contextNow(deal.dealId)).vehicle.vehicle!;
    const ines = staffCalled("Ines");
    const at = (off: number) =>
      ({ type: "vehicle.sellingPriceSet", sellingPrice: (advertisedPrice - off) as typeof advertisedPrice }) as const;
    await tell(deal.dealId, ines, at(30_000));
    await kept(deal);
    await tell(deal.dealId, ines, at(0));
    const answer = await send(deal.dealId, staffCalled("Walt"), { type: "deal.freezeRequested" });
    expect(answer).toMatchObject({ status: "refused", refusal: { code: "checklistOpen" } });
  });
});

describe("[Q6] a deal started from a page", () => {
  async function startAt(stockNumber: string, form: Record<string, string>) {
    const answer = await startFromPage(
      args(`/inventory/${stockNumber}`, { stockNumber }, { method: "POST", body: new URLSearchParams(form) }),
    );
    if (!(answer instanceof Response)) throw new Error("the deal was not started");
    const cookie = answer.headers.get("Set-Cookie")?.split(";", 1)[0] ?? "";
    const to = answer.headers.get("Location") ?? "";
    const person = await requestPerson(new Request("http://localhost:3000/", { headers: { Cookie: cookie } }));
    return { to, person };
  }

  it("begins with the shopper's own terms", async () => {
    const { to } = await startAt("N2614", {
      pay: "finance",
      down: "4,250.50",
      term: "72",
      credit: "good",
      trade: "8000",
      owed: "2500",
    });
    const deal = await contextNow(/deals\/([\w-]+)/.exec(to)?.[1] ?? "");
    expect(deal.finance).toMatchObject({ cashDown: 425_050, termMonths: 72, creditBand: "good", method: "finance" });
    expect(deal.trade.ownEstimate).toEqual({ value: 800_000, owed: 250_000 });
  });

  it("keeps its price on the way, when that was pressed", async () => {
    const { to } = await startAt("N2614", { pay: "lease", credit: "good", keep: "1" });
    expect(to).toMatch(/^\/promise\/P-[0-9A-Z]{4}-[0-9A-Z]{4}\?code=/);
    const number = /promise\/([^?]+)/.exec(to)?.[1] ?? "";
    expect((await page(number, checkCode(number))).answer).toMatchObject({ state: "good" });
  });
});

describe("numbers, codes and signatures", () => {
  it("are made for one deal and one edit, and read back in any spelling", () => {
    const number = promiseNumber("d-1", "e-1");
    expect(number).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(promiseNumber("d-1", "e-1")).toBe(number);
    expect(promiseNumber("d-1", "e-2")).not.toBe(number);
    expect(readPromiseNumber(` ${number.toLowerCase()} `)).toBe(number);
    expect(readPromiseNumber("P-12")).toBeNull();
    expect(isCheckCode(number, checkCode(promiseNumber("d-1", "e-2")))).toBe(false);
  });

  it("a signature holds for one text, one purpose and one key", () => {
    const signature = signText("text", "one");
    expect(isSignedText("text", signature, "one")).toBe(true);
    expect(isSignedText("texT", signature, "one")).toBe(false);
    expect(isSignedText("text", signature, "other")).toBe(false);
    expect(isSignedText("text", signature.replace("s1.", "s2."), "one")).toBe(false);
    expect(isSignedText("text", "s1.unknown.AAAA", "one")).toBe(false);
    expect(isSignedText("text", "", "one")).toBe(false);
  });
});

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import sharp from "sharp";
import { contextOf } from "#machines/deal/apply-deal-event";
import { simulatedProgrammes } from "#machines/lending/simulated-programmes";
import { brokenJournals, sealJournal } from "#app/audit/audit-trail.server";
import { readDealCredit } from "#app/credit/deal-credit.server";
import { startSummaries } from "#app/deals/deal-summaries.server";
import { dealSummary } from "#app/deals/deal-summary";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { fundingBoard, movePackage, sendPackage } from "#app/lenders/funding-board.server";
import { configuredLenders } from "#app/lenders/configured-lenders.server";
import { connectLenders } from "#app/lenders/lender-network.server";
import type { LenderNews, LenderPort, LenderRequest } from "#app/lenders/lender-port";
import { lenderBodyIsSigned, signLenderBody } from "#app/lenders/lender-signature.server";
import { keepPreferences } from "#app/lenders/preferred-lenders.server";
import { receiveLenderNews } from "#app/lenders/receive-lender-news.server";
import { simulatedLender } from "#app/lenders/simulated-lender.server";
import {
  agreeSpotDelivery,
  logSpotAttempt,
  readSpotDelivery,
  settleSpotDelivery,
  unwindSpotDelivery,
} from "#app/lenders/spot-delivery.server";
import { moveStip, openPaper, receivePaper } from "#app/lenders/stips.server";
import { submitApplication } from "#app/lenders/submit-application.server";
import { rehash, threadOf, withdraw, writeToLender } from "#app/lenders/talk-to-lender.server";
import { rateMenu } from "#app/menu/rate-menu.server";
import { tableRate } from "#app/menu/table-ratings";
import { parseEnv } from "#app/platform/env.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { action as callback } from "#app/routes/webhooks.lenders.$code";
import { action as creditAction, loader as creditLoader } from "#app/routes/finance_.credit.$dealId";
import { applied, staffWith } from "#tests/app/credit/credit-people";
import { get, post, signedIn } from "#tests/app/desk/desk-store";
import { readyDeal } from "#tests/support/ready-deal";
import { journalOf, newDeal, openDealStore, send, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(async () => {
  await openDealStore(database);
  connectLenders(simulatedProgrammes.map((programme) => simulatedLender({ ...programme, answersAfterSeconds: 0 })));
});

let number = 0;
/** The built-in bureau reads a score off the last four: these are strong. */
const freshNumber = () => `900${10 + (number += 1)}99${10 + number}`;
const walt = staffCalled("Walt");
const by = { staffId: walt.staffId, firstName: walt.firstName, lastName: walt.lastName, rooftopId: walt.rooftopId };

async function aFinancedDeal(over: Record<string, string> = {}) {
  const { dealId, customer } = await newDeal(database);
  await tell(dealId, customer, { type: "finance.methodChosen", method: "finance" });
  await applied(
    { dealId, rooftopId: walt.rooftopId },
    { governmentNumber: freshNumber(), monthlyIncome: "14000", ...over },
  );
  return { dealId, customer };
}
const creditOf = async (dealId: string) => contextOf(await stateOf(dealId)).credit!;
const answersOf = async (dealId: string) => (await creditOf(dealId)).answers;

describe("lenders", () => {
  it("[C5] [C11] an application goes once, and is answered by a job as an event of the deal", async () => {
    const { dealId } = await aFinancedDeal();
    const [first, again] = [await submitApplication(dealId, "alder", by), await submitApplication(dealId, "alder", by)];
    expect(first).toMatchObject({ ok: true, repeated: false });
    expect(again).toMatchObject({ ok: true, repeated: true });
    await runDueJobs();
    const [answer, ...others] = await answersOf(dealId);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ lender: "Alder Grove Bank", status: "approved", version: 1 });
    const { rows } = await database.query<{ data: unknown }>("select data from pgboss.job where name like '%lender%'");
    expect(JSON.stringify(rows)).not.toMatch(/900\d{6}|Quarrington|8137/);
  });

  it("[C5] preferred lenders stand ticked by kind of car, a locked one is always sent to, six are the most", async () => {
    const { dealId } = await aFinancedDeal();
    const priya = await signedIn(walt.rooftopId, "fniManager", "Priya");
    const page = async () =>
      creditLoader({
        request: get(`/finance/credit/${dealId}`, priya.cookie),
        params: { dealId },
        context: {} as never,
      });
    const ticks = async () => Object.fromEntries((await page()).matches.map((row) => [row.lenderCode, row.preference]));
    const kind = (await page()).structure?.vehicle.condition === "new" ? "new" : "used";
    expect(await keepPreferences(by, kind, { alder: "locked", birch: "ticked", nobody: "locked" })).toBe(true);
    expect(await ticks()).toMatchObject({ alder: "locked", birch: "ticked", cedar: "none" });
    const crowd = Array.from({ length: 7 }, (_, n) => `crowd-${n}`);
    const stand = simulatedLender({ ...simulatedProgrammes[0]!, answersAfterSeconds: 0 });
    connectLenders(crowd.map((code) => ({ ...stand, code, programmes: [] })));
    expect(await keepPreferences(by, kind, Object.fromEntries(crowd.map((code) => [code, "ticked"])))).toBe(false);
    expect(await ticks()).toMatchObject({ alder: "locked", birch: "ticked" });
    const send = async (codes: string[]) => {
      const body = new URLSearchParams([["act", "sendTicked"], ...codes.map((code) => ["lenderCode", code])]);
      const headers = { Cookie: priya.cookie };
      const request = new Request(`http://localhost:3000/finance/credit/${dealId}`, { method: "POST", body, headers });
      return creditAction({ request, params: { dealId }, context: {} as never });
    };
    expect(await send(crowd)).toMatchObject({ ok: false, reason: "count" });
    // Unticked, the locked one goes along all the same.
    expect(await send(["cedar"])).toEqual({ ok: true, act: "sendTicked" });
    expect((await answersOf(dealId)).map(({ lender }) => lender).toSorted()).toEqual([
      "Alder Grove Bank",
      simulatedProgrammes[2]!.lender,
    ]);
  });

  it("[C5] the same person there on another deal needs a named reason", async () => {
    const governmentNumber = freshNumber();
    const one = await aFinancedDeal({ governmentNumber });
    await submitApplication(one.dealId, "birch", by);
    const other = await aFinancedDeal({ governmentNumber });
    expect(await submitApplication(other.dealId, "birch", by)).toEqual({ ok: false, reason: "duplicate" });
    expect(await submitApplication(other.dealId, "birch", by, "The first deal was closed")).toMatchObject({ ok: true });
  });

  it("[C9] asked again, a lender answers with a new version, and the thread keeps the words; taken back, it offers nothing", async () => {
    const { dealId } = await aFinancedDeal();
    const sent = await submitApplication(dealId, "birch", by);
    if (!sent.ok) throw new Error(sent.reason);
    await runDueJobs();
    expect(
      await rehash(
        sent.submissionId,
        { amount: 2_000_000, termMonths: 48, waive: ["insurance"], note: "Trade came up" },
        by,
      ),
    ).toBe(true);
    await runDueJobs();
    expect((await answersOf(dealId))[0]).toMatchObject({ version: 2, amount: 2_000_000, termMonths: 48 });
    expect((await threadOf(sent.submissionId)).map(({ kind }) => kind)).toEqual(["decision", "rehash", "decision"]);
    expect(await withdraw(sent.submissionId, by)).toBe(true);
    expect((await answersOf(dealId))[0]).toMatchObject({ status: "withdrawn", amount: null });
  });

  it("[C9] the finance manager reads every word on the page and writes more; a note is answered and moves no version", async () => {
    const { dealId } = await aFinancedDeal();
    const sent = await submitApplication(dealId, "birch", by);
    if (!sent.ok) throw new Error(sent.reason);
    await runDueJobs();
    const priya = await signedIn(walt.rooftopId, "fniManager", "Priya");
    const seller = await signedIn(walt.rooftopId, "salesManager");
    const act = async (cookie: string, fields: [string, string][]) =>
      creditAction({
        request: new Request(`http://localhost:3000/finance/credit/${dealId}`, {
          method: "POST",
          body: new URLSearchParams([["submissionId", sent.submissionId], ...fields]),
          headers: { Cookie: cookie },
        }),
        params: { dealId },
        context: {} as never,
      });
    const note: [string, string][] = [
      ["act", "note"],
      ["text", "Employer moved, letter follows"],
    ];
    expect(await act(seller.cookie, note)).toMatchObject({ ok: false, reason: "role" });
    expect(
      await act(priya.cookie, [
        ["act", "note"],
        ["text", "  "],
      ]),
    ).toMatchObject({ ok: false });
    expect(await act(priya.cookie, note)).toEqual({ ok: true, act: "note" });
    await runDueJobs();
    const asked: [string, string][] = [
      ["act", "rehash"],
      ["amount", "20000"],
      ["termMonths", "48"],
      ["note", "Trade came up"],
      ["waive", "insurance"],
    ];
    expect(await act(priya.cookie, asked)).toEqual({ ok: true, act: "rehash" });
    await runDueJobs();
    const page = async (cookie: string) =>
      (
        await creditLoader({
          request: get(`/finance/credit/${dealId}`, cookie),
          params: { dealId },
          context: {} as never,
        })
      ).answers[0]!;
    const { thread, canWrite, version } = await page(priya.cookie);
    expect([canWrite, version]).toEqual([true, 2]);
    expect(thread.map(({ kind, by: who, words }) => [kind, who === null, words.length > 0])).toEqual([
      ["decision", true, true],
      ["note", false, true],
      ["comment", true, true],
      ["rehash", false, true],
      ["decision", true, true],
    ]);
    expect(thread[1]).toMatchObject({ by: "Priya Okafor", words: "Employer moved, letter follows" });
    expect(thread[3]).toMatchObject({
      amount: 2_000_000,
      termMonths: 48,
      waive: ["insurance"],
      words: "Trade came up",
    });
    expect(thread[4]).toMatchObject({ version: 2, status: "approved", amount: 2_000_000 });
    expect(await page(seller.cookie)).toMatchObject({ thread: [], canWrite: false });
    // Taken back, there is nobody to write to, and everything said stays to be read.
    expect(await withdraw(sent.submissionId, by)).toBe(true);
    expect(await writeToLender(sent.submissionId, { text: "Hello?" }, by)).toBe(false);
    expect(await page(priya.cookie)).toMatchObject({ canWrite: false, thread: { length: 5 } });
  });

  it("finance desk N6: a paper is asked for in plain words, comes in sealed, and is settled", async () => {
    const { dealId } = await aFinancedDeal();
    await submitApplication(dealId, "birch", by);
    await runDueJobs();
    const [request] = (await creditOf(dealId)).requests;
    expect(request).toMatchObject({ kind: "insurance", owedBy: "buyer", state: "wanted" });
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    expect(await receivePaper(dealId, request!.requestId, Buffer.from("<svg/>"))).toEqual({
      ok: false,
      reason: "notAFile",
    });
    expect(await receivePaper(dealId, request!.requestId, png)).toEqual({ ok: true });
    const stip = await database.prisma.stip.findUniqueOrThrow({ where: { id: request!.requestId } });
    expect((await openPaper(stip))?.contentType).toMatch(/^image\//);
    expect(await moveStip(stip.id, walt.rooftopId, "refused", null)).toBe(false);
    expect(await moveStip(stip.id, walt.rooftopId, "sent", null)).toBe(true);
    expect(await moveStip(stip.id, walt.rooftopId, "cleared", null)).toBe(true);
    expect((await creditOf(dealId)).requests[0]?.state).toBe("cleared");
  });

  it("finance desk N1, N6: the queue says where lenders stand; two that want one paper ask for it once", async () => {
    const { dealId, customer } = await aFinancedDeal({
      monthlyIncome: "14000",
      governmentNumber: "900416100",
    });
    const stands = async () => dealSummary(await stateOf(dealId), "2026-11-28T15:00:00.000Z").approval;
    expect(await stands()).toBeUndefined();
    const twin = { ...simulatedProgrammes[2]!, lenderCode: "cedarTwo", lender: "Cedar Two", answersAfterSeconds: 0 };
    connectLenders([simulatedLender(twin)]);
    for (const lender of ["cedar", "cedarTwo"]) expect((await submitApplication(dealId, lender, by)).ok).toBe(true);
    expect(await stands()).toBe("asked");
    await runDueJobs();
    expect(await stands()).toBe("offered");
    const income = await database.prisma.stip.findMany({ where: { dealId, kind: "income" } });
    expect(income.length).toBe(2);
    const asked = async () =>
      (await readDealCredit(dealId, customer, "en"))!.papers.filter(({ kind }) => kind === "income");
    expect(await asked()).toMatchObject([{ state: "wanted" }]);
    const paper = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#889" } })
      .png()
      .toBuffer();
    expect(await receivePaper(dealId, income[0]!.id, paper)).toEqual({ ok: true });
    expect(await asked()).toMatchObject([{ state: "received" }]);
    const both = await database.prisma.stip.findMany({ where: { dealId, kind: "income" } });
    expect(both.map(({ state }) => state)).toEqual(["received", "received"]);
    const [{ submissionId }] = income as [(typeof income)[number]];
    await tell(dealId, walt, { type: "credit.chosen", submissionId });
    expect(await stands()).toBe("written");
  });

  it("finance desk N8: conditional delivery has a deadline, attempts in order, and is unwound with its miles", async () => {
    const { dealId } = await aFinancedDeal();
    const agreed = await agreeSpotDelivery(dealId, 120, by);
    expect(agreed.ok && agreed.deadline.getTime()).toBeGreaterThan(Date.now());
    expect(await agreeSpotDelivery(dealId, 120, by)).toEqual({ ok: false, reason: "already" });
    expect(await logSpotAttempt(dealId, "Cedar", "declined", by)).toBe(true);
    expect(await logSpotAttempt(dealId, "Alder", "wants another month of income", by)).toBe(true);
    const deadline = agreed.ok ? agreed.deadline : new Date(0);
    expect(await readSpotDelivery(dealId, new Date())).toMatchObject({
      state: "conditional",
      late: false,
      milesOut: 120,
      attempts: [{ lender: "Cedar" }, { lender: "Alder" }],
    });
    expect(await readSpotDelivery(dealId, new Date(deadline.getTime() + 1))).toMatchObject({ late: true });
    expect(await unwindSpotDelivery(dealId, 119, by)).toBeNull();
    expect(await unwindSpotDelivery(dealId, 460, by)).toMatchObject({ milesDriven: 340, owesNotice: true });
    expect(await readSpotDelivery(dealId, new Date())).toMatchObject({ state: "unwound", milesBack: 460 });
    expect(await settleSpotDelivery(dealId, by)).toBe(false);
  });

  it("finance desk N8: a lender that agrees in time ends the condition", async () => {
    const { dealId } = await aFinancedDeal();
    await agreeSpotDelivery(dealId, 120, by);
    expect(await settleSpotDelivery(dealId, by)).toBe(true);
    expect(await readSpotDelivery(dealId, new Date())).toMatchObject({ state: "placed", late: false });
    expect(await unwindSpotDelivery(dealId, 460, by)).toBeNull();
    const { dealId: closed } = await aFinancedDeal();
    await tell(closed, walt, { type: "deal.lost", reason: "Bought elsewhere" });
    expect(await agreeSpotDelivery(closed, 120, by)).toEqual({ ok: false, reason: "carLeft" });
  });

  it("menu F1: rated by class, miles, deductible, place and way of paying, behind a port", async () => {
    const option = { code: "a", termMonths: 60, miles: 75_000, deductible: 0, price: 200_000, cost: 100_000 } as never;
    const vehicle = { vin: "X", make: "N", year: 2026, mileage: 10, condition: "used", msrp: 3_000_000 };
    const rated = (over: object, car: object = {}) =>
      tableRate(
        {
          product: { kind: "vsc" },
          vehicle: { ...vehicle, ...car },
          region: "IL",
          method: "finance",
          contractYear: 2026,
          ...over,
        } as never,
        option,
      ).price;
    const base = rated({});
    expect(rated({}, { mileage: 60_000 })).toBeGreaterThan(base);
    expect(rated({}, { msrp: 9_000_000 })).toBeGreaterThan(base);
    expect(rated({ region: "NY" })).toBeGreaterThan(base);
    expect(rated({ method: "lease" })).toBeLessThan(base);
    expect(rated({}, { condition: "new" })).toBeLessThan(base);
    const { dealId } = await aFinancedDeal();
    expect(await rateMenu(dealId)).toBe(true);
    expect(contextOf(await stateOf(dealId)).fni.rated?.products.length).toBeGreaterThan(5);
  });
});

describe("[C6] the HTTP adapter against a sample lender on this machine", () => {
  const secret = "sample_lender_secret_of_32_characters";
  const seen: { path: string; key: string; body: string; signed: boolean }[] = [];
  const words = new Map<string, LenderNews>();
  const body = async (request: IncomingMessage) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts).toString("utf8");
  };
  const server = createServer((request, response) => {
    void body(request).then((text) => {
      const signed = lenderBodyIsSigned(secret, text, request.headers["x-signature"] as string, new Date());
      seen.push({
        path: `${request.method} ${request.url}`,
        key: String(request.headers["idempotency-key"]),
        body: text,
        signed,
      });
      const reference = `SAMPLE-${String(request.headers["idempotency-key"]).slice(0, 8)}`;
      response.setHeader("Content-Type", "application/json");
      if (request.method === "GET") {
        const news = words.get(decodeURIComponent(request.url?.split("/").at(-1) ?? ""));
        response.statusCode = news ? 200 : 404;
        response.end(JSON.stringify(news ?? {}));
      } else if (request.url === "/applications") response.end(JSON.stringify({ reference }));
      else {
        response.statusCode = 204;
        response.end();
      }
    });
  });
  afterAll(() => void server.close());
  const called = (text: string, signature = signLenderBody(secret, text, new Date())) =>
    callback({
      request: new Request("http://localhost/webhooks/lenders/sample", {
        method: "POST",
        body: text,
        headers: { "X-Signature": signature },
      }),
      params: { code: "sample" },
      context: { nonce: "", requestId: "", clientAddress: "" },
    });

  it("submits, hears a signed callback once, asks for a status, sends on, takes back", async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const path = join(await mkdtemp(join(tmpdir(), "lenders-")), "programmes.json");
    const own = { ...simulatedProgrammes[0]!, code: "sample-prime", lenderCode: "sample", lender: "Sample Lender" };
    await writeFile(path, JSON.stringify([own]));
    const settings = { LENDERS: `sample=${baseUrl}/`, LENDER_SECRETS: `sample=${secret}`, LENDER_PROGRAMMES: path };
    const configured = await configuredLenders(parseEnv(settings));
    connectLenders(configured.ports, configured.secrets);
    const [port] = configured.ports as [LenderPort];
    expect(port).toMatchObject({ code: "sample", name: "Sample Lender", programmes: [{ code: "sample-prime" }] });
    const { dealId } = await aFinancedDeal();
    const sent = await submitApplication(dealId, "sample", by);
    if (!sent.ok) throw new Error(sent.reason);
    await runDueJobs();
    expect(seen[0]).toMatchObject({ path: "POST /applications", key: sent.submissionId, signed: true });
    expect((JSON.parse(seen[0]!.body) as LenderRequest).applicants[0]?.fields.governmentNumber).toMatch(/^900/);
    const { reference } = await database.prisma.lenderSubmission.findUniqueOrThrow({
      where: { id: sent.submissionId },
    });
    const news: LenderNews = {
      reference: reference!,
      externalId: "word-1",
      status: "declined",
      amount: null,
      termMonths: null,
      payment: null,
      conditions: [],
      expiresAt: null,
      terms: null,
      reasons: ["incomeInsufficient"],
      comment: "",
    };
    words.set(reference!, news);
    const text = JSON.stringify(news);
    expect((await called(text, "t=1,v1=00")).status).toBe(400);
    expect((await called(text, signLenderBody(secret, text, new Date(Date.now() - 3_600_000)))).status).toBe(400);
    expect((await called(text)).status).toBe(200);
    expect((await called(text)).status).toBe(200);
    expect(await answersOf(dealId)).toMatchObject([{ status: "declined", version: 1 }]);
    expect(await receiveLenderNews("sample", { ...news, surprise: true })).toBe("unreadable");
    expect(await port.status(reference!)).toEqual(news);
    expect(await port.status("nobody")).toBeNull();
    // [C9] Words go out once and come in once, and neither moves the answer.
    expect(await writeToLender(sent.submissionId, { text: "Bonus letter follows" }, by)).toBe(true);
    await runDueJobs();
    expect(seen.at(-1)).toMatchObject({ path: `POST /applications/${reference}/notes`, signed: true });
    expect(JSON.parse(seen.at(-1)!.body)).toEqual({ text: "Bonus letter follows" });
    const comment = JSON.stringify({ reference, externalId: "word-2", comment: "Send it when you have it" });
    for (const _ of [1, 2]) expect((await called(comment)).status).toBe(200);
    expect((await called(JSON.stringify({ reference, externalId: "word-3", comment: " " }))).status).toBe(400);
    expect((await threadOf(sent.submissionId)).map(({ kind }) => kind)).toEqual(["decision", "note", "comment"]);
    expect(await answersOf(dealId)).toMatchObject([{ status: "declined", version: 1 }]);
    await withdraw(sent.submissionId, by);
    await runDueJobs();
    expect(seen.at(-1)?.path).toBe(`POST /applications/${reference}/withdrawal`);
  });
});

describe("the finance manager's desk", () => {
  it("[SEC-04] finance page without a second factor, or by another role, is refused; sealed values are on no page of it", async () => {
    const { dealId } = await aFinancedDeal();
    const page = async (cookie: string | null) =>
      creditLoader({ request: get(`/finance/credit/${dealId}`, cookie), params: { dealId }, context: {} as never });
    await expect(page(null)).rejects.toMatchObject({ status: 302 });
    const seller = await signedIn(walt.rooftopId, "salesperson");
    await expect(page(seller.cookie)).rejects.toMatchObject({ status: 403 });
    const priya = await signedIn(walt.rooftopId, "fniManager", "Priya");
    expect(JSON.stringify(await page(priya.cookie))).not.toMatch(/900\d{6}|Canarybird|1987-03-14/);
    const answer = await creditAction({
      request: post(`/finance/credit/${dealId}`, seller.cookie, {
        act: "send",
        lenderCode: "alder",
        duplicateReason: "",
      }),
      params: { dealId },
      context: {} as never,
    }).catch((thrown: Response) => thrown);
    expect(answer).toMatchObject({ status: 403 });
  });

  it("finance desk N7: a package is sent, comes back with a reason, is written again and funded", async () => {
    const { dealId } = await readyDeal(database);
    await applied(
      { dealId, rooftopId: walt.rooftopId },
      { governmentNumber: freshNumber(), monthlyIncome: "14000", firstName: "Rosa", lastName: "Quill" },
    );
    const sent = await submitApplication(dealId, "alder", by);
    if (!sent.ok) throw new Error(sent.reason);
    await runDueJobs();
    const customer = { kind: "customer", shopperId: "s", firstName: "Theo" } as const;
    const write = async () => {
      await tell(dealId, walt, { type: "credit.chosen", submissionId: sent.submissionId });
      await tell(dealId, customer, { type: "finance.termsAgreed" });
      const priya = await staffWith(walt.rooftopId, "fniManager");
      for (const flag of (await creditOf(dealId)).flags.filter(({ resolvedAt }) => !resolvedAt))
        await tell(dealId, { ...priya }, { type: "credit.flagResolved", flagId: flag.flagId });
      await tell(dealId, walt, { type: "deal.freezeRequested" }, { type: "deal.contracted" });
    };
    expect(await sendPackage(dealId, by)).toEqual({ ok: false, reason: "notContracted" });
    await write();
    const first = await sendPackage(dealId, by);
    if (!first.ok) throw new Error(first.reason);
    expect(await sendPackage(dealId, by)).toEqual({ ok: false, reason: "already" });
    expect(await movePackage(first.packageId, "returned", "", by)).toBe(false);
    expect(await movePackage(first.packageId, "returned", "Name misspelt", by)).toBe(true);
    await tell(dealId, walt, { type: "deal.reopened", reason: "Lender returned it" });
    await write();
    const second = await sendPackage(dealId, by);
    if (!second.ok) throw new Error(second.reason);
    (await startSummaries())();
    expect((await fundingBoard(walt.rooftopId)).rows.filter((row) => row.dealId === dealId)).toMatchObject([
      { attempt: 2, state: "submitted", customer: "Rosa Quill", vehicle: expect.stringContaining("20") },
    ]);
    expect(await movePackage(second.packageId, "funded", "", by)).toBe(true);
    expect((await answersOf(dealId))[0]).toMatchObject({ status: "booked" });
  });

  it("[LIVE-15] finance desk N1: two finance managers finalize at once, 200 times: one winner each time", async () => {
    const { dealId } = await readyDeal(database);
    const renata = { ...walt, staffId: "staff-other", firstName: "Renata" };
    for (let round = 0; round < 200; round += 1) {
      const { revision: seenRevision } = await stateOf(dealId);
      const answers = await Promise.all(
        (round % 2 ? [walt, renata] : [renata, walt]).map((actor) =>
          send(dealId, actor, { type: "deal.freezeRequested" }, { seenRevision }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual(["applied", "refused"]);
      await submitDealEvent({
        dealId,
        editId: randomUUID(),
        actor: walt,
        event: { type: "deal.reopened", reason: "Again" },
      });
    }
    const frozen = (await journalOf(dealId)).filter(({ event }) => event.type === "deal.frozen");
    expect(frozen).toHaveLength(200);
  }, 60_000);

  it("[AUD-01] finance desk N10: a journal sealed at its freeze shows a changed row", async () => {
    const { dealId } = await readyDeal(database);
    const { revision } = await stateOf(dealId);
    await sealJournal(walt.rooftopId, dealId, revision);
    const broken = async () => (await brokenJournals(walt.rooftopId)).filter((row) => row.dealId === dealId);
    expect(await broken()).toEqual([]);
    await database.query(
      `UPDATE "JournalEntry" SET "event" = '{"type":"note.added","text":"forged"}' WHERE "dealId" = $1 AND "revision" = 2`,
      [dealId],
    );
    expect(await broken()).toEqual([{ dealId, revision }]);
  });
});

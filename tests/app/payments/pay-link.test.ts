import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { voidDocuments } from "#app/documents/jacket-documents.server";
import { useEffectQueue } from "#app/deals/deal-effect-queue.server";
import { enqueueDealEffect } from "#app/effects/run-deal-effect.server";
import { createPayLink, readPayLink } from "#app/payments/pay-link.server";
import { mailPayLink, payByLink, readPayPage } from "#app/payments/pay-page.server";
import { payOpenDeposit } from "#app/payments/pay-in-stand-in.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { jacketList } from "#app/signing/jacket-list.server";
import { readDisputeEvidence } from "#app/till/dispute-evidence.server";
import { drawReceipt } from "#app/till/draw-receipt.server";
import { readKeptReceipt } from "#app/till/keep-receipts.server";
import { moneyPapers } from "#app/till/money-papers.server";
import { readReceipt } from "#app/till/receipt.server";
import { readTillReport } from "#app/till/till-report.server";
import { contextNow, newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { payDeposit } from "#tests/support/ready-deal";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { freeTheCar, standInPayments } from "#tests/support/stand-in-payments";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(async () => {
  await openDealStore(database);
  await standInPayments();
});
beforeEach(async () => {
  await freeTheCar();
  useEffectQueue(enqueueDealEffect);
});

const payer = { address: "203.0.113.7", agent: "A phone, invented" };
const tokenIn = (url: string) => url.split("/pay/")[1] ?? "";
const walt = () => {
  const { staffId, rooftopId, role, firstName, lastName, seesCost } = staffCalled("Walt");
  return { kind: "staff" as const, staffId, rooftopId, role, firstName, lastName, seesCost, sessionId: "s" };
};

describe("[P7] a link that pays one deal", () => {
  it("opens this deal's payment, and no altered, foreign or old one does", async () => {
    const deal = await newDeal(database);
    const other = await newDeal(database);
    const token = tokenIn(createPayLink(deal.dealId).url);
    expect(readPayLink(token)).toEqual({ dealId: deal.dealId });
    const [, signature = ""] = token.split("~");
    const until = Date.now() + 1_000_000;
    const forged = (text: string) => `${Buffer.from(text).toString("base64url")}~${signature}`;
    for (const wrong of ["", "x", `${token}x`, forged(`${other.dealId} ${until}`), forged(`${deal.dealId} ${until}`)])
      expect(readPayLink(wrong)).toBeNull();
    expect(await readPayPage(token)).toMatchObject({ state: "deal", status: "none", amount: 50_000 });
    expect(await readPayPage("nothing")).toEqual({ state: "dead" });
  });

  it("accepts the terms that were read, pays once, and says so", async () => {
    const deal = await newDeal(database);
    const token = tokenIn(createPayLink(deal.dealId).url);
    const { revision } = await stateOf(deal.dealId);
    expect(await payByLink(token, { revision: revision + 5, payer })).toHaveProperty("refusal");
    const opened = await payByLink(token, { revision, payer });
    expect(await payByLink(token, { revision, payer })).toEqual(opened);
    await payOpenDeposit(deal.dealId, "succeeds");
    expect((await contextNow(deal.dealId)).deposit.status).toBe("held");
    expect(await readPayPage(token)).toMatchObject({ status: "held" });
    const attempt = await database.prisma.depositAttempt.findFirstOrThrow({ where: { dealId: deal.dealId } });
    expect(attempt.payer).not.toContain(payer.address);
  });

  it("is mailed to the deal's address, and to nobody where there is none", async () => {
    const deal = await newDeal(database);
    const link = createPayLink(deal.dealId);
    expect(await mailPayLink(deal.dealId, link)).toBe(false);
    const email = "rosa-pays@example.test";
    await tell(deal.dealId, deal.customer, {
      type: "customer.identified",
      firstName: "Rosa",
      lastName: "",
      email,
      phone: "",
    });
    expect(await mailPayLink(deal.dealId, link)).toBe(true);
    const mail = await database.prisma.outboxMessage.findFirstOrThrow({
      where: { to: email, key: { startsWith: "pay-link" } },
    });
    expect(mail.text).toContain(link.url);
  });
});

describe("papers of a payment", () => {
  it("[P13] each payment and each giving back has one receipt in the jacket, which says the same for good", async () => {
    const deal = await newDeal(database);
    const { dealId } = deal;
    await payDeposit(deal);
    const check = { type: "tender.recorded", method: "check", amount: cents(123_456), reference: "10448" } as const;
    await tell(dealId, staffCalled("Maya"), { ...check, promise: null });
    const receipt = await readReceipt(dealId, "1");
    await tell(dealId, staffCalled("Ines"), {
      type: "tender.returned",
      number: 1,
      amount: cents(3_456),
      reason: "overpaid",
      note: "Counted twice",
    });
    await runDueJobs();
    await runDueJobs();
    const keys = async () =>
      (await jacketList(dealId))!.documents
        .map(({ key, state }) => [key, state])
        .filter(([key]) => /Receipt:/.test(key!));
    const three = ["depositReceipt:D1", "tenderReceipt:1", "refundReceipt:1-R1"];
    expect(await keys()).toEqual(three.map((key) => [key, "done"]));
    await voidDocuments(dealId, 1_000_000);
    expect(await keys()).toEqual(three.map((key) => [key, "done"]));
    expect(await database.prisma.jacketDocument.count({ where: { dealId, kind: { in: three } } })).toBe(3);
    expect(Buffer.from(receipt!.bytes).equals(Buffer.from((await readReceipt(dealId, "1"))!.bytes))).toBe(true);
    expect(await readReceipt(dealId, "2")).toBeNull();
    expect(await readReceipt(dealId, "../1")).toBeNull();
    expect(await readKeptReceipt(dealId, "tenderReceipt:2")).toBeNull();
    if (!hasPdftotext) return;
    expect(pdfText(receipt!.bytes)).toContain("$1,234.56");
    expect(pdfText(receipt!.bytes)).not.toContain("10448");
    expect(pdfText((await readKeptReceipt(dealId, "refundReceipt:1-R1"))!.bytes)).toContain("Paid too much");
  });

  it("[P13] the same deal and movement give the same bytes, in the language of who pays; a mail says it is there", async () => {
    const deal = await newDeal(database);
    const { dealId, shopperId } = deal;
    await database.prisma.shopper.update({ where: { id: shopperId }, data: { locale: "fr" } });
    const email = "rosa-receipts@example.test";
    await tell(dealId, deal.customer, {
      type: "customer.identified",
      firstName: "Rosa",
      lastName: "",
      email,
      phone: "",
    });
    await payDeposit(deal);
    const paper = (await moneyPapers(dealId))[0]!;
    const deal1 = await contextNow(dealId);
    const [one, two] = await Promise.all([drawReceipt(deal1, paper, "fr"), drawReceipt(deal1, paper, "fr")]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    await runDueJobs();
    await runDueJobs();
    const mails = await database.prisma.outboxMessage.findMany({
      where: { to: email, key: { startsWith: "receipt:" } },
    });
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining("reçu")]);
    if (!hasPdftotext) return;
    expect(pdfText((await readReceipt(dealId, "deposit"))!.bytes)).toContain("Reçu");
  });

  it("[P8] the evidence holds terms, payer, ledger and timeline", async () => {
    const deal = await newDeal(database);
    expect(await readDisputeEvidence(deal.dealId)).toBeNull();
    const token = tokenIn(createPayLink(deal.dealId).url);
    await payByLink(token, { revision: (await stateOf(deal.dealId)).revision, payer });
    await payOpenDeposit(deal.dealId, "succeeds");
    const evidence = await readDisputeEvidence(deal.dealId);
    expect(evidence?.fileName).toMatch(/^dispute-.*\.pdf$/);
    if (!hasPdftotext) return;
    const text = pdfText(evidence!.bytes);
    for (const part of [
      payer.address,
      payer.agent,
      "deposit-2026-10",
      "Deposit: terms accepted",
      "Deposit: held",
      "Authorization",
    ])
      expect(text).toContain(part);
  });
});

describe("[P4] the till", () => {
  it("adds up one day of one store, and names who took what", async () => {
    const deal = await newDeal(database);
    await tell(deal.dealId, staffCalled("Maya"), { type: "finance.methodChosen", method: "cash" });
    await tell(deal.dealId, staffCalled("Maya"), {
      type: "tender.recorded",
      method: "cash",
      amount: cents(1_000_001),
      reference: "",
      promise: null,
    });
    await runDueJobs();
    const report = await readTillReport(walt(), null);
    const line = report.lines.find(({ dealId }) => dealId === deal.dealId);
    expect(line).toMatchObject({ account: "tillCash", amount: 1_000_001, by: "Maya Okonjo" });
    const cash = report.sums.find(({ account }) => account === "tillCash")!;
    const own = report.lines.filter(({ account }) => account === "tillCash");
    expect(cash.came - cash.went).toBe(own.reduce((sum, { amount }) => sum + amount, 0));
    expect(report.cash).toMatchObject([{ dealId: deal.dealId, total: 1_000_001 }]);
    expect((await readTillReport(walt(), "2020-01-01")).lines).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { holdDeposit } from "#app/payments/hold-deposit.server";
import { receiveProviderNews } from "#app/payments/receive-provider-news.server";
import { readOpenAttempt } from "#app/payments/read-attempt.server";
import { refundAttempt, refundDeposit } from "#app/payments/refund-deposit.server";
import { settleTestCheckout } from "#app/payments/settle-test-checkout.server";
import { testProvider } from "#app/payments/test-provider.server";
import type { ProviderNews } from "#app/payments/payment-provider";
import { runDueJobs } from "#app/platform/jobs.server";
import {
  contextNow,
  journalOf,
  newDeal,
  openDealStore,
  refusalCode,
  send,
  staffCalled,
  tell,
  type TestDeal,
} from "#tests/support/deal-store";
import { acceptDepositTerms, payDeposit } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const AMOUNT = cents(50_000);
const attempts = (dealId: string) =>
  database.prisma.depositAttempt.findMany({ where: { dealId }, orderBy: { attempt: "asc" } });
const events = async (dealId: string, type: string) =>
  (await journalOf(dealId)).filter(({ event }) => event.type === type);
const outcomeOf = async (id: string) => (await database.prisma.providerEvent.findUnique({ where: { id } }))?.outcome;
const refunded = async (id: string) =>
  (await database.prisma.testCheckout.findUniqueOrThrow({ where: { id } })).refunded;

async function checkingOut(): Promise<TestDeal & { reference: string; url: string }> {
  const deal = await newDeal(database);
  await acceptDepositTerms(deal);
  const held = await holdDeposit(deal.dealId);
  if (!("url" in held)) throw new Error("no checkout");
  return { ...deal, url: held.url, reference: (await readOpenAttempt(deal.dealId))! };
}

const news = (reference: string, id: string, change: Partial<ProviderNews> = {}): ProviderNews => ({
  id,
  provider: "test",
  type: "checkout.completed",
  reference,
  amount: AMOUNT,
  ...change,
});

describe("opening the checkout", () => {
  it("[PAY-01] two clicks, two tabs and a retry are one attempt, one checkout, one event", async () => {
    const deal = await newDeal(database);
    await acceptDepositTerms(deal);
    const opened = await Promise.all(Array.from({ length: 5 }, () => holdDeposit(deal.dealId)));
    const urls = new Set(opened.map((answer) => ("url" in answer ? answer.url : answer.refusal.code)));
    expect(urls.size).toBe(1);
    expect(await holdDeposit(deal.dealId)).toEqual(opened[0]);
    expect(await attempts(deal.dealId)).toMatchObject([{ attempt: 1, status: "open", amount: AMOUNT }]);
    expect(await events(deal.dealId, "deposit.checkoutOpened")).toHaveLength(1);
  });

  it("[PAY-02] a server that ended after the provider said yes asks again under the same key and gets the same checkout", async () => {
    const deal = await newDeal(database);
    await acceptDepositTerms(deal);
    const key = `deposit:${deal.dealId}:1`;
    // What is left of the first try: our row, and the provider's checkout we never heard of.
    await database.prisma.depositAttempt.create({
      data: {
        id: key,
        dealId: deal.dealId,
        attempt: 1,
        amount: AMOUNT,
        idempotencyKey: key,
        provider: "test",
        status: "opening",
      },
    });
    const lost = await testProvider.openCheckout({
      idempotencyKey: key,
      amount: AMOUNT,
      description: "Refundable deposit",
      returnUrl: "x",
    });
    expect(await holdDeposit(deal.dealId)).toEqual({ url: lost.url });
    expect(await database.prisma.testCheckout.count({ where: { idempotencyKey: key } })).toBe(1);
    expect(await attempts(deal.dealId)).toMatchObject([{ status: "open", reference: lost.reference }]);
  });

  it("[PAY-03] the same key with another amount is the provider's no, and not silently the first checkout", async () => {
    const request = { idempotencyKey: "deposit:pay-03:1", amount: AMOUNT, description: "", returnUrl: "x" };
    const first = await testProvider.openCheckout(request);
    expect(await testProvider.openCheckout(request)).toEqual(first);
    await expect(testProvider.openCheckout({ ...request, amount: cents(1) })).rejects.toMatchObject({
      code: "idempotency",
      retryable: false,
    });
  });

  it("[PAY-20] the amount is the store's own: none is taken from a client, and without accepted terms there is no checkout", async () => {
    const { dealId, customer } = await newDeal(database);
    expect(await holdDeposit(dealId)).toMatchObject({ refusal: { code: "depositTermsMissing" } });
    const terms = { type: "deposit.termsAccepted", termsVersion: "deposit-2026-10" } as const;
    for (const amount of [0, 1, 49_999, 50_001])
      expect(refusalCode(await send(dealId, customer, { ...terms, amount: cents(amount) }))).toBe(
        "depositTermsChanged",
      );
    expect(await attempts(dealId)).toEqual([]);
  });
});

describe("what the provider says", () => {
  it("[PAY-05] each piece of news eight times at once has one effect", async () => {
    const { dealId, reference } = await checkingOut();
    await Promise.all(Array.from({ length: 8 }, () => receiveProviderNews(news(reference, `${reference}:paid`))));
    await runDueJobs();
    expect(await events(dealId, "deposit.held")).toHaveLength(1);
    expect(await attempts(dealId)).toMatchObject([{ status: "held" }]);
    expect(await refunded(reference)).toBe(0);
    expect(await outcomeOf(`${reference}:paid`)).toBe("held");
  });

  it("a decline, then a second try that succeeds: two attempts, one deposit", async () => {
    const deal = await newDeal(database);
    await payDeposit(deal, "declined");
    expect((await contextNow(deal.dealId)).deposit).toMatchObject({ status: "failed", failure: "declined" });
    await payDeposit(deal, "paid");
    expect((await contextNow(deal.dealId)).deposit).toMatchObject({ status: "held", attempt: 2, amount: AMOUNT });
    expect((await attempts(deal.dealId)).map(({ status }) => status)).toEqual(["failed", "held"]);
    expect(await holdDeposit(deal.dealId)).toMatchObject({ refusal: { code: "depositHeldAlready" } });
  });

  it("[PAY-06] a late decline after the success changes nothing", async () => {
    const { dealId, reference } = await checkingOut();
    await settleTestCheckout(reference, "paid");
    await receiveProviderNews(news(reference, `${reference}:late`, { type: "checkout.failed", reason: "declined" }));
    expect((await contextNow(dealId)).deposit.status).toBe("held");
    expect(await attempts(dealId)).toMatchObject([{ status: "held" }]);
  });

  it("[PAY-07] old news under a new id neither holds twice nor gives the held money back", async () => {
    const { dealId, reference } = await checkingOut();
    await Promise.all([1, 2, 3].map((n) => receiveProviderNews(news(reference, `${reference}:paid-${n}`))));
    await receiveProviderNews(news(reference, `${reference}:paid-4`));
    await runDueJobs();
    expect(await events(dealId, "deposit.held")).toHaveLength(1);
    expect((await contextNow(dealId)).deposit.status).toBe("held");
    expect(await refunded(reference)).toBe(0);
    expect(await attempts(dealId)).toMatchObject([{ status: "held" }]);
    expect(await outcomeOf(`${reference}:paid-4`)).toBe("ignored: recorded already");
  });

  it("[PAY-07] nor after a refund", async () => {
    const deal = await newDeal(database);
    const reference = await payDeposit(deal);
    await tell(deal.dealId, deal.customer, { type: "deposit.refundRequested", reason: "Changed my mind" });
    await runDueJobs();
    await receiveProviderNews(news(reference, `${reference}:again`));
    expect((await contextNow(deal.dealId)).deposit.status).toBe("refunded");
    expect(await refunded(reference)).toBe(AMOUNT);
  });

  it("[PAY-12] another amount is flagged, an unknown reference ignored; neither changes a deal", async () => {
    const { dealId, reference } = await checkingOut();
    await receiveProviderNews(news(reference, `${reference}:odd`, { amount: cents(49_999) }));
    await receiveProviderNews(news("tc_unknown", "unknown:1"));
    expect(await outcomeOf(`${reference}:odd`)).toBe("flagged: other amount");
    expect(await outcomeOf("unknown:1")).toBe("ignored: unknown reference");
    expect((await contextNow(dealId)).deposit.status).toBe("checkingOut");
    expect(await attempts(dealId)).toMatchObject([{ status: "open" }]);
  });

  it("[PAY-11] news that was stored just before the process ended is handled by its job", async () => {
    const { dealId, reference } = await checkingOut();
    const id = `${reference}:stored`;
    await receiveProviderNews(news("tc_somebody-else", id));
    await database.query(
      `update "ProviderEvent" set "handledAt" = null, "outcome" = null, "payload" = $2 where "id" = $1`,
      [id, JSON.stringify(news(reference, id))],
    );
    expect((await contextNow(dealId)).deposit.status).toBe("checkingOut");
    await runDueJobs();
    expect((await contextNow(dealId)).deposit.status).toBe("held");
  });

  it("a payment the deal has no use for goes back at once", async () => {
    const { dealId, reference, customer } = await checkingOut();
    await settleTestCheckout(reference, "declined");
    await payDeposit({ dealId, customer, shopperId: "" });
    // The declined one went through after all, while the second try is held.
    await database.query(`update "TestCheckout" set "status" = 'paid' where "id" = $1`, [reference]);
    await receiveProviderNews(news(reference, `${reference}:late-paid`));
    expect(await refunded(reference)).toBe(AMOUNT);
    expect((await contextNow(dealId)).deposit).toMatchObject({ status: "held", attempt: 2 });
    expect((await attempts(dealId)).map(({ status }) => status)).toEqual(["refunded", "held"]);
  });

  it("is written down while the deal is frozen or lost: money is never lost sight of", async () => {
    const { dealId, reference } = await checkingOut();
    await tell(dealId, staffCalled("Maya"), { type: "deal.lost", reason: "No answer" });
    await settleTestCheckout(reference, "paid");
    expect((await contextNow(dealId)).deposit.status).toBe("held");
  });
});

describe("giving back", () => {
  it("[PAY-16] ten refunds of one attempt at once move the money once", async () => {
    const deal = await newDeal(database);
    const reference = await payDeposit(deal);
    const [attempt] = await attempts(deal.dealId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => refundAttempt(attempt!.id, AMOUNT)));
    expect(new Set(answers).size).toBe(1);
    expect(await refunded(reference)).toBe(AMOUNT);
  });

  it("[PAY-16] partial refunds at once never pass what was paid", async () => {
    const deal = await newDeal(database);
    const reference = await payDeposit(deal);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        testProvider.refund({ idempotencyKey: `part:${reference}:${index}`, reference, amount: cents(9_000) }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(await refunded(reference)).toBe(45_000);
  });

  it("asked for twice, and run ten times at once, it is told once", async () => {
    const deal = await newDeal(database);
    const reference = await payDeposit(deal);
    await tell(deal.dealId, deal.customer, { type: "deposit.refundRequested", reason: "Changed my mind" });
    expect(
      refusalCode(await send(deal.dealId, deal.customer, { type: "deposit.refundRequested", reason: "Again" })),
    ).toBe("noDepositHeld");
    await Promise.all(Array.from({ length: 10 }, () => refundDeposit(deal.dealId)));
    await runDueJobs();
    expect(await events(deal.dealId, "deposit.refunded")).toHaveLength(1);
    expect(await refunded(reference)).toBe(AMOUNT);
  });

  it("[PAY-15] an unpaid checkout has nothing to give back", async () => {
    const { dealId } = await checkingOut();
    const [attempt] = await attempts(dealId);
    await expect(refundAttempt(attempt!.id, AMOUNT)).rejects.toMatchObject({ code: "refund", retryable: false });
  });
});

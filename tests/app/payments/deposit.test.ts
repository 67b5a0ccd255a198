import { createHmac, randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { useEffectQueue } from "#app/deals/deal-effect-queue.server";
import { enqueueDealEffect } from "#app/effects/run-deal-effect.server";
import { captureDeposit } from "#app/payments/capture-deposit.server";
import { giveBack } from "#app/payments/give-back.server";
import { holdDeposit } from "#app/payments/hold-deposit.server";
import { ledgerBalance, postMovement } from "#app/payments/ledger.server";
import { payOpenDeposit } from "#app/payments/pay-in-stand-in.server";
import { payments } from "#app/payments/payment-connection.server";
import { receiveProviderNews } from "#app/payments/receive-provider-news.server";
import { refundDeposit } from "#app/payments/refund-deposit.server";
import { settleAttempt } from "#app/payments/settle-attempt.server";
import { payInStandIn } from "#app/payments/stand-in/hosted-page-requests.server";
import { failRefund, openDispute } from "#app/payments/stand-in/refunds.server";
import type { StandIn } from "#app/payments/stand-in/stand-in-server.server";
import { readStripeEvent } from "#app/payments/stripe/read-stripe-event.server";
import { sweepHolds } from "#app/payments/sweep-holds.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { action as postWebhook } from "#app/routes/webhooks.stripe";
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
import { freeTheCar, standInPayments } from "#tests/support/stand-in-payments";
import { testDatabase } from "#tests/support/test-database";

const AMOUNT = cents(50_000);
const SECRET = "whsec_built_in_stand_in";

const database = await testDatabase();
let standIn: StandIn;
beforeAll(async () => {
  await openDealStore(database);
  standIn = await standInPayments();
});
beforeEach(async () => {
  await freeTheCar();
  useEffectQueue(enqueueDealEffect);
  standIn.faults.clear();
  standIn.options.slowRefunds = false;
});

const attempts = (dealId: string) =>
  database.prisma.depositAttempt.findMany({ where: { dealId }, orderBy: { attempt: "asc" } });
const statuses = async (dealId: string) => (await attempts(dealId)).map(({ status }) => status);
const events = async (dealId: string, type: string) =>
  (await journalOf(dealId)).filter(({ event }) => event.type === type);
const depositOf = async (dealId: string) => (await contextNow(dealId)).deposit;
const outcomeOf = async (id: string) => (await database.prisma.providerEvent.findUnique({ where: { id } }))?.outcome;
const movements = async (dealId: string) =>
  (await database.prisma.ledgerEntry.findMany({ where: { dealId, side: "debit" }, orderBy: { id: "asc" } })).map(
    ({ kind, amount }) => [kind, amount],
  );
const intentOf = (session: string) =>
  standIn.store.data.intents[standIn.store.data.sessions[session]!.stand_in.intent!]!;
const chargeOf = (session: string) => standIn.store.data.charges[intentOf(session).latest_charge!]!;

async function checkingOut(): Promise<TestDeal & { session: string; attemptId: string; url: string }> {
  const deal = await newDeal(database);
  await acceptDepositTerms(deal);
  const held = await holdDeposit(deal.dealId);
  if (!("url" in held)) throw new Error(held.refusal.code);
  const [attempt] = await attempts(deal.dealId);
  return { ...deal, url: held.url, session: attempt!.reference!, attemptId: attempt!.id };
}

interface SignedEvent {
  body: string;
  header: string;
}

const signed = (event: object, { secret = SECRET, at = Date.now() / 1000 } = {}): SignedEvent => {
  const body = JSON.stringify(event);
  const seconds = Math.floor(at);
  const v1 = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return { body, header: `t=${seconds},v1=${v1}` };
};

const post = async ({ body, header }: { body: string; header?: string }) => {
  const headers = new Headers(header === undefined ? {} : { "stripe-signature": header });
  const request = new Request("http://store.test/webhooks/stripe", { method: "POST", body, headers });
  return (await postWebhook({ request, params: {}, context: { nonce: "", requestId: "", clientAddress: "" } })).status;
};

/** The events the stand-in has recorded about one payment, oldest first. */
const recorded = (session: string) =>
  Object.values(standIn.store.data.events).filter(({ data }) => JSON.stringify(data).includes(intentOf(session).id));
const renamed = (event: object) => ({ ...event, id: `evt_${randomUUID()}` });

describe("opening the checkout", () => {
  it("[PAY-01] two clicks, two tabs and a retry are one attempt, one checkout, one event", async () => {
    const deal = await newDeal(database);
    await acceptDepositTerms(deal);
    const before = Object.keys(standIn.store.data.sessions).length;
    const opened = await Promise.all(Array.from({ length: 5 }, () => holdDeposit(deal.dealId)));
    const urls = new Set(opened.map((answer) => ("url" in answer ? answer.url : answer.refusal.code)));
    expect(urls.size).toBe(1);
    expect(await holdDeposit(deal.dealId)).toEqual(opened[0]);
    expect(await attempts(deal.dealId)).toMatchObject([{ attempt: 1, status: "open", amount: AMOUNT }]);
    expect(await events(deal.dealId, "deposit.checkoutOpened")).toHaveLength(1);
    expect(Object.keys(standIn.store.data.sessions).length).toBe(before + 1);
  });

  it("[PAY-02] a server that ended after the provider said yes asks again under the same key and gets the same checkout", async () => {
    const deal = await newDeal(database);
    await acceptDepositTerms(deal);
    const key = `deposit:${deal.dealId}:1`;
    // What is left of the first try: our row, and the provider's checkout we never heard of.
    const row = { id: key, dealId: deal.dealId, attempt: 1, amount: AMOUNT, idempotencyKey: key, mode: "authorize" };
    await database.prisma.depositAttempt.create({ data: { ...row, provider: "stripe", status: "opening" } });
    const lost = await payments()!.provider.openCheckout({
      idempotencyKey: key,
      attemptId: key,
      mode: "authorize",
      amount: AMOUNT,
      description: "Refundable deposit",
      returnUrl: `http://localhost:3000/deals/${deal.dealId}/paid`,
    });
    expect(await holdDeposit(deal.dealId)).toEqual({ url: lost.url });
    expect(await attempts(deal.dealId)).toMatchObject([{ status: "open", reference: lost.reference }]);
  });

  it("[PAY-03] the same key with another amount is the provider's no, and not silently the first checkout", async () => {
    const { provider } = payments()!;
    const request = {
      idempotencyKey: "deposit:pay-03:1",
      attemptId: "deposit:pay-03:1",
      mode: "capture" as const,
      amount: AMOUNT,
      description: "Deposit",
      returnUrl: "http://localhost/",
    };
    const first = await provider.openCheckout(request);
    expect(await provider.openCheckout(request)).toEqual(first);
    await expect(provider.openCheckout({ ...request, amount: cents(1_000) })).rejects.toMatchObject({
      code: "idempotency",
      retryable: false,
    });
  });

  it("[PAY-04] a line that breaks after the provider's work, twice, opens one checkout", async () => {
    const deal = await newDeal(database);
    await acceptDepositTerms(deal);
    const before = Object.keys(standIn.store.data.sessions).length;
    standIn.faults.add("resetAfterWork", "checkout/sessions$", 2);
    expect(await holdDeposit(deal.dealId)).toHaveProperty("url");
    expect(Object.keys(standIn.store.data.sessions).length).toBe(before + 1);
    const keys = standIn.requests.filter(({ route }) => route === "POST /v1/checkout/sessions").slice(-3);
    expect(new Set(keys.map(({ idempotencyKey }) => idempotencyKey))).toEqual(new Set([`deposit:${deal.dealId}:1`]));
  });

  it("[PAY-20] the amount is the store's own: none is taken from a client, and without accepted terms there is no checkout", async () => {
    const { dealId, customer } = await newDeal(database);
    expect(await holdDeposit(dealId)).toMatchObject({ refusal: { code: "depositTermsMissing" } });
    const terms = { type: "deposit.termsAccepted", termsVersion: "deposit-2026-01" } as const;
    for (const amount of [0, 1, 49_999, 50_001])
      expect(refusalCode(await send(dealId, customer, { ...terms, amount: cents(amount) }))).toBe(
        "depositTermsChanged",
      );
    expect(await attempts(dealId)).toEqual([]);
  });
});

describe("what the provider says", () => {
  it("[P2] a short hold is set aside on the card, never longer than the card lets it be taken", async () => {
    const { dealId, session } = await checkingOut();
    await payOpenDeposit(dealId, "succeeds");
    expect(intentOf(session)).toMatchObject({ status: "requires_capture", amount_capturable: AMOUNT });
    const [attempt] = await attempts(dealId);
    expect(attempt).toMatchObject({ status: "held", mode: "authorize" });
    expect(attempt!.holdUntil!.getTime()).toBeLessThan(attempt!.captureBefore!.getTime());
    expect(await depositOf(dealId)).toMatchObject({ status: "held", funds: "authorized", amount: AMOUNT });
    expect(await movements(dealId)).toEqual([["authorization", AMOUNT]]);
  });

  it("[PAY-05] each event three times, eight at once, has one effect", async () => {
    const { dealId, session } = await checkingOut();
    payInStandIn(standIn, session, "succeeds");
    const told = recorded(session).flatMap((event) => [signed(event), signed(event), signed(event)]);
    expect(new Set(await Promise.all(told.map(post)))).toEqual(new Set([200]));
    await runDueJobs();
    expect(await events(dealId, "deposit.held")).toHaveLength(1);
    expect(await statuses(dealId)).toEqual(["held"]);
    expect(await movements(dealId)).toEqual([["authorization", AMOUNT]]);
  });

  it("[PAY-06] in reverse order, then all again, the end is the same", async () => {
    const { dealId, session } = await checkingOut();
    payInStandIn(standIn, session, "declined");
    payInStandIn(standIn, session, "succeeds");
    const told = recorded(session);
    for (const event of [...told.toReversed(), ...told]) expect(await post(signed(event))).toBe(200);
    expect(await depositOf(dealId)).toMatchObject({ status: "held", attempt: 1, failure: null });
    expect(await movements(dealId)).toEqual([["authorization", AMOUNT]]);
  });

  it("[PAY-07] old news under a new id changes nothing, neither while held nor after a refund", async () => {
    const { dealId, session, customer } = await checkingOut();
    await payOpenDeposit(dealId, "succeeds");
    for (const event of recorded(session)) await post(signed(renamed(event)));
    expect(await statuses(dealId)).toEqual(["held"]);
    await tell(dealId, customer, { type: "deposit.refundRequested", reason: "Changed my mind" });
    await runDueJobs();
    for (const event of recorded(session)) await post(signed(renamed(event)));
    await runDueJobs();
    expect((await depositOf(dealId)).status).toBe("refunded");
    expect(await movements(dealId)).toEqual([
      ["authorization", AMOUNT],
      ["release", AMOUNT],
    ]);
  });

  it("[PAY-08] nothing is listened to without a good signature: wrong secret, none, v0 alone, altered, longer, old", async () => {
    const { dealId, session } = await checkingOut();
    payInStandIn(standIn, session, "succeeds");
    const event = renamed(recorded(session).at(-1)!);
    const good = signed(event);
    const forged = [
      signed(event, { secret: "whsec_other" }),
      { body: good.body },
      { ...good, header: good.header.replace("v1=", "v0=") },
      { ...good, body: good.body.replace("50000", "50001") },
      { ...good, body: `${good.body} ` },
      signed(event, { at: Date.now() / 1000 - 301 }),
    ];
    const stored = () => database.prisma.providerEvent.count();
    const before = await stored();
    for (const one of forged) expect(await post(one)).toBe(400);
    expect(await stored()).toBe(before);
    expect((await depositOf(dealId)).status).toBe("checkingOut");
  });

  it("[PAY-09] an hour ahead is refused, although the package would take it", async () => {
    const { session } = await checkingOut();
    payInStandIn(standIn, session, "succeeds");
    expect(await post(signed(renamed(recorded(session)[0]!), { at: Date.now() / 1000 + 3_600 }))).toBe(400);
  });

  it("[PAY-10] while a secret is changed, either of two counts, on either side", () => {
    const event = {
      id: "evt_1",
      type: "x",
      created: 1,
      livemode: false,
      data: { object: { id: "pi_1", object: "payment_intent" } },
    };
    const now = new Date();
    const mine = signed(event);
    const theirs = signed(event, { secret: "whsec_next" });
    const both = { body: mine.body, header: `${mine.header},${theirs.header.split(",")[1]}` };
    const read = ({ body, header }: SignedEvent, secrets: string[]) => readStripeEvent(body, header, { secrets, now });
    expect(read(both, ["whsec_next"])?.id).toBe("evt_1");
    expect(read(mine, ["whsec_next", SECRET])?.id).toBe("evt_1");
    expect(read(theirs, [SECRET])).toBeNull();
  });

  it("[PAY-11] news that was stored just before the process ended is handled by its job", async () => {
    const { dealId, session } = await checkingOut();
    payInStandIn(standIn, session, "succeeds");
    const event = recorded(session).at(-1)!;
    standIn.faults.add("serverError", "sessions", 3);
    expect(await post(signed(event))).toBe(200);
    expect((await depositOf(dealId)).status).toBe("checkingOut");
    await runDueJobs();
    expect((await depositOf(dealId)).status).toBe("held");
  });

  it("[PAY-12] unknown payments, another mode and foreign names are kept and change nothing; other amounts are flagged", async () => {
    const { dealId, session, attemptId } = await checkingOut();
    payInStandIn(standIn, session, "succeeds");
    const about = (change: object) => ({ ...renamed(recorded(session).at(-1)!), ...change });
    const unknown = about({ data: { object: { id: "pi_strange", object: "payment_intent", metadata: {} } } });
    const live = about({ livemode: true });
    // Somebody else's payment that carries our name.
    const foreign = about({
      data: { object: { id: "pi_foreign", object: "payment_intent", metadata: { attempt: "deposit:nobody:1" } } },
    });
    for (const event of [unknown, live, foreign]) expect(await post(signed(event))).toBe(200);
    expect(await outcomeOf((unknown as { id: string }).id)).toMatch(/^ignored/);
    expect(await outcomeOf((live as { id: string }).id)).toBe("ignored: another mode");
    expect(await outcomeOf((foreign as { id: string }).id)).toMatch(/^ignored/);
    expect((await depositOf(dealId)).status).toBe("checkingOut");
    await database.query(`update "DepositAttempt" set "amount" = 49999 where "id" = $1`, [attemptId]);
    expect(await settleAttempt(attemptId)).toBe("flagged: another amount");
    expect((await depositOf(dealId)).status).toBe("checkingOut");
  });

  it("[PAY-21] 3-D Secure: left and come back to, refused, then answered after the tab was closed", async () => {
    const { dealId, session, url } = await checkingOut();
    await payOpenDeposit(dealId, "asksFor3ds");
    expect(await depositOf(dealId)).toMatchObject({ status: "checkingOut", bankAsked: true });
    expect(await holdDeposit(dealId)).toEqual({ url });
    await payOpenDeposit(dealId, "declined");
    expect(await depositOf(dealId)).toMatchObject({ status: "failed", bankAsked: false });
    payInStandIn(standIn, session, "succeeds");
    for (const event of recorded(session)) await post(signed(event));
    expect(await depositOf(dealId)).toMatchObject({ status: "held", bankAsked: false });
    expect(await statuses(dealId)).toEqual(["held"]);
  });

  it("a declined card is tried again on the same page: one attempt, one deposit", async () => {
    const { dealId, url } = await checkingOut();
    await payOpenDeposit(dealId, "declined");
    expect(await depositOf(dealId)).toMatchObject({ status: "failed", failure: "generic_decline" });
    expect(await holdDeposit(dealId)).toEqual({ url });
    await payOpenDeposit(dealId, "succeeds");
    expect(await depositOf(dealId)).toMatchObject({ status: "held", attempt: 1 });
    expect(await holdDeposit(dealId)).toMatchObject({ refusal: { code: "depositHeldAlready" } });
  });

  it("a page that was left open closes, and the next try is another attempt", async () => {
    const { dealId, attemptId, session } = await checkingOut();
    await payments()!.provider.closeCheckout(session);
    expect(await settleAttempt(attemptId)).toBe("expired");
    expect((await depositOf(dealId)).status).toBe("failed");
    expect(await holdDeposit(dealId)).toHaveProperty("url");
    await payOpenDeposit(dealId, "succeeds");
    expect(await statuses(dealId)).toEqual(["expired", "held"]);
  });

  it("is written down while the deal is lost: money is never lost sight of", async () => {
    const { dealId } = await checkingOut();
    await tell(dealId, staffCalled("Maya"), { type: "deal.lost", reason: "No answer" });
    await payOpenDeposit(dealId, "succeeds");
    expect((await depositOf(dealId)).status).toBe("held");
  });
});

describe("one winner per vehicle", () => {
  it("[PAY-13] of two who pay for one car one holds it; the other is let go at once, and a third is told before paying", async () => {
    const [one, other, third] = [await checkingOut(), await checkingOut(), await newDeal(database)];
    const car = (await contextNow(one.dealId)).vehicle.vehicle!.stockNumber;
    expect((await contextNow(other.dealId)).vehicle.vehicle!.stockNumber).toBe(car);
    for (const { session } of [one, other]) payInStandIn(standIn, session, "succeeds");
    await Promise.all([one, other].map(({ attemptId }) => settleAttempt(attemptId)));
    const found = await Promise.all([one, other].map(async ({ dealId }) => (await depositOf(dealId)).status));
    expect(found.toSorted()).toEqual(["held", "released"]);
    const loser = found[0] === "released" ? one : other;
    expect(await depositOf(loser.dealId)).toMatchObject({ releaseReason: "vehicleTaken" });
    expect(intentOf(loser.session).status).toBe("canceled");
    expect(await ledgerBalance("customerDeposits", loser.dealId)).toBe(0);
    await acceptDepositTerms(third);
    expect(await holdDeposit(third.dealId)).toMatchObject({ refusal: { code: "vehicleTaken" } });
    expect(await attempts(third.dealId)).toEqual([]);
  });

  it("[PAY-14] a hold is warned of a day before, then let go, and the car is for sale again", async () => {
    const { dealId, session } = await checkingOut();
    await payOpenDeposit(dealId, "succeeds");
    const end = (hours: number) =>
      database.query(`update "DepositAttempt" set "holdUntil" = now() + $2::interval where "dealId" = $1`, [
        dealId,
        `${hours} hours`,
      ]);
    await end(23);
    await sweepHolds();
    await sweepHolds();
    expect(await events(dealId, "deposit.holdEnding")).toHaveLength(1);
    expect((await depositOf(dealId)).status).toBe("held");
    await end(-1);
    await sweepHolds();
    await sweepHolds();
    expect(await depositOf(dealId)).toMatchObject({ status: "released", releaseReason: "holdExpired" });
    expect(intentOf(session).status).toBe("canceled");
    expect(await database.prisma.vehicleHold.count({ where: { dealId, releasedAt: null } })).toBe(0);
  });

  it("[PAY-14] a hold that lapsed at the bank is noticed", async () => {
    const { dealId } = await checkingOut();
    const attemptId = await payOpenDeposit(dealId, "succeeds");
    standIn.advanceClock(8 * 24 * 3_600);
    expect(await settleAttempt(attemptId)).toBe("released: holdExpired");
    expect((await depositOf(dealId)).status).toBe("released");
    standIn.store.data.clockOffsetSeconds = 0;
  });
});

describe("taking and giving back", () => {
  it("[PAY-15] taken once however often it is asked for, never more than was set aside, and not after it was let go", async () => {
    const { dealId, session, customer } = await checkingOut();
    await payOpenDeposit(dealId, "succeeds");
    const { provider } = payments()!;
    const intent = intentOf(session).id;
    const tooMuch = provider.capture({ idempotencyKey: "more", intent, amount: cents(50_001) });
    await expect(tooMuch).rejects.toMatchObject({ code: "amount_too_large", retryable: false });
    await Promise.all(Array.from({ length: 5 }, () => captureDeposit(dealId)));
    await captureDeposit(dealId);
    expect(chargeOf(session)).toMatchObject({ captured: true, amount_captured: AMOUNT });
    expect(await movements(dealId)).toEqual([
      ["authorization", AMOUNT],
      ["capture", AMOUNT],
    ]);
    expect(await depositOf(dealId)).toMatchObject({ status: "held", funds: "captured" });
    await tell(dealId, customer, { type: "deposit.refundRequested", reason: "Changed my mind" });
    await runDueJobs();
    const again = provider.capture({ idempotencyKey: "again", intent, amount: AMOUNT });
    await expect(again).rejects.toMatchObject({ code: "payment_intent_unexpected_state" });
    expect(chargeOf(session).amount_refunded).toBe(AMOUNT);
    expect(await ledgerBalance("customerDeposits", dealId)).toBe(0);
    expect(await ledgerBalance("providerCash", dealId)).toBe(0);
  });

  it("[PAY-16] ten refunds of one deposit at once move the money once", async () => {
    const { dealId, session } = await checkingOut();
    const attemptId = await payOpenDeposit(dealId, "succeeds");
    await captureDeposit(dealId);
    await Promise.allSettled(Array.from({ length: 10 }, () => giveBack(attemptId, "requested")));
    await giveBack(attemptId, "requested");
    expect(
      Object.values(standIn.store.data.refunds).filter(({ payment_intent }) => payment_intent === intentOf(session).id),
    ).toHaveLength(1);
    expect(chargeOf(session).amount_refunded).toBe(AMOUNT);
    expect((await movements(dealId)).filter(([kind]) => kind === "refund")).toHaveLength(1);
  });

  it("[PAY-16] a refund that the bank sends back is the store's money again, and a person's to look at", async () => {
    const { dealId, session } = await checkingOut();
    const attemptId = await payOpenDeposit(dealId, "succeeds");
    await captureDeposit(dealId);
    await giveBack(attemptId, "requested");
    const refund = Object.values(standIn.store.data.refunds).find(
      ({ payment_intent }) => payment_intent === intentOf(session).id,
    )!;
    failRefund(standIn.store, refund.id);
    const told = Object.values(standIn.store.data.events).find(
      ({ type, data }) => type === "refund.failed" && (data.object as { id: string }).id === refund.id,
    )!;
    await post(signed(told));
    await post(signed(renamed(told)));
    expect(await ledgerBalance("providerCash", dealId)).toBe(AMOUNT);
    expect(await statuses(dealId)).toEqual(["refundFailed"]);
  });

  it("asked for twice, and run ten times at once, a refund is told once", async () => {
    const deal = await newDeal(database);
    await payDeposit(deal);
    await tell(deal.dealId, deal.customer, { type: "deposit.refundRequested", reason: "Changed my mind" });
    expect(
      refusalCode(await send(deal.dealId, deal.customer, { type: "deposit.refundRequested", reason: "Again" })),
    ).toBe("noDepositHeld");
    await Promise.allSettled(Array.from({ length: 10 }, () => refundDeposit(deal.dealId)));
    await runDueJobs();
    expect(await events(deal.dealId, "deposit.refunded")).toHaveLength(1);
    expect(await ledgerBalance("customerDeposits", deal.dealId)).toBe(0);
  });

  it("[PAY-22] a dispute is told to staff and changes no history", async () => {
    const { dealId, session } = await checkingOut();
    await payOpenDeposit(dealId, "succeeds");
    await captureDeposit(dealId);
    openDispute(standIn.store, intentOf(session).id);
    const told = Object.values(standIn.store.data.events).findLast(({ type }) => type === "charge.dispute.created")!;
    await post(signed(told));
    expect(await depositOf(dealId)).toMatchObject({ status: "held", dispute: "opened" });
  });

  it("a ledger entry is never changed nor written with other figures", async () => {
    const { dealId } = await checkingOut();
    const movement = {
      key: `test:${dealId}`,
      kind: "deskCash",
      amount: AMOUNT,
      dealId,
      by: { kind: "staff", id: "x" },
    } as const;
    const write = (change: object = {}) => database.transaction((tx) => postMovement(tx, { ...movement, ...change }));
    expect(await write()).toBe(true);
    expect(await write()).toBe(false);
    await expect(write({ amount: cents(1) })).rejects.toThrow(/other figures/);
    await expect(database.query(`update "LedgerEntry" set "amount" = 1`)).rejects.toThrow(/never changed/);
    await expect(database.query(`delete from "LedgerEntry"`)).rejects.toThrow(/never changed/);
    expect(await ledgerBalance("tillCash", dealId)).toBe(AMOUNT);
  });
});

describe("news without a provider", () => {
  it("is stored and left to its job", async () => {
    const { attemptId } = await checkingOut();
    const id = `evt_${randomUUID()}`;
    const news = {
      id,
      provider: "stripe",
      type: "x",
      livemode: false,
      at: "",
      session: null,
      intent: null,
      attemptId,
      objectId: "",
      objectStatus: null,
    };
    await receiveProviderNews(news);
    expect(await outcomeOf(id)).toBe("nothing new");
  });
});

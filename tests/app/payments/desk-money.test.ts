import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { useEffectQueue } from "#app/deals/deal-effect-queue.server";
import { enqueueDealEffect } from "#app/effects/run-deal-effect.server";
import { giveBack } from "#app/payments/give-back.server";
import { holdDeposit } from "#app/payments/hold-deposit.server";
import { ledgerBalance } from "#app/payments/ledger.server";
import { usePayments, payments } from "#app/payments/payment-connection.server";
import { reconcile } from "#app/payments/reconcile.server";
import { settleReturn } from "#app/payments/settle-return.server";
import { sweepHolds } from "#app/payments/sweep-holds.server";
import { joinWaitlist } from "#app/payments/join-waitlist.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { lakesideId } from "#prisma/seed/rooftop";
import {
  contextNow,
  newDeal,
  openDealStore,
  refusalCode,
  send,
  staffCalled,
  stateOf,
  tell,
  type TestDeal,
} from "#tests/support/deal-store";
import { takenOverItems } from "#tests/support/open-before-keys";
import { acceptDepositTerms, payDeposit, readyDeal } from "#tests/support/ready-deal";
import { freeTheCar, standInPayments } from "#tests/support/stand-in-payments";
import { testDatabase } from "#tests/support/test-database";

const AMOUNT = 50_000;
const database = await testDatabase();
const [maya, ines, walt] = [staffCalled("Maya"), staffCalled("Ines"), staffCalled("Walt")];
beforeAll(async () => {
  await openDealStore(database);
  await standInPayments();
});
beforeEach(async () => {
  await freeTheCar();
  useEffectQueue(enqueueDealEffect);
});

const movements = async (dealId: string) =>
  (await database.prisma.ledgerEntry.findMany({ where: { dealId, side: "debit" }, orderBy: { id: "asc" } })).map(
    ({ kind, amount }) => [kind, amount],
  );
const atDesk = (deal: TestDeal) =>
  tell(deal.dealId, maya, { type: "deposit.deskPaymentRequested", method: "cash", reference: "" });
const carOf = async (dealId: string) => (await contextNow(dealId)).vehicle.vehicle!.stockNumber;
const statusOf = async (stockNumber: string) =>
  (await database.prisma.vehicle.findUniqueOrThrow({ where: { stockNumber } })).status;
const steps = async (stockNumber: string) =>
  (await database.prisma.vehicleTransition.findMany({ where: { stockNumber }, orderBy: { id: "asc" } })).map(
    ({ from, to }) => `${from} > ${to}`,
  );
const ask = (refund: number, forfeit = 0) => ({
  type: "deposit.returnRequested" as const,
  refund: cents(refund),
  forfeit: cents(forfeit),
  reason: forfeit > 0 ? ("noShow" as const) : ("goodwill" as const),
  note: "As agreed on the phone",
});

describe("a deposit at the desk", () => {
  it("[P11] needs no provider: the car is held, the ledger has its pair, the card says so", async () => {
    const connection = payments();
    usePayments(null);
    try {
      const deal = await newDeal(database);
      await atDesk(deal);
      await runDueJobs();
      expect((await contextNow(deal.dealId)).deposit).toMatchObject({
        status: "held",
        takenBy: "cash",
        amount: AMOUNT,
      });
      expect(await movements(deal.dealId)).toEqual([["deskCash", AMOUNT]]);
      expect(await ledgerBalance("tillCash", deal.dealId)).toBe(AMOUNT);
      expect(await statusOf(await carOf(deal.dealId))).toBe("held");
      expect(
        refusalCode(
          await send(deal.dealId, maya, { type: "deposit.deskPaymentRequested", method: "cash", reference: "" }),
        ),
      ).toBe("depositHeldAlready");
      await tell(deal.dealId, deal.customer, { type: "deposit.refundRequested", reason: "Changed my mind" });
      await runDueJobs();
      expect((await contextNow(deal.dealId)).deposit.status).toBe("refunded");
      expect(await ledgerBalance("refundsOwed", deal.dealId)).toBe(-AMOUNT);
      expect(await ledgerBalance("customerDeposits", deal.dealId)).toBe(0);
    } finally {
      usePayments(connection);
    }
  });

  it("[PAY-13] races one paid online for the same car: one holds it, the other is told or let go", async () => {
    const online = await newDeal(database);
    const desk = await newDeal(database);
    await payDeposit(online);
    expect(
      refusalCode(
        await send(desk.dealId, maya, { type: "deposit.deskPaymentRequested", method: "check", reference: "118" }),
      ),
    ).toBe("vehicleTaken");
    expect(await movements(desk.dealId)).toEqual([]);
    expect(await database.prisma.depositAttempt.count({ where: { dealId: desk.dealId } })).toBe(0);
  });

  it("closes a page that is still open first, so that nobody pays twice", async () => {
    const deal = await newDeal(database);
    await acceptDepositTerms(deal);
    await holdDeposit(deal.dealId);
    const { reference } = await database.prisma.depositAttempt.findFirstOrThrow({ where: { dealId: deal.dealId } });
    await atDesk(deal);
    await runDueJobs();
    expect(payments()!.standIn!.store.data.sessions[reference!]!.status).toBe("expired");
    expect(await movements(deal.dealId)).toEqual([["deskCash", AMOUNT]]);
  });

  it("[PAY-02] cut off between hold and deal, it is let go by the sweep", async () => {
    const deal = await newDeal(database);
    const stockNumber = await carOf(deal.dealId);
    const { takeDeskDeposit } = await import("#app/payments/take-desk-deposit.server");
    await takeDeskDeposit({ dealId: deal.dealId, stockNumber, amount: cents(AMOUNT), method: "cash", holdHours: 48 });
    await database.query(`update "DepositAttempt" set "createdAt" = now() - interval '1 hour' where "dealId" = $1`, [
      deal.dealId,
    ]);
    await sweepHolds();
    expect(await statusOf(stockNumber)).toBe("live");
    expect(await movements(deal.dealId)).toEqual([]);
  });
});

describe("[P7] several tenders", () => {
  it("are a ledger pair each, also when they are told twice, and back again", async () => {
    const deal = await newDeal(database);
    const paid = {
      type: "tender.recorded",
      method: "check",
      amount: cents(70_000),
      reference: "10448",
      promise: null,
    } as const;
    const editId = randomUUID();
    await send(deal.dealId, maya, paid, { editId });
    await send(deal.dealId, maya, paid, { editId });
    await runDueJobs();
    expect(await movements(deal.dealId)).toEqual([["deskCheck", 70_000]]);
    const back = {
      type: "tender.returned",
      number: 1,
      amount: cents(20_000),
      reason: "overpaid",
      note: "Too much",
    } as const;
    expect(refusalCode(await send(deal.dealId, maya, back))).toBe("notAllowed");
    await tell(deal.dealId, ines, back);
    await runDueJobs();
    expect(await ledgerBalance("tillCheck", deal.dealId)).toBe(50_000);
    expect(await ledgerBalance("customerDeposits", deal.dealId)).toBe(-50_000);
  });

  it("[PAY-20] an amount that is not money is refused at the border", async () => {
    const deal = await newDeal(database);
    for (const amount of [0, 1e12])
      expect(
        (
          await send(deal.dealId, maya, {
            type: "tender.recorded",
            method: "cash",
            amount: cents(amount),
            reference: "",
            promise: null,
          }).catch(() => ({ status: "refused" }))
        ).status,
      ).toBe("refused");
    await runDueJobs();
    expect(await movements(deal.dealId)).toEqual([]);
  });
});

describe("[P9] parts given back or kept", () => {
  const agreed = async (dealId: string, refund: number, forfeit = 0) => {
    await tell(dealId, walt, ask(refund, forfeit));
    await tell(dealId, ines, { type: "deposit.returnApproved" });
    return (await stateOf(dealId)).revision;
  };

  it("[PAY-16] a part is refunded once however often it runs, and the books agree with the provider", async () => {
    const deal = await newDeal(database);
    await payDeposit(deal);
    const revision = await agreed(deal.dealId, 20_000);
    await Promise.allSettled(Array.from({ length: 10 }, () => settleReturn(deal.dealId, revision)));
    await runDueJobs();
    expect(await movements(deal.dealId)).toEqual([
      ["authorization", AMOUNT],
      ["capture", AMOUNT],
      ["refund", 20_000],
    ]);
    expect((await contextNow(deal.dealId)).deposit).toMatchObject({ status: "held", returned: 20_000 });
    const attempt = await database.prisma.depositAttempt.findFirstOrThrow({ where: { dealId: deal.dealId } });
    expect(attempt).toMatchObject({ status: "held", kept: 30_000 });
    await giveBack(attempt.id, "dealClosed");
    expect(await ledgerBalance("customerDeposits", deal.dealId)).toBe(0);
    expect(await ledgerBalance("providerCash", deal.dealId)).toBe(0);
    const found = (await reconcile(lakesideId, new Date())).find(({ attemptId }) => attemptId === attempt.id);
    expect(found?.differences).toEqual([]);
  });

  it("[PAY-16] ten parts, one after the other, never exceed what was taken", async () => {
    const deal = await newDeal(database);
    await payDeposit(deal);
    let refused = 0;
    for (let round = 0; round < 10; round += 1) {
      const answer = await send(deal.dealId, walt, ask(9_000));
      if (answer.status === "refused") refused += 1;
      else {
        await tell(deal.dealId, ines, { type: "deposit.returnApproved" });
        await runDueJobs();
      }
    }
    expect(refused).toBe(5);
    expect(await ledgerBalance("providerCash", deal.dealId)).toBe(5_000);
    expect((await contextNow(deal.dealId)).deposit).toMatchObject({ status: "held", returned: 45_000 });
  });

  it("a forfeiture after the contract moves no money at the provider, and the car stays sold", async () => {
    const deal = await readyDeal(database);
    await tell(deal.dealId, walt, { type: "deal.freezeRequested" });
    await tell(deal.dealId, walt, { type: "deal.contracted" });
    await runDueJobs();
    expect(await statusOf(await carOf(deal.dealId))).toBe("sold");
    await agreed(deal.dealId, 0, AMOUNT);
    await runDueJobs();
    expect((await contextNow(deal.dealId)).deposit).toMatchObject({ status: "forfeited", forfeited: AMOUNT });
    expect(await ledgerBalance("forfeitedDeposits", deal.dealId)).toBe(-AMOUNT);
    expect(await ledgerBalance("providerCash", deal.dealId)).toBe(AMOUNT);
    expect(await statusOf(await carOf(deal.dealId))).toBe("sold");
  });
});

describe("a car's life", () => {
  it("[V1] every step has its time and its actor, and none is ever changed", async () => {
    const deal = await readyDeal(database);
    const car = await carOf(deal.dealId);
    await tell(deal.dealId, walt, { type: "deal.freezeRequested" });
    await tell(deal.dealId, walt, { type: "deal.contracted" });
    await runDueJobs();
    await tell(deal.dealId, ines, await takenOverItems(deal.dealId));
    await tell(deal.dealId, maya, { type: "deal.delivered" });
    await runDueJobs();
    expect((await steps(car)).slice(-3)).toEqual(["live > held", "held > sold", "sold > delivered"]);
    const sold = await database.prisma.vehicleTransition.findFirstOrThrow({ where: { stockNumber: car, to: "sold" } });
    expect(sold.by).toMatchObject({ kind: "staff", id: walt.staffId });
    await expect(database.query(`update "VehicleTransition" set "to" = 'live'`)).rejects.toThrow(/never changed/);
  });

  it("[V8] a release tells every deal on the car and everybody who waits, once", async () => {
    const holder = await newDeal(database);
    const other = await newDeal(database);
    const car = await carOf(holder.dealId);
    await payDeposit(holder);
    await runDueJobs();
    expect((await contextNow(other.dealId)).vehicle.availability).toBe("held");
    expect((await contextNow(holder.dealId)).vehicle.availability).toBe("available");
    const email = `nadia-${randomUUID()}@example.test`;
    await joinWaitlist({ stockNumber: car, email, locale: "fr" });
    await joinWaitlist({ stockNumber: car, email, locale: "fr" });
    await tell(holder.dealId, holder.customer, { type: "deposit.refundRequested", reason: "Changed my mind" });
    await runDueJobs();
    await runDueJobs();
    expect((await contextNow(other.dealId)).vehicle.availability).toBe("available");
    expect(await statusOf(car)).toBe("live");
    expect(await database.prisma.outboxMessage.count({ where: { to: email } })).toBe(1);
  });

  it("[V8] a swap takes the hold along and frees the car before", async () => {
    const deal = await newDeal(database);
    await payDeposit(deal);
    const before = await carOf(deal.dealId);
    const next = await database.prisma.vehicle.findFirstOrThrow({
      where: { status: "live", stockNumber: { not: before } },
    });
    await tell(deal.dealId, deal.customer, { type: "vehicle.swapRequested", stockNumber: next.stockNumber });
    await runDueJobs();
    expect([await statusOf(before), await statusOf(next.stockNumber)]).toEqual(["live", "held"]);
  });

  it("[P10] a hold is prolonged, but never beyond the card's authorisation", async () => {
    const deal = await newDeal(database);
    await payDeposit(deal);
    const until = Date.parse((await contextNow(deal.dealId)).deposit.holdUntil!);
    await tell(deal.dealId, maya, { type: "deposit.extensionRequested", hours: 24 });
    await runDueJobs();
    expect(Date.parse((await contextNow(deal.dealId)).deposit.holdUntil!) - until).toBe(24 * 3_600_000);
    const { holdUntil } = await database.prisma.depositAttempt.findFirstOrThrow({ where: { dealId: deal.dealId } });
    expect(holdUntil!.toISOString()).toBe((await contextNow(deal.dealId)).deposit.holdUntil);
    await database.query(`update "DepositAttempt" set "captureBefore" = "holdUntil" where "dealId" = $1`, [
      deal.dealId,
    ]);
    expect(refusalCode(await send(deal.dealId, maya, { type: "deposit.extensionRequested", hours: 24 }))).toBe(
      "holdCannotGrow",
    );
  });
});

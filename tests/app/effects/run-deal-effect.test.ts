import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { useEffectQueue } from "#app/deals/deal-effect-queue.server";
import { enqueueDealEffect } from "#app/effects/run-deal-effect.server";
import { ledgerBalance } from "#app/payments/ledger.server";
import { useDatabase } from "#app/platform/database.server";
import { parkedJobs, runDueJobs } from "#app/platform/jobs.server";
import { contextNow, journalOf, newDeal, openDealStore, send, staffCalled, tell } from "#tests/support/deal-store";
import { freeStart, payDeposit } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";
import { watchedDatabase } from "#tests/support/watched-database";

const database = await testDatabase();
const watched = watchedDatabase(database);
useDatabase(watched);
beforeAll(() => openDealStore(database));
beforeEach(() => useEffectQueue(enqueueDealEffect));

const identified = (email: string) =>
  ({ type: "customer.identified", firstName: "Theo", lastName: "Marsh", email, phone: "" }) as const;

async function jobsOf(dealId: string): Promise<{ type: string; state: string }[]> {
  const { rows } = await database.query<{ type: string; state: string }>(
    `select data->'effect'->>'type' as type, state::text from pgboss.job
      where name = 'deal-effect' and data->>'dealId' = $1 order by created_on`,
    [dealId],
  );
  return rows;
}

describe("what an event asks of the outside", () => {
  it("[LIVE-10] is queued in the event's own transaction: there with the row, and not before", async () => {
    const { dealId, customer } = await newDeal(database);
    expect(await send(dealId, customer, identified("theo@example.test"))).toEqual({ status: "applied", revision: 2 });
    expect(await jobsOf(dealId)).toEqual([{ type: "sendResumeLink", state: "created" }]);
  });

  it("[LIVE-10] an event whose commit fails leaves no job behind, and neither do its neighbours in the batch", async () => {
    const { dealId, customer } = await newDeal(database);
    const other = await newDeal(database);
    useEffectQueue(async (tx, effect, cause) => {
      await enqueueDealEffect(tx, effect, cause);
      throw new Error("the database went away");
    });
    const answers = await Promise.all([
      send(dealId, customer, identified("theo@example.test"), { seenRevision: null }),
      send(other.dealId, other.customer, identified("nadia@example.test"), { seenRevision: null }),
    ]);
    expect(answers).toEqual(answers.map(() => ({ status: "again", reason: "unavailable" })));
    for (const id of [dealId, other.dealId]) {
      expect(await jobsOf(id)).toEqual([]);
      expect(await journalOf(id)).toHaveLength(1);
    }
  });

  it("[LIVE-10] a repeated edit asks for nothing a second time", async () => {
    const { dealId, customer } = await newDeal(database);
    const editId = randomUUID();
    await send(dealId, customer, identified("theo@example.test"), { editId });
    await send(dealId, customer, identified("theo@example.test"), { editId });
    expect(await jobsOf(dealId)).toHaveLength(1);
  });

  it("[LIVE-10] a job that was cut off runs again and does its work once", async () => {
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, identified("once@example.test"));
    await runDueJobs();
    // As after a crash between the work and the note of it.
    await database.query(`update pgboss.job set state = 'retry', start_after = now() where data->>'dealId' = $1`, [
      dealId,
    ]);
    await runDueJobs();
    expect(await database.prisma.outboxMessage.count({ where: { to: "once@example.test" } })).toBe(1);
    expect(await jobsOf(dealId)).toEqual([{ type: "sendResumeLink", state: "completed" }]);
  });

  it("an offer is told by mail in the customer's language, with the amount, once", async () => {
    const { dealId, customer, shopperId } = await newDeal(database);
    await database.prisma.shopper.update({ where: { id: shopperId }, data: { locale: "fr" } });
    await tell(dealId, customer, identified("ines@example.test"), {
      type: "trade.described",
      year: 2019,
      make: "Corvane",
      model: "Tessa",
      trim: "",
      mileage: 58_000,
      vin: null,
    });
    await tell(dealId, staffCalled("Ines"), { type: "trade.acvAppraised", acv: cents(1_450_000), recon: cents(0) });
    await tell(dealId, staffCalled("Ines"), {
      type: "trade.offerProposed",
      allowance: cents(1_450_000),
      reasons: [],
      note: "",
    });
    await runDueJobs();
    const mail = await database.prisma.outboxMessage.findFirst({ where: { key: { startsWith: `offer:${dealId}` } } });
    expect(mail?.text).toContain("14");
    expect(mail?.text).toMatch(/offre 14\s?500/u);
  });

  it("an offer that was replaced before its mail left is not mailed", async () => {
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, identified("two@example.test"), {
      type: "trade.described",
      year: 2019,
      make: "Corvane",
      model: "Tessa",
      trim: "",
      mileage: 58_000,
      vin: null,
    });
    await tell(dealId, staffCalled("Ines"), { type: "trade.acvAppraised", acv: cents(1_450_000), recon: cents(0) });
    for (const allowance of [1_400_000, 1_450_000])
      await tell(dealId, staffCalled("Ines"), {
        type: "trade.offerProposed",
        allowance: cents(allowance),
        reasons: [],
        note: "",
      });
    await runDueJobs();
    const mails = await database.prisma.outboxMessage.findMany({ where: { key: { startsWith: `offer:${dealId}` } } });
    expect(mails.map(({ text }) => text.includes("14,500"))).toEqual([true]);
  });

  it("a lost deal gives its time back, and a new time gives back the old one", async () => {
    const deal = await newDeal(database);
    const { dealId, customer } = deal;
    await tell(dealId, customer, { type: "delivery.methodChosen", method: "pickup" });
    for (const daysOn of [1, 2])
      await tell(dealId, customer, { type: "delivery.slotRequested", startsAt: await freeStart(dealId, daysOn) });
    await runDueJobs();
    const active = () => database.prisma.deliveryBooking.findMany({ where: { dealId, releasedAt: null } });
    expect((await active()).map(({ id }) => id)).toEqual([(await contextNow(dealId)).delivery.slot?.bookingId]);
    await tell(dealId, staffCalled("Maya"), { type: "deal.lost", reason: "Bought elsewhere" });
    await runDueJobs();
    expect(await active()).toEqual([]);
  });

  it("a refund that was asked for moves the money once and tells the deal", async () => {
    const deal = await newDeal(database);
    await payDeposit(deal);
    await tell(deal.dealId, deal.customer, { type: "deposit.refundRequested", reason: "Changed my mind" });
    await runDueJobs();
    expect((await contextNow(deal.dealId)).deposit.status).toBe("refunded");
    expect(await ledgerBalance("customerDeposits", deal.dealId)).toBe(0);
  });

  it("nothing of all this needed a person", async () => {
    expect(await parkedJobs()).toEqual([]);
  });
});

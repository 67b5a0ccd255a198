import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { actorRef } from "#machines/store/actor";
import { onDealEvent } from "#app/deals/deal-feed.server";
import { append, insertRows, journalIdle, MAX_QUEUED } from "#app/deals/deal-journal.server";
import { readDealView } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { useDatabase } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import {
  contextNow,
  journalOf,
  newDeal,
  openDealStore,
  send,
  staffCalled,
  stateOf,
  tell,
} from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";
import { gate, turns, watchedDatabase } from "#tests/support/watched-database";

const database = await testDatabase();
const watched = watchedDatabase(database);
useDatabase(watched);
beforeAll(() => openDealStore(database));

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });
const away = () => Promise.reject(new Error("the database went away"));
const unavailable = { status: "again", reason: "unavailable" };

describe("the answer and the commit", () => {
  it("[LIVE-01] nobody is answered and nothing is pushed before COMMIT, and readers see the committed deal only", async () => {
    const { dealId, customer } = await newDeal(database);
    const pushed: number[] = [];
    const stop = onDealEvent(({ row }) => row.dealId === dealId && pushed.push(row.revision));
    const { opened, open } = gate();
    watched.onNext("journal", { after: () => opened });
    let answer: unknown = null;
    const sent = send(dealId, customer, cashDown(4_000), { seenRevision: null }).then((given) => (answer = given));
    await turns();
    expect(answer).toBeNull();
    expect(pushed).toEqual([]);
    expect((await readDealView(dealId, "customer"))?.revision).toBe(1);
    open();
    expect(await sent).toEqual({ status: "applied", revision: 2 });
    expect((await readDealView(dealId, "customer"))?.revision).toBe(2);
    await turns(2);
    expect(pushed).toEqual([2]);
    stop();
  });

  it("[LIVE-03] past the longest queue an edit is answered 'again' at once, and the deal goes on where it was", async () => {
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, cashDown(3_000));
    const { opened, open } = gate();
    watched.onNext("journal", { after: () => opened });
    const waiting = send(dealId, customer, cashDown(3_500), { seenRevision: null });
    await turns();
    const row = (await journalOf(dealId))[0]!;
    const nobodys = { row, effects: [], isCurrent: () => false, committed: () => null, failed: () => null };
    for (let count = 0; count < MAX_QUEUED; count++) append(nobodys);
    expect(await send(dealId, customer, cashDown(4_000), { seenRevision: null })).toEqual(unavailable);
    open();
    expect(await waiting).toEqual({ status: "applied", revision: 3 });
    await journalIdle();
    expect(await send(dealId, customer, cashDown(5_000), { seenRevision: null })).toEqual({
      status: "applied",
      revision: 4,
    });
    expect((await journalOf(dealId)).map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
  });

  it("[LIVE-03] a commit that fails is told as 'again', the head falls back, and no row is lost or made up", async () => {
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, cashDown(3_000));
    watched.onNext("journal", { before: away });
    const editIds = [randomUUID(), randomUUID(), randomUUID()];
    const sendAll = () =>
      Promise.all(
        editIds.map((editId, index) => send(dealId, customer, cashDown(4_000 + index), { editId, seenRevision: null })),
      );
    expect(await sendAll()).toEqual([unavailable, unavailable, unavailable]);
    expect(await journalOf(dealId)).toHaveLength(2);
    expect((await contextNow(dealId)).finance.cashDown).toBe(300_000);
    // The same edits again, as every client sends them.
    expect(await sendAll()).toEqual([3, 4, 5].map((revision) => ({ status: "applied", revision })));
    expect((await journalOf(dealId)).map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
  });

  it("edits queued behind a failed commit are judged again on the deal as it is, not as it would have been", async () => {
    const { dealId, customer } = await newDeal(database);
    await stateOf(dealId);
    const { opened, open } = gate();
    watched.onNext("journal", { before: () => opened.then(away) });
    const first = send(
      dealId,
      customer,
      { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 1, vin: null },
      { seenRevision: null },
    );
    await turns(3);
    const appraisal: DealEdit = { type: "trade.acvAppraised", acv: cents(100), recon: cents(0) };
    const second = send(dealId, staffCalled("Gus"), appraisal, { seenRevision: null });
    await turns(3);
    open();
    expect(await first).toEqual(unavailable);
    expect(await second).toMatchObject({ status: "refused", refusal: { code: "noTradeDescribed" } });
    expect(await journalOf(dealId)).toHaveLength(1);
  });

  it("[LIVE-02] a commit whose answer got lost is found again: the repeat names the first revision", async () => {
    const { dealId, customer } = await newDeal(database);
    await stateOf(dealId);
    const editId = randomUUID();
    watched.onNext("journal", { after: away });
    expect(await send(dealId, customer, cashDown(4_000), { editId, seenRevision: null })).toEqual(unavailable);
    expect(await send(dealId, customer, cashDown(4_000), { editId, seenRevision: null })).toEqual({
      status: "repeated",
      revision: 2,
    });
    expect(await journalOf(dealId)).toHaveLength(2);
    expect((await contextNow(dealId)).finance.cashDown).toBe(400_000);
  });

  it("a second sender of an edit whose commit fails is told the same, not left waiting", async () => {
    const { dealId, customer } = await newDeal(database);
    await stateOf(dealId);
    watched.onNext("journal", { before: away });
    const editId = randomUUID();
    const both = [0, 1].map(() => submitDealEvent({ dealId, editId, actor: customer, event: cashDown(4_000) }));
    expect(await Promise.all(both)).toEqual([unavailable, unavailable]);
  });

  it("a clash that cannot be looked into is an answer as well, and the loop goes on", async () => {
    const { dealId, customer } = await newDeal(database);
    const other = await newDeal(database);
    await stateOf(dealId);
    await insertRows(database, [
      {
        dealId,
        revision: 2,
        editId: randomUUID(),
        editHash: "foreign",
        at: new Date().toISOString(),
        actor: actorRef(customer),
        event: { type: "finance.cashDownSet", cashDown: cents(1) },
      },
    ]);
    watched.onNext("heads", { before: away });
    expect(await send(dealId, customer, cashDown(4_000), { seenRevision: null })).toEqual(unavailable);
    await journalIdle();
    expect(await send(dealId, customer, cashDown(4_000), { seenRevision: null })).toEqual({
      status: "applied",
      revision: 3,
    });
    expect(await send(other.dealId, other.customer, cashDown(4_000))).toMatchObject({ status: "applied" });
  });

  it.each([
    ["the disk is full", "53100"],
    ["the database takes no writes", "25006"],
  ])("[LIVE-18] %s: the sender is told to wait, and the same edit is applied once there is room", async (_, code) => {
    const { dealId, customer } = await newDeal(database);
    const editId = randomUUID();
    const full = () => Promise.reject(Object.assign(new Error("could not extend file"), { code }));
    watched.onNext("journal", { before: full, times: 2 });
    for (let tries = 0; tries < 2; tries++)
      expect(await send(dealId, customer, cashDown(4_000), { editId, seenRevision: null })).toEqual(unavailable);
    expect(await send(dealId, customer, cashDown(4_000), { editId, seenRevision: null })).toEqual({
      status: "applied",
      revision: 2,
    });
    expect(await journalOf(dealId)).toHaveLength(2);
  });

  it("[LIVE-17] a server's clock that jumps five minutes either way changes no order and refuses nobody", async () => {
    const { dealId, customer } = await newDeal(database);
    try {
      for (const [turn, minutes] of [0, -5, 5, -5].entries()) {
        env.CLOCK_OFFSET_MS = minutes * 60_000;
        expect(await send(dealId, customer, cashDown(2_000 + turn))).toEqual({ status: "applied", revision: turn + 2 });
      }
    } finally {
      env.CLOCK_OFFSET_MS = 0;
    }
    expect((await contextNow(dealId)).finance.cashDown).toBe(200_300);
    const rows = await journalOf(dealId);
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
    // The times tell what the clock said; nothing is ordered by them.
    expect(rows[2]!.at < rows[1]!.at).toBe(true);
  });

  it("a listener that throws costs its sender nothing", async () => {
    const { dealId, customer } = await newDeal(database);
    const stop = onDealEvent(() => {
      throw new Error("a listener's own mistake");
    });
    expect(await send(dealId, customer, cashDown(4_000))).toMatchObject({ status: "applied" });
    await turns(2);
    stop();
  });

  it("what a replay could not read back never gets into the journal, whoever says it", async () => {
    const { dealId, customer } = await newDeal(database);
    const unreadable = { type: "deposit.termsAccepted", amount: 50_000, termsVersion: "2026 (second)" } as never;
    await expect(send(dealId, customer, unreadable)).rejects.toThrow();
    expect(await journalOf(dealId)).toHaveLength(1);
    expect(await send(dealId, customer, cashDown(4_000))).toEqual({ status: "applied", revision: 2 });
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { onDealEvent } from "#app/deals/deal-feed.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { useDatabase } from "#app/platform/database.server";
import { forgetHotDeals } from "#app/deals/hot-deals.server";
import { journalOf, newDeal, openDealStore, staffCalled, stateOf } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";
import { watchedDatabase } from "#tests/support/watched-database";

const database = await testDatabase();
const watched = watchedDatabase(database);
useDatabase(watched);
beforeAll(() => openDealStore(database));

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });

it("[LIVE-01] forty writers on eight deals: contiguous revisions, one row per edit, far fewer commits than rows", async () => {
  const deals = await Promise.all(Array.from({ length: 8 }, () => newDeal(database)));
  watched.batches.length = 0;
  const pushed = new Map<string, number[]>();
  const stop = onDealEvent(({ dealId, row }) => pushed.set(dealId, [...(pushed.get(dealId) ?? []), row.revision]));

  interface Acknowledged {
    dealId: string;
    editId: string;
    revision: number;
    dollars: number;
  }
  const acknowledged: Acknowledged[] = [];
  const writer = async (index: number) => {
    const { dealId, customer } = deals[index % deals.length]!;
    const actor = index % 2 === 0 ? customer : staffCalled("Maya");
    for (let turn = 0; turn < 12; turn++) {
      const editId = randomUUID();
      const dollars = 1_000 + index * 20 + turn;
      const answer = await submitDealEvent({ dealId, editId, actor, event: cashDown(dollars) });
      expect(answer.status).toBe("applied");
      if (answer.status === "applied") acknowledged.push({ dealId, editId, revision: answer.revision, dollars });
    }
  };
  await Promise.all(Array.from({ length: 40 }, (_, index) => writer(index)));
  await new Promise(setImmediate);
  stop();

  expect(acknowledged).toHaveLength(480);
  for (const { dealId } of deals) {
    const rows = await journalOf(dealId);
    expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => index + 1));
    expect(new Set(rows.map(({ editId }) => editId)).size).toBe(rows.length);
    const mine = acknowledged.filter((one) => one.dealId === dealId);
    expect(rows).toHaveLength(mine.length + 1);
    for (const { editId, revision, dollars } of mine)
      expect(rows[revision - 1]).toMatchObject({ editId, revision, event: { cashDown: dollars * 100 } });
    expect(pushed.get(dealId)).toEqual(rows.slice(1).map(({ revision }) => revision));

    // What is in memory is what the journal folds to.
    const inMemory = await stateOf(dealId);
    forgetHotDeals();
    const folded = await stateOf(dealId);
    expect(JSON.stringify(folded)).toBe(JSON.stringify(inMemory));
  }
  expect(watched.batches.reduce((sum, rows) => sum + rows, 0)).toBe(480);
  expect(Math.max(...watched.batches)).toBeLessThanOrEqual(database.kind === "pglite" ? 40 : 48);
  expect(watched.batches.length).toBeLessThan(120);
});

import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { forgetHotDeals, hotDeal } from "#app/deals/hot-deals.server";
import { env } from "#app/platform/env.server";
import { attachSockets } from "#app/server/attach-sockets.server";
import { journalOf, newDeal, openDealStore, staffCalled, tell } from "#tests/support/deal-store";
import { openParty, type Party } from "#tests/support/live-party";
import { shopperSession } from "#tests/support/live-server";
import { runScenario } from "#tests/support/run-scenario";
import { testDatabase } from "#tests/support/test-database";
import { virtualTime, type VirtualTime } from "#tests/support/virtual-time";

const database = await testDatabase();
vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
const io = attachSockets(createServer(), { sharesServer: false });
beforeAll(() => openDealStore(database));
afterAll(async () => {
  await io.close();
  vi.useRealTimers();
});
env.EDITS_PER_SECOND = 1_000_000;

const TEN_MINUTES = 600_000;
const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });

async function onCard(time: VirtualTime): Promise<{ party: Party; dealId: string }> {
  const { dealId, shopperId } = await newDeal(database);
  const { cookie } = await shopperSession(shopperId);
  const party = await openParty({ io, cookie, dealId, audience: "customer", time, sky: () => [1] });
  await runScenario(time, 1_000);
  return { party, dealId };
}

describe("[LIVE-12] ten minutes without a line", () => {
  it.each([
    ["the server stayed up", 30],
    ["the server was started anew meanwhile", 50],
  ])(
    "fifty edits elsewhere and five here: all of them stand once, and both agree within three seconds (%s)",
    async (_, others) => {
      const time = virtualTime();
      const { party, dealId } = await onCard(time);
      party.wire().breakFor(TEN_MINUTES);
      for (let turn = 0; turn < 5; turn++) party.type(cashDown(4_000 + turn));
      await runScenario(time, time.now() + TEN_MINUTES / 2);
      for (let turn = 0; turn < others; turn++)
        await tell(dealId, staffCalled("Maya"), {
          type: "finance.targetPaymentSet",
          targetPayment: cents(50_000 + turn),
        });
      if (others > 40) forgetHotDeals();
      await runScenario(time, TEN_MINUTES + 1_000);
      // The line is back at ten minutes; three seconds later everything has to be settled.
      await runScenario(time, TEN_MINUTES + 1_000 + 3_000);

      const rows = await journalOf(dealId);
      party.expectNothingLost(rows);
      expect(rows).toHaveLength(1 + others + 5);
      const deal = (await hotDeal(dealId))!;
      expect(party.view()).toEqual(JSON.parse(JSON.stringify(viewOf(deal.committed, "customer"))));
      expect(party.view().card.finance.cashDown).toBe(400_400);
      party.close();
    },
  );

  it("[LIVE-14] what was typed meanwhile for a deal that ended is refused in plain sight, and leaves no trace", async () => {
    const time = virtualTime();
    const { party, dealId } = await onCard(time);
    party.wire().breakFor(TEN_MINUTES);
    for (let turn = 0; turn < 5; turn++) party.type(cashDown(4_000 + turn));
    await tell(dealId, staffCalled("Maya"), { type: "deal.lost", reason: "Sold to somebody else" });
    await runScenario(time, TEN_MINUTES + 10_000);
    expect(party.refused()).toHaveLength(5);
    party.expectNothingLost(await journalOf(dealId));
    party.close();
  });

  it("a page that was closed meanwhile sends what it kept under the same ids when it is opened again", async () => {
    const time = virtualTime();
    const { party, dealId } = await onCard(time);
    party.wire().breakFor(TEN_MINUTES);
    for (let turn = 0; turn < 5; turn++) party.type(cashDown(4_000 + turn));
    const ids = party.keptIds();
    expect(ids).toHaveLength(5);
    party.reload();
    await runScenario(time, time.now() + 5_000);
    const rows = await journalOf(dealId);
    expect(rows.slice(1).map(({ editId }) => editId)).toEqual(ids);
    party.expectNothingLost(rows);
    party.close();
  });
});

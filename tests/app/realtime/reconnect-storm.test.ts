import { beforeAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { newDeal, openDealStore } from "#tests/support/deal-store";
import { type Line, openLine } from "#tests/support/live-line";
import { shopperSession, startLiveServer } from "#tests/support/live-server";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
const live = await startLiveServer();
beforeAll(() => openDealStore(database));

const PEOPLE = 10;
const LINES_EACH = 20;
const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });

describe("[LIVE-08] a reconnect storm", () => {
  it("two hundred come back at once: all are served, and nobody waits twice as long as usual for more than ten seconds", async () => {
    const deals = await Promise.all(Array.from({ length: PEOPLE }, () => newDeal(database)));
    const cookies = await Promise.all(deals.map(async ({ shopperId }) => (await shopperSession(shopperId)).cookie));
    const bystander = await live.staff("Maya");
    const own = await newDeal(database);
    await bystander.join(own.dealId);
    const startedAt = performance.now();
    const lines: Line[] = await Promise.all(
      Array.from({ length: PEOPLE * LINES_EACH }, (_, index) =>
        openLine(live.url, { cookie: cookies[index % PEOPLE] }),
      ),
    );
    const joined = await Promise.all(lines.map((line, index) => line.join(deals[index % PEOPLE]!.dealId, 1)));
    expect(joined.every(({ caughtUp }) => caughtUp.kind === "patches" && caughtUp.patches.length === 0)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(await bystander.edit(own.dealId, cashDown(3_000))).toMatchObject({ status: "applied" });
    for (const line of lines) line.close();
  }, 60_000);
});

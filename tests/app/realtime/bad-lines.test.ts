import { beforeAll, describe, expect, it, vi } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { breakableLine } from "#tests/support/breakable-line";
import { newDeal, openDealStore } from "#tests/support/deal-store";
import { heardOf, openLine } from "#tests/support/live-line";
import { shopperSession, startLiveServer } from "#tests/support/live-server";
import { openRawWebsocket } from "#tests/support/raw-websocket";
import { testDatabase } from "#tests/support/test-database";
import { until } from "#tests/support/until";

/** The same mechanism in less time: what the real limits promise is checked beside them. */
const quick = vi.hoisted(() => ({
  pingIntervalMs: 1_000,
  pingTimeoutMs: 2_000,
  linesPerAddress: 230,
  connectTimeoutMs: 4_000,
}));
vi.setConfig({ testTimeout: 60_000 });
vi.mock("#app/realtime/live-limits", async (original) => {
  const { liveLimits } = await original<typeof import("#app/realtime/live-limits")>();
  return { liveLimits: { ...liveLimits, ...quick }, realLimits: liveLimits };
});

const database = await testDatabase();
const live = await startLiveServer();
beforeAll(() => openDealStore(database));

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });

describe("[LIVE-08] a line that is bad", () => {
  it("half open: both sides notice within a beat and its answer's time, and that is 45 s at most", async () => {
    const { realLimits } = (await import("#app/realtime/live-limits")) as unknown as {
      realLimits: { pingIntervalMs: number; pingTimeoutMs: number };
    };
    expect(realLimits.pingIntervalMs + realLimits.pingTimeoutMs).toBeLessThanOrEqual(45_000);
    const { dealId, shopperId } = await newDeal(database);
    const { cookie } = await shopperSession(shopperId);
    const wire = await breakableLine("127.0.0.1", live.port);
    const near = await openLine(`http://127.0.0.1:${wire.port}`, { cookie });
    const watching = await live.staff("Maya");
    await near.join(dealId);
    await watching.join(dealId);
    await until("both are on the card", () => watching.people.at(-1)?.length === 2);
    wire.stall();
    const within = quick.pingIntervalMs + quick.pingTimeoutMs + 4_000;
    await until("the client is offline", () => near.ended.length > 0, { withinMs: within });
    expect(near.ended).toEqual(["ping timeout"]);
    await until("the server took them off the card", () => watching.people.at(-1)?.length === 1, { withinMs: within });
    near.close();
    await wire.close();
  });

  it("byte by byte and late: every edit is applied once and every patch comes in order", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const { cookie } = await shopperSession(shopperId);
    const wire = await breakableLine("127.0.0.1", live.port);
    const far = await openLine(`http://127.0.0.1:${wire.port}`, { cookie });
    await far.join(dealId);
    wire.trickle(120);
    const answers = await Promise.all(Array.from({ length: 5 }, (_, turn) => far.edit(dealId, cashDown(2_000 + turn))));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 5 }, () => "applied"));
    await heardOf(far, 6);
    expect(far.patches.map(({ revision }) => revision)).toEqual([2, 3, 4, 5, 6]);
    far.close();
    await wire.close();
  });
});

describe("[SOCK-07] connections that say nothing", () => {
  it("one address has room for so many and no more, and gets it back when they are gone", async () => {
    const silent = await Promise.all(
      Array.from({ length: 300 }, () => openRawWebsocket({ port: live.port, headers: { Origin: live.url } })),
    );
    const taken = silent.filter(({ status }) => status === 101);
    expect(taken.length).toBeGreaterThan(quick.linesPerAddress / 2);
    expect(taken.length).toBeLessThanOrEqual(quick.linesPerAddress);
    for (const { line } of taken) line!.end();
    const again = await until("there is room again", async () => {
      const { line } = await openRawWebsocket({ port: live.port, headers: { Origin: live.url } });
      return line;
    });
    again.end();
  });
});

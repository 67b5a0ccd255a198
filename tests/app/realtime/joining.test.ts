import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { viewOf } from "#machines/deal/view-of-deal";
import { hotDeal } from "#app/deals/hot-deals.server";
import { newDeal, openDealStore, send, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { snapshotIn, viewAfter } from "#tests/support/live-line";
import { startLiveServer } from "#tests/support/live-server";
import { testDatabase } from "#tests/support/test-database";
import { until } from "#tests/support/until";

const database = await testDatabase();
const live = await startLiveServer();
beforeAll(() => openDealStore(database));

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });
const asSent = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe("joining a deal", () => {
  it("[P1] answers the card as the reader may have it, who is there, and which of them the reader is", async () => {
    const { dealId, shopperId, customer } = await newDeal(database);
    await tell(dealId, customer, {
      type: "customer.identified",
      firstName: "Theo",
      lastName: "Marsh",
      email: "",
      phone: "",
    });
    const line = await live.shopper(shopperId);
    const joined = await line.join(dealId);
    expect(joined).toMatchObject({ audience: "customer", protocol: 1 });
    expect(snapshotIn(joined)).toEqual(asSent(viewOf(await stateOf(dealId), "customer")));
    expect(joined.people).toEqual([
      {
        key: joined.yourKey,
        role: "customer",
        firstName: "Theo",
        device: "desktop",
        stage: null,
        field: null,
        idle: false,
      },
    ]);
  });

  it("[P4] a reader that names its revision gets exactly the steps it missed", async () => {
    const { dealId, shopperId, customer } = await newDeal(database);
    const line = await live.shopper(shopperId);
    const view = snapshotIn(await line.join(dealId));
    line.close();
    await tell(dealId, customer, cashDown(4_000), { type: "stage.deferred", stage: "fni", remindAt: null });
    await tell(dealId, staffCalled("Maya"), { type: "note.added", text: "Between us" });
    const back = await live.shopper(shopperId);
    const { caughtUp } = await back.join(dealId, view.revision);
    if (caughtUp.kind !== "patches") throw new Error("steps were expected");
    expect(caughtUp.patches.map(({ revision, event }) => [revision, event?.type ?? null])).toEqual([
      [2, "finance.cashDownSet"],
      [3, "stage.deferred"],
      // Not told to a customer: the revision moves and nothing else does.
      [4, null],
    ]);
    expect(caughtUp.patches[2]?.slices).toEqual({});
    expect(viewAfter(view, caughtUp.patches)).toEqual(asSent(viewOf(await stateOf(dealId), "customer")));
    expect((await back.join(dealId, 4)).caughtUp).toEqual({ kind: "patches", patches: [] });
  });

  it("[P4] far behind, from the future, or after a restart that forgot the steps: the whole card", async () => {
    const { dealId, shopperId, customer } = await newDeal(database);
    await Promise.all(
      Array.from({ length: 45 }, (_, index) =>
        send(dealId, customer, cashDown(2_000 + index), { editId: randomUUID(), seenRevision: null }),
      ),
    );
    const line = await live.shopper(shopperId);
    for (const lastRevision of [1, 5, 46 + 900]) {
      const joined = await line.join(dealId, lastRevision);
      expect(snapshotIn(joined).revision).toBe(46);
    }
    (await hotDeal(dealId))!.recent.length = 0;
    expect(snapshotIn(await line.join(dealId, 40)).revision).toBe(46);
  });

  it("[AUTHZ-01] somebody else's deal, another store's and none at all answer the same bytes", async () => {
    const mine = await newDeal(database);
    const theirs = await newDeal(database);
    await database.prisma.rooftop.create({ data: { id: "elsewhere", name: "Elsewhere", policy: {}, demo: true } });
    await database.prisma.deal.create({ data: { id: "d-elsewhere", number: "EW-1001", rooftopId: "elsewhere" } });
    const customer = await live.shopper(mine.shopperId);
    const maya = await live.staff("Maya");
    const answers = [
      await customer.ask(theirs.dealId),
      await customer.ask("d-elsewhere"),
      await customer.ask("d-no-such-deal"),
      await maya.ask("d-elsewhere"),
      await maya.ask("d-no-such-deal"),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"status":"notFound"}']));
    const frame = /^43\d+\[\{"status":"notFound"\}\]$/;
    expect(customer.frames.filter((text) => frame.test(text.replace(/^3/, "43")))).toHaveLength(3);
    // And nothing of that deal is heard afterwards.
    await tell(theirs.dealId, theirs.customer, cashDown(4_000));
    const { caughtUp } = await customer.join(mine.dealId);
    expect(caughtUp.kind).toBe("snapshot");
    expect(customer.frames.join("\n")).not.toContain(theirs.dealId);
  });

  it("[LIVE-16] an edit for a deal that this line has not joined is refused, though its sender might join it", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const line = await live.shopper(shopperId);
    expect(await line.edit(dealId, cashDown(4_000))).toMatchObject({
      status: "refused",
      refusal: { code: "notAllowed" },
    });
    expect(await line.edit("d-no-such-deal", cashDown(4_000))).toMatchObject({ refusal: { code: "notAllowed" } });
    await line.join(dealId);
    expect(await line.edit(dealId, cashDown(4_000))).toEqual({ status: "applied", revision: 2 });
    line.socket.emit("deal:leave", { dealId });
    expect(await line.edit(dealId, cashDown(5_000))).toMatchObject({
      status: "refused",
      refusal: { code: "notAllowed" },
    });
  });

  it("one line holds eight deals and not nine; leaving one makes room", async () => {
    const maya = await live.staff("Maya");
    const deals = await Promise.all(Array.from({ length: 9 }, () => newDeal(database)));
    for (const { dealId } of deals.slice(0, 8)) await maya.join(dealId);
    expect(await maya.ask(deals[8]!.dealId)).toEqual({ status: "again", reason: "busy" });
    maya.socket.emit("deal:leave", { dealId: deals[0]!.dealId });
    expect((await maya.ask(deals[8]!.dealId)).status).toBe("joined");
  });

  it("a line that breaks in the middle of its join leaves nobody behind in the room", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const maya = await live.staff("Maya");
    await maya.join(dealId);
    const hasty = await live.shopper(shopperId);
    hasty.socket.emit("deal:join", { dealId }, () => undefined);
    hasty.close();
    const steady = await live.shopper(shopperId);
    await steady.join(dealId);
    await until(
      "the hasty one is gone",
      () => maya.people.at(-1)?.filter(({ role }) => role === "customer").length === 1,
    );
    const { people } = await maya.join(dealId);
    expect(people).toHaveLength(2);
  });
});

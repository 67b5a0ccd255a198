import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { readJournal } from "#app/deals/read-journal.server";
import { type Line, openLine, snapshotIn } from "#tests/support/live-line";
import { type Person, prepareStore, shopperPerson, staffPerson } from "#tests/support/prepared-store";
import type { RunningServer } from "#tests/support/start-server";
import { openTenaciousLine } from "#tests/support/tenacious-line";
import { canRunTwoNodes, sayWhatIsMissing, startTwoNodes, type TwoNodes } from "#tests/support/two-nodes";
import { until } from "#tests/support/until";

const isBuilt = existsSync("build/server/index.js");
sayWhatIsMissing("what two servers on one PostgreSQL and one Redis survive (LIVE-06, LIVE-07)");

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });

describe.skipIf(!isBuilt || !canRunTwoNodes)("two servers", () => {
  let nodes: TwoNodes;
  let dealIds: string[];
  let customer: Person;
  let others: Person[];
  let maya: Person;
  let walt: Person;

  beforeAll(async () => {
    const started = await startTwoNodes(async (database) => {
      const deals = await prepareStore(database, 6);
      const shoppers = [];
      for (const deal of deals) shoppers.push(await shopperPerson(deal));
      return {
        dealIds: deals.map(({ dealId }) => dealId),
        shoppers,
        maya: await staffPerson("Maya"),
        walt: await staffPerson("Walt"),
      };
    });
    nodes = started.nodes;
    ({ dealIds, maya, walt } = started.prepared);
    customer = started.prepared.shoppers[0]!;
    others = started.prepared.shoppers;
  }, 120_000);
  afterAll(() => nodes?.end(), 60_000);

  const lines: Line[] = [];
  const on = async (node: RunningServer, person: Person) => {
    const line = await openLine(node.url, { cookie: person.cookie });
    lines.push(line);
    return line;
  };
  afterAll(() => lines.forEach((line) => line.close()));
  const heard = (line: Line, revision: number, withinMs: number) =>
    until(`revision ${revision} arrived`, () => line.patches.some((patch) => patch.revision === revision), {
      withinMs,
      everyMs: 5,
    });

  it("show an edit made on one to everybody on the other, in order, and each other's people", async () => {
    const dealId = dealIds[0]!;
    const theo = await on(nodes.a, customer);
    const seller = await on(nodes.b, maya);
    await theo.join(dealId);
    await seller.join(dealId);
    await until("both see both", () => [theo, seller].every((line) => line.people.at(-1)?.length === 2));
    for (let turn = 0; turn < 10; turn++) {
      const [from, to] = turn % 2 === 0 ? [theo, seller] : [seller, theo];
      const answer = await from.edit(dealId, cashDown(2_000 + turn));
      expect(answer).toMatchObject({ status: "applied", revision: turn + 2 });
      await heard(to, turn + 2, 2_000);
    }
    expect(theo.patches.map(({ revision }) => revision)).toEqual(Array.from({ length: 10 }, (_, index) => index + 2));
    expect(seller.patches.map(({ revision }) => revision)).toEqual(theo.patches.map(({ revision }) => revision));
    theo.close();
    await until("the one who left is gone there too", () => seller.people.at(-1)?.length === 1);
  });

  it("[LIVE-02] [LIVE-13] keep one order when both are edited at once, and know each other's repeats", async () => {
    const dealId = dealIds[1]!;
    const theo = await on(nodes.a, others[1]!);
    const seller = await on(nodes.b, maya);
    await theo.join(dealId);
    await seller.join(dealId);
    const editId = crypto.randomUUID();
    const all = await Promise.all(
      Array.from({ length: 30 }, async (_, turn) => [
        await (turn % 2 ? theo : seller).edit(dealId, cashDown(2_000 + turn)),
      ]),
    );
    for (const [answer] of all) expect(["applied", "again"]).toContain(answer?.status);
    const first = await theo.edit(dealId, cashDown(4_321), { editId });
    expect(first.status).toBe("applied");
    expect(await seller.edit(dealId, cashDown(4_321), { editId })).toMatchObject({
      status: "repeated",
      revision: "revision" in first ? first.revision : -1,
    });
    const head = "revision" in first ? first.revision : 0;
    for (const line of [theo, seller]) {
      await until("everything arrived", () => line.patches.some(({ revision }) => revision === head));
      expect(line.patches.map(({ revision }) => revision)).toEqual(Array.from({ length: head - 1 }, (_, at) => at + 2));
    }
  });

  it("[LIVE-15] refuse the second of two who commit to the same figures on different servers", async () => {
    const dealId = dealIds[2]!;
    const theo = await on(nodes.a, others[2]!);
    const again = await on(nodes.b, others[2]!);
    await theo.join(dealId);
    await again.join(dealId);
    // What one server did is known to the other before it refuses or takes anything.
    await theo.edit(dealId, { type: "deal.lost", reason: "Bought elsewhere" });
    expect(await again.edit(dealId, cashDown(3_000))).toMatchObject({ refusal: { code: "dealLost" } });
    const seller = await on(nodes.a, maya);
    await seller.join(dealId);
    await seller.edit(dealId, { type: "deal.revived" });
    expect(await again.edit(dealId, cashDown(3_000))).toMatchObject({ status: "applied" });
  });

  it("[SOCK-09] cut the line of a session that ended on the other server", async () => {
    const dealId = dealIds[5]!;
    const line = await on(nodes.b, walt);
    await line.join(dealId);
    const answer = await fetch(`${nodes.a.url}/staff/sign-out`, {
      method: "POST",
      headers: { Cookie: walt.cookie, Origin: nodes.a.url },
      redirect: "manual",
    });
    expect(answer.status).toBeLessThan(400);
    await until("the line is cut", () => line.ended.length > 0, { withinMs: 5_000 });
  });

  it("[LIVE-06] lose Redis and no edit; both sides agree within seconds of its return, though nothing new is said", async () => {
    const dealId = dealIds[3]!;
    const theo = await on(nodes.a, others[3]!);
    const seller = await on(nodes.b, maya);
    await theo.join(dealId);
    await seller.join(dealId);
    nodes.redisLine.cut();
    for (let turn = 0; turn < 5; turn++)
      expect(await theo.edit(dealId, cashDown(2_000 + turn))).toMatchObject({ status: "applied" });
    // While it is away the journal is asked instead.
    await heard(seller, 6, 8_000);
    nodes.redisLine.stall();
    for (let turn = 5; turn < 8; turn++)
      expect(await seller.edit(dealId, cashDown(2_000 + turn))).toMatchObject({ status: "applied" });
    nodes.redisLine.restore();
    await heard(theo, 9, 5_000);
    for (const line of [theo, seller])
      expect(line.patches.map(({ revision }) => revision)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect((await fetch(`${nodes.a.url}/readyz`)).status).toBe(200);
  });

  it("[LIVE-07] [P14] one is killed in mid-edit: its people go on with the other within five seconds, without gap or repeat", async () => {
    const dealId = dealIds[4]!;
    const theo = await openTenaciousLine(nodes.a.url, others[4]!.cookie, dealId);
    const seller = await openTenaciousLine(nodes.b.url, maya.cookie, dealId);
    for (let turn = 0; turn < 10; turn++) await theo.edit(cashDown(2_000 + turn));
    // The answer may be here before the news of it: what was acknowledged is what must not be lost.
    const seen = theo.acknowledged.at(-1)!.revision;
    await nodes.a.kill();
    const killedAt = performance.now();
    const there = await openLine(nodes.b.url, { cookie: others[4]!.cookie });
    lines.push(there);
    const joined = await there.join(dealId, seen);
    expect(joined.caughtUp.kind).toBe("patches");
    await there.edit(dealId, cashDown(3_333));
    expect(performance.now() - killedAt).toBeLessThan(5_000);
    await until("the other one has it", () => seller.view()!.revision === seen + 1);
    expect(seller.view()).toMatchObject({ card: { finance: { cashDown: 333_300 } } });
    await nodes.restart("a");
    const back = await on(nodes.a, others[4]!);
    expect(snapshotIn(await back.join(dealId)).revision).toBe(seen + 1);
    for (const line of [theo, seller]) line.close();
  });

  it("run each job once, whichever of them takes it", async () => {
    const dealId = dealIds[0]!;
    const seller = await on(nodes.b, maya);
    await seller.join(dealId);
    const name = { firstName: "Theo", lastName: "Marsh", email: "theo@example.test", phone: "" };
    for (let turn = 0; turn < 5; turn++)
      await seller.edit(dealId, { type: "customer.identified", ...name, lastName: `Marsh ${turn}` });
    await pause(3_000);
    await nodes.data.open(async (database) => {
      const { rows } = await database.query<{ name: string; state: string; retry_count: number }>(
        `select name, state, retry_count from pgboss.job where state <> 'created'`,
      );
      expect(rows.filter(({ retry_count: retries }) => retries > 0)).toEqual([]);
      for (const id of dealIds) {
        const revisions = (await readJournal(id, 0)).map(({ revision }) => revision);
        expect(revisions).toEqual(revisions.map((_, index) => index + 1));
      }
    });
  });
});

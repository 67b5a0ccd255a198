import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import { cents } from "#machines/money/cents";
import { readJournal } from "#app/deals/read-journal.server";
import { loaderData } from "#tests/support/loader-data";
import { openLine, snapshotIn } from "#tests/support/live-line";
import {
  type Person,
  prepareStore,
  type ServerData,
  serverData,
  shopperPerson,
  staffPerson,
} from "#tests/support/prepared-store";
import { type RunningServer, startServer } from "#tests/support/start-server";
import { openTenaciousLine, type TenaciousLine } from "#tests/support/tenacious-line";
import { until } from "#tests/support/until";

const KILLS = 3;
const ACKS_BEFORE_KILL = 100;
const RECOVERY_MS = 10_000;
const isBuilt = existsSync("build/server/index.js");
if (!isBuilt)
  process.stderr.write("\nSKIPPED: there is no build; the crash test needs one (node scripts/prepare.mjs test).\n");

const databases: [string, string | undefined][] = [["PGlite", undefined]];
if (process.env.TEST_DATABASE_URL) databases.push(["PostgreSQL", process.env.TEST_DATABASE_URL]);

const cleanUps: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanUps.toReversed()) await cleanUp();
});

interface Stage {
  data: ServerData;
  /** Who edits which deal: six clients, three of them on one deal, two on another. */
  seats: { person: Person; dealId: string }[];
}

async function setStage(adminUrl: string | undefined): Promise<Stage> {
  const data = await serverData(adminUrl);
  cleanUps.push(() => data.remove());
  const seats = await data.open(async (database) => {
    const [one, two, three] = await prepareStore(database, 3);
    const maya = await staffPerson("Maya");
    const first = await shopperPerson(one!);
    return [
      { person: first, dealId: one!.dealId },
      { person: await shopperPerson(one!), dealId: one!.dealId },
      { person: maya, dealId: one!.dealId },
      { person: await shopperPerson(two!), dealId: two!.dealId },
      { person: await staffPerson("Ines"), dealId: two!.dealId },
      { person: await shopperPerson(three!), dealId: three!.dealId },
    ];
  });
  return { data, seats };
}

/** What a client says in its turn: mostly numbers, now and then an event with an effect in its transaction. */
function nextEdit(client: number, turn: number): DealEdit {
  if (turn % 9 === 4)
    return {
      type: "customer.identified",
      firstName: `Client ${client}`,
      lastName: `Turn ${turn}`,
      email: `c${client}t${turn}@example.test`,
      phone: "",
    };
  return { type: "finance.cashDownSet", cashDown: cents(100_000 + client * 10_000 + turn) };
}

async function editUntilToldToStop(line: TenaciousLine, client: number, isOver: () => boolean): Promise<void> {
  for (let turn = 0; !isOver(); turn++) {
    const answer = await line.edit(nextEdit(client, turn));
    expect(["applied", "repeated"]).toContain(answer.status);
  }
}

describe.skipIf(!isBuilt)("a server that is killed in the middle of edits", () => {
  it.each(databases)(
    "[LIVE-01] [LIVE-02] on %s loses no acknowledged edit, doubles none, and everybody agrees afterwards",
    async (_name, adminUrl) => {
      const { data, seats } = await setStage(adminUrl);
      let server: RunningServer = await startServer({ ...data.env, EDITS_PER_SECOND: "1000" });
      cleanUps.push(() => server.kill());
      const { url, port } = server;
      const lines = await Promise.all(seats.map(({ person, dealId }) => openTenaciousLine(url, person.cookie, dealId)));
      const acks = () => lines.reduce((sum, line) => sum + line.acknowledged.length, 0);

      let over = false;
      const editing = Promise.all(lines.map((line, client) => editUntilToldToStop(line, client, () => over)));
      const recoveries: number[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const before = acks();
        await until("enough edits were acknowledged", () => acks() >= before + ACKS_BEFORE_KILL, {
          withinMs: 60_000,
          everyMs: 1,
        });
        await server.kill();
        const killedAt = performance.now();
        server = await startServer({ ...data.env, PORT: String(port), EDITS_PER_SECOND: "1000" });
        const upAt = performance.now();
        await until("everybody is back", () => lines.every((line) => line.joinedAt() > killedAt), {
          withinMs: RECOVERY_MS,
        });
        // A quick client is back before the process has said that it is up.
        recoveries.push(Math.max(0, ...lines.map((line) => line.joinedAt() - upAt)));
      }
      const afterLast = acks();
      await until("edits flow again", () => acks() >= afterLast + ACKS_BEFORE_KILL, { withinMs: 60_000 });
      over = true;
      await editing;
      expect(Math.max(...recoveries)).toBeLessThan(RECOVERY_MS);

      // Everybody, a newcomer and the page agree in revision and state.
      const participantsOf = (dealId: string) =>
        seats.flatMap((seat, index) => (seat.dealId === dealId ? [{ ...seat, line: lines[index]! }] : []));
      const finalViews = new Map<string, DealView>();
      for (const dealId of new Set(seats.map((seat) => seat.dealId))) {
        const participants = participantsOf(dealId);
        const { person } = participants[0]!;
        const newcomer = await openLine(url, { cookie: person.cookie });
        const fresh = snapshotIn(await newcomer.join(dealId));
        newcomer.close();
        finalViews.set(dealId, fresh);
        for (const { line } of participants) {
          await until("has caught up", () => line.view()?.revision === fresh.revision);
          expect(line.view()?.card.finance).toEqual(fresh.card.finance);
        }
        const customers = participants.filter((one) => one.person.actor.kind === "customer");
        for (const { line } of customers) expect(line.view()).toEqual(fresh);
        const page = await loaderData(url, `/deals/${dealId}`, person.cookie);
        expect(page["routes/deals.$dealId._index"]).toMatchObject({ data: { view: fresh } });
      }
      for (const line of lines) line.close();
      expect(await server.stop()).toBe(0);

      // The journal has the last word.
      await data.open(async () => {
        const all = lines.flatMap((line) => line.acknowledged);
        expect(all.length).toBeGreaterThanOrEqual((KILLS + 1) * ACKS_BEFORE_KILL);
        for (const [dealId, view] of finalViews) {
          const rows = await readJournal(dealId, 0);
          expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => index + 1));
          expect(new Set(rows.map(({ editId }) => editId)).size).toBe(rows.length);
          expect(rows.at(-1)?.revision).toBe(view.revision);
          const known = new Map(rows.map((row) => [row.editId, row]));
          const mine = all.filter((one) => one.dealId === dealId);
          for (const { editId, revision, edit } of mine)
            expect(known.get(editId)).toMatchObject({ revision, event: edit });
          // Every client waited for its answers, so the journal holds nothing that was not acknowledged.
          expect(rows.length - 1).toBe(mine.length);
        }
      });
      process.stderr.write(
        `\n${acks()} edits, ${KILLS} kills; back after ${recoveries.map((ms) => Math.round(ms)).join(", ")} ms\n`,
      );
    },
    180_000,
  );
});

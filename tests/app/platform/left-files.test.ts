import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { env } from "#app/platform/env.server";
import { enqueue, runDueJobs } from "#app/platform/jobs.server";
import { dropFiles, nightAfter, startDroppingLeftFiles } from "#app/platform/left-files.server";
import { receivedBytes, receivePiece } from "#app/platform/partial-file.server";
import { moveClock, resetSettings } from "#tests/app/accounts/people";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
const HOUR = 3_600_000;
const nights = async () =>
  (
    await database.query<{ night: string }>(
      "select data->>'night' as night from pgboss.job where name = 'drop-left-files' and state = 'created' order by 1",
    )
  ).rows.map(({ night }) => night);

it("the next night is the first that begins after an instant", () => {
  expect(nightAfter(Date.parse("2026-11-28T08:59:59.999Z"))).toBe("2026-11-28");
  expect(nightAfter(Date.parse("2026-11-28T09:00:00.000Z"))).toBe("2026-11-29");
  expect(nightAfter(Date.parse("2026-12-31T23:00:00.000Z"))).toBe("2027-01-01");
});

it("what nobody went on with is gone after two days, and the next night is on the queue once", async () => {
  const owner = `owner-${randomUUID()}`;
  const left = { owner, name: "left" };
  expect(env.DATA_DIR).not.toBe("data");
  await receivePiece(left, 0, Buffer.from("half a photo"));
  await Promise.all([startDroppingLeftFiles(), startDroppingLeftFiles()]);
  expect(await nights()).toEqual([nightAfter(Date.now())]);
  // A run whose night has come while nothing was left for two days, and one after they have passed.
  await enqueue(dropFiles, { night: "2026-01-01" });
  await runDueJobs();
  expect(await receivedBytes(left)).toBe(12);
  moveClock(49 * HOUR);
  await enqueue(dropFiles, { night: "2026-01-02" });
  await runDueJobs();
  expect(await receivedBytes(left)).toBe(0);
  expect((await nights()).at(-1)).toBe(nightAfter(Date.now() + 49 * HOUR));
  resetSettings();
});

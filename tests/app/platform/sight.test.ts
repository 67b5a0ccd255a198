import { expect, test } from "vitest";
import { hasChanged, neverSeen, seeAgain } from "#app/platform/sight.server";

const HOUR_MS = 3_600_000;

/** Looks that end when they are told to. */
function slowLook() {
  const ends: { done: () => void; fail: () => void }[] = [];
  const look = () =>
    new Promise<void>((resolve, reject) => {
      ends.push({ done: resolve, fail: () => reject(new Error("no line")) });
    });
  return { ends, look };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("one look serves everybody who asks meanwhile, and those who come soon after", async () => {
  const [sight, { ends, look }] = [neverSeen(), slowLook()];
  const both = [seeAgain(sight, HOUR_MS, look), seeAgain(sight, HOUR_MS, look)];
  ends[0]?.done();
  await Promise.all(both);
  await seeAgain(sight, HOUR_MS, look);
  expect(ends).toHaveLength(1);
});

test("who asks after a change waits for a look that began after it, however many are under way", async () => {
  const [sight, { ends, look }] = [neverSeen(), slowLook()];
  const early = seeAgain(sight, HOUR_MS, look);
  hasChanged(sight);
  const answered: string[] = [];
  const late = [1, 2].map((name) => seeAgain(sight, HOUR_MS, look).then(() => answered.push(`late ${name}`)));
  ends[0]?.done();
  await early;
  await turn();
  expect(answered).toEqual([]);
  ends[1]?.done();
  await Promise.all(late);
  expect(ends).toHaveLength(2);
  await seeAgain(sight, HOUR_MS, look);
  expect(ends).toHaveLength(2);
});

test("a change in the middle of a look is not taken for seen", async () => {
  const [sight, { ends, look }] = [neverSeen(), slowLook()];
  const early = seeAgain(sight, HOUR_MS, look);
  hasChanged(sight);
  ends[0]?.done();
  await early;
  const next = seeAgain(sight, HOUR_MS, look);
  expect(ends).toHaveLength(2);
  ends[1]?.done();
  await next;
});

test("a look that failed has seen nothing", async () => {
  const [sight, { ends, look }] = [neverSeen(), slowLook()];
  const first = seeAgain(sight, HOUR_MS, look);
  ends[0]?.fail();
  await expect(first).rejects.toThrow("no line");
  const second = seeAgain(sight, HOUR_MS, look);
  ends[1]?.done();
  await second;
  expect(ends).toHaveLength(2);
});

import { gzipSync } from "node:zlib";
import { vehiclePath } from "./screens";
import { expect, test } from "./watched-screens";

/** 130 KB, as the experience asks for it: everything that a first look fetches, also what comes behind the page. */
const MOST_BYTES = 130 * 1024;

test("a vehicle's page fetches no more JavaScript than a phone on a slow line should wait for", async ({ screens }) => {
  const page = await screens.open("shopper");
  const vehicle = await vehiclePath(page);
  const fetched = new Map<string, number>();
  const reading: Promise<void>[] = [];
  // A browser that has seen nothing of the store yet.
  const first = await screens.open("newcomer");
  first.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith(".js"))
      reading.push(
        response.body().then((body) => void fetched.set(response.url(), gzipSync(body, { level: 9 }).byteLength)),
      );
  });
  const told = first.waitForRequest((request) => request.url().endsWith("/interest"));
  await first.goto(vehicle);
  await told;
  await Promise.all(reading);
  expect(fetched.size).toBeGreaterThan(10);
  const sum = [...fetched.values()].reduce((total, bytes) => total + bytes, 0);
  expect(sum, `${sum} bytes in ${fetched.size} files`).toBeLessThanOrEqual(MOST_BYTES);
});

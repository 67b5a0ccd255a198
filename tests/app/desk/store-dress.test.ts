import { beforeAll, expect, it } from "vitest";
import { staffTimeZone, storeDress } from "#app/desk/store-dress.server";
import { get, signedIn } from "#tests/app/desk/desk-store";
import { openDealStore, staffCalled } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

it("a page of no store of its own tells staff the time by their store's clock, and nobody else", async () => {
  const { rooftopId } = staffCalled("Walt");
  const priya = await signedIn(rooftopId, "fniManager", "Priya");
  expect(await staffTimeZone(get("/finance/funding", priya.cookie))).toBe("America/Chicago");
  expect((await storeDress(rooftopId)).timeZone).toBe("America/Chicago");
  expect(await staffTimeZone(get("/finance/funding", ""))).toBeNull();
});

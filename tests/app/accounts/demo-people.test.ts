import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { grantDealAccess } from "#app/accounts/deal-actor.server";
import { comeInAs, demoStores } from "#app/accounts/demo-people.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { readSession } from "#app/accounts/session.server";
import { env } from "#app/platform/env.server";
import { emptyTables, testDatabase } from "#tests/support/test-database";
import { aDeal, aRooftop, aShopper, aStaffMember, cookieOf, requestFrom, resetSettings } from "./people";

const db = await testDatabase();

beforeEach(() => emptyTables(db));
afterEach(resetSettings);

async function aDemoStore() {
  const rooftopId = await aRooftop({ demo: true });
  const staff = await aStaffMember({ rooftopId, passwordHash: null });
  const dealId = await aDeal({ rooftopId });
  const shopperId = await aShopper({ id: "demo-shopper-theo" });
  await grantDealAccess(shopperId, dealId);
  return { rooftopId, staff, dealId, shopperId };
}

describe("[SEC-12] demo people", () => {
  it("one comes in as staff or as a seeded customer", async () => {
    const { staff, dealId, shopperId } = await aDemoStore();
    const asStaff = await comeInAs(requestFrom(), { staffId: staff.id });
    expect(await readSession(cookieOf(asStaff?.setCookie ?? ""))).toMatchObject({ kind: "staff", staffId: staff.id });
    const asCustomer = await comeInAs(requestFrom(asStaff?.setCookie), { shopperId });
    expect(asCustomer?.dealId).toBe(dealId);
    expect(await readSession(cookieOf(asCustomer?.setCookie ?? ""))).toMatchObject({ kind: "shopper", shopperId });
    expect(await readSession(cookieOf(asStaff?.setCookie ?? ""))).toEqual({ kind: "nobody" });
  });

  it("there is nobody to be outside demo mode", async () => {
    const { staff, shopperId } = await aDemoStore();
    env.DEMO = false;
    expect(await demoStores()).toEqual([]);
    expect(await comeInAs(requestFrom(), { staffId: staff.id })).toBeNull();
    expect(await comeInAs(requestFrom(), { shopperId })).toBeNull();
    expect(await db.prisma.session.count()).toBe(0);
  });

  it("nobody steps into real staff, disabled demo staff, or somebody who merely tries the demo", async () => {
    const { rooftopId, dealId } = await aDemoStore();
    const real = await aStaffMember();
    const withPassword = await aStaffMember({ rooftopId });
    const disabled = await aStaffMember({ rooftopId, passwordHash: null, active: false });
    for (const { id } of [real, withPassword, disabled]) {
      expect(await comeInAs(requestFrom(), { staffId: id })).toBeNull();
    }
    const visitor = await aShopper();
    await grantDealAccess(visitor, dealId);
    expect(await comeInAs(requestFrom(), { shopperId: visitor })).toBeNull();
  });
});

describe("pages of staff", () => {
  const thrownBy = async (work: Promise<unknown>): Promise<Response> =>
    work.then(
      () => expect.unreachable("nothing was thrown"),
      (thrown: Response) => thrown,
    );

  it("send a stranger to the way in and remember where they wanted to go", async () => {
    const inDemo = await thrownBy(requireStaff(requestFrom(null, "/desk?sort=wait")));
    expect(inDemo.headers.get("Location")).toBe("/demo?redirectTo=%2Fdesk%3Fsort%3Dwait");
    env.DEMO = false;
    const fetched = await thrownBy(requireStaff(requestFrom(null, "/desk.data?_routes=root&sort=wait")));
    expect(fetched.headers.get("Location")).toBe("/staff/sign-in?redirectTo=%2Fdesk%3Fsort%3Dwait");
  });

  it("answer 403 to a role that has no business there", async () => {
    const { staff } = await aDemoStore();
    const cameIn = await comeInAs(requestFrom(), { staffId: staff.id });
    const request = () => requestFrom(cameIn?.setCookie ?? null, "/desk");
    expect(await requireStaff(request())).toMatchObject({ staffId: staff.id });
    expect((await thrownBy(requireStaff(request(), ["fniManager"]))).status).toBe(403);
  });
});

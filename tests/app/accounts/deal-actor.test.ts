import { afterEach, describe, expect, it } from "vitest";
import { dealActor, grantDealAccess } from "#app/accounts/deal-actor.server";
import { readSession, startShopperSession, startStaffSession, type SessionPerson } from "#app/accounts/session.server";
import { testDatabase } from "#tests/support/test-database";
import { aDeal, aRooftop, aShopper, aStaffMember, cookieOf, requestFrom, resetSettings } from "./people";

const db = await testDatabase();

afterEach(resetSettings);

const asShopper = (shopperId: string): SessionPerson => ({ kind: "shopper", shopperId, sessionId: "s" });

async function asStaff(staffId: string): Promise<SessionPerson> {
  const { setCookie } = await startStaffSession(requestFrom(), { staffId, secondFactorAt: new Date() });
  return readSession(cookieOf(setCookie));
}

describe("[AUTHZ-01] what a person is to a deal", () => {
  it("a shopper opens the deals granted to them and no other", async () => {
    const [mine, another] = [await aDeal(), await aDeal()];
    const shopperId = await aShopper();
    await grantDealAccess(shopperId, mine);
    await grantDealAccess(shopperId, mine);
    expect(await dealActor(asShopper(shopperId), mine)).toEqual({ kind: "customer", shopperId, firstName: null });
    expect(await dealActor(asShopper(shopperId), another)).toBeNull();
    expect(await dealActor(asShopper(await aShopper()), mine)).toBeNull();
  });

  it("another's deal and a missing one get the same answer", async () => {
    const [theirs, shopperId] = [await aDeal(), await aShopper()];
    for (const person of [
      asShopper(shopperId),
      await asStaff((await aStaffMember()).id),
      { kind: "nobody" as const },
    ]) {
      expect(await dealActor(person, theirs)).toBeNull();
      expect(await dealActor(person, "no-such-deal")).toBeNull();
      expect(await dealActor(person, "' OR 1=1 --")).toBeNull();
    }
  });

  it("staff open the deals of their own store, as themselves", async () => {
    const rooftopId = await aRooftop();
    const staff = await aStaffMember({ rooftopId, role: "fniManager" });
    const dealId = await aDeal({ rooftopId });
    expect(await dealActor(await asStaff(staff.id), dealId)).toEqual({
      kind: "staff",
      staffId: staff.id,
      rooftopId,
      role: "fniManager",
      firstName: "Maya",
      lastName: "Okafor",
      seesCost: false,
    });
  });

  it("[AUTHZ-03] finance of one store is nobody at another", async () => {
    const staff = await aStaffMember({ role: "fniManager" });
    expect(await dealActor(await asStaff(staff.id), await aDeal())).toBeNull();
  });

  it("staff who were disabled, or moved to another store, lose it while their socket is still open", async () => {
    const staff = await aStaffMember();
    const dealId = await aDeal({ rooftopId: staff.rooftopId });
    const person = await asStaff(staff.id);
    expect(await dealActor(person, dealId)).not.toBeNull();
    await db.prisma.staffMember.update({ where: { id: staff.id }, data: { active: false } });
    expect(await dealActor(person, dealId)).toBeNull();
    await db.prisma.staffMember.update({
      where: { id: staff.id },
      data: { active: true, rooftopId: await aRooftop() },
    });
    expect(await dealActor(person, dealId)).toBeNull();
  });

  it("a session without a person is nobody", async () => {
    const shopperId = await aShopper();
    const { setCookie } = await startShopperSession(requestFrom(), { shopperId });
    expect(await readSession(cookieOf(setCookie))).toMatchObject({ kind: "shopper", shopperId });
    expect(await dealActor({ kind: "nobody" }, await aDeal())).toBeNull();
  });
});

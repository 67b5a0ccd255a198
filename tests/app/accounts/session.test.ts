import { afterEach, describe, expect, it } from "vitest";
import { makeSessionCookie } from "#app/accounts/session-cookie.server";
import {
  endAllSessions,
  endSession,
  listSessions,
  noteActivity,
  onSessionEnded,
  readSession,
  sessionStillValid,
  startDemoStaffSession,
  startShopperSession,
  startStaffSession,
} from "#app/accounts/session.server";
import { env } from "#app/platform/env.server";
import { testDatabase } from "#tests/support/test-database";
import { MINUTE, aRooftop, aShopper, aStaffMember, cookieOf, moveClock, requestFrom, resetSettings } from "./people";

const db = await testDatabase();
const HOUR = 60 * MINUTE;

afterEach(resetSettings);

async function signedInStaff() {
  env.DEMO = false;
  const staff = await aStaffMember();
  const started = await startStaffSession(requestFrom(), { staffId: staff.id, secondFactorAt: new Date() });
  return { staff, ...started, cookie: cookieOf(started.setCookie) };
}

async function aShopperSession() {
  const shopperId = await aShopper();
  const started = await startShopperSession(requestFrom(), { shopperId });
  return { shopperId, ...started, cookie: cookieOf(started.setCookie) };
}

describe("[WEB-03] the cookie", () => {
  it("is __Host-, Secure, HttpOnly and SameSite=Lax over https", async () => {
    const text = await makeSessionCookie("https://store.example").serialize("x", { maxAge: 60 });
    expect(text).toMatch(/^__Host-deal_session=/);
    for (const part of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]) expect(text).toContain(part);
    expect(text).not.toContain("Domain");
  });

  it("has a plain name over http, where a browser refuses the other", async () => {
    const text = await makeSessionCookie("http://localhost:3000").serialize("x");
    expect(text).toMatch(/^deal_session=/);
    expect(text).not.toContain("Secure");
  });

  it("holds nothing that stands in the table", async () => {
    const { cookie, sessionId } = await aShopperSession();
    const { rows } = await db.query<Record<string, unknown>>(`select * from "Session"`);
    expect(rows.map((row) => row.idHash)).toContain(sessionId);
    const secret = JSON.parse(atob(decodeURIComponent(cookie.split("=")[1] ?? ""))) as string;
    expect(secret).toHaveLength(43);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it.each([null, "", "deal_session=", "deal_session=%22", "deal_session=eyJhIjoxfQ==", "other=1"])(
    "%j is nobody",
    async (header) => {
      expect(await readSession(header)).toEqual({ kind: "nobody" });
    },
  );

  it("tampered with, is nobody", async () => {
    const { cookie } = await aShopperSession();
    const at = cookie.length - 12;
    const other = cookie[at] === "A" ? "B" : "A";
    expect(await readSession(cookie.slice(0, at) + other + cookie.slice(at + 1))).toEqual({ kind: "nobody" });
  });
});

describe("[WEB-03] fixation and ending", () => {
  it("an id planted beforehand is not the one after signing in, and is dead", async () => {
    const planted = await aShopperSession();
    env.DEMO = false;
    const staff = await aStaffMember();
    const started = await startStaffSession(requestFrom(planted.setCookie), {
      staffId: staff.id,
      secondFactorAt: new Date(),
    });
    expect(started.sessionId).not.toBe(planted.sessionId);
    expect(await readSession(planted.cookie)).toEqual({ kind: "nobody" });
    expect(await readSession(cookieOf(started.setCookie))).toMatchObject({ kind: "staff", staffId: staff.id });
  });

  it("an id the server never made is not adopted", async () => {
    const made = await makeSessionCookie("http://localhost").serialize("A".repeat(43));
    const started = await startShopperSession(requestFrom(made), { shopperId: await aShopper() });
    expect(cookieOf(started.setCookie)).not.toBe(cookieOf(made));
    expect(await readSession(cookieOf(made))).toEqual({ kind: "nobody" });
  });

  it("a cookie copied before signing out is worth nothing after, and listeners hear of it at once", async () => {
    const { cookie, sessionId } = await aShopperSession();
    const heard: string[] = [];
    const stop = onSessionEnded((ended) => heard.push(`${ended.sessionId} ${ended.why}`));
    expect(await sessionStillValid(sessionId)).toBe(true);
    await endSession(sessionId);
    await endSession(sessionId);
    stop();
    expect(heard).toEqual([`${sessionId} revoked`]);
    expect(await readSession(cookie)).toEqual({ kind: "nobody" });
    expect(await sessionStillValid(sessionId)).toBe(false);
  });

  it("ten sign-ins at once in one browser leave the old id dead and ten different ones", async () => {
    const { setCookie, cookie, shopperId } = await aShopperSession();
    const started = await Promise.all(
      Array.from({ length: 10 }, () => startShopperSession(requestFrom(setCookie), { shopperId })),
    );
    expect(new Set(started.map((one) => one.sessionId)).size).toBe(10);
    expect(await readSession(cookie)).toEqual({ kind: "nobody" });
    expect(await listSessions({ shopperId })).toHaveLength(10);
    await endAllSessions({ shopperId });
    expect(await listSessions({ shopperId })).toHaveLength(0);
    expect(await readSession(cookieOf(started[3]?.setCookie ?? ""))).toEqual({ kind: "nobody" });
  });
});

describe("[SEC-05] time", () => {
  it("staff are out after 15 idle minutes, and not while they work", async () => {
    const { cookie, sessionId } = await signedInStaff();
    for (let round = 0; round < 3; round += 1) {
      moveClock(14 * MINUTE);
      expect(await readSession(cookie)).toMatchObject({ kind: "staff" });
    }
    moveClock(14 * MINUTE);
    await noteActivity(sessionId);
    moveClock(14 * MINUTE);
    expect(await sessionStillValid(sessionId)).toBe(true);
    moveClock(1 * MINUTE);
    expect(await sessionStillValid(sessionId)).toBe(false);
    expect(await readSession(cookie)).toEqual({ kind: "nobody" });
  });

  it("asking whether a session is valid does not keep it alive", async () => {
    const { sessionId } = await signedInStaff();
    moveClock(10 * MINUTE);
    expect(await sessionStillValid(sessionId)).toBe(true);
    moveClock(6 * MINUTE);
    expect(await sessionStillValid(sessionId)).toBe(false);
  });

  it("staff are out after 12 hours however busy", async () => {
    const { cookie } = await signedInStaff();
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      moveClock(10 * MINUTE);
      expect(await readSession(cookie)).toMatchObject({ kind: "staff" });
    }
    moveClock(10 * MINUTE);
    expect(await readSession(cookie)).toEqual({ kind: "nobody" });
  });

  it("a shopper finds the deal for 30 days on the same device, and no longer", async () => {
    const { cookie } = await aShopperSession();
    moveClock(29 * 24 * HOUR);
    expect(await readSession(cookie)).toMatchObject({ kind: "shopper" });
    moveClock(25 * HOUR);
    expect(await readSession(cookie)).toEqual({ kind: "nobody" });
  });

  it("in the demo staff may read for hours", async () => {
    const staff = await aStaffMember({ rooftopId: await aRooftop({ demo: true }), passwordHash: null });
    const { setCookie } = await startDemoStaffSession(requestFrom(), staff.id);
    moveClock(11 * HOUR);
    expect(await readSession(cookieOf(setCookie))).toMatchObject({ kind: "staff" });
  });
});

describe("[SEC-04] who counts as staff", () => {
  it("nobody before the second factor", async () => {
    env.DEMO = false;
    const staff = await aStaffMember();
    const { setCookie, sessionId } = await startStaffSession(requestFrom(), {
      staffId: staff.id,
      secondFactorAt: null,
    });
    expect(await readSession(cookieOf(setCookie))).toEqual({ kind: "nobody" });
    expect(await sessionStillValid(sessionId)).toBe(false);
  });

  it("nobody once the account is disabled, also for the periodic check", async () => {
    const { staff, cookie, sessionId } = await signedInStaff();
    await db.prisma.staffMember.update({ where: { id: staff.id }, data: { active: false } });
    expect(await readSession(cookie)).toEqual({ kind: "nobody" });
    expect(await sessionStillValid(sessionId)).toBe(false);
  });

  it("[SEC-12] no demo person outside demo mode, also with a session from before", async () => {
    const staff = await aStaffMember({ rooftopId: await aRooftop({ demo: true }), passwordHash: null });
    const { setCookie } = await startDemoStaffSession(requestFrom(), staff.id);
    expect(await readSession(cookieOf(setCookie))).toMatchObject({ kind: "staff" });
    env.DEMO = false;
    expect(await readSession(cookieOf(setCookie))).toEqual({ kind: "nobody" });
  });
});

import * as crypto from "node:crypto";
import { generate } from "otplib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { hashPassword, verifyPassword } from "#app/accounts/password-hash.server";
import { askSecondFactor, giveSecondFactor } from "#app/accounts/second-factor.server";
import { readSession } from "#app/accounts/session.server";
import { setStaffPassword, signInStaff } from "#app/accounts/staff-sign-in.server";
import { now } from "#app/platform/clock.server";
import { env } from "#app/platform/env.server";
import { testDatabase } from "#tests/support/test-database";
import { MINUTE, aRooftop, aStaffMember, cookieOf, moveClock, requestFrom, resetSettings } from "./people";

const db = await testDatabase();
const PASSWORD = "correct horse battery";
/** Of the lowest cost: what is tested here is what happens around the hash. */
const passwordHash = `16$8$1$AAAA$${crypto.scryptSync(PASSWORD, Buffer.alloc(3), 32, { N: 16, r: 8, p: 1 }).toString("base64url")}`;
let turns = 0;

vi.mock("node:crypto", async (original) => {
  const real = await original<typeof crypto>();
  return { ...real, scrypt: vi.fn<typeof crypto.scrypt>(real.scrypt) };
});

afterEach(resetSettings);

const signIn = (email: unknown, password: unknown = PASSWORD, address = `door-${(turns += 1)}`) =>
  signInStaff(requestFrom(), { email, password, address });

async function halfSignedIn() {
  env.DEMO = false;
  const staff = await aStaffMember({ passwordHash });
  const answer = await signIn(staff.email);
  if (!answer.ok) throw new Error("the password was not accepted");
  return { staff, setCookie: answer.setCookie };
}

async function enrolling(setCookie: string): Promise<string> {
  const question = await askSecondFactor(requestFrom(setCookie));
  if (question.step !== "enrol") throw new Error(`asked for ${question.step}`);
  return question.secret;
}

const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(now().getTime() / 1_000) });

describe("[WEB-05] the password", () => {
  it("is kept as scrypt with its costs and its own salt", async () => {
    const again = await hashPassword(PASSWORD);
    expect(again).toMatch(/^131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(again).not.toBe(passwordHash);
    expect(await verifyPassword(PASSWORD, again)).toBe(true);
    expect(await verifyPassword(`${PASSWORD} `, again)).toBe(false);
  });

  it("unknown, disabled, demo and wrong get the same answer", async () => {
    const rooftopId = await aRooftop({ demo: true });
    const known = await aStaffMember({ passwordHash });
    const disabled = await aStaffMember({ passwordHash, active: false });
    const demo = await aStaffMember({ rooftopId, passwordHash: null });
    const answers = [
      await signIn(known.email, "wrong password!"),
      await signIn(disabled.email),
      await signIn(demo.email),
      await signIn(demo.email, ""),
      await signIn("nobody@lakeside.example"),
      await signIn({ $ne: null }),
      await signIn(known.email, "x".repeat(5_000)),
    ];
    for (const answer of answers) expect(answer).toEqual({ ok: false, reason: "wrong" });
  });

  it("costs one full hash also for an account that does not exist, so that the time says nothing", async () => {
    const known = await aStaffMember({ passwordHash: await hashPassword(PASSWORD) });
    const workFor = async (email: string) => {
      vi.mocked(crypto.scrypt).mockClear();
      await signIn(email, "wrong password!");
      return vi
        .mocked(crypto.scrypt)
        .mock.calls.map(([, salt, length, costs]) => [(salt as Buffer).length, length, costs]);
    };
    const work = await workFor(known.email);
    expect(work).toEqual([[16, 32, { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }]]);
    expect(await workFor("no-such-person@lakeside.example")).toEqual(work);
  });

  it("hashes two at a time at most", async () => {
    let [running, most] = [0, 0];
    const real = vi.mocked(crypto.scrypt).getMockImplementation() as unknown as (...args: unknown[]) => void;
    vi.mocked(crypto.scrypt).mockImplementation(((...args: unknown[]) => {
      running += 1;
      most = Math.max(most, running);
      const done = args.pop() as (...result: unknown[]) => void;
      real(...args, (...result: unknown[]) => {
        running -= 1;
        done(...result);
      });
    }) as never);
    await Promise.all(Array.from({ length: 12 }, () => verifyPassword(PASSWORD, passwordHash)));
    vi.mocked(crypto.scrypt).mockImplementation(real as never);
    expect(most).toBe(2);
  });

  it("guessing one account is limited, existing or not, from any address", async () => {
    const known = await aStaffMember({ passwordHash });
    for (const email of [known.email, "never-was@lakeside.example"]) {
      const answers = [];
      for (let turn = 0; turn < 6; turn += 1) answers.push(await signIn(email.toUpperCase(), "guess"));
      expect(answers.slice(0, 5).every((answer) => !answer.ok && answer.reason === "wrong")).toBe(true);
      expect(answers[5]).toMatchObject({ ok: false, reason: "slowDown" });
    }
  });

  it("opens no more than the second question", async () => {
    const { setCookie } = await halfSignedIn();
    expect(await readSession(cookieOf(setCookie))).toEqual({ kind: "nobody" });
  });

  it("a new one ends what was signed in", async () => {
    const { staff, setCookie } = await halfSignedIn();
    const code = await codeOf(await enrolling(setCookie));
    const answer = await giveSecondFactor(requestFrom(setCookie), code);
    const cookie = cookieOf(answer.ok ? answer.setCookie : "");
    expect(await readSession(cookie)).toMatchObject({ kind: "staff", staffId: staff.id });
    await setStaffPassword(staff.id, "another long password");
    expect(await readSession(cookie)).toEqual({ kind: "nobody" });
  });
});

describe("[SEC-04] the second factor", () => {
  it("is enrolled at the first sign-in, then asked for, under a new session id each time", async () => {
    const { staff, setCookie } = await halfSignedIn();
    const secret = await enrolling(setCookie);
    const first = await giveSecondFactor(requestFrom(setCookie), await codeOf(secret));
    expect(first).toMatchObject({ ok: true });
    expect(cookieOf(first.ok ? first.setCookie : "")).not.toBe(cookieOf(setCookie));
    expect(await askSecondFactor(requestFrom(setCookie))).toEqual({ step: "passwordFirst" });
    moveClock(MINUTE);
    const again = await signIn(staff.email);
    const half = again.ok ? again.setCookie : "";
    expect(await askSecondFactor(requestFrom(half))).toEqual({ step: "code", passkey: false });
    const second = await giveSecondFactor(requestFrom(half), await codeOf(secret));
    expect(await readSession(cookieOf(second.ok ? second.setCookie : ""))).toMatchObject({ staffId: staff.id });
  });

  it("keeps the secret encrypted and tied to its row", async () => {
    const { staff, setCookie } = await halfSignedIn();
    const secret = await enrolling(setCookie);
    const row = await db.prisma.staffMember.findUniqueOrThrow({ where: { id: staff.id } });
    expect(row.totpSecret).toMatch(/^v1\./);
    expect(row.totpSecret).not.toContain(secret);
    const other = await aStaffMember({ passwordHash });
    await db.prisma.staffMember.update({ where: { id: other.id }, data: { totpSecret: row.totpSecret } });
    const answer = await signIn(other.email);
    await expect(askSecondFactor(requestFrom(answer.ok ? answer.setCookie : ""))).rejects.toThrow();
  });

  it("refuses a code a second time within its window, also when both come at once", async () => {
    const { staff, setCookie } = await halfSignedIn();
    const secret = await enrolling(setCookie);
    await giveSecondFactor(requestFrom(setCookie), await codeOf(secret));
    moveClock(MINUTE);
    const halves = [await signIn(staff.email), await signIn(staff.email)];
    const code = await codeOf(secret);
    const answers = await Promise.all(
      halves.map((half) => giveSecondFactor(requestFrom(half.ok ? half.setCookie : ""), code)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const late = await signIn(staff.email);
    expect(await giveSecondFactor(requestFrom(late.ok ? late.setCookie : ""), code)).toEqual({
      ok: false,
      reason: "wrongCode",
    });
  });

  it("a secret that was only looked at in another session is worth nothing", async () => {
    const { staff, setCookie } = await halfSignedIn();
    const seen = await enrolling(setCookie);
    expect(await enrolling(setCookie)).toBe(seen);
    const other = await signIn(staff.email);
    const otherCookie = other.ok ? other.setCookie : "";
    expect(await enrolling(otherCookie)).not.toBe(seen);
    expect(await giveSecondFactor(requestFrom(otherCookie), await codeOf(seen))).toMatchObject({ ok: false });
  });

  it("guessing is limited and nothing works without the password first", async () => {
    const { setCookie } = await halfSignedIn();
    await enrolling(setCookie);
    for (const code of ["000000", "", "abcdef", "12345", "1234567"]) {
      expect(await giveSecondFactor(requestFrom(setCookie), code)).toEqual({ ok: false, reason: "wrongCode" });
    }
    expect(await giveSecondFactor(requestFrom(setCookie), "111111")).toMatchObject({ reason: "slowDown" });
    expect(await giveSecondFactor(requestFrom(), "000000")).toEqual({ ok: false, reason: "passwordFirst" });
  });

  it("the time between password and code is limited", async () => {
    const { setCookie } = await halfSignedIn();
    moveClock(10 * MINUTE);
    expect(await askSecondFactor(requestFrom(setCookie))).toEqual({ step: "passwordFirst" });
  });
});

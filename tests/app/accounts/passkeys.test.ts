import { afterEach, describe, expect, it } from "vitest";
import { generate } from "otplib";
import {
  beginEnrol,
  beginProof,
  beginSignIn,
  finishEnrol,
  finishProof,
  finishSignIn,
  listPasskeys,
  MOST_PASSKEYS,
  removePasskey,
} from "#app/accounts/passkeys.server";
import { hasFreshFactor } from "#app/accounts/fresh-factor.server";
import { askSecondFactor } from "#app/accounts/second-factor.server";
import { browserSession, readSession, startStaffSession } from "#app/accounts/session.server";
import { replaceTotp, readTotp } from "#app/accounts/totp-record.server";
import { now } from "#app/platform/clock.server";
import { env } from "#app/platform/env.server";
import { action as ceremony } from "#app/routes/staff.passkey-ceremony";
import { testDatabase } from "#tests/support/test-database";
import { softPasskey } from "#tests/support/soft-passkey";
import { aStaffMember, cookieOf, MINUTE, moveClock, requestFrom, resetSettings } from "./people";

const database = await testDatabase();
afterEach(resetSettings);

/** Signed in with both factors, outside the demo. */
async function signedIn(staff?: Awaited<ReturnType<typeof aStaffMember>>) {
  env.DEMO = false;
  const { id: staffId } = staff ?? (await aStaffMember());
  const { setCookie } = await startStaffSession(requestFrom(), { staffId, secondFactorAt: now() });
  const person = await readSession(cookieOf(setCookie));
  if (person.kind !== "staff") throw new Error("not signed in");
  return { person, setCookie };
}

/** The password was right, and nothing else yet. */
async function halfSignedIn(staffId: string) {
  const { setCookie } = await startStaffSession(requestFrom(), { staffId, secondFactorAt: null });
  return setCookie;
}

async function enrolled() {
  const { person } = await signedIn();
  const key = softPasskey(env.PUBLIC_URL);
  const begun = await beginEnrol(person, "");
  if (!begun.ok) throw new Error(begun.reason);
  expect(await finishEnrol(person, key.create(begun.options.challenge), "Phone")).toEqual({ ok: true });
  return { person, key };
}

const challengeFor = async (cookie: string) => (await beginSignIn(requestFrom(cookie)))?.challenge ?? "";

describe("[SEC-04] a passkey as second factor of staff", () => {
  it("is enrolled, listed, signs in, and is removed", async () => {
    const { person, key } = await enrolled();
    expect(await listPasskeys(person.staffId)).toMatchObject([{ id: key.id, name: "Phone", lastUsedAt: null }]);
    const half = await halfSignedIn(person.staffId);
    expect(await readSession(cookieOf(half))).toEqual({ kind: "nobody" });
    const done = await finishSignIn(requestFrom(half), key.get(await challengeFor(half), 1));
    expect(await readSession(cookieOf(done!.setCookie))).toMatchObject({ kind: "staff", staffId: person.staffId });
    // A new right means a new session: the half one is dead.
    expect(await browserSession(cookieOf(half))).toBeNull();
    expect((await listPasskeys(person.staffId))[0]?.lastUsedAt).not.toBeNull();
    expect(await removePasskey(person, key.id)).toBe(true);
    const later = await halfSignedIn(person.staffId);
    expect(await beginSignIn(requestFrom(later))).toBeNull();
    const acts = await database.prisma.auditEntry.findMany({
      where: { actorId: person.staffId },
      orderBy: { seq: "asc" },
    });
    expect(acts.map(({ act }) => act)).toEqual(["passkey.added", "passkey.removed"]);
  });

  it("answers what this browser was asked, once, for what it was asked, and within minutes", async () => {
    const { person, key } = await enrolled();
    const half = await halfSignedIn(person.staffId);
    const challenge = await challengeFor(half);
    const other = await halfSignedIn(person.staffId);
    expect(await finishSignIn(requestFrom(other), key.get(challenge, 1))).toBeNull();
    expect(await finishProof(person, key.get(challenge, 1))).toBe(false);
    expect(await finishSignIn(requestFrom(half), key.get("another", 1))).toBeNull();
    // That wrong answer used the question up.
    expect(await finishSignIn(requestFrom(half), key.get(challenge, 1))).toBeNull();
    const late = await challengeFor(half);
    moveClock(6 * MINUTE);
    expect(await finishSignIn(requestFrom(half), key.get(late, 1))).toBeNull();
  });

  it("of two answers at once one signs in", async () => {
    const { person, key } = await enrolled();
    const half = await halfSignedIn(person.staffId);
    const answer = key.get(await challengeFor(half), 1);
    const both = await Promise.all([1, 2].map(() => finishSignIn(requestFrom(half), answer)));
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  it("is refused when its count goes back: it was copied", async () => {
    const { person, key } = await enrolled();
    const use = async (count: number) => {
      const half = await halfSignedIn(person.staffId);
      return (await finishSignIn(requestFrom(half), key.get(await challengeFor(half), count))) !== null;
    };
    expect([await use(5), await use(5), await use(4), await use(6)]).toEqual([true, false, false, true]);
  });

  it("is good at the store's own address, verified by its owner, and nobody else's", async () => {
    const { person, key } = await enrolled();
    const half = await halfSignedIn(person.staffId);
    const userPresentOnly = 0b1;
    expect(await finishSignIn(requestFrom(half), key.get(await challengeFor(half), 1, userPresentOnly))).toBeNull();
    const elsewhere = softPasskey("https://deals.elsewhere.example");
    expect(
      await finishSignIn(requestFrom(half), { ...elsewhere.get(await challengeFor(half), 1), id: key.id }),
    ).toBeNull();
    const { person: thief } = await signedIn();
    const theirs = await halfSignedIn(thief.staffId);
    expect(await beginSignIn(requestFrom(theirs))).toBeNull();
    expect(await finishSignIn(requestFrom(theirs), key.get("", 1))).toBeNull();
    const begun = await beginEnrol(thief, "");
    if (!begun.ok) throw new Error(begun.reason);
    // A key that is somebody's is not enrolled a second time, and one made for another address not at all.
    expect((await finishEnrol(thief, key.create(begun.options.challenge), "Mine")).ok).toBe(false);
    expect(await removePasskey(thief, key.id)).toBe(false);
    const again = await beginEnrol(thief, "");
    if (!again.ok) throw new Error(again.reason);
    expect((await finishEnrol(thief, elsewhere.create(again.options.challenge), "Mine")).ok).toBe(false);
  });

  it("is added by who proved themselves lately, by code where that is long ago; ten are the most", async () => {
    const { person } = await enrolled();
    moveClock(10 * MINUTE);
    expect((await beginEnrol(person, "")).ok).toBe(true);
    moveClock(6 * MINUTE);
    expect(await beginEnrol(person, "")).toEqual({ ok: false, reason: "secondFactor" });
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    await replaceTotp((await readTotp(person.staffId))!, { version: 1, secret, lastTimeStep: null, pendingFor: null });
    const code = await generate({ secret, epoch: Math.floor(now().getTime() / 1_000) });
    expect((await beginEnrol(person, code)).ok).toBe(true);
    const more = Array.from({ length: MOST_PASSKEYS }, (_, n) => ({
      id: `${person.staffId}-${n}`,
      staffId: person.staffId,
      name: "n",
      publicKey: "AA",
      counter: 0,
      transports: [],
      createdAt: now(),
    }));
    await database.prisma.staffPasskey.createMany({ data: more });
    expect(await beginEnrol(person, "")).toEqual({ ok: false, reason: "tooMany" });
  });

  it("[SEC-03] proves again what needs a fresh factor", async () => {
    const { person, key } = await enrolled();
    moveClock(16 * MINUTE);
    expect(await hasFreshFactor(person, "")).toBe(false);
    const options = (await beginProof(person))!;
    expect(await finishProof(person, key.get(options.challenge, 1))).toBe(true);
    expect(await hasFreshFactor(person, "")).toBe(true);
  });

  it("stands beside the code on the second page, and over the wire", async () => {
    const { person, key } = await enrolled();
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    await replaceTotp((await readTotp(person.staffId))!, { version: 1, secret, lastTimeStep: null, pendingFor: null });
    const half = await halfSignedIn(person.staffId);
    expect(await askSecondFactor(requestFrom(half))).toEqual({ step: "code", passkey: true });
    const send = async (body: object) => {
      const headers = { Cookie: cookieOf(half), "Content-Type": "application/json", "User-Agent": "test" };
      const address = "http://localhost:3000/staff/passkey-ceremony";
      const request = new Request(address, { method: "POST", headers, body: JSON.stringify(body) });
      return ceremony({ request, params: {}, context: {} as never });
    };
    const asked = (await (await send({ step: "signInOptions" })).json()) as { get: { challenge: string } };
    const answer = await send({
      step: "signIn",
      redirectTo: "https://elsewhere.example/",
      response: key.get(asked.get.challenge, 1),
    });
    expect(await answer.json()).toEqual({ ok: true, to: "/desk" });
    expect(await readSession(cookieOf(answer.headers.get("Set-Cookie")!))).toMatchObject({ staffId: person.staffId });
    await expect(send({ step: "steal" })).rejects.toMatchObject({ status: 400 });
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { dealActor, grantDealAccess } from "#app/accounts/deal-actor.server";
import { followResumeLink, readResumeLink } from "#app/accounts/follow-resume-link.server";
import { createCarryOnLink, createResumeLink } from "#app/accounts/resume-link.server";
import {
  readSession,
  startAskingSession,
  startDemoStaffSession,
  startShopperSession,
} from "#app/accounts/session.server";
import { rememberShopperEmail } from "#app/accounts/shopper.server";
import { testDatabase } from "#tests/support/test-database";
import {
  MINUTE,
  aDeal,
  aRooftop,
  aShopper,
  aStaffMember,
  cookieOf,
  moveClock,
  requestFrom,
  resetSettings,
} from "./people";

const db = await testDatabase();

afterEach(resetSettings);

let addresses = 0;
/** Each call from its own address, so that only the tests about limits meet them. */
const follow = (request: Request, url: string, code = "") =>
  followResumeLink(request, { token: tokenOf(url), code, address: `test-${(addresses += 1)}` });

const tokenOf = (url: string): string => url.split("/").at(-1) ?? "";
const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function theosDeal() {
  const email = `theo-${(addresses += 1)}@example.com`;
  const [dealId, shopperId] = [await aDeal(), await aShopper()];
  await grantDealAccess(shopperId, dealId);
  await rememberShopperEmail(shopperId, email);
  const asking = await startAskingSession(requestFrom());
  const link = await createResumeLink({ dealId, email, askedBySessionId: asking.sessionId });
  return { email, dealId, shopperId, askingCookie: asking.setCookie, ...link };
}

describe("[WEB-04] a resume link", () => {
  it("opens the deal in the browser that asked, as the same shopper, with one press", async () => {
    const { url, dealId, shopperId, askingCookie } = await theosDeal();
    expect(await readResumeLink(requestFrom(askingCookie), tokenOf(url))).toEqual({ state: "ready", needsCode: false });
    const answer = await follow(requestFrom(askingCookie), url);
    expect(answer).toMatchObject({ ok: true, dealId });
    const person = await readSession(cookieOf(answer.ok ? answer.setCookie : ""));
    expect(person).toMatchObject({ kind: "shopper", shopperId });
    expect(await dealActor(person, dealId)).toMatchObject({ kind: "customer" });
  });

  it("is written to PUBLIC_URL, has 256 bits and leaves only hashes behind", async () => {
    const { url, code, email } = await theosDeal();
    expect(url).toMatch(/^http:\/\/localhost:3000\/resume\/[\w-]{43}$/);
    expect(code).toMatch(/^\d{6}$/);
    const { rows } = await db.query(`select * from "ResumeLink"`);
    const stored = JSON.stringify(rows);
    for (const secret of [tokenOf(url), `"${code}"`, email]) expect(stored).not.toContain(secret);
  });

  it("works once", async () => {
    const { url, askingCookie, code } = await theosDeal();
    expect(await follow(requestFrom(askingCookie), url)).toMatchObject({ ok: true });
    expect(await follow(requestFrom(askingCookie), url, code)).toEqual({ ok: false, reason: "dead" });
    expect(await readResumeLink(requestFrom(askingCookie), tokenOf(url))).toEqual({ state: "dead" });
  });

  it("used twenty times at once opens one session", async () => {
    const { url, code } = await theosDeal();
    const { askingCookie, url: second } = await theosDeal();
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => follow(requestFrom(askingCookie), second)),
      follow(requestFrom(), url, code),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
  });

  it("is dead after 15 minutes", async () => {
    const { url, askingCookie } = await theosDeal();
    moveClock(15 * MINUTE - 2_000);
    expect(await readResumeLink(requestFrom(askingCookie), tokenOf(url))).toMatchObject({ state: "ready" });
    moveClock(2_000);
    expect(await readResumeLink(requestFrom(askingCookie), tokenOf(url))).toEqual({ state: "dead" });
    expect(await follow(requestFrom(askingCookie), url)).toEqual({ ok: false, reason: "dead" });
  });

  it("on another device needs the code", async () => {
    const { url, code, dealId, shopperId } = await theosDeal();
    expect(await readResumeLink(requestFrom(), tokenOf(url))).toEqual({ state: "ready", needsCode: true });
    expect(await follow(requestFrom(), url)).toEqual({ ok: false, reason: "wrongCode" });
    expect(await follow(requestFrom(), url, otherThan(code))).toEqual({ ok: false, reason: "wrongCode" });
    const answer = await follow(requestFrom(), url, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect(answer).toMatchObject({ ok: true, dealId });
    expect(await readSession(cookieOf(answer.ok ? answer.setCookie : ""))).toMatchObject({ shopperId });
  });

  it("fetched ahead by a mail scanner a hundred times is still good", async () => {
    const { url, askingCookie } = await theosDeal();
    const before = await db.prisma.resumeLink.findMany();
    for (let visit = 0; visit < 100; visit += 1) await readResumeLink(requestFrom(), tokenOf(url));
    expect(await db.prisma.resumeLink.findMany()).toEqual(before);
    expect(await follow(requestFrom(askingCookie), url)).toMatchObject({ ok: true });
  });

  it("dies of five wrong codes, also when they come at once", async () => {
    const { url, code } = await theosDeal();
    const wrong = await Promise.all(Array.from({ length: 8 }, () => follow(requestFrom(), url, otherThan(code))));
    expect(wrong.every((answer) => !answer.ok)).toBe(true);
    expect(await follow(requestFrom(), url, code)).toEqual({ ok: false, reason: "dead" });
    expect(await readResumeLink(requestFrom(), tokenOf(url))).toEqual({ state: "dead" });
  });

  it("an empty or malformed code is no try", async () => {
    const { url, code } = await theosDeal();
    for (const text of ["", "12345", "abcdef", "1234567", "'; --", code.slice(0, 5)]) {
      expect(await follow(requestFrom(), url, text)).toEqual({ ok: false, reason: "wrongCode" });
    }
    expect(await follow(requestFrom(), url, code)).toMatchObject({ ok: true });
  });

  it.each(["", "a", "A".repeat(43), "../../etc", "%00", "A".repeat(5_000)])(
    "a guessed token %j is dead",
    async (token) => {
      expect(await readResumeLink(requestFrom(), token)).toEqual({ state: "dead" });
      expect(await follow(requestFrom(), `/resume/${token}`, "000000")).toEqual({ ok: false, reason: "dead" });
    },
  );

  it("guessing is limited per address", async () => {
    const { url } = await theosDeal();
    const guess = () =>
      followResumeLink(requestFrom(), { token: tokenOf(url), code: "", address: "one-stubborn-address" });
    for (let turn = 0; turn < 30; turn += 1) await guess();
    expect(await guess()).toMatchObject({ ok: false, reason: "slowDown" });
  });

  it("a newer one kills the older ones of its deal and mailbox, and no others", async () => {
    const first = await theosDeal();
    const untouched = await theosDeal();
    const { dealId, email } = first;
    const [second, third] = await Promise.all([
      createResumeLink({ dealId, email: email.toUpperCase(), askedBySessionId: null }),
      createResumeLink({ dealId, email, askedBySessionId: null }),
    ]);
    const alive = await Promise.all(
      [first, second, third].map((link) => readResumeLink(requestFrom(), tokenOf(link.url))),
    );
    expect(alive.filter((one) => one.state === "ready")).toHaveLength(1);
    expect(alive[0]).toEqual({ state: "dead" });
    expect(await follow(requestFrom(first.askingCookie), first.url, first.code)).toEqual({ ok: false, reason: "dead" });
    expect(await readResumeLink(requestFrom(), tokenOf(untouched.url))).toMatchObject({ state: "ready" });
  });

  it("gives a browser that already shops the deal, keeps its shopper and renews its id", async () => {
    const { url, code, dealId } = await theosDeal();
    const [shopperId, earlier] = [await aShopper(), await aDeal()];
    await grantDealAccess(shopperId, earlier);
    const before = await startShopperSession(requestFrom(), { shopperId });
    const answer = await follow(requestFrom(before.setCookie), url, code);
    const person = await readSession(cookieOf(answer.ok ? answer.setCookie : ""));
    expect(person).toMatchObject({ kind: "shopper", shopperId });
    for (const id of [earlier, dealId]) expect(await dealActor(person, id)).not.toBeNull();
    expect(await readSession(cookieOf(before.setCookie))).toEqual({ kind: "nobody" });
  });
});

describe("the carry-on link on the card", () => {
  it("opens the same deal as the same shopper on the device that scanned it, with the code beside it", async () => {
    const [dealId, shopperId] = [await aDeal(), await aShopper()];
    await grantDealAccess(shopperId, dealId);
    const { sessionId } = await startShopperSession(requestFrom(), { shopperId });
    const { url, code } = await createCarryOnLink({ dealId, sessionId });
    expect(await readResumeLink(requestFrom(), tokenOf(url))).toEqual({ state: "ready", needsCode: true });
    const answer = await follow(requestFrom(), url, code);
    expect(await readSession(cookieOf(answer.ok ? answer.setCookie : ""))).toMatchObject({ shopperId });
    expect(await follow(requestFrom(), url, code)).toEqual({ ok: false, reason: "dead" });
  });

  it("does not kill the link in the customer's mailbox", async () => {
    const mailed = await theosDeal();
    await createCarryOnLink({ dealId: mailed.dealId, sessionId: "any" });
    expect(await readResumeLink(requestFrom(), tokenOf(mailed.url))).toMatchObject({ state: "ready" });
  });

  it("[AUTHZ-03] shown by staff makes a new shopper: nobody becomes the customer who is already there", async () => {
    const rooftopId = await aRooftop({ demo: true });
    const staff = await aStaffMember({ rooftopId, passwordHash: null });
    const [dealId, customerId] = [await aDeal({ rooftopId }), await aShopper()];
    await grantDealAccess(customerId, dealId);
    const { sessionId } = await startDemoStaffSession(requestFrom(), staff.id);
    const { url, code } = await createCarryOnLink({ dealId, sessionId });
    const answer = await follow(requestFrom(), url, code);
    const person = await readSession(cookieOf(answer.ok ? answer.setCookie : ""));
    expect(person).toMatchObject({ kind: "shopper" });
    expect(person).not.toMatchObject({ shopperId: customerId });
    expect(await dealActor(person, dealId)).toMatchObject({ kind: "customer" });
  });
});

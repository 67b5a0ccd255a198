import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import { audienceOf } from "#machines/store/actor";
import { dealActor } from "#app/accounts/deal-actor.server";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { SCREEN_IDLE_AT_SERVER_MS } from "#app/accounts/session-limits.server";
import { onSessionEnded, readSession, startDemoStaffSession } from "#app/accounts/session.server";
import { comeBack, readScreen } from "#app/showroom/come-back.server";
import { endScreen, lockScreen, screenOf, unlockScreen } from "#app/showroom/end-screen.server";
import { handOver } from "#app/showroom/hand-over.server";
import { pairScreen } from "#app/showroom/pair-screen.server";
import { MOST_PAIRING_TRIES, PAIRING_CODE_MINUTES, readPairingCode } from "#app/showroom/pairing-code.server";
import { noteScreenTime } from "#app/showroom/screen-time.server";
import { screensOfDeal } from "#app/showroom/screens-of-deal.server";
import { startPairing } from "#app/showroom/start-pairing.server";
import { cookieOf, MINUTE, moveClock, requestFrom, resetSettings } from "#tests/app/accounts/people";
import { journalOf, newDeal, openDealStore, send, staffCalled, stateOf } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));
afterEach(resetSettings);

let addresses = 0;
const pair = (code: string, request = requestFrom(), address = `tablet-${(addresses += 1)}`) =>
  pairScreen(request, { code, address });

async function maya(): Promise<{ person: StaffPerson; cookie: string }> {
  const { kind: _, ...staff } = staffCalled("Maya");
  const { sessionId, setCookie } = await startDemoStaffSession(requestFrom(), staff.staffId);
  return { person: { kind: "staff", ...staff, sessionId }, cookie: setCookie };
}

async function code(dealId: string): Promise<{ code: string; pairingId: string; url: string }> {
  const started = await startPairing((await maya()).person, dealId);
  if (!started.ok) throw new Error(started.reason);
  return started.shown;
}

async function paired() {
  const { dealId } = await newDeal(database);
  const shown = await code(dealId);
  const answer = await pair(shown.code);
  if (!answer.ok) throw new Error(answer.reason);
  const cookie = answer.setCookie;
  return { dealId, ...shown, cookie, person: () => readSession(cookieOf(cookie)) };
}
const screenIn = async (dealId: string, pairingId: string) => (await screenOf(dealId, pairingId))!;
/** Another letter in the same place: found by its place, wrong in its secret. */
const otherSecret = (shown: string) => shown.slice(0, -1) + (shown.endsWith("2") ? "3" : "2");

describe("[G6] a tablet is paired by a code", () => {
  it("once, for one deal, with a customer's eyes, as a shopper of its own", async () => {
    const { dealId, person, code: shown } = await paired();
    const actor = await dealActor(await person(), dealId);
    expect(actor).toMatchObject({ kind: "customer", seat: { kind: "storeScreen" } });
    expect(audienceOf(actor!)).toBe("customer");
    expect(await pair(shown)).toEqual({ ok: false, reason: "wrong" });
    const { dealId: another } = await newDeal(database);
    expect(await dealActor(await person(), another)).toBeNull();
  });

  it("whoever was signed in on that browser is signed out by it", async () => {
    const { dealId } = await newDeal(database);
    const { cookie } = await maya();
    const answer = await pair((await code(dealId)).code, requestFrom(cookie));
    expect(answer.ok).toBe(true);
    expect(await readSession(cookieOf(cookie))).toEqual({ kind: "nobody" });
  });

  it("in whatever case and grouping it is typed, and never from what is no code", () => {
    expect(readPairingCode(" k7m4 8zq2 ")).toEqual({ place: "K7M", secret: "48ZQ2" });
    for (const typed of ["", "K7M48ZQ", "K7M48ZQ22", "K7M48ZQ0", "K7M48ZQI", "K7M48ZQ%"])
      expect(readPairingCode(typed)).toBeNull();
  });

  it("the code is in no database in clear, and behind # in the address, where no server sees it", async () => {
    const { dealId } = await newDeal(database);
    const shown = await code(dealId);
    expect(shown.url).toBe(`http://localhost:3000/pair#${shown.code}`);
    const row = await screenIn(dealId, shown.pairingId);
    expect(JSON.stringify(row)).not.toContain(shown.code.replace("-", "").slice(3));
  });

  it("a code lives a few minutes, and the next one ends it", async () => {
    const { dealId } = await newDeal(database);
    const first = await code(dealId);
    const second = await code(dealId);
    expect(await pair(first.code)).toEqual({ ok: false, reason: "wrong" });
    moveClock(PAIRING_CODE_MINUTES * MINUTE + 1_000);
    expect(await pair(second.code)).toEqual({ ok: false, reason: "wrong" });
  });

  it("of two tablets with the same code at the same moment one is paired", async () => {
    const { dealId } = await newDeal(database);
    const shown = await code(dealId);
    const answers = await Promise.all([pair(shown.code), pair(shown.code), pair(shown.code)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("[G7] nobody guesses a code", () => {
  it("five wrong tries at a code's place end it, also from many addresses at once", async () => {
    const { dealId } = await newDeal(database);
    const shown = await code(dealId);
    const wrong = otherSecret(shown.code);
    const tries = await Promise.all(Array.from({ length: 20 }, () => pair(wrong)));
    expect(tries.every(({ ok }) => !ok)).toBe(true);
    expect((await screenIn(dealId, shown.pairingId)).wrongCodes).toBe(MOST_PAIRING_TRIES);
    expect(await pair(shown.code)).toEqual({ ok: false, reason: "wrong" });
  });

  it("an address that keeps trying is told to wait, and every wrong answer is the same", async () => {
    const answers = [];
    for (let turn = 0; turn < 12; turn++) answers.push(await pair("2222-2222", requestFrom(), "one-guesser"));
    expect(new Set(answers.slice(0, 10).map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: false, reason: "wrong" })]),
    );
    expect(answers.at(-1)).toMatchObject({ ok: false, reason: "slowDown" });
  });
});

describe("[G8] a screen that is left locks itself, and the store takes it back", () => {
  it("locked it opens nothing, keeps its cookie, and opens again by a word from the store", async () => {
    const { dealId, pairingId, person, cookie } = await paired();
    await lockScreen(await screenIn(dealId, pairingId));
    expect(await person()).toEqual({ kind: "nobody" });
    expect(await readScreen(requestFrom(cookie))).toMatchObject({ state: "locked", dealId });
    expect(await screensOfDeal(dealId)).toMatchObject([{ pairingId, state: "locked", by: "Maya" }]);
    await unlockScreen(await screenIn(dealId, pairingId));
    expect(await dealActor(await person(), dealId)).not.toBeNull();
  });

  it("a screen that was switched off before it could lock is locked by the server", async () => {
    const { dealId, person, cookie } = await paired();
    moveClock(SCREEN_IDLE_AT_SERVER_MS + 1_000);
    expect(await screensOfDeal(dealId)).toMatchObject([{ state: "locked" }]);
    expect(await person()).toEqual({ kind: "nobody" });
    expect(await readScreen(requestFrom(cookie))).toMatchObject({ state: "locked" });
  });

  it("taken back, its session ends at once and for good, and the history says from when to when", async () => {
    const { dealId, pairingId, person, cookie } = await paired();
    const { sessionId } = await screenIn(dealId, pairingId);
    const ended: string[] = [];
    const stop = onSessionEnded((news) => ended.push(news.sessionId));
    await endScreen(await screenIn(dealId, pairingId));
    stop();
    expect(ended).toContain(sessionId);
    expect(await person()).toEqual({ kind: "nobody" });
    expect(await readScreen(requestFrom(cookie))).toMatchObject({ state: "none" });
    await unlockScreen(await screenIn(dealId, pairingId));
    expect(await person()).toEqual({ kind: "nobody" });
    expect(contextOf(await stateOf(dealId)).showroom.screens).toMatchObject([
      { pairingId, kind: "tablet", by: { firstName: "Maya" }, closedAt: expect.any(String) },
    ]);
  });

  it("another deal's screen is not there", async () => {
    const { pairingId } = await paired();
    const { dealId } = await newDeal(database);
    expect(await screenOf(dealId, pairingId)).toBeNull();
  });

  it("what is done at it is the buyer's, and the history says where", async () => {
    const { dealId, person } = await paired();
    const actor = (await dealActor(await person(), dealId))!;
    expect(await send(dealId, actor, { type: "finance.termChosen", termMonths: 72 })).toMatchObject({
      status: "applied",
    });
    expect((await journalOf(dealId)).at(-1)?.actor).toMatchObject({ kind: "customer", seat: "storeScreen" });
  });
});

describe("[G9] a screen handed over is the customer's until its owner comes back", () => {
  async function handedOver() {
    const { dealId } = await newDeal(database);
    const { person, cookie: staffCookie } = await maya();
    const { setCookie } = await handOver(requestFrom(staffCookie), person, dealId);
    return { dealId, staffCookie, cookie: setCookie };
  }

  it("the staff session ends, and what takes its place sees what a customer sees", async () => {
    const { dealId, staffCookie, cookie } = await handedOver();
    expect(await readSession(cookieOf(staffCookie))).toEqual({ kind: "nobody" });
    const person = await readSession(cookieOf(cookie));
    expect(person.kind).toBe("shopper");
    expect(audienceOf((await dealActor(person, dealId))!)).toBe("customer");
    expect(await readScreen(requestFrom(cookie))).toMatchObject({ heldBy: { firstName: "Maya" } });
  });

  it("in the demo one press brings staff back; a screen paired by code brings nobody", async () => {
    await database.prisma.rooftop.updateMany({ data: { demo: true } });
    const { dealId, cookie } = await handedOver();
    const answer = await comeBack(requestFrom(cookie), "");
    expect(answer).toMatchObject({ ok: true, dealId });
    expect(await readSession(cookieOf(answer.ok ? answer.setCookie : ""))).toMatchObject({ kind: "staff" });
    expect(await readSession(cookieOf(cookie))).toEqual({ kind: "nobody" });
    const tablet = await paired();
    expect(await comeBack(requestFrom(tablet.cookie), "")).toEqual({ ok: false, reason: "over" });
  });

  it("outside the demo it takes a proof, few tries, and only until the shift would have ended", async () => {
    const { cookie } = await handedOver();
    await database.prisma.rooftop.updateMany({ data: { demo: false } });
    const answers = [];
    for (let turn = 0; turn < 6; turn++) answers.push(await comeBack(requestFrom(cookie), `12345${turn}`));
    expect(answers[0]).toEqual({ ok: false, reason: "wrong" });
    expect(answers.at(-1)).toMatchObject({ ok: false, reason: "slowDown" });
    moveClock(13 * 60 * MINUTE);
    expect(await comeBack(requestFrom(cookie), "")).toEqual({ ok: false, reason: "over" });
    await database.prisma.rooftop.updateMany({ data: { demo: true } });
  });
});

describe("[S4] time at a screen", () => {
  it("is believed up to the time that passed, and is in the deal when the screen is taken back", async () => {
    const { dealId, pairingId } = await paired();
    await noteScreenTime(pairingId, dealId, { finance: 100, trade: 100 });
    moveClock(30_000);
    await noteScreenTime(pairingId, dealId, { finance: 120 });
    await endScreen(await screenIn(dealId, pairingId));
    const { seconds } = contextOf(await stateOf(dealId)).showroom;
    expect(seconds.finance + seconds.trade).toBeGreaterThanOrEqual(60 + 30);
    expect(seconds.finance + seconds.trade).toBeLessThanOrEqual(65 + 35 + 1);
  });
});

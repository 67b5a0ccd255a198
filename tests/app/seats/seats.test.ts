import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { SeatScope } from "#machines/deal/seat";
import { audienceOf, type SeatKind } from "#machines/store/actor";
import { dealActor, grantDealAccess } from "#app/accounts/deal-actor.server";
import { followResumeLink } from "#app/accounts/follow-resume-link.server";
import { createCarryOnLink } from "#app/accounts/resume-link.server";
import { readSession, startDemoStaffSession, startShopperSession } from "#app/accounts/session.server";
import { loader as buyersOrder } from "#app/routes/deals.$dealId.buyers-order[.]pdf";
import { closeSeat, watchEndedSeats } from "#app/seats/close-seat.server";
import { makeSeatLink } from "#app/seats/seat-invitation.server";
import { readInvitation, takeSeat } from "#app/seats/take-seat.server";
import { cookieOf, MINUTE, moveClock, requestFrom, resetSettings } from "#tests/app/accounts/people";
import {
  contextNow,
  journalOf,
  newDeal,
  openDealStore,
  refusalCode,
  send,
  staffCalled,
  stateOf,
  tell,
} from "#tests/support/deal-store";
import { startLiveServer } from "#tests/support/live-server";
import { heardOf, snapshotIn } from "#tests/support/live-line";
import { testDatabase } from "#tests/support/test-database";
import { until } from "#tests/support/until";

const database = await testDatabase();
beforeAll(() => openDealStore(database));
afterEach(resetSettings);
const nobody = { kind: "nobody" } as const;
const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
let addresses = 0;

async function invitedTo(kind: SeatKind = "guest", scope: SeatScope = "view") {
  const deal = await newDeal(database);
  await tell(deal.dealId, deal.customer, {
    type: "seat.inviteRequested",
    kind,
    relation: "interpreter",
    scope,
    name: "Nadia",
  });
  const { seatId } = (await contextNow(deal.dealId)).seats.list[0]!;
  return { ...deal, seatId, link: await makeSeatLink(deal.dealId, seatId) };
}

const take = (url: string, code: string, request = requestFrom()) =>
  takeSeat(request, nobody, { token: tokenOf(url), code, address: `guest-${(addresses += 1)}` });

async function seated(kind: SeatKind = "guest", scope: SeatScope = "view") {
  const invited = await invitedTo(kind, scope);
  const answer = await take(invited.link.url, invited.link.code);
  if (!answer.ok || !answer.setCookie) throw new Error(JSON.stringify(answer));
  const cookie = cookieOf(answer.setCookie);
  const actor = (await dealActor(await readSession(cookie), invited.dealId))!;
  return { ...invited, cookie, actor };
}

describe("[G1] a seat is taken by its link and the code beside it", () => {
  it("opens the deal with the eyes of the seat, under the name it was given", async () => {
    const { dealId, actor } = await seated("guest");
    expect(actor).toMatchObject({ kind: "customer", firstName: "Nadia", seat: { kind: "guest" } });
    expect(audienceOf(actor)).toBe("guest");
    expect((await journalOf(dealId)).at(-1)).toMatchObject({
      event: { type: "seat.taken" },
      actor: { firstName: "Nadia", seat: "guest", role: "customer" },
    });
  });

  it("once: the link is dead after it, and after a newer one", async () => {
    const { link, dealId, seatId } = await invitedTo();
    const newer = await makeSeatLink(dealId, seatId);
    expect(await take(link.url, link.code)).toEqual({ ok: false, reason: "dead" });
    expect(await take(newer.url, newer.code)).toMatchObject({ ok: true });
    expect(await take(newer.url, newer.code)).toEqual({ ok: false, reason: "dead" });
  });

  it("five wrong codes kill it; two days end it; a member of staff cannot sit there", async () => {
    const { link } = await invitedTo();
    const wrong = link.code === "000000" ? "000001" : "000000";
    for (let turn = 0; turn < 5; turn++) expect((await take(link.url, wrong)).ok).toBe(false);
    expect(await take(link.url, link.code)).toEqual({ ok: false, reason: "dead" });

    const late = await invitedTo();
    const { setCookie } = await startDemoStaffSession(requestFrom(), staffCalled("Maya").staffId);
    const staff = await readSession(cookieOf(setCookie));
    expect(await readInvitation(staff, tokenOf(late.link.url))).toEqual({ state: "staff" });
    moveClock(49 * 60 * MINUTE);
    expect(await take(late.link.url, late.link.code)).toEqual({ ok: false, reason: "dead" });
  });

  it("a buyer who opens the link they made stays the buyer", async () => {
    const { link, shopperId, dealId } = await invitedTo();
    const { setCookie } = await startShopperSession(requestFrom(), { shopperId });
    const person = await readSession(cookieOf(setCookie));
    expect(await readInvitation(person, tokenOf(link.url))).toEqual({ state: "yours", dealId });
    expect(await dealActor(person, dealId)).toEqual({ kind: "customer", shopperId, firstName: null });
  });

  it("says what its scope says, and nothing that binds, whatever scope it has", async () => {
    const viewer = await seated("guest", "view");
    const term = { type: "finance.termChosen", termMonths: 72 } as const;
    expect(refusalCode(await send(viewer.dealId, viewer.actor, term))).toBe("notAllowed");
    const worker = await seated("guest", "edit");
    expect(await send(worker.dealId, worker.actor, term)).toMatchObject({ status: "applied" });
    for (const edit of [{ type: "finance.termsAgreed" }, { type: "deal.lost", reason: "no" }] as const)
      expect(refusalCode(await send(worker.dealId, worker.actor, edit))).toBe("notAllowed");
  });
});

describe("[G3] the paper of the contract", () => {
  const fetched = (dealId: string, cookie: string) =>
    buyersOrder({
      request: new Request(`http://localhost:3000/deals/${dealId}/buyers-order.pdf`, { headers: { Cookie: cookie } }),
      params: { dealId },
      context: { nonce: "", requestId: "", clientAddress: "" },
    }).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof Response ? error.status : Promise.reject(error)),
    );

  it("is the buyer's and the store's: whoever sits beside them gets the one 404, whatever their right", async () => {
    for (const [kind, scope] of [
      ["guest", "view"],
      ["guest", "edit"],
      ["coBuyer", "edit"],
    ] as const) {
      const { dealId, cookie, shopperId } = await seated(kind, scope);
      expect(await fetched(dealId, cookie)).toBe(404);
      const buyer = await startShopperSession(requestFrom(), { shopperId });
      await grantDealAccess(shopperId, dealId);
      // A draft is drawn for the buyer at any time.
      expect([kind, await fetched(dealId, cookieOf(buyer.setCookie))]).toEqual([kind, 200]);
      const { setCookie } = await startDemoStaffSession(requestFrom(), staffCalled("Theron").staffId);
      expect(await fetched(dealId, cookieOf(setCookie))).toBe(200);
    }
  });
});

describe("[G2] an ended seat", () => {
  it("is refused by the next word of a connection that still thinks it sits there", async () => {
    const { dealId, customer, actor, seatId } = await seated("guest", "edit");
    await tell(dealId, customer, { type: "seat.ended", seatId });
    expect(refusalCode(await send(dealId, actor, { type: "finance.termChosen", termMonths: 72 }))).toBe("notAllowed");
  });

  it("opens the deal no more, though its row of access were still there", async () => {
    const { dealId, customer, cookie, seatId } = await seated();
    await tell(dealId, customer, { type: "seat.ended", seatId });
    expect(await dealActor(await readSession(cookie), dealId)).toBeNull();
    await closeSeat(dealId, seatId);
    await closeSeat(dealId, seatId);
    expect(await database.prisma.dealAccess.count({ where: { dealId, seatId } })).toBe(0);
  });

  it("[SOCK-09] loses its live line at once, and hears nothing more", async () => {
    const live = await startLiveServer();
    const stop = watchEndedSeats();
    const { dealId, customer, shopperId, cookie, seatId } = await seated("guest", "edit");
    const buyer = await live.shopper(shopperId);
    await buyer.join(dealId);
    const { openLine } = await import("#tests/support/live-line");
    const guest = await openLine(live.url, { cookie });
    expect(snapshotIn(await guest.join(dealId)).card.people.customer).not.toHaveProperty("email");
    await tell(dealId, customer, { type: "seat.ended", seatId });
    await until("the guest's line is cut", () => guest.ended.length > 0);
    const { revision } = await tell(dealId, customer, { type: "finance.termChosen", termMonths: 72 });
    await heardOf(buyer, revision);
    expect(guest.patches.some((patch) => patch.revision === revision)).toBe(false);
    expect(guest.ended).toEqual(["io server disconnect"]);
    guest.close();
    stop();
  });

  it("[AUTHZ-06] a link made in a seat opens that seat and nothing more, and nothing once it is ended", async () => {
    const { dealId, customer, cookie, seatId } = await seated();
    const { sessionId } = (await readSession(cookie)) as { sessionId: string };
    const follow = async () => {
      const link = await createCarryOnLink({ dealId, sessionId });
      return followResumeLink(requestFrom(), {
        token: tokenOf(link.url),
        code: link.code,
        address: `f-${(addresses += 1)}`,
      });
    };
    const answer = await follow();
    const person = await readSession(cookieOf(answer.ok ? answer.setCookie : ""));
    expect(await dealActor(person, dealId)).toMatchObject({ seat: { kind: "guest", seatId } });
    await tell(dealId, customer, { type: "seat.ended", seatId });
    await closeSeat(dealId, seatId);
    expect(await follow()).toEqual({ ok: false, reason: "dead" });
  });
});

it("[G5] whoever is taken over from is told by a job of the same commit", async () => {
  const { dealId } = await newDeal(database);
  const [maya, theron] = [staffCalled("Maya"), staffCalled("Theron")];
  await tell(dealId, maya, { type: "staff.assignmentRequested", staffId: maya.staffId });
  await tell(dealId, theron, { type: "staff.assignmentRequested", staffId: theron.staffId });
  expect(contextOf(await stateOf(dealId)).people.salesperson?.firstName).toBe("Theron");
  const { rows } = await database.query<{ data: { effect: { type: string; staffId: string } } }>(
    `select "data" from pgboss.job where "data"->>'dealId' = $1 and "data"->'effect'->>'type' = 'tellReplacedStaff'`,
    [dealId],
  );
  expect(rows.map(({ data }) => data.effect.staffId)).toEqual([maya.staffId]);
});

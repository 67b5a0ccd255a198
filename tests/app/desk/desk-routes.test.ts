import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { readJournal } from "#app/deals/read-journal.server";
import { startSummaries } from "#app/deals/deal-summaries.server";
import { readDealView } from "#app/deals/read-deal.server";
import type { DeskActAnswer } from "#app/desk/desk-act-answer";
import { action as deskAction, loader as deskLoader } from "#app/routes/desk._index";
import { loader as financeLoader } from "#app/routes/finance";
import { action as dealAction, loader as dealLoader } from "#app/routes/finance.$dealId";
import { testDatabase } from "#tests/support/test-database";
import {
  aCustomerOf,
  anOpenDeal,
  aReadyDeal,
  aStore,
  connectTestPorts,
  get,
  moveTheNumbers,
  post,
  signedIn,
} from "./desk-store";

const db = await testDatabase();
connectTestPorts();
afterAll(await startSummaries());

const context = { nonce: "", requestId: "", clientAddress: "" };
const onDesk = (request: Request) => deskLoader({ request, params: {}, context });
const onFinance = (request: Request) => financeLoader({ request, params: {}, context });
const onDeal = (dealId: string, cookie: string | null) =>
  dealLoader({ request: get(`/finance/${dealId}`, cookie), params: { dealId }, context });
const act = (cookie: string | null, fields: Record<string, string>): Promise<DeskActAnswer> =>
  deskAction({ request: post("/desk?index", cookie, fields), params: {}, context });
const actOn = (dealId: string, cookie: string | null, fields: Record<string, string>): Promise<DeskActAnswer> =>
  dealAction({ request: post(`/finance/${dealId}`, cookie, fields), params: { dealId }, context });

/** What a page refused with: a redirect to the way in, or a status. */
async function refusalOf(answer: Promise<unknown>): Promise<number> {
  const thrown = await answer.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error("it was not refused");
  return thrown.status;
}

const eventsOf = async (dealId: string) => (await readJournal(dealId, 0)).map(({ event }) => event.type);

describe("who has a desk", () => {
  it("a customer and a stranger are shown the way in, and read no row", async () => {
    const dealId = await anOpenDeal(await aStore());
    const customer = await aCustomerOf(dealId);
    for (const cookie of [null, customer]) {
      expect(await refusalOf(onDesk(get("/desk", cookie)))).toBe(302);
      expect(await refusalOf(onFinance(get("/finance", cookie)))).toBe(302);
      expect(await refusalOf(onDeal(dealId, cookie))).toBe(302);
      expect(await refusalOf(act(cookie, { act: "claim", dealId, editSeed: randomUUID() }))).toBe(302);
    }
  });

  it("a salesperson has the list and not the finance desk; an appraiser has neither", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    const { cookie } = await signedIn(store, "salesperson");
    expect((await onDesk(get("/desk", cookie))).rows.map((row) => row.dealId)).toEqual([dealId]);
    expect(await refusalOf(onFinance(get("/finance", cookie)))).toBe(403);
    expect(await refusalOf(onDeal(dealId, cookie))).toBe(403);
    const { cookie: appraiser } = await signedIn(store, "appraiser");
    expect(await refusalOf(onDesk(get("/desk", appraiser)))).toBe(403);
  });

  it("another store's deals are neither listed nor found", async () => {
    const dealId = await anOpenDeal(await aStore());
    const { cookie } = await signedIn(await aStore(), "fniManager");
    expect((await onDesk(get("/desk", cookie))).rows).toEqual([]);
    expect(await refusalOf(onDeal(dealId, cookie))).toBe(404);
    expect(await refusalOf(act(cookie, { act: "claim", dealId, editSeed: randomUUID() }))).toBe(404);
    expect(await refusalOf(act(cookie, { act: "claim", dealId: "", editSeed: randomUUID() }))).toBe(404);
  });

  it("only somebody who gives deals is told whom they may be given to", async () => {
    const store = await aStore();
    const [manager, seller] = [await signedIn(store, "salesManager"), await signedIn(store, "salesperson")];
    expect((await onDesk(get("/desk", manager.cookie))).staff.map(({ staffId }) => staffId)).toEqual([seller.staffId]);
    expect((await onDesk(get("/desk", seller.cookie))).staff).toEqual([]);
  });
});

describe("what is done from the list", () => {
  it("[D3] the same press twice is one edit and gets the first answer", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    const { cookie, staffId } = await signedIn(store, "salesperson");
    const fields = { act: "claim", dealId, editSeed: randomUUID() };
    const answers = await Promise.all([act(cookie, fields), act(cookie, fields)]);
    const third = await act(cookie, fields);
    expect(answers.map(({ answer }) => answer.status).sort()).toEqual(["applied", "repeated"]);
    expect(third.answer.status).toBe("repeated");
    expect(await eventsOf(dealId)).toEqual(["deal.started", "staff.assigned"]);
    expect((await readDealView(dealId, "desk"))?.card.people.salesperson).toMatchObject({ staffId });
  });

  it("finance desk N1: a claimed deal is given back once, and waits for the next one", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    const { cookie } = await signedIn(store, "fniManager");
    const press = (name: string) => act(cookie, { act: name, dealId, editSeed: randomUUID() });
    expect((await press("claim")).answer.status).toBe("applied");
    expect((await readDealView(dealId, "finance"))?.card.people.fniManager).not.toBeNull();
    expect((await press("release")).answer.status).toBe("applied");
    expect((await readDealView(dealId, "finance"))?.card.people.fniManager).toBeNull();
    expect((await press("release")).answer).toMatchObject({ status: "refused", refusal: { code: "notAllowed" } });
  });

  it("a manager gives a deal to somebody, a salesperson only takes one", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    const [manager, seller, other] = [
      await signedIn(store, "salesManager"),
      await signedIn(store, "salesperson"),
      await signedIn(store, "salesperson", "Theron"),
    ];
    const give = { act: "assign", dealId, staffId: other.staffId };
    const refused = await act(seller.cookie, { ...give, editSeed: randomUUID() });
    expect(refused.answer).toMatchObject({ status: "refused", refusal: { code: "notAllowed" } });
    const given = await act(manager.cookie, { ...give, editSeed: randomUUID() });
    expect(given.answer.status).toBe("applied");
  });

  it("a deal is closed with a reason, and brought back", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    const { cookie } = await signedIn(store, "salesperson");
    const without = await act(cookie, { act: "lose", dealId, reason: "  ", editSeed: randomUUID() });
    expect(without.answer).toMatchObject({ status: "refused", problems: ["reason"] });
    await act(cookie, { act: "lose", dealId, reason: "Bought elsewhere", editSeed: randomUUID() });
    await act(cookie, { act: "revive", dealId, editSeed: randomUUID() });
    expect(await eventsOf(dealId)).toEqual(["deal.started", "deal.lost", "deal.revived"]);
  });

  it("a walk-in started twice with one press is one deal, and its salesperson has it", async () => {
    const store = await aStore();
    const { cookie, staffId } = await signedIn(store, "salesperson");
    const fields = { act: "startWalkIn", stockNumber: "v2601", editSeed: randomUUID() };
    const start = () =>
      act(cookie, fields).then(
        () => null,
        (thrown: unknown) => (thrown instanceof Response ? thrown.headers.get("Location") : null),
      );
    const [first, second] = [await start(), await start()];
    expect(first).toMatch(/^\/deals\/d-/);
    expect(second).toBe(first);
    expect(await db.prisma.deal.count({ where: { rooftopId: store } })).toBe(1);
    const view = await readDealView(String(first).slice("/deals/".length), "desk");
    expect(view?.card.identity.startedFrom).toBe("walkIn");
    expect(view?.card.people.salesperson).toMatchObject({ staffId });
  });

  it("a walk-in with a car that is not for sale is refused in words", async () => {
    const { cookie } = await signedIn(await aStore(), "salesperson");
    const answer = await act(cookie, { act: "startWalkIn", stockNumber: "GONE1", editSeed: randomUUID() });
    expect(answer.answer).toMatchObject({ status: "refused", refusal: { code: "vehicleUnavailable" } });
  });
});

describe("the finance desk's deal", () => {
  it("names the buyer with their address in one form, once", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    const { cookie } = await signedIn(store, "fniManager", "Walt");
    const fields = {
      act: "identify",
      editSeed: randomUUID(),
      firstName: "Nadia",
      lastName: "Brightwater",
      email: "",
      phone: "",
      street: "12 Elm Road",
      city: "Lakeside",
      region: "IL",
      postcode: "60614",
    };
    await actOn(dealId, cookie, fields);
    await actOn(dealId, cookie, fields);
    expect(await eventsOf(dealId)).toEqual(["deal.started", "customer.identified", "customer.addressStated"]);
    const { deal } = await onDeal(dealId, cookie);
    expect(deal.checklist.find(({ code }) => code === "buyerNamed")?.ok).toBe(true);
  });

  it("identity is verified by a manager, not by a salesperson", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    const seller = await signedIn(store, "salesperson");
    const verify = () => ({ act: "verifyIdentity", dealId, method: "license", editSeed: randomUUID() });
    expect((await act(seller.cookie, verify())).answer).toMatchObject({ refusal: { code: "notAllowed" } });
    const { cookie } = await signedIn(store, "fniManager", "Walt");
    expect((await actOn(dealId, cookie, verify())).answer.status).toBe("applied");
  });

  it("red lines keep the deal from being frozen", async () => {
    const store = await aStore();
    const dealId = await anOpenDeal(store);
    const { cookie } = await signedIn(store, "fniManager");
    const { deal } = await onDeal(dealId, cookie);
    const answer = await actOn(dealId, cookie, freezing(deal.revision));
    expect(answer.answer).toMatchObject({ status: "refused", refusal: { code: "checklistOpen" } });
  });

  it("[F2] a freeze names the revision that was seen: numbers that moved since refuse it, a second freeze too", async () => {
    const store = await aStore();
    const { dealId, revision } = await aReadyDeal(store);
    const { cookie } = await signedIn(store, "fniManager", "Walt");
    expect((await onDeal(dealId, cookie)).deal.checklist.filter(({ ok }) => !ok)).toEqual([]);
    await moveTheNumbers(dealId);
    const stale = await actOn(dealId, cookie, freezing(revision));
    expect(stale.answer).toMatchObject({ status: "refused", refusal: { code: "numbersMoved" } });
  });

  it("freezes, signs, reopens with a reason; each from its own button only", async () => {
    const store = await aStore();
    const { dealId, revision } = await aReadyDeal(store);
    const manager = await signedIn(store, "salesManager", "Ines");
    const { cookie } = await signedIn(store, "fniManager", "Walt");
    expect((await actOn(dealId, manager.cookie, freezing(revision))).answer).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect((await actOn(dealId, cookie, freezing(revision))).answer.status).toBe("applied");
    expect((await actOn(dealId, cookie, freezing(revision + 1))).answer).toMatchObject({
      refusal: { code: "alreadyFrozen", params: { name: "Walt" } },
    });
    const { deal } = await onDeal(dealId, cookie);
    expect(deal.frozen).toMatchObject({ revision: revision + 1, by: "Walt" });
    const contract = { act: "contract", seenRevision: String(deal.revision), editSeed: randomUUID() };
    expect((await actOn(dealId, cookie, contract)).answer.status).toBe("applied");
    await actOn(dealId, manager.cookie, { act: "reopen", reason: "Rate moved", editSeed: randomUUID() });
    expect((await onDeal(dealId, cookie)).deal.life).toBe("open");
  });

  it("counts red lines only where the deal waits to be finalized", async () => {
    const store = await aStore();
    const { dealId } = await aReadyDeal(store);
    await anOpenDeal(store);
    const { cookie } = await signedIn(store, "fniManager");
    // The list hears of an event right after its commit, on the next turn of the loop.
    await nextTurn();
    expect((await onFinance(get("/finance", cookie))).redLines).toEqual({ [dealId]: 0 });
  });

  it("the store's gross is worked out by the core, on the deal's own numbers", async () => {
    const store = await aStore();
    const { dealId } = await aReadyDeal(store);
    const { cookie } = await signedIn(store, "fniManager");
    const { gross, rates } = (await onDeal(dealId, cookie)).deal;
    // 36,995 over 35,480 is 1,515, less 300 pack.
    expect(gross).toMatchObject({ frontGross: 121_500, backGross: 0, totalGross: 121_500, open: ["reserve"] });
    expect(rates).toMatchObject({ spread: 10_000, cap: 20_000 });
  });
});

const freezing = (seenRevision: number) => ({
  act: "freeze",
  seenRevision: String(seenRevision),
  editSeed: randomUUID(),
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onDealSummary, readSummaries, startSummaries } from "#app/deals/deal-summaries.server";
import type { DealSummary } from "#app/deals/deal-summary";
import type { DeskActAnswer } from "#app/desk/desk-act-answer";
import { action as deskAction } from "#app/routes/desk._index";
import { loader as deskDealLoader } from "#app/routes/desk.$dealId";
import { readDealState } from "#app/deals/read-deal.server";
import { contextOf } from "#machines/deal/apply-deal-event";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { assert } from "#machines/assert";
import { testDatabase } from "#tests/support/test-database";
import { until } from "#tests/support/until";
import { aCustomerOf, anOpenDeal, aStore, connectTestPorts, get, post, signedIn } from "./desk-store";

await testDatabase();
connectTestPorts();
afterAll(await startSummaries());

const context = { nonce: "", requestId: "", clientAddress: "" };
const act = (cookie: string | null, fields: Record<string, string>): Promise<DeskActAnswer> =>
  deskAction({ request: post("/desk?index", cookie, fields), params: {}, context });
const openDesk = (dealId: string, cookie: string | null) =>
  deskDealLoader({ request: get(`/desk/${dealId}`, cookie), params: { dealId }, context });

let store = "";
let dealId = "";
beforeAll(async () => {
  store = await aStore();
  dealId = await anOpenDeal(store);
});

const priceOf = async () => {
  const state = await readDealState(dealId);
  assert(state, "the deal exists");
  return contextOf(state).vehicle.sellingPrice;
};

async function asks(asked: number) {
  const { staffId } = await signedIn(store, "salesperson");
  const actor = {
    kind: "staff",
    staffId,
    rooftopId: store,
    role: "salesperson",
    firstName: "Maya",
    lastName: "Okonjo",
    seesCost: false,
  } as const;
  const event = { type: "approval.requested", kind: "sellingPrice", asked, terms: null, note: "Signs today" } as const;
  return submitDealEvent({ dealId, editId: randomUUID(), actor, event });
}

describe("[N7] a request beyond a limit on every manager's desk", () => {
  it("is in the deal's row within the desk's own beat, and gone with its answer", async () => {
    const heard: DealSummary[] = [];
    const stop = onDealSummary((rooftopId, summary) => void (rooftopId === store && heard.push(summary)));
    const was = await priceOf();
    expect((await asks(was - 60_000)).status).toBe("applied");
    await until("the desk hears of it", () => heard.some(({ requests }) => requests?.length === 1));
    expect(heard.at(-1)!.requests).toMatchObject([
      { number: 1, kind: "sellingPrice", asked: was - 60_000, stood: was, by: "Maya", note: "Signs today" },
    ]);
    const { cookie } = await signedIn(store, "salesManager", "Ines");
    const editSeed = randomUUID();
    const fields = { act: "grantApproval", dealId, editSeed, number: "1", granted: String(was - 60_000), note: "" };
    expect((await act(cookie, fields)).answer.status).toBe("applied");
    expect((await act(cookie, fields)).answer.status).toBe("repeated");
    expect(await priceOf()).toBe(was - 60_000);
    await until("it is answered", () => heard.at(-1)!.requests?.length === 0);
    stop();
  });

  it("[N7] a salesperson cannot answer, nor a customer, nor anybody with a word that is no number", async () => {
    const was = await priceOf();
    await asks(was - 30_000);
    const { cookie } = await signedIn(store, "salesperson");
    const fields = { act: "grantApproval", dealId, number: "2", granted: String(was - 30_000), note: "" };
    expect((await act(cookie, { ...fields, editSeed: randomUUID() })).answer).toMatchObject({
      status: "refused",
      refusal: { code: "notAllowed" },
    });
    const { cookie: manager } = await signedIn(store, "salesManager", "Ines");
    expect((await act(manager, { ...fields, granted: "lots", editSeed: randomUUID() })).answer).toMatchObject({
      refusal: { code: "malformed" },
    });
    expect(await priceOf()).toBe(was);
    const refuse = { act: "refuseApproval", dealId, number: "2", note: "Not this week", editSeed: randomUUID() };
    expect((await act(manager, refuse)).answer.status).toBe("applied");
    await until("the desk shows it answered", async () => (await readSummaries(store))[0]?.requests?.length === 0);
  });

  it("the desk's view of a deal is staff's of that store alone, each from their own projection", async () => {
    const { cookie } = await signedIn(store, "salesManager", "Ines");
    const page = await openDesk(dealId, cookie);
    expect(page).toMatchObject({ dealId, audience: "desk", broken: [] });
    const { cookie: sales } = await signedIn(store, "salesperson");
    const seen = JSON.stringify(await openDesk(dealId, sales));
    expect(seen).not.toMatch(/"(vehicleCost|buyRate|reserve|holdback|acv)":/);
    const status = async (someone: string | null) =>
      openDesk(dealId, someone).then(
        () => 200,
        (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
      );
    expect(await status(await aCustomerOf(dealId))).toBe(302);
    expect(await status(null)).toBe(302);
    const { cookie: elsewhere } = await signedIn(await aStore(), "salesManager", "Otto");
    expect(await status(elsewhere)).toBe(404);
  });
});

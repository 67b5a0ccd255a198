import { beforeAll, describe, expect, it } from "vitest";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { forgetHistories, readDealChanges, readDealStateAt, readDealView } from "#app/deals/read-deal.server";
import { newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

async function toldDeal() {
  const deal = await newDeal(database);
  const { dealId, customer } = deal;
  await tell(dealId, customer, {
    type: "customer.identified",
    firstName: "Theo",
    lastName: "Marsh",
    email: "",
    phone: "",
  });
  await tell(dealId, staffCalled("Maya"), { type: "note.added", text: "Credit union quoted 560." });
  await tell(dealId, customer, {
    type: "trade.described",
    year: 2019,
    make: "Corvane",
    model: "Tessa",
    trim: "",
    mileage: 58_000,
    vin: null,
  });
  await tell(dealId, staffCalled("Gus"), { type: "trade.acvAppraised", acv: cents(1_390_000), recon: cents(65_000) });
  await tell(dealId, customer, { type: "finance.cellAdopted", termMonths: 72, cashDown: cents(450_000) });
  return deal;
}

describe("history", () => {
  it("tells a customer what happened, by whom by first name, and never that there is anything between staff", async () => {
    const { dealId } = await toldDeal();
    const changes = await readDealChanges(dealId, "customer");
    expect(changes.map(({ cause }) => cause.type)).toEqual([
      "deal.started",
      "customer.identified",
      "trade.described",
      "finance.cellAdopted",
    ]);
    expect(changes.every(({ by }) => by.id === "")).toBe(true);
    expect(JSON.stringify(changes)).not.toMatch(/560|139|Gus|acvAppraised|note/);
  });

  it("tells staff everything, with the revisions of the journal", async () => {
    const { dealId } = await toldDeal();
    const changes = await readDealChanges(dealId, "desk");
    expect(changes.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("says what each change did to the numbers: those of the card before and after it, to the cent", async () => {
    const { dealId } = await toldDeal();
    const last = (await readDealChanges(dealId, "customer")).at(-1);
    const before = await readDealStateAt(dealId, 5);
    const after = await readDealStateAt(dealId, 6);
    expect(last?.numbers).toMatchObject({
      before: headlineNumbers(viewOf(before!, "customer")),
      after: headlineNumbers(viewOf(after!, "customer")),
    });
  });

  it("read again, it goes on from what was folded, and is the same as read afresh", async () => {
    const { dealId, customer } = await toldDeal();
    await readDealChanges(dealId, "customer");
    await tell(dealId, customer, { type: "finance.methodChosen", method: "cash" });
    const [one, other] = await Promise.all([readDealChanges(dealId, "customer"), readDealChanges(dealId, "customer")]);
    forgetHistories();
    expect(one).toEqual(await readDealChanges(dealId, "customer"));
    expect(other).toEqual(one);
    expect(one?.at(-1)?.cause.type).toBe("finance.methodChosen");
  });

  it("of a deal that does not exist is empty; its card is null", async () => {
    expect(await readDealChanges("d-none", "customer")).toEqual([]);
    expect(await readDealView("d-none", "customer")).toBeNull();
    expect(await readDealStateAt("d-none", 3)).toBeNull();
  });

  it("a past revision is the deal as it stood then", async () => {
    const { dealId } = await toldDeal();
    expect((await readDealStateAt(dealId, 2))?.revision).toBe(2);
    expect((await readDealStateAt(dealId, 99))?.revision).toBe((await stateOf(dealId)).revision);
  });
});

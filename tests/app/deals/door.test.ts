import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
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
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });
const named = (firstName: string): DealEdit => ({
  type: "customer.identified",
  firstName,
  lastName: "Marsh",
  email: "",
  phone: "",
});

describe("the one answer", () => {
  it("applied: names the revision, and the journal has the row as it was said", async () => {
    const { dealId, customer, shopperId } = await newDeal(database);
    await tell(dealId, customer, named("Theo"));
    const editId = randomUUID();
    expect(await send(dealId, customer, cashDown(4_000), { editId })).toEqual({ status: "applied", revision: 3 });
    const row = (await journalOf(dealId)).at(-1);
    expect(row).toMatchObject({ revision: 3, editId, event: { type: "finance.cashDownSet", cashDown: 400_000 } });
    // Sessions know no names: the deal does.
    expect(row?.actor).toEqual({ kind: "customer", id: shopperId, role: "customer", firstName: "Theo" });
    expect((await contextNow(dealId)).finance.cashDown).toBe(400_000);
  });

  it("[LIVE-02] repeated: the same edit again gets the first revision and changes nothing, however late", async () => {
    const { dealId, customer } = await newDeal(database);
    const editId = randomUUID();
    const first = await send(dealId, customer, cashDown(4_000), { editId });
    await tell(dealId, customer, cashDown(5_000));
    expect(await send(dealId, customer, cashDown(4_000), { editId })).toEqual({ ...first, status: "repeated" });
    expect((await contextNow(dealId)).finance.cashDown).toBe(500_000);
    expect(await journalOf(dealId)).toHaveLength(3);
  });

  it("[LIVE-02] editConflict: the same id with other content is refused and changes nothing", async () => {
    const { dealId, customer } = await newDeal(database);
    const editId = randomUUID();
    await send(dealId, customer, cashDown(4_000), { editId });
    expect(refusalCode(await send(dealId, customer, cashDown(4_001), { editId }))).toBe("editConflict");
    expect(await journalOf(dealId)).toHaveLength(2);
  });

  it("the same edit id on two deals is two edits", async () => {
    const one = await newDeal(database);
    const other = await newDeal(database);
    const editId = randomUUID();
    expect(await send(one.dealId, one.customer, cashDown(4_000), { editId })).toMatchObject({ status: "applied" });
    expect(await send(other.dealId, other.customer, cashDown(4_000), { editId })).toMatchObject({ status: "applied" });
  });

  it("refused: a rule's no leaves no row and no trace, and the same id may be used once it is mended", async () => {
    const { dealId, customer } = await newDeal(database);
    const editId = randomUUID();
    const answer = await send(dealId, customer, cashDown(9_000_000), { editId });
    expect(answer).toMatchObject({ status: "refused", refusal: { code: "cashDownTooHigh", field: "cashDown" } });
    expect(await journalOf(dealId)).toHaveLength(1);
    expect(await send(dealId, customer, cashDown(3_000), { editId })).toEqual({ status: "applied", revision: 2 });
  });

  it("[AUTHZ-03] refused: a role may not say what is not its to say", async () => {
    const { dealId, customer } = await newDeal(database);
    const attempts = [
      [customer, { type: "vehicle.sellingPriceSet", sellingPrice: cents(100) }],
      [customer, { type: "note.added", text: "let me in" }],
      [customer, { type: "trade.acvAppraised", acv: cents(1), recon: cents(1) }],
      [customer, { type: "deal.freezeRequested" }],
      [
        customer,
        { type: "deposit.held", attempt: 1, amount: cents(1), reference: "x", holdUntil: "2030-01-01T00:00:00Z" },
      ],
      [staffCalled("Maya"), { type: "deal.freezeRequested" }],
      [staffCalled("Maya"), { type: "finance.termsAgreed" }],
      [staffCalled("Gus"), { type: "vehicle.sellingPriceSet", sellingPrice: cents(100) }],
    ] as const;
    for (const [actor, event] of attempts)
      expect([event.type, refusalCode(await send(dealId, actor, event))]).toEqual([event.type, "notAllowed"]);
    expect(await journalOf(dealId)).toHaveLength(1);
  });

  it("a deal that does not exist is refused, and not made", async () => {
    const { customer } = await newDeal(database);
    const answer = await submitDealEvent({
      dealId: "d-none",
      editId: randomUUID(),
      actor: customer,
      event: cashDown(1),
    });
    expect(answer.status).toBe("refused");
    expect(await journalOf("d-none")).toEqual([]);
  });
});

describe("commitments", () => {
  const agree: DealEdit = { type: "finance.termsAgreed" };

  it("[P10] numbersMoved: the numbers changed since the revision the person saw", async () => {
    const { dealId, customer } = await newDeal(database);
    const seen = (await stateOf(dealId)).revision;
    await tell(dealId, staffCalled("Maya"), cashDown(6_000));
    expect(refusalCode(await send(dealId, customer, agree, { seenRevision: seen }))).toBe("numbersMoved");
    expect(await send(dealId, customer, agree)).toMatchObject({ status: "applied" });
  });

  it("an event that moves no number does not stand in the way", async () => {
    const { dealId, customer } = await newDeal(database);
    const seen = (await stateOf(dealId)).revision;
    await tell(dealId, staffCalled("Maya"), { type: "note.added", text: "Called; will agree tonight." });
    expect(await send(dealId, customer, agree, { seenRevision: seen })).toMatchObject({ status: "applied" });
  });

  it("a commitment that names no revision is refused, and so is one from the future", async () => {
    const { dealId, customer } = await newDeal(database);
    expect(refusalCode(await send(dealId, customer, agree, { seenRevision: null }))).toBe("numbersMoved");
    expect(refusalCode(await send(dealId, customer, agree, { seenRevision: 99 }))).toBe("revisionFromFuture");
    expect(refusalCode(await send(dealId, customer, cashDown(100), { seenRevision: 99 }))).toBe("revisionFromFuture");
  });

  it("a repeated commitment gets its first answer although the numbers moved since", async () => {
    const { dealId, customer } = await newDeal(database);
    const editId = randomUUID();
    const seenRevision = 1;
    const first = await send(dealId, customer, agree, { editId, seenRevision });
    await tell(dealId, staffCalled("Maya"), cashDown(6_000));
    expect(await send(dealId, customer, agree, { editId, seenRevision })).toEqual({ ...first, status: "repeated" });
  });
});

describe("what is looked up before an event is judged", () => {
  it("an assignment names staff of this store, and only managers give deals to others", async () => {
    const { dealId } = await newDeal(database);
    const assign = (staffId: string): DealEdit => ({ type: "staff.assignmentRequested", staffId });
    const maya = staffCalled("Maya");
    expect(refusalCode(await send(dealId, maya, assign(staffCalled("Theron").staffId)))).toBe("notAllowed");
    expect(refusalCode(await send(dealId, staffCalled("Ines"), assign("staff-nobody")))).toBe("staffUnknown");
    expect(refusalCode(await send(dealId, staffCalled("Ines"), assign(staffCalled("Bea").staffId)))).toBe(
      "staffUnknown",
    );
    await tell(dealId, maya, assign(maya.staffId));
    expect((await contextNow(dealId)).people.salesperson?.firstName).toBe("Maya");
  });

  it("a swap pins the newest price of a car that is for sale, cost and all, and refuses one that is not", async () => {
    const { dealId, customer } = await newDeal(database);
    const swap = (stockNumber: string): DealEdit => ({ type: "vehicle.swapRequested", stockNumber });
    expect(refusalCode(await send(dealId, customer, swap("NONE")))).toBe("vehicleUnavailable");
    const other = await database.prisma.vehicle.findFirstOrThrow({ where: { condition: "used", status: "live" } });
    await database.prisma.vehicle.update({ where: { stockNumber: other.stockNumber }, data: { status: "sold" } });
    expect(refusalCode(await send(dealId, customer, swap(other.stockNumber)))).toBe("vehicleUnavailable");
    await database.prisma.vehicle.update({
      where: { stockNumber: other.stockNumber },
      data: { status: "live", sellingPrice: 1_234_500 },
    });
    await tell(dealId, customer, swap(other.stockNumber));
    const { vehicle } = await contextNow(dealId);
    expect(vehicle).toMatchObject({
      sellingPrice: 1_234_500,
      vehicle: { stockNumber: other.stockNumber, cost: other.cost },
    });
  });

  it("a valuation needs a described trade and is kept with its lines, source and date", async () => {
    const { dealId, customer } = await newDeal(database);
    expect(refusalCode(await send(dealId, customer, { type: "trade.valuationRequested" }))).toBe("noTradeDescribed");
    await tell(
      dealId,
      customer,
      { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_000, vin: null },
      { type: "trade.valuationRequested" },
    );
    const { valuation } = (await contextNow(dealId)).trade;
    expect(valuation?.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(valuation?.base);
    expect(valuation?.source).toBe("comparables");
  });

  it("a home address outside the area is refused at its field; inside, distance and fee are the store's", async () => {
    const { dealId, customer } = await newDeal(database);
    const at = (postcode: string): DealEdit => ({
      type: "delivery.addressStated",
      street: "2 Orchard Row",
      city: "Lakeside",
      region: "IL",
      postcode,
    });
    await tell(dealId, customer, { type: "delivery.methodChosen", method: "home" });
    expect(await send(dealId, customer, at("99999"))).toMatchObject({
      refusal: { code: "addressOutsideArea", field: "postcode" },
    });
    expect(refusalCode(await send(dealId, customer, at("60601")))).toBe("addressOutsideArea");
    await tell(dealId, customer, at("62125"));
    expect((await contextNow(dealId)).delivery).toMatchObject({ distanceMiles: 27, fee: 9_900 });
  });
});

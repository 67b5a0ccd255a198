import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import type { Audience } from "#machines/store/actor";
import { newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { heardOf, type Line, snapshotIn, viewAfter } from "#tests/support/live-line";
import { startLiveServer } from "#tests/support/live-server";
import { testDatabase } from "#tests/support/test-database";
import { until } from "#tests/support/until";

const database = await testDatabase();
const live = await startLiveServer();
beforeAll(() => openDealStore(database));

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });
const asSent = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe("pushing", () => {
  it("[P2] the sender's answer comes before the push of the same revision, over and over", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const line = await live.shopper(shopperId);
    await line.join(dealId);
    for (let turn = 0; turn < 15; turn++) await line.edit(dealId, cashDown(2_000 + turn));
    await heardOf(line, 16);
    const order = line.frames.flatMap((text) => {
      const answered = /^3\d*\[\{"status":"applied","revision":(\d+)/.exec(text);
      const pushed = /^2\["deal:patch",\{"dealId":"[^"]+","revision":(\d+)/.exec(text);
      return answered ? [`answer ${answered[1]}`] : pushed ? [`push ${pushed[1]}`] : [];
    });
    for (let revision = 2; revision <= 16; revision++)
      expect(order.indexOf(`answer ${revision}`)).toBeLessThan(order.indexOf(`push ${revision}`));
    expect(order).toHaveLength(30);
  });

  it("[P3] patches come in order, each once, to everybody, however many edit at once", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const lines = await Promise.all([
      live.shopper(shopperId),
      live.shopper(shopperId),
      live.staff("Maya"),
      live.staff("Walt"),
    ]);
    for (const line of lines) await line.join(dealId);
    await Promise.all(
      lines.map(async (line, index) => {
        for (let turn = 0; turn < 12; turn++) await line.edit(dealId, cashDown(2_000 + index * 100 + turn));
      }),
    );
    for (const line of lines) {
      await heardOf(line, 49);
      expect(line.patches.map(({ revision }) => revision)).toEqual(Array.from({ length: 48 }, (_, index) => index + 2));
    }
  });

  const readers: [Audience, (shopperId: string) => Promise<Line>][] = [
    ["customer", (shopperId) => live.shopper(shopperId)],
    ["sales", () => live.staff("Theron")],
    ["salesWithCost", () => live.staff("Maya")],
    ["desk", () => live.staff("Ines")],
    ["finance", () => live.staff("Walt")],
  ];

  it("[P5] every audience's patches build exactly its own projection of the deal", async () => {
    const { dealId, shopperId, customer } = await newDeal(database);
    const joined = await Promise.all(
      readers.map(async ([audience, open]) => {
        const line = await open(shopperId);
        const answer = await line.join(dealId);
        expect(answer.audience).toBe(audience);
        return { audience, line, view: snapshotIn(answer) };
      }),
    );
    await tell(
      dealId,
      customer,
      { type: "customer.identified", firstName: "Theo", lastName: "Marsh", email: "theo@example.test", phone: "" },
      { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_240, vin: null },
      { type: "trade.ownershipStated", ownership: "owned" },
      { type: "trade.valuationRequested" },
    );
    await tell(dealId, staffCalled("Gus"), { type: "trade.acvAppraised", acv: cents(1_390_077), recon: cents(65_033) });
    await tell(dealId, staffCalled("Maya"), { type: "note.added", text: "Hold at 14,500." });
    await tell(dealId, staffCalled("Ines"), {
      type: "trade.offerProposed",
      allowance: cents(1_450_000),
      reasons: [],
      note: "Good until we see it.",
    });
    const swap = await database.prisma.vehicle.findFirstOrThrow({
      where: { condition: "new", fuel: "electric", status: "live" },
    });
    await tell(dealId, customer, { type: "vehicle.swapRequested", stockNumber: swap.stockNumber });
    await tell(
      dealId,
      staffCalled("Maya"),
      { type: "deal.lost", reason: "Bought elsewhere after all" },
      { type: "deal.revived" },
    );
    const state = await stateOf(dealId);
    for (const { audience, line, view } of joined) {
      await heardOf(line, state.revision);
      expect(viewAfter(view, line.patches), audience).toEqual(asSent(viewOf(state, audience)));
    }
    const text = joined[0]!.line.frames.join("\n");
    for (const secret of [
      "1390077",
      "65033",
      "Hold at",
      "Bought elsewhere",
      "holdback",
      "buyRate",
      "acvAppraised",
      "note.added",
      "staffId",
    ])
      expect(text.includes(secret), secret).toBe(false);
  });

  it("[LIVE-02] [LIVE-16] duplicated and replayed messages are answered with the first revision and pushed once", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const [line, other] = [await live.shopper(shopperId), await live.staff("Maya")];
    await line.join(dealId);
    await other.join(dealId);
    const editId = randomUUID();
    const edit = cashDown(4_000);
    const answers = await Promise.all([1, 2, 3].map(() => line.edit(dealId, edit, { editId })));
    expect(answers.map(({ status }) => status)).toEqual(["applied", "repeated", "repeated"]);
    expect(await other.edit(dealId, edit, { editId })).toEqual({ status: "repeated", revision: 2 });
    expect(await line.edit(dealId, cashDown(1), { editId })).toMatchObject({ refusal: { code: "editConflict" } });
    expect(await line.edit(dealId, edit, { seenRevision: 99 })).toMatchObject({
      refusal: { code: "revisionFromFuture" },
    });
    await line.edit(dealId, cashDown(4_500));
    await heardOf(other, 3);
    expect(other.patches.map(({ revision }) => revision)).toEqual([2, 3]);
  });
});

describe("presence", () => {
  it("[P6] says who is on the card, where, and with what in hand; never an id, and nobody after they left", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const [theo, maya] = [await live.shopper(shopperId), await live.staff("Maya")];
    await theo.join(dealId);
    const { yourKey } = await maya.join(dealId);
    maya.socket.emit("deal:presence", {
      dealId,
      stage: "finance",
      field: "cell.60.300000",
      device: "tablet",
      idle: false,
    });
    const seen = await until("Theo sees Maya at the field", () =>
      theo.people.at(-1)?.find(({ field }) => field === "cell.60.300000"),
    );
    expect(seen).toEqual({
      key: yourKey,
      role: "salesperson",
      firstName: "Maya",
      device: "tablet",
      stage: "finance",
      field: "cell.60.300000",
      idle: false,
    });
    await theo.edit(dealId, {
      type: "customer.identified",
      firstName: "Theo",
      lastName: "Marsh",
      email: "",
      phone: "",
    });
    await until("Maya reads the name", () => maya.people.at(-1)?.some(({ firstName }) => firstName === "Theo"));
    maya.close();
    await until("Maya is gone", () => theo.people.at(-1)?.length === 1);
    expect(theo.frames.join("\n")).not.toMatch(/staff-maya|Okonjo/);
    expect(theo.frames.join("\n")).not.toContain(shopperId);
  });

  it("[P6] asking again for missed steps does not move anybody", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const theo = await live.shopper(shopperId);
    await theo.join(dealId);
    theo.socket.emit("deal:presence", { dealId, stage: "trade", field: "tradeCar", device: "phone", idle: false });
    await until("it is known", () => theo.people.at(-1)?.[0]?.field === "tradeCar");
    expect((await theo.join(dealId, 1)).people[0]).toMatchObject({
      stage: "trade",
      field: "tradeCar",
      device: "phone",
    });
  });

  it("[P6] a place on the card is a name, never text, and nobody is moved on a deal they have not joined", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const [theo, maya] = [await live.shopper(shopperId), await live.staff("Maya")];
    await theo.join(dealId);
    const at = (field: string) => ({ dealId, stage: null, field, device: "phone", idle: false }) as const;
    maya.socket.emit("deal:presence", at("sellingPrice"));
    theo.socket.emit("deal:presence", at("<img src=x onerror=alert(1)>"));
    theo.socket.emit("deal:presence", at("ACV is 13,900"));
    theo.socket.emit("deal:presence", at("cashDown"));
    await until("the last one arrived", () => theo.people.at(-1)?.[0]?.field === "cashDown");
    const places = theo.people.flat().map(({ field }) => field);
    expect(new Set(places)).toEqual(new Set([null, "cashDown"]));
  });
});

describe("the desk's line", () => {
  it("[P7] is the store's list with who is online, then every row as its deal or its people change", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const ines = await live.staff("Ines");
    const answer = await ines.joinDesk();
    if (!("rows" in answer)) throw new Error("a desk has rows");
    expect(answer.rows.map((row) => row.dealId)).toContain(dealId);
    const theo = await live.shopper(shopperId);
    await theo.join(dealId);
    const newest = () => ines.deskRows.filter((row) => row.dealId === dealId).at(-1);
    await until("the desk sees the customer come", () => newest()?.online.length === 1);
    await theo.edit(dealId, cashDown(4_000));
    await until("the desk sees the change", () => newest()?.revision === 2);
    theo.close();
    await until("the desk sees the customer go", () => newest()?.online.length === 0);
  });

  it("[AUTHZ-01] is not there for a customer, nor for staff without a desk", async () => {
    const { shopperId } = await newDeal(database);
    expect(await (await live.shopper(shopperId)).joinDesk()).toEqual({ status: "notFound" });
    expect(await (await live.staff("Bea")).joinDesk()).toEqual({ status: "notFound" });
  });
});

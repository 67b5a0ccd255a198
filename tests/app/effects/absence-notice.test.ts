import { beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import { cents } from "#machines/money/cents";
import { changeDigest } from "#machines/deal/change-digest";
import { noteSeen, readReading, shopperReader, staffReader } from "#app/deals/deal-readings.server";
import { readDealChanges } from "#app/deals/read-deal.server";
import { tellTheAbsent } from "#app/effects/absence-notice.server";
import { useDatabase } from "#app/platform/database.server";
import { newDeal, openDealStore, staffCalled, stateOf, tell, type TestDeal } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
useDatabase(database);
beforeAll(() => openDealStore(database));

const maya = staffCalled("Maya");

async function identifiedDeal(email: string): Promise<TestDeal> {
  const deal = await newDeal(database);
  const customer = { type: "customer.identified", firstName: "Theo", lastName: "Marsh", email, phone: "" } as const;
  await tell(deal.dealId, deal.customer, customer);
  await tell(deal.dealId, maya, { type: "staff.assignmentRequested", staffId: maya.staffId });
  return deal;
}

const seenByCustomer = async ({ dealId, shopperId }: TestDeal) =>
  noteSeen(dealId, shopperReader(shopperId), (await stateOf(dealId)).revision);
const lowerPrice = async ({ dealId }: TestDeal, by: number) => {
  const { sellingPrice } = await readVehicle(dealId);
  await tell(dealId, maya, { type: "vehicle.sellingPriceSet", sellingPrice: cents(sellingPrice - by) });
};
const readVehicle = async (dealId: string) => contextOf(await stateOf(dealId)).vehicle;
const mailsTo = (to: string) =>
  database.prisma.outboxMessage.findMany({
    where: { to, key: { startsWith: "absence:" } },
    orderBy: { createdAt: "asc" },
  });

describe("[X13] whoever is away is told what moved, by whom and by how much", () => {
  it("the customer, once, with every sentence and the whole of it", async () => {
    const deal = await identifiedDeal("away@example.test");
    await seenByCustomer(deal);
    await lowerPrice(deal, 20_000);
    await tellTheAbsent(deal.dealId);
    await tellTheAbsent(deal.dealId);
    const [mail, ...more] = await mailsTo("away@example.test");
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/\$[\d,.]+ a month now/u);
    expect(mail?.text).toContain("Maya lowered the selling price");
    expect(mail?.text).toMatch(/Payment down \$[\d.]+ a month: selling price −\$[\d.]+ \(Maya\)\./u);
    expect(mail?.text).not.toMatch(/[{}]|undefined|null/);
  });

  it("again when something new moves, and only of that", async () => {
    const deal = await identifiedDeal("again@example.test");
    await seenByCustomer(deal);
    await lowerPrice(deal, 10_000);
    await tellTheAbsent(deal.dealId);
    await tell(deal.dealId, maya, { type: "note.added", text: "Called." });
    await tellTheAbsent(deal.dealId);
    await lowerPrice(deal, 30_000);
    await tellTheAbsent(deal.dealId);
    const mails = await mailsTo("again@example.test");
    expect(mails).toHaveLength(2);
    const changes = await readDealChanges(deal.dealId, "customer");
    const { payment } = changeDigest(changes.slice(-1))!.parts[0]!;
    expect(mails[1]?.text).toContain(`$${(Math.abs(payment!) / 100).toFixed(2)} a month`);
  });

  it("nobody who never looked, and nobody of their own doing", async () => {
    const unseen = await identifiedDeal("never@example.test");
    await lowerPrice(unseen, 10_000);
    await tellTheAbsent(unseen.dealId);
    expect(await mailsTo("never@example.test")).toEqual([]);

    const own = await identifiedDeal("own@example.test");
    await seenByCustomer(own);
    await tell(own.dealId, own.customer, { type: "finance.cashDownSet", cashDown: cents(400_000) });
    await tellTheAbsent(own.dealId);
    expect(await mailsTo("own@example.test")).toEqual([]);
  });

  it("the salesperson, of what the customer did; in French to a customer who reads it", async () => {
    const deal = await identifiedDeal("french@example.test");
    await database.prisma.shopper.update({ where: { id: deal.shopperId }, data: { locale: "fr" } });
    await noteSeen(deal.dealId, staffReader(maya.staffId), (await stateOf(deal.dealId)).revision);
    await seenByCustomer(deal);
    await tell(deal.dealId, deal.customer, { type: "finance.cashDownSet", cashDown: cents(600_000) });
    await lowerPrice(deal, 10_000);
    await tellTheAbsent(deal.dealId);
    const [toCustomer] = await mailsTo("french@example.test");
    expect(toCustomer?.text).toContain("Maya a baissé le prix de vente");
    const member = await database.prisma.staffMember.findUniqueOrThrow({ where: { id: maya.staffId } });
    const toMaya = (await mailsTo(member.email)).filter(({ text }) => text.includes(deal.dealId));
    expect(toMaya.map(({ text }) => text.includes("Theo raised the cash down"))).toEqual([true]);
  });

  it("what somebody has read never goes back", async () => {
    const { dealId, shopperId } = await newDeal(database);
    await noteSeen(dealId, shopperReader(shopperId), 5);
    await noteSeen(dealId, shopperReader(shopperId), 3);
    expect(await readReading(dealId, shopperReader(shopperId))).toEqual({ seenRevision: 5, toldRevision: 5 });
  });
});

import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { bookSlot, releaseSlot } from "#app/delivery/book-slot.server";
import { freeSlots } from "#app/delivery/free-slots.server";
import { database as current, useDatabase } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { lakesidePolicy } from "#prisma/seed/rooftop";
import {
  contextNow,
  newDeal,
  openDealStore,
  refusalCode,
  send,
  staffCalled,
  tell,
  type TestDeal,
} from "#tests/support/deal-store";
import { freeStart } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";
import { watchedDatabase } from "#tests/support/watched-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));
afterEach(() => {
  env.CLOCK_OFFSET_MS = 0;
});

const { lanes } = lakesidePolicy.delivery;
const at = (startsAt: string): DealEdit => ({ type: "delivery.slotRequested", startsAt });

async function pickupDeal(): Promise<TestDeal> {
  const deal = await newDeal(database);
  await tell(deal.dealId, deal.customer, { type: "delivery.methodChosen", method: "pickup" });
  return deal;
}
const bookings = (startsAt: string) =>
  database.prisma.deliveryBooking.findMany({ where: { slotStart: new Date(startsAt), releasedAt: null } });
const isFree = async (dealId: string, startsAt: string) =>
  (await freeSlots(dealId)).flatMap(({ slots }) => slots).find((slot) => slot.startsAt === startsAt)?.free;

let day = 0;
/** A slot that no other test books. */
const aSlot = (dealId: string) => freeStart(dealId, ++day);

describe("places in a slot", () => {
  it("one lane left, two deals: one gets it, the other is told at its field, and sees it full", async () => {
    const deals = await Promise.all(Array.from({ length: lanes + 1 }, pickupDeal));
    const startsAt = await aSlot(deals[0]!.dealId);
    for (const { dealId, customer } of deals.slice(0, lanes - 1)) await tell(dealId, customer, at(startsAt));
    const racing = deals.slice(lanes - 1);
    const answers = await Promise.all(racing.map(({ dealId, customer }) => send(dealId, customer, at(startsAt))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["applied", "refused"]);
    const loser = racing[answers.findIndex(({ status }) => status === "refused")]!;
    expect(answers.find(({ status }) => status === "refused")).toMatchObject({
      refusal: { code: "slotTaken", field: "startsAt" },
    });
    expect(await bookings(startsAt)).toHaveLength(lanes);
    expect(await isFree(loser.dealId, startsAt)).toBe(false);
    expect((await contextNow(loser.dealId)).delivery.slot).toBeNull();
  });

  it("[LIVE-02] the same booking sent six times at once takes one lane", async () => {
    const { dealId, customer } = await pickupDeal();
    const startsAt = await aSlot(dealId);
    const editId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => submitDealEvent({ dealId, editId, actor: customer, event: at(startsAt) })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["applied", ...Array(5).fill("repeated")]);
    expect(await bookings(startsAt)).toHaveLength(1);
  });

  it("an event that is refused after its look-up gives the place back, and a later try takes a fresh one", async () => {
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, { type: "delivery.methodChosen", method: "home" });
    const startsAt = await aSlot(dealId);
    const editId = randomUUID();
    // No address yet: the rule is asked after the place was set aside.
    expect(refusalCode(await send(dealId, customer, at(startsAt), { editId }))).toBe("addressMissing");
    expect(await bookings(startsAt)).toEqual([]);
    await tell(dealId, customer, {
      type: "delivery.addressStated",
      street: "2 Orchard Row",
      city: "Lakeside",
      region: "IL",
      postcode: "62104",
    });
    expect(await send(dealId, customer, at(startsAt), { editId })).toMatchObject({ status: "applied" });
    expect((await bookings(startsAt)).map(({ id }) => id)).toEqual([
      (await contextNow(dealId)).delivery.slot?.bookingId,
    ]);
  });

  it("nobody gets a place by knowing the id of somebody else's booking", async () => {
    const mine = await pickupDeal();
    const theirs = await pickupDeal();
    const startsAt = await aSlot(mine.dealId);
    const editId = randomUUID();
    await send(mine.dealId, mine.customer, at(startsAt), { editId });
    expect(refusalCode(await send(theirs.dealId, theirs.customer, at(startsAt), { editId }))).toBe("slotTaken");
    expect((await bookings(startsAt)).map(({ dealId }) => dealId)).toEqual([mine.dealId]);
  });

  it("a place that a crash left without its event is given back once it is old enough", async () => {
    const { dealId, customer } = await pickupDeal();
    const startsAt = await aSlot(dealId);
    for (let lane = 0; lane < lanes; lane++) {
      const lost = {
        dealId: "d-crashed",
        rooftopId: lakesidePolicy.rooftopId,
        policy: lakesidePolicy,
        method: "pickup",
      } as const;
      expect(
        await bookSlot({ ...lost, condition: null, homeMiles: null, startsAt, bookingId: `slot-${randomUUID()}` }),
      ).toHaveProperty("endsAt");
    }
    expect(refusalCode(await send(dealId, customer, at(startsAt)))).toBe("slotTaken");
    env.CLOCK_OFFSET_MS = 11 * 60_000;
    expect(await isFree(dealId, startsAt)).toBe(true);
    expect(await send(dealId, customer, at(startsAt))).toMatchObject({ status: "applied" });
    expect((await bookings(startsAt)).map((row) => row.dealId)).toEqual([dealId]);
  });

  it("a commit that fails keeps the place for the same edit, which comes again", async () => {
    const { dealId, customer } = await pickupDeal();
    const startsAt = await aSlot(dealId);
    const editId = randomUUID();
    const watched = watchedDatabase(current());
    useDatabase(watched);
    watched.onNext("journal", { before: () => Promise.reject(new Error("the database went away")) });
    expect(await send(dealId, customer, at(startsAt), { editId })).toEqual({ status: "again", reason: "unavailable" });
    useDatabase(database);
    expect(await send(dealId, customer, at(startsAt), { editId })).toMatchObject({ status: "applied" });
    expect(await bookings(startsAt)).toHaveLength(1);
  });

  it("only offered times are booked, and giving back twice changes nothing", async () => {
    const { dealId, customer } = await pickupDeal();
    expect(refusalCode(await send(dealId, customer, at("2026-01-01T09:00:00Z")))).toBe("slotNotOffered");
    const startsAt = await aSlot(dealId);
    await tell(dealId, customer, at(startsAt));
    const { id } = (await bookings(startsAt))[0]!;
    await releaseSlot(id);
    await releaseSlot(id);
    expect(await bookings(startsAt)).toEqual([]);
  });

  it("a customer moves a time until the cut-off; then the store does it", async () => {
    const { dealId, customer } = await pickupDeal();
    const startsAt = await aSlot(dealId);
    await tell(dealId, customer, at(startsAt));
    env.CLOCK_OFFSET_MS = Date.parse(startsAt) - Date.now() - 11 * 3_600_000;
    const later = (await freeSlots(dealId)).at(-1)!.slots.at(-1)!.startsAt;
    expect(refusalCode(await send(dealId, customer, at(later)))).toBe("tooLateToReschedule");
    expect(await bookings(later)).toEqual([]);
    expect(await send(dealId, staffCalled("Maya"), at(later))).toMatchObject({ status: "applied" });
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { journalIdle } from "#app/deals/deal-journal.server";
import { useEffectQueue } from "#app/deals/deal-effect-queue.server";
import { freeDrives } from "#app/delivery/book-drive.server";
import { readDeliveryBoard } from "#app/delivery/delivery-board.server";
import { bookDriveOn } from "#app/delivery/test-drive.server";
import { flushSummaries, startSummaries } from "#app/deals/deal-summaries.server";
import { enqueueDealEffect } from "#app/effects/run-deal-effect.server";
import { env } from "#app/platform/env.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { lakesideId, lakesidePolicy } from "#prisma/seed/rooftop";
import { contextNow, newDeal, openDealStore, staffCalled, tell, type TestDeal } from "#tests/support/deal-store";
import { takenOverItems } from "#tests/support/open-before-keys";
import { readyDeal } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
const [maya, walt, ines] = [staffCalled("Maya"), staffCalled("Walt"), staffCalled("Ines")];
beforeAll(async () => {
  await openDealStore(database);
  await startSummaries();
});
beforeEach(() => useEffectQueue(enqueueDealEffect));
afterAll(() => {
  env.CLOCK_OFFSET_MS = 0;
});

/** A customer of that language with an address of their own; answers how to read their mails of one kind. */
async function withMail({ dealId, shopperId, customer }: TestDeal, locale: "en" | "fr") {
  const email = `${randomUUID()}@example.test`;
  await database.prisma.shopper.update({ where: { id: shopperId }, data: { locale } });
  await tell(dealId, customer, {
    type: "customer.identified",
    firstName: "Rosa",
    lastName: "Quill",
    email,
    phone: "",
  });
  return async (kind: string) => {
    await runDueJobs();
    await runDueJobs();
    return database.prisma.outboxMessage.findMany({
      where: { to: email, key: { startsWith: `${kind}:` } },
      orderBy: { createdAt: "asc" },
    });
  };
}

describe.each([
  ["en", "is ready", "is booked for", "is cancelled"],
  ["fr", "est prête", "est réservé", "est annulé"],
] as const)("[Y9] [Z1] mails in %s", (locale, ready, booked, cancelled) => {
  it("tell each station of the car once", async () => {
    const deal = await readyDeal(database);
    const mails = await withMail(deal, locale);
    await tell(deal.dealId, walt, { type: "deal.freezeRequested" });
    const step = { type: "handover.tracked", step: "ready", expectedAt: null, driver: "" } as const;
    await tell(deal.dealId, maya, step);
    await tell(deal.dealId, maya, step);
    const sent = await mails("tracked");
    expect(sent).toHaveLength(1);
    expect(sent[0]!.text).toContain(ready);
    expect(sent[0]!.text).toContain("/resume");
    expect(sent[0]!.subject).not.toContain("{");
  });

  it("tell of a test drive that is booked, and of one that is cancelled", async () => {
    const deal = await newDeal(database, { condition: "used", fuel: "gasoline" });
    const { dealId, customer } = deal;
    const mails = await withMail(deal, locale);
    const { stockNumber } = (await contextNow(dealId)).vehicle.vehicle!;
    const free = (await freeDrives(lakesidePolicy, stockNumber)).flatMap(({ slots }) => slots).find((one) => one.free)!;
    const form = new FormData();
    form.set("startsAt", free.startsAt);
    form.set("editSeed", randomUUID());
    expect(await bookDriveOn(dealId, customer, form)).toBeNull();
    const [first] = await mails("drive");
    expect(first!.text).toContain(booked);
    expect(first!.text).toContain(lakesidePolicy.address.street);
    const { driveId } = (await contextNow(dealId)).drives.list.at(-1)!;
    await tell(dealId, maya, { type: "drive.cancelled", driveId });
    const both = await mails("drive");
    expect(both).toHaveLength(2);
    expect(both[1]!.text).toContain(cancelled);
  });
});

describe("[Y14] the second delivery", () => {
  it("comes onto the board on the third day, is late after the seventh, and leaves it once seen to, with a mail", async () => {
    const deal = await readyDeal(database);
    const { dealId } = deal;
    const mails = await withMail(deal, "en");
    await tell(dealId, walt, { type: "deal.freezeRequested" }, { type: "deal.contracted" });
    await tell(dealId, ines, await takenOverItems(dealId), { type: "deal.delivered" });
    await journalIdle();
    await flushSummaries();
    const day = 24 * 3_600_000;
    const stateAfter = async (days: number) => {
      env.CLOCK_OFFSET_MS = days * day;
      const { afterKeys } = await readDeliveryBoard(lakesideId);
      return afterKeys.find((row) => row.dealId === dealId)?.followUp?.state ?? "not there";
    };
    expect([await stateAfter(1), await stateAfter(4), await stateAfter(9)]).toEqual(["not there", "due", "late"]);
    env.CLOCK_OFFSET_MS = 0;
    const serviceAt = "2027-03-01T15:00:00.000Z";
    await tell(dealId, maya, { type: "handover.followedUp", note: "", serviceAt, reviewAsked: true });
    expect(await stateAfter(4)).toBe("not there");
    env.CLOCK_OFFSET_MS = 0;
    const [mail] = await mails("follow-up");
    expect(mail!.text).toContain("first service");
    expect(mail!.text).toContain("How did we do?");
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import sharp from "sharp";
import { contextOf, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { balanceDue } from "#machines/deal/balance-due";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { cents } from "#machines/money/cents";
import { takenOverItems } from "#tests/support/open-before-keys";
import { freeDrives } from "#app/delivery/book-drive.server";
import { bookDriveOn } from "#app/delivery/test-drive.server";
import { drivePaper } from "#app/delivery/drive-paper.server";
import { keepLicense, readLicense } from "#app/delivery/drive-license.server";
import { readDeliveryBoard } from "#app/delivery/delivery-board.server";
import { freeSlots } from "#app/delivery/free-slots.server";
import { readHandoverPhoto, receiveHandoverPhoto } from "#app/delivery/handover-photos.server";
import { readHandoverReceipt } from "#app/delivery/handover-receipt.server";
import { readSignature } from "#app/delivery/kept-signatures.server";
import { signaturePicture } from "#app/delivery/signature-picture";
import { sweepTitleWork } from "#app/delivery/title-alarms.server";
import { dealActor } from "#app/accounts/deal-actor.server";
import { ledgerBalance } from "#app/payments/ledger.server";
import { settleCarReturn } from "#app/payments/settle-car-return.server";
import { env } from "#app/platform/env.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { flushSummaries, startSummaries } from "#app/deals/deal-summaries.server";
import { moneyPapers } from "#app/till/money-papers.server";
import { lakesideId, lakesidePolicy } from "#prisma/seed/rooftop";
import {
  contextNow,
  newDeal,
  openDealStore,
  refusalCode,
  send,
  staffCalled,
  stateOf,
  tell,
  type TestDeal,
} from "#tests/support/deal-store";
import { accepted, described, financed } from "#tests/support/trade-events";
import { freeTheCar } from "#tests/support/stand-in-payments";
import { answerMenu, readyDeal } from "#tests/support/ready-deal";
import { cameraSecrets, phonePhoto } from "#tests/support/sample-photos";
import { testDatabase } from "#tests/support/test-database";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";

const database = await testDatabase();
const [maya, walt, ines, gus] = ["Maya", "Walt", "Ines", "Gus"].map(staffCalled) as [
  ReturnType<typeof staffCalled>,
  ReturnType<typeof staffCalled>,
  ReturnType<typeof staffCalled>,
  ReturnType<typeof staffCalled>,
];

beforeAll(async () => {
  await openDealStore(database);
  await startSummaries();
});
afterAll(() => {
  env.CLOCK_OFFSET_MS = 0;
});

async function contractedDeal(): Promise<TestDeal> {
  const deal = await readyDeal(database);
  await tell(deal.dealId, walt, { type: "deal.freezeRequested" }, { type: "deal.contracted" });
  return deal;
}
async function handOver(deal: TestDeal): Promise<void> {
  await tell(deal.dealId, ines, await takenOverItems(deal.dealId), { type: "deal.delivered" });
  await runDueJobs();
}
const nextFree = async (dealId: string, skip = 0) =>
  (await freeSlots(dealId)).flatMap(({ slots }) => slots).filter(({ free }) => free)[skip]!.startsAt;

describe("[Y4] the time after the contract", () => {
  it("is moved by the customer: the old place is free again, the figures stand", async () => {
    const { dealId, customer } = await contractedDeal();
    const before = await stateOf(dealId);
    const old = contextOf(before).delivery.slot!;
    const startsAt = await nextFree(dealId, 9);
    await tell(dealId, customer, { type: "handover.timeRequested", startsAt });
    await runDueJobs();
    const after = await stateOf(dealId);
    expect(contextOf(after).handover.appointment?.startsAt).toBe(startsAt);
    expect(after.numbersRevision).toBe(before.numbersRevision);
    const rows = await database.prisma.deliveryBooking.findMany({ where: { dealId, releasedAt: null } });
    expect(rows.map(({ slotStart }) => slotStart.toISOString())).toEqual([startsAt]);
    expect(rows.map(({ id }) => id)).not.toContain(old.bookingId);
  });

  it("one driver brings one car at a time, however many lanes there are", async () => {
    const homes = await Promise.all([newDeal(database), newDeal(database)]);
    for (const { dealId, customer } of homes)
      await tell(
        dealId,
        customer,
        { type: "delivery.methodChosen", method: "home" },
        { type: "delivery.addressStated", street: "3 Alder Court", city: "Lakeside", region: "IL", postcode: "62104" },
      );
    const startsAt = await nextFree(homes[0]!.dealId, 30);
    const answers = await Promise.all(
      homes.map(({ dealId, customer }) => send(dealId, customer, { type: "delivery.slotRequested", startsAt })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["applied", "refused"]);
    const loser = homes[answers.findIndex(({ status }) => status === "refused")]!;
    const shown = (await freeSlots(loser.dealId)).flatMap(({ slots }) => slots);
    expect(shown.find((slot) => slot.startsAt === startsAt)?.free).toBe(false);
  });
});

describe("[Y6] [Y8] from the contract to the keys", () => {
  it("photos lose what the camera wrote, signatures are kept encrypted, the receipt has its hash", async () => {
    const deal = await contractedDeal();
    const { dealId } = deal;
    expect(refusalCode(await send(dealId, maya, { type: "deal.delivered" }))).toBe("notReadyForKeys");

    const answer = await receiveHandoverPhoto(
      { dealId, actor: maya, bytes: await phonePhoto() },
      { place: "mark", note: "Chip on the hood" },
    );
    expect(answer).toMatchObject({ status: "applied" });
    const { photoId } = (await contextNow(dealId)).handover.photos[0]!;
    const photo = await readHandoverPhoto(dealId, photoId, "full");
    for (const secret of Object.values(cameraSecrets)) expect(photo!.bytes.includes(secret)).toBe(false);
    expect(await readHandoverPhoto("d-other", photoId, "full")).toBeNull();
    const bad = await receiveHandoverPhoto(
      { dealId, actor: maya, bytes: Buffer.from("x") },
      { place: "front", note: "" },
    );
    expect(bad).toEqual({ refusedFile: "notAPhoto" });

    const strokes = "10,20 30,40;50,60 70,80";
    await tell(dealId, maya, { type: "handover.signRequested", party: "customer", name: "Rosa Quill", strokes });
    const signature = (await contextNow(dealId)).handover.signatures[0]!;
    expect(await readSignature(dealId, signature.signatureId!)).toBe(strokes);
    const row = await database.prisma.drawnSignature.findUniqueOrThrow({ where: { id: signature.signatureId! } });
    expect(row.sealed).not.toContain("10,20");
    expect(signaturePicture(strokes)).toContain('d="M10,20L30,40M50,60L70,80"');

    await tell(dealId, maya, { type: "handover.signRequested", party: "store", name: "Maya Okonjo", strokes: null });
    const signed = (await contextNow(dealId)).handover.signatures;
    expect(new Set(signed.map(({ contentHash }) => contentHash)).size).toBe(1);
    await handOver(deal);
    const receipt = await readHandoverReceipt(dealId);
    expect(receipt).toMatchObject({ intact: true, sha256: /^[0-9a-f]{64}$/ });
    expect(JSON.parse(receipt!.content)).toMatchObject({ kind: "handoverReceipt", buyer: "Rosa Quill" });
    await database.query(`update "HandoverReceipt" set "content" = "content" || ' ' where "dealId" = $1`, [dealId]);
    expect((await readHandoverReceipt(dealId))?.intact).toBe(false);
  });

  it("[Y5] the board shows lights, blockers with owner and time, and the day", async () => {
    const { dealId } = await contractedDeal();
    await flushSummaries();
    const board = await readDeliveryBoard(lakesideId);
    const row = board.days.flatMap(({ rows }) => rows).find((one) => one.dealId === dealId)!;
    expect(row.lights).toMatchObject({
      money: expect.stringMatching(/amber|red/),
      release: expect.stringMatching(/amber|red/),
    });
    expect(row.blockers.length).toBeGreaterThan(5);
    for (const { ownerRole, dueAt } of row.blockers) {
      expect(["fniManager", "salesperson"]).toContain(ownerRole);
      expect(dueAt).not.toBeNull();
    }
  });
});

describe("[Y11] a car comes back", () => {
  it("deposit, stock and deal are put back once, whatever runs twice", async () => {
    const deal = await contractedDeal();
    const { dealId, customer } = deal;
    await handOver(deal);
    const { vehicle } = await contextNow(dealId);
    const { stockNumber, mileage } = vehicle.vehicle!;
    const statusNow = async () => (await database.prisma.vehicle.findUniqueOrThrow({ where: { stockNumber } })).status;
    expect(await statusNow()).toBe("sold");

    const odometer = mileage + 260;
    await tell(dealId, customer, { type: "returns.requested", odometer, reason: "Too small", asDelivered: true });
    await tell(dealId, ines, { type: "returns.acceptRequested", odometer, asDelivered: true, trades: "none" });
    const { statement } = (await contextNow(dealId)).returns.request!;
    // 250 miles are free; the ten over them cost a dollar each.
    expect(statement).toMatchObject({ mileageFee: 1_000, restockingFee: 0, byDeposit: 50_000 });
    expect(statement!.total).toBe(statement!.paidIn - 1_000);
    await runDueJobs();
    await runDueJobs();
    const after = await stateOf(dealId);
    expect(contextOf(after).returns.request?.status).toBe("unwound");
    expect(contextOf(after).deposit.status).toBe("refunded");
    expect(lifeOf(after)).toBe("delivered");
    expect(await statusNow()).toBe("live");
    const refunds = await database.prisma.ledgerEntry.findMany({ where: { dealId, kind: "refund" } });
    expect(refunds.map(({ amount }) => amount)).toEqual([50_000, 50_000]);
    await tell(dealId, ines, { type: "returns.settled", method: "cash" });
    expect(refusalCode(await send(dealId, ines, { type: "returns.settled" }))).toBe("noReturn");
  });

  it("[Y12] the whole sale is undone to the cent: desk deposit, cheque, old car, product, stock; each movement one pair", async () => {
    const deal = await newDeal(database, { condition: "new", fuel: "electric" });
    const { dealId, customer } = deal;
    await freeTheCar();
    await tell(
      dealId,
      customer,
      { type: "customer.identified", firstName: "Rosa", lastName: "Quill", email: "", phone: "" },
      { type: "customer.addressStated", street: "3 Alder Court", city: "Lakeside", region: "IL", postcode: "62104" },
      described(),
      ...financed(),
    );
    await tell(dealId, gus, { type: "trade.acvAppraised", acv: cents(1_450_000), recon: cents(0) });
    await tell(dealId, ines, { type: "trade.offerProposed", allowance: cents(1_450_000), reasons: [], note: "" });
    const { offerId } = (await contextNow(dealId)).trade.offer!;
    await tell(dealId, customer, accepted(offerId), {
      type: "finance.cellAdopted",
      termMonths: 60,
      cashDown: cents(300_000),
    });
    await answerMenu(deal);
    await tell(dealId, maya, { type: "deposit.deskPaymentRequested", method: "cash", reference: "" });
    const check = { type: "tender.recorded", method: "check", amount: cents(120_000), reference: "118" } as const;
    await tell(dealId, maya, { ...check, promise: null });
    await tell(dealId, customer, { type: "delivery.methodChosen", method: "pickup" });
    await tell(dealId, customer, { type: "delivery.slotRequested", startsAt: await nextFree(dealId, 20) });
    await tell(dealId, ines, { type: "trade.verificationWaived", reason: "Known car" });
    await tell(dealId, customer, { type: "finance.termsAgreed" });
    await tell(dealId, walt, { type: "customer.identityVerified", method: "license" });
    await tell(dealId, walt, { type: "deal.freezeRequested" }, { type: "deal.contracted" });
    await handOver(deal);
    const left = async () => {
      const state = await stateOf(dealId);
      const sheet = dealWorksheet({ ...contextOf(state), kept: statusesOf(state).kept });
      const { due, left, over } = balanceDue(contextOf(state), sheet?.chosen)!;
      return { due, left, over };
    };
    const before = await left();
    expect(before.left).toBe(before.due - 50_000 - 120_000);

    const { stockNumber, mileage } = (await contextNow(dealId)).vehicle.vehicle!;
    const odometer = mileage + 260;
    await tell(dealId, customer, { type: "returns.requested", odometer, reason: "", asDelivered: true });
    await tell(dealId, ines, { type: "returns.acceptRequested", odometer, asDelivered: true, trades: "paidOut" });
    const { statement, productsCancelled } = (await contextNow(dealId)).returns.request!;
    // Brought in: 500.00 and 1,200.00, whatever else was due; equity 14,500.00 − 9,180.00; ten miles at a dollar.
    expect(statement).toMatchObject({ paidIn: 170_000, trades: 532_000, mileageFee: 1_000, total: 701_000 });
    expect(statement).toMatchObject({ byDeposit: 50_000, atDesk: 651_000 });
    expect(productsCancelled).toEqual(["key"]);
    expect(await left()).toEqual({ due: -531_000, left: 0, over: 701_000 });
    await runDueJobs();
    expect(await left()).toEqual({ due: -531_000, left: 0, over: 651_000 });
    expect(refusalCode(await send(dealId, maya, { ...check, promise: null }))).toBe("returnAsked");
    expect(refusalCode(await send(dealId, ines, { type: "returns.settled" }))).toBe("malformed");
    expect(refusalCode(await send(dealId, maya, { type: "returns.settled", method: "check" }))).toBe("notAllowed");
    await tell(dealId, walt, { type: "returns.settled", method: "check" });
    await runDueJobs();
    await settleCarReturn(dealId);
    expect(await left()).toEqual({ due: -531_000, left: 0, over: 0 });

    const entries = await database.prisma.ledgerEntry.findMany({ where: { dealId }, orderBy: { id: "asc" } });
    // Jobs run in any order, so the movements are compared as a set.
    const pairs = entries.filter(({ side }) => side === "debit").map(({ kind, amount }) => `${kind} ${amount}`);
    expect(pairs.toSorted()).toEqual([
      "carReturnFees 1000",
      "carReturnTradeKept 532000",
      "deskCash 50000",
      "deskCheck 120000",
      "deskCheckReturned 651000",
      "payoutCash 50000",
      "refundOwed 50000",
    ]);
    expect(entries.filter(({ side }) => side === "credit")).toHaveLength(pairs.length);
    for (const account of ["customerDeposits", "refundsOwed", "tillCash"] as const)
      expect(await ledgerBalance(account, dealId), account).toBe(0);
    const given = entries.find(({ kind }) => kind === "payoutCash")!;
    expect(given).toMatchObject({ reason: "carReturned", by: { id: walt.staffId, approvedBy: ines.staffId } });
    expect(entries.find(({ kind }) => kind === "refundOwed")).toMatchObject({ by: { id: ines.staffId } });
    const back = (await moneyPapers(dealId)).filter(({ kind }) => kind === "refundReceipt");
    expect(back.map(({ about, amount, way }) => [about, amount, way])).toEqual([
      ["D1-R", 50_000, "cash"],
      ["C", 651_000, "check"],
    ]);
    const car = await database.prisma.vehicle.findUniqueOrThrow({ where: { stockNumber } });
    expect(car).toMatchObject({ status: "live", mileage: odometer });
    const step = await database.prisma.vehicleTransition.findFirst({ where: { stockNumber, reason: "returned" } });
    expect(step).toMatchObject({ from: "sold", to: "live", dealId, by: { firstName: "Ines" } });
    expect(await database.prisma.vehicleHold.count({ where: { stockNumber, releasedAt: null } })).toBe(0);
  });

  it("a salesperson takes no car back, and too many miles are refused by their rule's name", async () => {
    const deal = await contractedDeal();
    await handOver(deal);
    const { mileage } = (await contextNow(deal.dealId)).vehicle.vehicle!;
    const asked = { type: "returns.requested", odometer: mileage + 401, reason: "", asDelivered: true } as const;
    expect(await send(deal.dealId, deal.customer, asked)).toMatchObject({
      refusal: { code: "returnTooManyMiles", params: { name: "Lakeside 7-day return", count: 400 } },
    });
    await tell(deal.dealId, deal.customer, { ...asked, odometer: mileage });
    const accept = { type: "returns.acceptRequested", odometer: mileage, asDelivered: true, trades: "none" } as const;
    expect(refusalCode(await send(deal.dealId, maya, accept))).toBe("notAllowed");
  });
});

describe("[Y10] papers that are due", () => {
  it("raise one alarm a date, in the deal and by mail, and none to the customer", async () => {
    const deal = await contractedDeal();
    await tell(deal.dealId, walt, { type: "staff.assignmentRequested", staffId: walt.staffId });
    await handOver(deal);
    await flushSummaries();
    env.CLOCK_OFFSET_MS = 21 * 24 * 3_600_000;
    await sweepTitleWork();
    await sweepTitleWork();
    const { titleWork } = await contextNow(deal.dealId);
    const raised = titleWork.alarms.map(({ about, level }) => `${about} ${level}`).toSorted();
    expect(raised).toEqual(["application late", "feesPaid late"]);
    const mails = await database.prisma.outboxMessage.findMany({
      where: { key: { startsWith: `title:${deal.dealId}` } },
    });
    expect(mails).toHaveLength(2);
    env.CLOCK_OFFSET_MS = 0;
  });
});

describe("[Z1] [Z2] test drives", () => {
  const bookForm = (startsAt: string, rest: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ startsAt, editSeed: randomUUID(), ...rest })) form.set(name, value);
    return form;
  };
  const driveOf = async (dealId: string) => (await contextNow(dealId)).drives.list.at(-1)!;
  const freeTime = async (stockNumber: string) =>
    (await freeDrives(lakesidePolicy, stockNumber)).flatMap(({ slots }) => slots).find(({ free }) => free)!.startsAt;

  it("one car goes out once at a time: of two who ask at once one is told", async () => {
    const deals = await Promise.all([newDeal(database), newDeal(database)]);
    const { stockNumber } = (await contextNow(deals[0]!.dealId)).vehicle.vehicle!;
    const startsAt = await freeTime(stockNumber);
    const answers = await Promise.all(
      deals.map(({ dealId, customer }) => bookDriveOn(dealId, customer, bookForm(startsAt))),
    );
    expect(answers.map((refusal) => refusal?.code ?? "booked").toSorted()).toEqual(["booked", "slotTaken"]);
    const shown = (await freeDrives(lakesidePolicy, stockNumber)).flatMap(({ slots }) => slots);
    expect(shown.find((slot) => slot.startsAt === startsAt)?.free).toBe(false);
    const winner = deals[answers.indexOf(null)]!;
    await tell(winner.dealId, winner.customer, {
      type: "drive.cancelled",
      driveId: (await driveOf(winner.dealId)).driveId,
    });
    await runDueJobs();
    expect(await freeTime(stockNumber)).toBe(startsAt);
  });

  it("the license is kept encrypted and for staff, the agreement is a paper, and the car leaves with both", async () => {
    const { dealId, customer } = await newDeal(database, { fuel: "electric" });
    const { stockNumber } = (await contextNow(dealId)).vehicle.vehicle!;
    expect(await bookDriveOn(dealId, customer, bookForm(await freeTime(stockNumber)))).toBeNull();
    const { driveId } = await driveOf(dealId);
    const leave = { type: "drive.left", driveId, plate: "D-12" } as const;
    expect(refusalCode(await send(dealId, maya, leave))).toBe("driveNeedsLicense");
    expect(await keepLicense({ dealId, driveId, actor: maya, bytes: await phonePhoto() })).toHaveProperty(
      "status",
      "applied",
    );
    const row = await database.prisma.driveLicense.findUniqueOrThrow({ where: { driveId } });
    expect(row.sealed.startsWith("v1.")).toBe(true);
    expect((await sharp((await readLicense(dealId, driveId)) ?? undefined).metadata()).format).toBe("jpeg");
    expect(await readLicense("d-other", driveId)).toBeNull();
    await tell(dealId, customer, { type: "drive.signRequested", driveId, name: "Rosa Quill", strokes: null });
    await tell(dealId, maya, leave, { type: "drive.ended", driveId });
    const drive = await driveOf(dealId);
    expect(drive).toMatchObject({ status: "back", plate: "D-12", signature: { name: "Rosa Quill" } });
    const paper = await drivePaper(await contextNow(dealId), drive, "en");
    if (!hasPdftotext) return;
    const text = pdfText(paper);
    for (const part of ["Test drive agreement", "Rosa Quill", "D-12"]) expect(text).toContain(part);
  });

  it("at home only as far as the store goes, and only with an address", async () => {
    const { dealId, customer } = await newDeal(database, { condition: "used", fuel: "gasoline" });
    const { stockNumber } = (await contextNow(dealId)).vehicle.vehicle!;
    const startsAt = await freeTime(stockNumber);
    const home = (rest: Record<string, string> = {}) => bookForm(startsAt, { place: "home", ...rest });
    expect((await bookDriveOn(dealId, customer, home()))?.code).toBe("homeAddressMissing");
    const far = { street: "1 Far Lane", city: "Cairo", region: "IL", postcode: "62140" };
    expect((await bookDriveOn(dealId, customer, home(far)))?.code).toBe("driveNotAtHome");
    expect(await bookDriveOn(dealId, customer, home({ ...far, postcode: "62104" }))).toBeNull();
    expect((await driveOf(dealId)).place).toBe("home");
  });

  it("nobody of another store reaches a deal's drive", async () => {
    const { dealId } = await newDeal(database);
    const stranger = { ...maya, kind: "staff" as const, rooftopId: "harbour", sessionId: "s" };
    expect(await dealActor(stranger, dealId)).toBeNull();
  });
});

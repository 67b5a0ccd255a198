import { beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import { simulatedProgrammes } from "#machines/lending/simulated-programmes";
import { giveNotice } from "#app/credit/adverse-action.server";
import { openSealedView } from "#app/credit/sealed-views.server";
import { opensSealedPaper } from "#app/credit/sealed-papers.server";
import { requiredOf } from "#app/documents/draw-document.server";
import { readDocument } from "#app/documents/jacket-documents.server";
import { decideUpload, receiveUpload } from "#app/documents/receive-upload.server";
import { movePackage, sendPackage } from "#app/lenders/funding-board.server";
import { connectLenders } from "#app/lenders/lender-network.server";
import { simulatedLender } from "#app/lenders/simulated-lender.server";
import { agreeSpotDelivery } from "#app/lenders/spot-delivery.server";
import { moveStip, receivePaper, sharePapers } from "#app/lenders/stips.server";
import { submitApplication } from "#app/lenders/submit-application.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { connectDocumentPorts } from "#app/server/document-ports.server";
import { buildJacket } from "#app/signing/build-jacket.server";
import { applied, staffWith } from "#tests/app/credit/credit-people";
import { newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { pdfText } from "#tests/support/pdf-text";
import { readyDeal } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(async () => {
  await openDealStore(database);
  connectDocumentPorts();
  connectLenders(simulatedProgrammes.map((programme) => simulatedLender({ ...programme, answersAfterSeconds: 0 })));
});

const walt = staffCalled("Walt");
const by = { staffId: walt.staffId, firstName: walt.firstName, lastName: walt.lastName, rooftopId: walt.rooftopId };
const system = { kind: "system", name: "credit" } as const;
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
let number = 0;
const rosa = () => ({
  firstName: "Rosa",
  lastName: "Quill",
  licenceName: "Rosa Quill",
  postcode: "62104",
  monthlyIncome: "14000",
  governmentNumber: `900${70 + (number += 1)}99${10 + number}`,
});

const keysOf = async (dealId: string) => (await requiredOf(dealId, await stateOf(dealId))).map(({ key }) => key);
const stipOf = (dealId: string, kind: string) => database.prisma.stip.findFirstOrThrow({ where: { dealId, kind } });
const uploadsOf = (dealId: string) => database.prisma.jacketUpload.findMany({ where: { dealId } });

/** A deal that only has to be frozen, applied for and answered by a lender that wants papers. */
async function answeredDeal(lender = "birch") {
  const deal = await readyDeal(database);
  const applicationId = await applied({ dealId: deal.dealId, rooftopId: walt.rooftopId }, rosa());
  const sent = await submitApplication(deal.dealId, lender, by);
  if (!sent.ok) throw new Error(sent.reason);
  await runDueJobs();
  return { ...deal, applicationId, submissionId: sent.submissionId };
}

async function writtenOn({ dealId, customer, submissionId }: Awaited<ReturnType<typeof answeredDeal>>) {
  await tell(dealId, walt, { type: "credit.chosen", submissionId });
  await sharePapers(dealId, submissionId);
  await tell(dealId, customer, { type: "finance.termsAgreed" });
}

describe("required documents", () => {
  it("see the lender's papers, a car that goes first, a refusal and a co-buyer", async () => {
    const deal = await answeredDeal("cedar");
    const { dealId } = deal;
    expect(await keysOf(dealId)).not.toContain("incomeProof");
    await writtenOn(deal);
    const [required] = (await requiredOf(dealId, await stateOf(dealId))).filter(({ key }) => key === "incomeProof");
    expect(required).toMatchObject({ reason: "lenderAsks", due: "funding" });
    expect(await keysOf(dealId)).not.toContain("conditionalDelivery");
    expect((await agreeSpotDelivery(dealId, 12, by)).ok).toBe(true);
    expect(await keysOf(dealId)).toContain("conditionalDelivery");
    expect(await keysOf(dealId)).not.toContain("creditApplication:coBuyer");
    await tell(dealId, system, {
      type: "seat.invited",
      seatId: "seat-ports",
      kind: "coBuyer",
      relation: "spouse",
      scope: "edit",
      name: "Omar",
    });
    expect(await keysOf(dealId)).toContain("creditApplication:coBuyer");
  });

  it("[CRED-02] hold a notice as it was given, final and kept, whether or not the deal is frozen", async () => {
    const { dealId } = await newDeal(database);
    const id = await applied({ dealId, rooftopId: walt.rooftopId }, rosa());
    expect(await keysOf(dealId)).not.toContain("adverseAction");
    const task = await database.prisma.adverseActionTask.findFirstOrThrow({ where: { applicationId: id } });
    const priya = await staffWith(walt.rooftopId, "fniManager");
    const agency = { name: "Meridian Credit Reports (demo)", address: "PO Box 100, Lakeside", phone: "555 0100" };
    const notice = {
      reasons: ["incomeInsufficient"],
      creditor: "Alder Grove Bank",
      creditorAddress: "1 Grove Way",
      agency,
    };
    expect(await giveNotice(task.id, { ...notice, score: null }, priya)).toEqual({ ok: true });
    await runDueJobs();
    expect(await keysOf(dealId)).toContain("adverseAction");
    const kept = await database.prisma.jacketDocument.findFirstOrThrow({ where: { dealId, kind: "adverseAction" } });
    const read = (await readDocument(dealId, "adverseAction", "sealed"))!;
    expect(read.sha256).toBe(kept.sha256);
    const text = pdfText(read.bytes);
    for (const words of ["Alder Grove Bank", "1 Grove Way", "Income insufficient", "PO Box 100"])
      expect(text).toContain(words);
    expect(text).not.toContain("DRAFT");
  });
});

describe("[C4] [SEC-03] papers of somebody's credit", () => {
  it("say their values in the sealed rendering alone, and the number by its last four", async () => {
    const deal = await answeredDeal("alder");
    const { dealId, customer } = deal;
    const draft = pdfText((await readDocument(dealId, "creditApplication", "sealed"))!.bytes);
    expect(draft).toContain("is sealed");
    await writtenOn(deal);
    await tell(dealId, walt, { type: "deal.freezeRequested" });
    const values = ["Canarybird Instruments", "14,000", "Q999-8713-5551", "March 14, 1987", "•••-••-"];
    const sealed = pdfText((await readDocument(dealId, "creditApplication", "sealed"))!.bytes);
    for (const value of values) expect(sealed).toContain(value);
    expect(sealed).not.toMatch(/900\d{6}/);
    const open = pdfText((await readDocument(dealId, "creditApplication"))!.bytes);
    for (const value of values) expect(open).not.toContain(value);
    expect(open).toContain("is sealed");
    const notice = pdfText((await readDocument(dealId, "creditScoreNotice", "sealed"))!.bytes);
    expect(notice).toContain("Scores range");
    expect(pdfText((await readDocument(dealId, "creditScoreNotice"))!.bytes)).toContain("score is sealed");

    const jacket = async (opens?: () => Promise<boolean>) => pdfText((await buildJacket(dealId, null, opens))!.bytes);
    expect(await jacket()).not.toContain("Canarybird");
    expect(await jacket(() => Promise.resolve(true))).toContain("Canarybird");

    const application = await database.prisma.creditApplication.findUniqueOrThrow({
      where: { id: deal.applicationId },
    });
    const priya = await staffWith(walt.rooftopId, "fniManager");
    const ines = await staffWith(walt.rooftopId, "salesManager", "Ines");
    const may = (person: typeof priya) => opensSealedPaper(person, walt, dealId, "");
    expect(await may(priya)).toBe(false);
    expect((await openSealedView(priya, application, { reason: "Lender asks for it", code: "" })).ok).toBe(true);
    expect([await may(priya), await may(ines)]).toEqual([true, false]);
    const shopper = { kind: "shopper", shopperId: "theirs", sessionId: "their-browser" } as const;
    expect(await opensSealedPaper(shopper, customer, dealId, "")).toBe(false);
    await database.prisma.creditAccess.create({
      data: {
        applicationId: application.id,
        sessionId: "their-browser",
        openedAt: new Date(),
        lastSeenAt: new Date(),
      },
    });
    expect(await opensSealedPaper(shopper, customer, dealId, "")).toBe(true);
    expect(await opensSealedPaper(shopper, customer, dealId, "coBuyer")).toBe(false);
  });
});

describe("finance desk N6, N7: stips, uploads and funding are one", () => {
  it("what the customer sends for the lender lies in the jacket, and what is refused there is asked for again", async () => {
    const deal = await answeredDeal("cedar");
    const { dealId } = deal;
    const income = await stipOf(dealId, "income");
    expect(await receivePaper(dealId, income.id, png)).toEqual({ ok: true });
    expect(await uploadsOf(dealId)).toEqual([]);
    await writtenOn(deal);
    const [upload] = await uploadsOf(dealId);
    expect(upload).toMatchObject({ kind: "incomeProof", status: "waiting" });
    await decideUpload(dealId, upload!.id, { accepted: false, reason: "Older than 30 days", by: "Walt" });
    expect(await stipOf(dealId, "income")).toMatchObject({ state: "refused", note: "Older than 30 days" });

    const again = await receiveUpload({
      dealId,
      key: "incomeProof",
      actor: deal.customer,
      name: "stub.png",
      bytes: png,
    });
    if (!again.ok) throw new Error(again.reason);
    expect((await stipOf(dealId, "income")).state).toBe("received");
    expect(await moveStip(income.id, walt.rooftopId, "sent", null, "Walt Emberly")).toBe(true);
    expect(await database.prisma.jacketUpload.findUniqueOrThrow({ where: { id: again.uploadId } })).toMatchObject({
      status: "accepted",
      decidedBy: "Walt Emberly",
    });
  });

  it("a package waits for open papers, goes with the contract as it was approved, and settles what was sent", async () => {
    const deal = await answeredDeal("birch");
    const { dealId, submissionId } = deal;
    await writtenOn(deal);
    await tell(dealId, walt, { type: "deal.freezeRequested" }, { type: "deal.contracted" });
    expect(await sendPackage(dealId, by)).toEqual({ ok: false, reason: "stipsOpen" });
    for (const { id } of await database.prisma.stip.findMany({ where: { dealId } })) {
      expect(await receivePaper(dealId, id, png)).toEqual({ ok: true });
      expect(await moveStip(id, walt.rooftopId, "sent", null, "Walt Emberly")).toBe(true);
    }
    const { credit } = contextOf(await stateOf(dealId));
    const known = credit!.answers.find((answer) => answer.submissionId === submissionId)!;
    const { sent: _, at: __, lender: ___, ...answer } = known;
    await tell(dealId, system, {
      type: "credit.answered",
      ...answer,
      version: answer.version + 1,
      amount: (answer.amount! - 1) as never,
    });
    expect(await sendPackage(dealId, by)).toEqual({ ok: false, reason: "contractDiffers" });
    await tell(dealId, system, { type: "credit.answered", ...answer, version: answer.version + 2 });
    const sent = await sendPackage(dealId, by);
    if (!sent.ok) throw new Error(sent.reason);
    expect(await movePackage(sent.packageId, "funded", "", by)).toBe(true);
    expect((await database.prisma.stip.findMany({ where: { dealId } })).map(({ state }) => state)).toEqual(["cleared"]);
  });
});

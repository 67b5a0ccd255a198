import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import { simulatedProgrammes } from "#machines/lending/simulated-programmes";
import { mailCreditLink } from "#app/credit/credit-link.server";
import { openSealedView } from "#app/credit/sealed-views.server";
import { receiveUpload } from "#app/documents/receive-upload.server";
import { connectLenders } from "#app/lenders/lender-network.server";
import { simulatedLender } from "#app/lenders/simulated-lender.server";
import { moveStip, receivePaper } from "#app/lenders/stips.server";
import { submitApplication } from "#app/lenders/submit-application.server";
import { rehash } from "#app/lenders/talk-to-lender.server";
import { getBlob } from "#app/platform/blobs.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { connectDocumentPorts } from "#app/server/document-ports.server";
import { newDeal, openDealStore, stateOf, tell } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";
import { applied, dumpOf, staffWith, standsIn } from "./credit-people";

const database = await testDatabase();
beforeAll(() => openDealStore(database));
const applicationOf = (id: string) => database.prisma.creditApplication.findUniqueOrThrow({ where: { id } });

describe("[SEC-01] a dump of the database", () => {
  it("holds nothing of either applicant's after applying, papers, lenders, mail and jobs", async () => {
    connectDocumentPorts();
    connectLenders(simulatedProgrammes.map((programme) => simulatedLender({ ...programme, answersAfterSeconds: 0 })));
    const { dealId, customer } = await newDeal(database);
    const { rooftopId } = contextOf(await stateOf(dealId)).store;
    await tell(dealId, customer, { type: "finance.methodChosen", method: "finance" });
    const deal = { dealId, rooftopId };
    const co = {
      firstName: "Bram",
      licenceName: "Bram Quarrington",
      dateOfBirth: "1984-11-29",
      street: "8812 Planted Heron Court",
      employer: "Heronbird Works",
      monthlyIncome: "9293",
      licenceNumber: "B555-1312-9991",
      governmentNumber: "900641997",
    };
    const ids = [
      await applied(deal, { governmentNumber: "900539998", monthlyIncome: "18137" }),
      await applied(deal, co, "coBuyer"),
    ];
    for (const id of ids)
      await mailCreditLink(await applicationOf(id), { email: "both@example.test", locale: "en", store: "Lakeside" });
    const walt = await staffWith(rooftopId, "fniManager", "Walt");
    const sent = [];
    for (const lender of ["alder", "cedar"]) sent.push(await submitApplication(dealId, lender, walt));
    await runDueJobs();
    const answered = sent.flatMap((one) => (one.ok ? [one.submissionId] : []));
    expect(answered).toHaveLength(2);
    expect(await rehash(answered[0]!, { amount: null, termMonths: 48, waive: [], note: "Trade came up" }, walt)).toBe(
      true,
    );
    const pdf = await PDFDocument.create();
    pdf.setTitle("Heronbird pay stub 9293");
    pdf.addPage([200, 200]).drawText("900641997 Heronbird", { x: 10, y: 100, size: 9 });
    const stips = await database.prisma.stip.findMany({ where: { dealId } });
    expect(stips.length).toBeGreaterThan(0);
    const paper = await pdf.save();
    for (const { id } of stips) expect(await receivePaper(dealId, id, paper)).toEqual({ ok: true });
    const licence = { dealId, key: "licenceCopy", actor: customer, bytes: paper };
    expect((await receiveUpload({ ...licence, name: "licence.pdf" })).ok).toBe(true);
    for (const { id } of stips) expect(await moveStip(id, rooftopId, "sent", null, "Walt")).toBe(true);
    await runDueJobs();
    for (const id of ids)
      await openSealedView(walt, await applicationOf(id), { reason: "Lender asks for it", code: "" });

    const files = await database.prisma.jacketUpload.findMany({ where: { dealId } });
    const keys = [
      ...files.map(({ blobKey }) => blobKey),
      ...(await database.prisma.stip.findMany({ where: { dealId } })).flatMap(
        ({ sealedFileKey }) => sealedFileKey ?? [],
      ),
    ];
    expect(keys.length).toBeGreaterThan(2);
    const kept = await Promise.all(keys.map(async (key) => (await getBlob(key))?.bytes.toString("latin1") ?? ""));
    const everything = [await dumpOf(), ...kept].join("\n");
    const values = [
      ...Object.values(co).filter((value) => value !== "Bram" && value !== "Bram Quarrington"),
      "900539998",
      "18137",
      "1987-03-14",
      "4471 Seeded Canary Lane",
      "Canarybird",
      "Q999-8713-5551",
      "Heronbird",
    ];
    expect(values.filter((value) => standsIn(everything, value))).toEqual([]);
    // The net has no holes: what is told of them openly is found by it.
    expect(standsIn(everything, "Bram Quarrington")).toBe(true);
  });
});

import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import {
  adverseNoticesOf,
  clockState,
  COUNTER_DAYS,
  DECISION_DAYS,
  giveNotice,
  openClocks,
  startCounterClock,
} from "#app/credit/adverse-action.server";
import { openApplication, readyToSend, saveFields } from "#app/credit/credit-application.server";
import { creditFieldNames, creditStepNames, fieldsOfStep, nextStep } from "#app/credit/credit-fields";
import { readCreditForm } from "#app/credit/credit-form.server";
import { findCreditLink, mailCreditLink, openByCode, openedApplication } from "#app/credit/credit-link.server";
import { disposeOfCredit, setLegalHold } from "#app/credit/dispose-credit.server";
import { prequalify } from "#app/credit/prequalify.server";
import { programReport, programReportCsv, settleFlag } from "#app/credit/red-flags.server";
import { openFields, openValue, resealKeys, sealValue } from "#app/credit/sealed-fields.server";
import { alarmsOf, openSealedView, sealedSight, viewsOf } from "#app/credit/sealed-views.server";
import { auditHeads, verifyAudit } from "#app/audit/audit-trail.server";
import { lenderRequest, mayPull } from "#app/lenders/lender-request.server";
import { moveClock, resetSettings } from "#tests/app/accounts/people";
import { newDeal, openDealStore, stateOf } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";
import { applied, dumpOf, seeded, staffWith, standsIn } from "./credit-people";

const database = await testDatabase();
beforeAll(() => openDealStore(database));
afterEach(resetSettings);
const DAY = 86_400_000;

async function aDealOfCredit() {
  const { dealId } = await newDeal(database);
  const { rooftopId } = contextOf(await stateOf(dealId)).store;
  return { dealId, rooftopId };
}
const applicationOf = (id: string) => database.prisma.creditApplication.findUniqueOrThrow({ where: { id } });
const flagsOf = async (dealId: string) =>
  (await database.prisma.creditFlag.findMany({ where: { dealId }, orderBy: { code: "asc" } })).map(({ code }) => code);

describe("an application", () => {
  it("[C2] [SEC-01] lies sealed: a dump of the database holds no seeded value, and the deal knows an id", async () => {
    const deal = await aDealOfCredit();
    const id = await applied(deal);
    const dump = await dumpOf();
    const secret = [
      "900418812",
      "1987-03-14",
      "4471 Seeded Canary Lane",
      "Canarybird",
      "8137",
      "Q999-8713-5551",
      "1377",
    ];
    expect(secret.filter((value) => standsIn(dump, value))).toEqual([]);
    expect(await openFields(await applicationOf(id))).toMatchObject({ governmentNumber: seeded.governmentNumber });
    const { credit } = contextOf(await stateOf(deal.dealId));
    expect(credit?.applications).toMatchObject([{ applicationId: id, applicant: "buyer", status: "completed" }]);
  });

  it("[SEC-01] ciphertext moved to another row or column does not open, and equal values differ", async () => {
    const deal = await aDealOfCredit();
    const [one, other] = [await openApplication(deal, "buyer"), await openApplication(deal, "coBuyer")];
    const sealed = sealValue(one, "employer", "Acme");
    expect(sealed).not.toBe(sealValue(one, "employer", "Acme"));
    expect(openValue(one, "employer", sealed)).toBe("Acme");
    expect(() => openValue(one, "jobTitle", sealed)).toThrow(/does not belong/);
    expect(() => openValue(other, "employer", sealed)).toThrow(/does not belong/);
  });

  it("[SEC-02] keys are written again under the newest key, and old values still open", async () => {
    const deal = await aDealOfCredit();
    const id = await applied(deal);
    const before = await applicationOf(id);
    expect(await resealKeys()).toBeGreaterThan(0);
    const after = await applicationOf(id);
    expect(after.sealKey).not.toBe(before.sealKey);
    expect((await openFields(after)).employer).toBe(seeded.employer);
  });

  it("[C2] is asked for in steps, the number last; what cannot be read loses nothing else", async () => {
    expect(fieldsOfStep(creditStepNames.at(-1)!)).toEqual(["governmentNumber"]);
    const application = await openApplication(await aDealOfCredit(), "buyer");
    const unread = await saveFields(application, { firstName: "Ada", lastName: "Moss", dateOfBirth: "soon" });
    expect(unread).toEqual(["dateOfBirth"]);
    const values = await openFields(application);
    expect(values).toMatchObject({ firstName: "Ada", lastName: "Moss" });
    expect(nextStep(values)).toBe("name");
  });

  it("[C3] each part has a link and a code of its own, and opens in one browser alone", async () => {
    const deal = await aDealOfCredit();
    const [mine, theirs] = [await openApplication(deal, "buyer"), await openApplication(deal, "coBuyer")];
    const { code } = await mailCreditLink(mine, { email: "odalys@example.test", locale: "en", store: "Lakeside" });
    const mail = await database.prisma.outboxMessage.findFirstOrThrow({
      where: { to: "odalys@example.test" },
      orderBy: { createdAt: "desc" },
    });
    expect(mail.text).not.toContain(code);
    const link = await findCreditLink(/credit\/([\w-]{43})/.exec(mail.text)?.[1] ?? "");
    expect(await openByCode(link!, code === "000000" ? "111111" : "000000", "browser-a")).toBe(false);
    expect(await openByCode(link!, code, "browser-a")).toBe(true);
    expect((await openedApplication(mine.id, "browser-a"))?.id).toBe(mine.id);
    expect(await openedApplication(mine.id, "browser-b")).toBeNull();
    expect(await openedApplication(theirs.id, "browser-a")).toBeNull();
    moveClock(31 * 60_000);
    expect(await openedApplication(mine.id, "browser-a")).toBeNull();
  });

  it("[C3] goes to lenders when every part that was begun is complete", async () => {
    const deal = await aDealOfCredit();
    await openApplication(deal, "coBuyer");
    await applied(deal);
    expect(await readyToSend(deal.dealId)).toBeNull();
    await applied(deal, { governmentNumber: "900418899", firstName: "Bram" }, "coBuyer");
    expect(await readyToSend(deal.dealId)).toHaveLength(2);
  });

  it("[SEC-10] the number never comes back to a page: its last four do", async () => {
    const application = await openApplication(await aDealOfCredit(), "buyer");
    await saveFields(application, seeded);
    const form = await readCreditForm(application, "number", "en");
    expect(form.numberShown).toBe("•••-••-8812");
    expect(JSON.stringify(form)).not.toContain("900418812");
    expect(form.fields).toEqual([{ name: "governmentNumber", value: "" }]);
  });

  it("[CRED-03] asks nothing of sex, race, religion, origin, marriage or children", () => {
    const words = creditFieldNames.join(" ").toLowerCase();
    for (const word of [
      "sex",
      "gender",
      "race",
      "ethnic",
      "color",
      "religion",
      "origin",
      "nationality",
      "marital",
      "married",
      "spouse",
      "child",
      "pregnan",
    ])
      expect(words).not.toContain(word);
  });

  it("[CRED-04] a report is not looked at without a recorded purpose and consent; the soft look has its own", async () => {
    const deal = await aDealOfCredit();
    const id = await applied(deal);
    expect(await applicationOf(id)).toMatchObject({
      purpose: "creditTransaction",
      consentVersion: "application-2026-11",
    });
    await database.prisma.creditApplication.update({ where: { id }, data: { purpose: null } });
    expect(mayPull(await applicationOf(id))).toBe(false);
    const vehicle = {
      vin: "1HGBH41JXMN109186",
      condition: "new",
      year: 2026,
      make: "N",
      model: "S",
      mileage: 1,
      sellingPrice: 1,
    };
    const structure = {
      vehicle,
      contractYear: 2026,
      amountFinanced: 1,
      frontAmount: 1,
      productsTotal: 0,
      cashDown: 0,
      termMonths: 60,
      payment: 1,
    };
    await expect(lenderRequest({ id: "s", dealId: deal.dealId, structure })).rejects.toThrow(/recorded purpose/);
    expect(await prequalify(deal, { firstName: "A", lastName: "B", postcode: "1", agreed: false })).toEqual({
      ok: false,
      reason: "consent",
    });
  });

  it("[C1] a soft look gives a band and no application, and its score stays sealed", async () => {
    const deal = await aDealOfCredit();
    const answer = await prequalify(deal, { firstName: "Ada", lastName: "Moss", postcode: "60614", agreed: true });
    expect(answer.ok).toBe(true);
    const { credit } = contextOf(await stateOf(deal.dealId));
    expect(credit?.prequalified?.band).toBe(answer.ok && answer.band);
    expect(credit?.answers).toEqual([]);
  });
});

describe("raised points", () => {
  it("[CRED-05] each seeded case raises its own, and a named person settles it once", async () => {
    const deal = await aDealOfCredit();
    await applied(deal, { licenceName: "Somebody Else", licenceExpiry: "2020-01-01", governmentNumber: "900550001" });
    expect(await flagsOf(deal.dealId)).toEqual(["licenceExpired", "licenceMismatch"]);
    const twin = await aDealOfCredit();
    await applied(twin, { governmentNumber: "900550001" }, "buyer", { address: "203.0.113.9" });
    expect(await flagsOf(twin.dealId)).toEqual(["numberReused"]);
    const [flag] = await database.prisma.creditFlag.findMany({ where: { dealId: twin.dealId } });
    const priya = await staffWith(deal.rooftopId, "fniManager");
    expect(await settleFlag(flag!.id, priya, "Spoke to both, same person")).toBe(true);
    expect(await settleFlag(flag!.id, priya, "again")).toBe(false);
  });

  it("[CRED-05] many applications from one address are one too many", async () => {
    for (let count = 0; count < 4; count += 1) {
      const deal = await aDealOfCredit();
      await applied(deal, { governmentNumber: `90061100${count + 1}` }, "buyer", { address: "192.0.2.44" });
      expect((await flagsOf(deal.dealId)).includes("manyApplications")).toBe(count === 3);
    }
  });

  it("[CRED-06] the year's report counts what was raised and settled", async () => {
    const { rooftopId } = await aDealOfCredit();
    const rows = await programReport(rooftopId, new Date().getUTCFullYear());
    expect(rows.find(({ code }) => code === "numberReused")).toMatchObject({ settled: 1 });
    expect(programReportCsv(rows)).toMatch(/^flag,raised,settled,open/);
  });
});

describe("the law's clock", () => {
  it("[CRED-01] starts with the complete application: 29 days a task, 30 an alarm, 31 overdue; 90 for a counter-offer", async () => {
    const deal = await aDealOfCredit();
    const id = await applied(deal, { governmentNumber: "900770001" });
    const [task] = await database.prisma.adverseActionTask.findMany({ where: { applicationId: id } });
    const at = (days: number) => clockState(task!, new Date(task!.startedAt.getTime() + days * DAY));
    expect([at(28), at(29.5), at(30), at(31)]).toEqual(["task", "alarm", "alarm", "overdue"]);
    expect(task!.dueAt.getTime() - task!.startedAt.getTime()).toBe(DECISION_DAYS * DAY);
    await startCounterClock(await applicationOf(id), new Date());
    const clocks = (await openClocks(deal.rooftopId)).filter(({ applicationId }) => applicationId === id);
    expect(
      clocks.map(({ kind, dueAt, startedAt }) => [kind, Math.round((dueAt.getTime() - startedAt.getTime()) / DAY)]),
    ).toEqual([
      ["decision", DECISION_DAYS],
      ["counterOffer", COUNTER_DAYS],
    ]);
  });

  it("[CRED-02] a notice needs a reason of the list, the creditor and the agency", async () => {
    const deal = await aDealOfCredit();
    const id = await applied(deal, { governmentNumber: "900770002" });
    const [task] = await database.prisma.adverseActionTask.findMany({ where: { applicationId: id } });
    const priya = await staffWith(deal.rooftopId, "fniManager");
    const agency = { name: "Meridian", address: "PO Box 100", phone: "555 0100" };
    const notice = (reasons: string[]) => ({
      reasons,
      creditor: "Alder Grove Bank",
      creditorAddress: "1 Grove Way",
      agency,
      score: null,
    });
    expect(await giveNotice(task!.id, notice(["internal policy"]), priya)).toEqual({ ok: false, reason: "incomplete" });
    expect(await giveNotice(task!.id, notice([]), priya)).toEqual({ ok: false, reason: "incomplete" });
    expect(await giveNotice(task!.id, notice(["incomeInsufficient"]), priya)).toEqual({ ok: true });
    expect(await adverseNoticesOf(deal.dealId)).toMatchObject([
      { reasons: ["incomeInsufficient"], creditor: "Alder Grove Bank" },
    ]);
    expect(await giveNotice(task!.id, notice(["incomeInsufficient"]), priya)).toEqual({ ok: false, reason: "settled" });
  });
});

describe("sealed data", () => {
  it("[SEC-03] [C4] opens for finance alone, with a reason and a fresh second factor, for minutes, and is written down", async () => {
    const deal = await aDealOfCredit();
    const application = await applicationOf(await applied(deal, { governmentNumber: "900880001" }));
    const seller = await staffWith(deal.rooftopId, "salesManager", "Ines");
    const priya = await staffWith(deal.rooftopId, "fniManager");
    expect(await openSealedView(seller, application, { reason: "just looking", code: "" })).toEqual({
      ok: false,
      reason: "role",
    });
    expect(await openSealedView(priya, application, { reason: "", code: "" })).toEqual({
      ok: false,
      reason: "reasonMissing",
    });
    expect((await sealedSight(priya, application)).values).toBeNull();
    expect((await openSealedView(priya, application, { reason: "Employer to be confirmed", code: "" })).ok).toBe(true);
    expect((await sealedSight(priya, application)).values?.governmentNumber).toBe("900880001");
    expect((await sealedSight(seller, application)).values).toBeNull();
    moveClock(6 * 60_000);
    expect((await sealedSight(priya, application)).values).toBeNull();
    moveClock(10 * 60_000);
    expect(await openSealedView(priya, application, { reason: "Employer to be confirmed", code: "" })).toEqual({
      ok: false,
      reason: "secondFactor",
    });
    const [row] = await viewsOf(deal.rooftopId, { applicationId: application.id });
    expect(row).toMatchObject({ staffName: "Priya Nair", reason: "Employer to be confirmed" });
  });

  it("[SEC-08] fifty files in ten minutes raise an alarm, once, and the next one stays shut", async () => {
    const deal = await aDealOfCredit();
    const application = await applicationOf(await applied(deal, { governmentNumber: "900880003" }));
    const nosy = await staffWith(deal.rooftopId, "fniManager", "Nosy");
    const open = () => openSealedView(nosy, application, { reason: "Just checking", code: "" });
    for (let file = 0; file < 50; file += 1) expect((await open()).ok).toBe(true);
    const alarms = async () => (await alarmsOf(deal.rooftopId)).filter(({ staffName }) => staffName === "Nosy Nair");
    expect(await alarms()).toEqual([]);
    for (const _ of [1, 2]) expect(await open()).toEqual({ ok: false, reason: "tooMany" });
    expect(await alarms()).toMatchObject([{ detail: "50 in 10 min" }]);
    const colleague = await staffWith(deal.rooftopId, "fniManager", "Calm");
    expect((await openSealedView(colleague, application, { reason: "Lender asks for it", code: "" })).ok).toBe(true);
    moveClock(11 * 60_000);
    expect((await open()).ok).toBe(true);
  });

  it("[SEC-07] the report answers by customer and by employee", async () => {
    const deal = await aDealOfCredit();
    const application = await applicationOf(await applied(deal, { governmentNumber: "900880002" }));
    const priya = await staffWith(deal.rooftopId, "fniManager", "Renata");
    await openSealedView(priya, application, { reason: "Lender asks for it", code: "" });
    expect(await viewsOf(deal.rooftopId, { staffId: priya.staffId })).toHaveLength(1);
    expect(await viewsOf(deal.rooftopId, { applicationId: application.id })).toHaveLength(1);
    expect(await viewsOf("another-store", { staffId: priya.staffId })).toHaveLength(0);
  });

  it("[SEC-06] is thrown away after 25 months with its key, and a legal hold wins", async () => {
    const deal = await aDealOfCredit();
    const [held, old] = [
      await applied(deal, { governmentNumber: "900990001" }),
      await applied(await aDealOfCredit(), { governmentNumber: "900990002" }),
    ];
    const priya = await staffWith(deal.rooftopId, "fniManager");
    expect(await setLegalHold(held, "Complaint 12", priya)).toBe(true);
    moveClock(26 * 31 * DAY);
    await disposeOfCredit();
    expect(await applicationOf(old)).toMatchObject({ sealKey: null, numberHash: null, status: "disposed" });
    expect(await database.prisma.creditField.count({ where: { applicationId: old } })).toBe(0);
    await expect(openFields({ id: old, sealKey: null })).resolves.toEqual({});
    expect((await openFields(await applicationOf(held))).governmentNumber).toBe("900990001");
  });

  it("[AUD-01] finance desk N10: a changed, removed or cut row is named", async () => {
    const { rooftopId } = await aDealOfCredit();
    const [head] = (await auditHeads()).filter((known) => known.rooftopId === rooftopId);
    expect(await verifyAudit(rooftopId, head)).toBeNull();
    await database.query(`UPDATE "AuditEntry" SET "detail" = 'nothing' WHERE "rooftopId" = $1 AND "seq" = 2`, [
      rooftopId,
    ]);
    expect(await verifyAudit(rooftopId)).toEqual({ seq: 2 });
    await database.query(`DELETE FROM "AuditEntry" WHERE "rooftopId" = $1 AND "seq" > 1`, [rooftopId]);
    expect(await verifyAudit(rooftopId)).toBeNull();
    expect(await verifyAudit(rooftopId, head)).toEqual({ seq: head!.rows });
  });
});

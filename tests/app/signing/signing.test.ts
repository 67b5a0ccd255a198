import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { noteRead, signField } from "#app/signing/sign-field.server";
import { readDocument } from "#app/documents/jacket-documents.server";
import { getBlob } from "#app/platform/blobs.server";
import { env } from "#app/platform/env.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { giveConsent, showConsent, drawSample, withdrawConsent } from "#app/signing/consent.server";
import { differencesAt } from "#app/signing/deal-differences.server";
import { documentsAct } from "#app/signing/documents-acts.server";
import { declineSigning, endStaleSigning, resendLink, voidSigning } from "#app/signing/end-signing.server";
import { signedContents } from "#app/signing/signed-contents.server";
import { brokenStep, signingLog } from "#app/signing/signing-log.server";
import { findSigner, sendSigningCode, signingCodeIsRight } from "#app/signing/signing-link.server";
import { buildJacket } from "#app/signing/build-jacket.server";
import { jacketList } from "#app/signing/jacket-list.server";
import { readSignedCopy } from "#app/signing/read-signed-copy.server";
import { readSignedOrShown } from "#app/signing/read-signing-document.server";
import { signingView } from "#app/signing/signing-view.server";
import { startSigning } from "#app/signing/start-signing.server";
import { stepInWords } from "#app/signing/certificate-content.server";
import { openDealStore, staffCalled, tell } from "#tests/support/deal-store";
import { takenOverItems } from "#tests/support/open-before-keys";
import { hasPdfsig, pdfSignatures } from "#tests/support/pdf-signatures";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { testDatabase } from "#tests/support/test-database";
import {
  adopt,
  comeIn,
  consent,
  fieldsOf,
  frozenDeal,
  origin,
  readAll,
  signAll,
  started,
  walt,
} from "./signing-people";

const database = await testDatabase();
beforeAll(() => openDealStore(database));
const { prisma } = database;

const envelopeOf = (id: string) =>
  prisma.signingEnvelope.findUniqueOrThrow({ where: { id }, include: { documents: true } });
const reason = (answer: { ok: boolean }) => ("reason" in answer ? answer.reason : "ok");

describe("[SIGN-01] consent comes first", () => {
  it("without it nothing is signed; it keeps version, hash, time, address and browser; withdrawn it allows no more", async () => {
    const { dealId } = await frozenDeal(database);
    const envelopeId = await started(dealId);
    const buyer = await comeIn(database, envelopeId, "buyer");
    await adopt(buyer);
    await readAll(database, buyer);
    const [first, second] = await fieldsOf(database, buyer);
    expect(reason(await signField(buyer, first!, origin))).toBe("noConsent");
    await consent(buyer);
    expect(reason(await signField(buyer, first!, origin))).toBe("ok");
    const kept = await prisma.signingConsent.findFirstOrThrow({ where: { signerId: buyer.signer.id } });
    expect(kept).toMatchObject({
      textVersion: "electronic-records-1",
      language: "en",
      address: origin.address,
      agent: origin.agent,
    });
    expect(kept.textHash).toMatch(/^[0-9a-f]{64}$/);
    await withdrawConsent(buyer, origin);
    expect(reason(await signField(buyer, second!, origin))).toBe("noConsent");
    expect(await prisma.fieldSignature.count({ where: { envelopeId } })).toBe(1);
  });
});

describe("[SIGN-02] the consent shows that the documents can be opened", () => {
  it.skipIf(!hasPdftotext)(
    "only the code of the sample gives it; a direct post does not skip it; eight wrong codes end it",
    async () => {
      const { dealId } = await frozenDeal(database);
      const buyer = await comeIn(database, await started(dealId), "buyer");
      expect(reason(await giveConsent(buyer, "0000", origin))).toBe("noConsent");
      await showConsent(buyer, { locale: "fr", store: "Lakeside Motors", phone: "555" }, origin);
      const sample = pdfText((await drawSample(buyer, "Lakeside Motors"))!);
      const [code = ""] = /^\s*(\d{4})\s*$/m.exec(sample)?.slice(1) ?? [];
      const wrong = code === "1111" ? "2222" : "1111";
      expect(reason(await giveConsent(buyer, wrong, origin))).toBe("wrongCode");
      expect(reason(await giveConsent(buyer, code, origin))).toBe("ok");
      expect(reason(await giveConsent(buyer, wrong, origin))).toBe("ok");
      const other = await comeIn(database, await started((await frozenDeal(database)).dealId), "buyer");
      await showConsent(other, { locale: "en", store: "Lakeside Motors", phone: "555" }, origin);
      for (let tries = 0; tries < 9; tries++) await giveConsent(other, "x", origin);
      expect(reason(await giveConsent(other, "x", origin))).toBe("tooManyTries");
    },
  );
});

describe("[SIGN-03] what is signed is fixed", () => {
  it("another hash, an unread document, a reopened deal: not signed", async () => {
    const { dealId } = await frozenDeal(database);
    const envelopeId = await started(dealId);
    const buyer = await comeIn(database, envelopeId, "buyer");
    await consent(buyer);
    const [field] = await fieldsOf(database, buyer);
    expect(reason(await signField(buyer, field!, origin))).toBe("noSignature");
    await adopt(buyer);
    expect(reason(await signField(buyer, field!, origin))).toBe("notRead");
    await noteRead(buyer, field!.documentId, origin);
    const other = createHash("sha256").update("other").digest("hex");
    expect(reason(await signField(buyer, { ...field!, sha256: other }, origin))).toBe("documentChanged");
    expect(reason(await signField(buyer, field!, origin))).toBe("ok");
    await tell(dealId, walt, { type: "deal.reopened", reason: "The price changed" });
    await runDueJobs();
    expect((await envelopeOf(envelopeId)).status).toBe("voided");
    expect(reason(await signField(buyer, field!, origin))).toBe("notOpen");
  });
});

describe("[SIGN-04] each signature is somebody's", () => {
  it("holds signer, field, method, intent, time, proof, address, browser and hash; nobody signs for another", async () => {
    const { dealId } = await frozenDeal(database);
    const envelopeId = await started(dealId);
    const buyer = await signAll(database, envelopeId, "buyer");
    const rows = await prisma.fieldSignature.findMany({ where: { envelopeId } });
    expect(rows.length).toBe((await fieldsOf(database, buyer)).length);
    for (const row of rows) {
      expect(row).toMatchObject({ signerId: buyer.signer.id, authentication: "screen of the store", ...origin });
      expect(row.intent.length).toBeGreaterThan(8);
      expect(row.documentSha256).toMatch(/^[0-9a-f]{64}$/);
    }
    const store = await comeIn(database, envelopeId, "store");
    await adopt(store);
    await readAll(database, store);
    const [theirs] = await fieldsOf(database, buyer);
    expect(reason(await signField(store, theirs!, origin))).toBe("documentChanged");
  });
});

describe("[SIGN-05] order, once, decline, void", () => {
  it("the store waits for the buyer; ten presses at once are one signature; a complete signing is not voided", async () => {
    const { dealId } = await frozenDeal(database);
    const envelopeId = await started(dealId);
    const store = await comeIn(database, envelopeId, "store");
    await adopt(store);
    await readAll(database, store);
    const [own] = await fieldsOf(database, store);
    expect(reason(await signField(store, own!, origin))).toBe("notYourTurn");
    const buyer = await comeIn(database, envelopeId, "buyer");
    await consent(buyer);
    await adopt(buyer);
    await readAll(database, buyer);
    const [field] = await fieldsOf(database, buyer);
    const answers = await Promise.all(Array.from({ length: 10 }, () => signField(buyer, field!, origin)));
    expect(answers.map(reason)).toEqual(Array.from({ length: 10 }, () => "ok"));
    expect(await prisma.fieldSignature.count({ where: { envelopeId } })).toBe(1);
    expect((await signingLog(envelopeId)).filter(({ type }) => type === "fieldSigned")).toHaveLength(1);
    await signAll(database, envelopeId, "buyer");
    await signAll(database, envelopeId, "store");
    await runDueJobs();
    expect((await envelopeOf(envelopeId)).status).toBe("completed");
    expect(reason(await voidSigning(envelopeId, { by: "Walt", reason: "No", origin }))).toBe("notOpen");
  });

  it("one signing at a time; a decline has its reason and ends it; a new one may begin; time ends one too", async () => {
    const { dealId } = await frozenDeal(database);
    const envelopeId = await started(dealId);
    const again = await startSigning({
      dealId,
      staff: walt,
      channel: { buyer: "screen", coBuyer: "screen" },
      only: [],
      origin,
    });
    expect(reason(again)).toBe("alreadyOpen");
    const buyer = await comeIn(database, envelopeId, "buyer");
    expect(reason(await declineSigning(buyer, "  ", origin))).toBe("reasonMissing");
    expect(reason(await declineSigning(buyer, "The rate is not what we said", origin))).toBe("ok");
    expect(await envelopeOf(envelopeId)).toMatchObject({
      status: "declined",
      endedWhy: "The rate is not what we said",
    });
    const next = await started(dealId);
    expect(reason(await voidSigning(next, { by: "Walt", reason: "Wrong address", origin }))).toBe("ok");
    const late = await started(dealId);
    await prisma.signingEnvelope.update({ where: { id: late }, data: { expiresAt: new Date(0) } });
    await endStaleSigning(dealId);
    expect((await envelopeOf(late)).status).toBe("expired");
  });
});

describe("[SIGN-06] [SIGN-07] [SIGN-09] what comes of it", () => {
  it("sealed copies, a certificate whose events are the log's, the same bytes whenever they are asked for", async () => {
    const { dealId } = await frozenDeal(database);
    const envelopeId = await started(dealId);
    await signAll(database, envelopeId, "buyer");
    await signAll(database, envelopeId, "store");
    await runDueJobs();
    const envelope = await envelopeOf(envelopeId);
    expect(envelope.status).toBe("completed");
    const copies = await signedContents(dealId);
    expect(copies.size).toBe(envelope.documents.length);
    const order = envelope.documents.find(({ title }) => title === "Buyer’s order")!;
    const blob = (await getBlob(order.signedBlob!))!;
    expect(createHash("sha256").update(blob.bytes).digest("hex")).toBe(order.signedSha256);
    const certificate = (await getBlob(envelope.certificateBlob!))!;
    if (hasPdfsig)
      for (const { bytes } of [blob, certificate]) expect(pdfSignatures(bytes)).toContain("Signature is Valid");
    if (hasPdftotext) {
      const said = pdfText(blob.bytes);
      expect(said).toContain("Rosa Quill");
      expect(said).toContain(order.sha256.slice(0, 40));
      const proof = pdfText(certificate.bytes).replaceAll(/\s+/g, " ");
      const log = await signingLog(envelopeId);
      expect(brokenStep(log)).toBeNull();
      for (const step of log) {
        expect(proof).toContain(step.hash.slice(0, 16));
        expect(proof).toContain(stepInWords(step).split(":")[0]!.slice(0, 24));
      }
    }
    // After the contract and the delivery the copies are the same bytes.
    await tell(dealId, walt, { type: "deal.contracted" });
    await tell(dealId, staffCalled("Ines"), await takenOverItems(dealId));
    await tell(dealId, walt, { type: "deal.delivered" });
    await runDueJobs();
    const later = (await signedContents(dealId)).get([...copies.keys()][0]!)!;
    expect(later.sha256).toBe(copies.get([...copies.keys()][0]!)!.sha256);
  });

  it("[SIGN-09] is told to be kept for the years of the setting, is never removed before, and is the customer's to fetch", async () => {
    const { dealId, customer } = await frozenDeal(database);
    expect((await jacketList(dealId))?.keptUntil).toBeNull();
    const envelopeId = await started(dealId, "screen", ["buyersOrder"]);
    for (const role of ["buyer", "store"]) await signAll(database, envelopeId, role);
    await runDueJobs();
    const { endedAt } = await envelopeOf(envelopeId);
    const sevenYears = `${endedAt!.getUTCFullYear() + 7}${endedAt!.toISOString().slice(4, 10)}`;
    expect((await jacketList(dealId))?.keptUntil).toBe(sevenYears);
    const usual = env.SIGNED_COPY_YEARS;
    env.SIGNED_COPY_YEARS = 10;
    expect((await jacketList(dealId))?.keptUntil?.slice(0, 4)).toBe(String(endedAt!.getUTCFullYear() + 10));
    env.SIGNED_COPY_YEARS = usual;
    // The link's thirty days are long over; the deal's own page still has the copy, byte for byte.
    await prisma.envelopeSigner.updateMany({ where: { envelopeId }, data: { linkExpiresAt: new Date(0) } });
    await prisma.signingEnvelope.update({
      where: { id: envelopeId },
      data: { endedAt: new Date("2020-02-29T12:00:00Z") },
    });
    await runDueJobs();
    expect((await jacketList(dealId))?.keptUntil).toBe("2027-03-01");
    const copy = (await readSignedCopy(dealId, "buyersOrder"))!;
    const kept = (await signedContents(dealId)).values().next().value!;
    expect(createHash("sha256").update(copy.bytes).digest("hex")).toBe(kept.sha256);
    const own = (await buildJacket(dealId, customer))!;
    if (hasPdfsig) expect(pdfSignatures(own.bytes)).toContain("Signature is Valid");
    if (hasPdftotext) expect(pdfText(own.bytes)).toContain("Signed copies are kept at least until March 1, 2027.");
  });

  it("[AUD-01] a step that was changed, removed or added is found", async () => {
    const { dealId } = await frozenDeal(database);
    const log = await signingLog(await started(dealId));
    const more = [...log, ...log].map((step, index) => ({ ...step, seq: index + 1 }));
    expect(brokenStep(log)).toBeNull();
    expect(brokenStep(log.map((step) => ({ ...step, byName: "Somebody" })))).toBe(1);
    expect(brokenStep(more)).toBe(log.length + 1);
  });
});

describe("[J4] from elsewhere", () => {
  it("the link alone opens nothing: a code goes by mail, five tries end it, it is good once, a new link ends the old", async () => {
    const { dealId } = await frozenDeal(database);
    const envelopeId = await started(dealId, "remote");
    const mails = () =>
      prisma.outboxMessage.findMany({ where: { to: "rosa@example.test" }, orderBy: { createdAt: "asc" } });
    const link = (await mails()).findLast(({ text }) => text.includes("/sign/"))!;
    const [token = ""] = /\/sign\/([\w-]{43})/.exec(link.text)!.slice(1);
    const signer = (await findSigner(token))!;
    expect(signer.role).toBe("buyer");
    expect(reason(await signingCodeIsRight(signer, "123456"))).toBe("tooManyTries");
    await sendSigningCode(signer, origin);
    await runDueJobs();
    const code = /^\d{6}$/m.exec((await mails()).at(-1)!.text)![0];
    const wrong = code === "000000" ? "000001" : "000000";
    expect(reason(await signingCodeIsRight(signer, wrong))).toBe("wrongCode");
    expect(reason(await signingCodeIsRight(signer, code))).toBe("ok");
    expect(reason(await signingCodeIsRight(signer, code))).not.toBe("ok");
    await resendLink(envelopeId, { email: "rosa.new@example.test", by: "Walt", origin });
    await runDueJobs();
    expect(await findSigner(token)).toBeNull();
    expect(await prisma.outboxMessage.count({ where: { to: "rosa.new@example.test" } })).toBe(1);
    const dump = JSON.stringify(await prisma.envelopeSigner.findMany({ where: { envelopeId } }));
    expect(dump).not.toContain("rosa.new@example.test");
  });
});

describe("[J4] what is ticked", () => {
  it("is signed in this signing and the rest in the next; nothing ticked begins none", async () => {
    const { dealId } = await frozenDeal(database);
    const begin = (...only: string[]) => {
      const form = new FormData();
      form.set("act", "start");
      for (const key of only) form.append("only", key);
      return documentsAct(dealId, walt, form, origin);
    };
    expect((await begin()).signing).toBe("nothingToSign");
    expect((await begin("menuRecord", "productWaiver")).signing).toBeNull();
    const open = await prisma.signingEnvelope.findFirstOrThrow({ where: { dealId, status: "open" } });
    expect((await envelopeOf(open.id)).documents.map(({ title }) => title)).toEqual([
      "Record of the product menu",
      "Waiver of optional products",
    ]);
    expect((await begin("buyersOrder")).signing).toBe("alreadyOpen");
  });
});

describe("[J11] in the signer's own language", () => {
  it("the link and the code come as the buyer reads them, and follow when that changes", async () => {
    const { dealId } = await frozenDeal(database);
    const { shopperId } = await prisma.dealAccess.findFirstOrThrow({ where: { dealId, seatId: null } });
    await prisma.shopper.update({ where: { id: shopperId }, data: { locale: "fr" } });
    const envelopeId = await started(dealId, "remote", ["buyersOrder"]);
    const newest = () =>
      prisma.outboxMessage.findFirstOrThrow({ where: { to: "rosa@example.test" }, orderBy: { createdAt: "desc" } });
    expect((await newest()).subject).toBe("Documents à signer chez Lakeside Motors");
    await sendSigningCode(
      await prisma.envelopeSigner.findFirstOrThrow({ where: { envelopeId, role: "buyer" } }),
      origin,
    );
    await runDueJobs();
    expect((await newest()).subject).toContain("Votre code pour signer");
    await prisma.shopper.update({ where: { id: shopperId }, data: { locale: "en" } });
    await resendLink(envelopeId, { email: "rosa@example.test", by: "Walt", origin });
    await runDueJobs();
    expect((await newest()).subject).toContain("Documents to sign");
  });
});

describe("[J9] reopened and frozen again", () => {
  it("what says the same stays signed; what says another thing is to be signed again", async () => {
    const deal = await frozenDeal(database);
    const { dealId } = deal;
    const envelopeId = await started(dealId);
    await signAll(database, envelopeId, "buyer");
    await signAll(database, envelopeId, "store");
    await runDueJobs();
    const before = await readDocument(dealId, "buyersOrder");
    await tell(dealId, walt, { type: "deal.reopened", reason: "One product less" });
    await tell(dealId, deal.customer, {
      type: "fni.productAnswered",
      code: "key",
      optionCode: "key-36",
      answer: "declined",
    });
    await tell(dealId, deal.customer, { type: "finance.termsAgreed" });
    await tell(dealId, walt, { type: "deal.freezeRequested" });
    await runDueJobs();
    const second = await envelopeOf(await started(dealId));
    const titles = second.documents.map(({ title }) => title);
    for (const moved of ["Buyer’s order", "Record of the product menu", "Waiver of optional products"])
      expect(titles).toContain(moved);
    for (const same of ["Privacy notice", "Credit score disclosure"]) expect(titles).not.toContain(same);
    const old = await prisma.jacketDocument.findFirstOrThrow({
      where: { dealId, kind: "buyersOrder", voidedAt: { not: null } },
    });
    expect(old.sha256).toBe(before!.sha256);
  });
});

describe("[J5] the authoritative copy", () => {
  it("a financed contract is not signed on a screen without a vault, and its file says that it is a copy", async () => {
    const { dealId } = await frozenDeal(database);
    const envelope = await envelopeOf(await started(dealId));
    expect(envelope.documents.map(({ title }) => title)).not.toContain("Retail installment contract");
    if (!hasPdftotext) return;
    const contract = (await readDocument(dealId, "retailContract"))!;
    expect(pdfText(contract.bytes)).toContain("copy signed in ink");
  });
});

describe("the contract beside what was agreed", () => {
  it("a deal without a proposal and a promise has nothing to acknowledge", async () => {
    const { dealId } = await frozenDeal(database);
    const { revision } = await envelopeOf(await started(dealId));
    expect((await differencesAt(dealId, revision))?.key).toBe("");
  });
});

describe("[SIGN-05] [C4] a buyer and a co-buyer", () => {
  it("sign one after the other, then the store; each sees and signs their own papers alone", async () => {
    const { dealId } = await frozenDeal(database, [
      { type: "seat.inviteRequested", kind: "coBuyer", relation: "spouse", scope: "ownData", name: "Ivo" },
    ]);
    const envelopeId = await started(dealId);
    const coBuyer = await comeIn(database, envelopeId, "coBuyer");
    const buyer = await comeIn(database, envelopeId, "buyer");
    const titles = async (person: typeof buyer) =>
      (await signingView(person, "en", origin)).documents.map(({ title }) => title);
    expect(await titles(buyer)).toContain("Credit application");
    expect(await titles(buyer)).not.toContain("Credit application, co-buyer");
    expect(await titles(coBuyer)).toContain("Credit application, co-buyer");
    expect(await titles(coBuyer)).not.toContain("Credit application");
    expect((await signingView(coBuyer, "en", origin)).step).toBe("waiting");
    const [theirs] = (await signingView(buyer, "en", origin)).documents.filter(
      ({ title }) => title === "Credit application",
    );
    expect(await readSignedOrShown(coBuyer, theirs!.documentId, false, origin)).toBeNull();
    await signAll(database, envelopeId, "buyer");
    await signAll(database, envelopeId, "coBuyer");
    await signAll(database, envelopeId, "store");
    await runDueJobs();
    expect((await envelopeOf(envelopeId)).status).toBe("completed");
    if (!hasPdftotext) return;
    const order = (await readSignedCopy(dealId, "buyersOrder"))!;
    const words = pdfText(order.bytes);
    for (const name of ["Rosa Quill", "Ivo", "Walt Emberly"]) expect(words).toContain(name);
  });
});

describe("[SEC-01] what says something of somebody's credit", () => {
  it("is kept encrypted, drawn and signed alike, and read back byte for byte", async () => {
    const { dealId } = await frozenDeal(database);
    const row = await prisma.jacketDocument.findFirstOrThrow({ where: { dealId, kind: "creditApplication" } });
    const kept = (await getBlob(row.blobKey))!;
    expect(kept.bytes.subarray(0, 5).toString()).not.toBe("%PDF-");
    const { bytes } = (await readDocument(dealId, "creditApplication", "sealed"))!;
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(row.sha256);
  });
});

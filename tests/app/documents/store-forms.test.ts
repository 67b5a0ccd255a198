import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { keepStoreForm, mapStoreForm, useStoreForm } from "#app/documents/keep-store-form.server";
import { fillOfText, fillText } from "#app/documents/overlay-fill-text";
import { readDocument } from "#app/documents/jacket-documents.server";
import { readStoreForm } from "#app/documents/store-form-list.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { newDeal, openDealStore, tell } from "#tests/support/deal-store";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

async function aForm(change: (document: PDFDocument) => void = () => {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([612, 792]);
  page.drawText("OUR OWN ORDER", { x: 50, y: 740 });
  const form = document.getForm();
  form.createTextField("customer").addToPage(page, { x: 50, y: 680, width: 200, height: 20 });
  form.createTextField("total").addToPage(page, { x: 300, y: 680, width: 120, height: 20 });
  change(document);
  return document.save();
}
const keep = (bytes: Uint8Array) =>
  keepStoreForm({ rooftopId: lakesideId, kind: "buyersOrder", name: "Our order", staffName: "Walt Emberly", bytes });

describe("[J2] a form of the store's own", () => {
  it("is read field by field, mapped, put to use, filled from the worksheet, and put away again", async () => {
    const kept = await keep(await aForm());
    if (!kept.ok) throw new Error(kept.reason);
    const form = (await readStoreForm(lakesideId, kept.formId))!;
    expect(form.fields.map(({ name, x, page }) => ({ name, x: Math.round(x), page }))).toEqual([
      { name: "customer", x: 50, page: 0 },
      { name: "total", x: 300, page: 0 },
    ]);
    await mapStoreForm(lakesideId, kept.formId, { 0: { source: "buyerName" }, 1: { source: "outTheDoor" } });
    expect(await mapStoreForm("another", kept.formId, {})).toBe(false);
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, {
      type: "customer.identified",
      firstName: "Rosa",
      lastName: "Quill",
      email: "",
      phone: "",
    });
    if (!hasPdftotext) return;
    const ours = pdfText((await readDocument(dealId, "buyersOrder"))!.bytes);
    const [, total = ""] = /Out-the-door total +(\$[\d,.]+)/.exec(ours) ?? [];
    expect(await useStoreForm(lakesideId, kept.formId, true)).toBe(true);
    const theirs = pdfText((await readDocument(dealId, "buyersOrder"))!.bytes);
    for (const words of ["OUR OWN ORDER", "Rosa Quill", total]) expect(theirs).toContain(words);
    await useStoreForm(lakesideId, kept.formId, false);
    expect(pdfText((await readDocument(dealId, "buyersOrder"))!.bytes)).not.toContain("OUR OWN ORDER");
  });

  it("[FILE-03] with something in it that acts is refused", async () => {
    const kept = await keep(await aForm((document) => document.addJavaScript("x", "app.alert(1)")));
    expect(kept).toEqual({ ok: false, reason: "notAFile" });
  });

  it.each(["nothing", "source:buyerName", "sign:buyer:initials"])("%s is the same there and back", (text) =>
    expect(fillText(fillOfText(text))).toBe(text),
  );
  it("what is not one of ours leaves a field empty", () => expect(fillOfText("source:cost")).toBe("nothing"));
});

import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import { worksheet } from "#machines/desking/worksheet";
import { drawForm, drawnKinds, type DrawnKind } from "#app/documents/forms/drawn-forms.server";
import type { FormInput } from "#app/documents/forms/form-input";
import { formatMoney } from "#app/ui/format";
import { aFormInput } from "#tests/support/form-inputs";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";

const money = (cents: number) => formatMoney(cents, "en").replaceAll("\u00a0", " ");
const financed = aFormInput();
const leased = aFormInput({ before: [{ type: "finance.methodChosen", method: "lease" }] });
const sheetOf = ({ view }: FormInput) => {
  const sheet = dealWorksheet(numbersFrom(view));
  if (!sheet) throw new Error("the deal has a vehicle");
  return sheet;
};
const ofFinance = drawnKinds.filter((kind) => kind !== "leaseAgreement");
const text = async (kind: DrawnKind, input: FormInput) =>
  pdfText((await drawForm(kind, input)).bytes).replaceAll("\u00a0", " ");

/** The amounts that a form shows, as it writes them. */
const amountsOn = (words: string) => words.match(/−?\$[\d,]+\.\d\d/g) ?? [];

describe("[J2] every form", () => {
  it.each(ofFinance)("[SIGN-08] %s: the same deal gives the same bytes", async (kind) => {
    const [one, other] = [await drawForm(kind, financed), await drawForm(kind, financed)];
    expect(other.sha256).toBe(one.sha256);
    expect(Buffer.from(other.bytes).equals(Buffer.from(one.bytes))).toBe(true);
  });

  it.each(ofFinance)(
    "[SIGN-03] %s: a name that changes changes the bytes, so nobody signed the new ones",
    async (kind) => {
      const people = {
        ...financed.view.card.people,
        customer: { ...financed.view.card.people.customer, lastName: "Marshall" },
      };
      const renamed = { ...financed, view: { ...financed.view, card: { ...financed.view.card, people } } };
      expect((await drawForm(kind, renamed)).sha256).not.toBe((await drawForm(kind, financed)).sha256);
    },
  );

  // A notice of a refusal is final when it is given: see [CRED-02] in tests/app/server/document-ports.test.ts.
  it.skipIf(!hasPdftotext).each(ofFinance.filter((kind) => kind !== "adverseAction"))(
    "%s is a draft until the deal is frozen, and says so on each page",
    async (kind) => {
      const open = aFormInput({ freeze: false });
      const drawn = await drawForm(kind, open);
      const drafts = pdfText(drawn.bytes).match(/DRAFT|draft, not an offer/g) ?? [];
      expect(drafts.length).toBeGreaterThanOrEqual(drawn.pages);
      expect(await text(kind, financed)).not.toContain("DRAFT");
      expect(await text(kind, financed)).toMatch(/Page 1 of \d · [0-9a-f]{10}/);
    },
  );

  it.each(ofFinance)("%s: every place to sign is on its page, and nobody signs for who is not there", async (kind) => {
    const { bytes, places, pages } = await drawForm(kind, financed);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(pages);
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    for (const { page, x, y, width, height, signer } of places) {
      expect(page).toBeLessThan(pages);
      expect(x).toBeGreaterThanOrEqual(40);
      expect(x + width).toBeLessThanOrEqual(612 - 40);
      expect(y).toBeGreaterThan(40);
      expect(y + height).toBeLessThan(792 - 40);
      expect(signer).not.toBe("coBuyer");
    }
    const joint = await drawForm(kind, { ...financed, coBuyer: "Inés Marsh" });
    if (["retailContract", "buyersOrder", "privacyNotice"].includes(kind))
      expect(joint.places.some(({ signer }) => signer === "coBuyer")).toBe(true);
  });

  it
    .skipIf(!hasPdftotext)
    .each([
      "Дмитро Ґалаґан",
      "Nguyễn Thị Ánh",
      "Zoë Łukaszewska",
      "محمد العربي",
      "张伟",
      "🚗 Car\u202eevil\u0000",
      "W".repeat(300),
    ])("[XSS-02] a buyer called %s breaks no form", async (name) => {
    const people = {
      ...financed.view.card.people,
      customer: { ...financed.view.card.people.customer, lastName: name },
    };
    const named = { ...financed, view: { ...financed.view, card: { ...financed.view.card, people } } };
    const words = await text("retailContract", named);
    if (/^[\p{Script=Latin}\p{Script=Cyrillic} ]+$/u.test(name) && name.length < 40) expect(words).toContain(name);
    else if (name === "张伟") expect(words).toContain("U+5F20");
    else if (name.startsWith("W")) expect(words).toContain("Addendum");
  });
});

describe.skipIf(!hasPdftotext)("[J2] the figures are the worksheet's, to the cent", () => {
  it("on the instalment contract: the federal box, the schedule and the itemisation", async () => {
    const { finance } = sheetOf(financed);
    if (!finance.ok) throw new Error("the deal can be financed");
    const words = await text("retailContract", financed);
    for (const amount of [
      finance.financeCharge,
      finance.amountFinanced,
      finance.totalOfPayments,
      finance.totalSalePrice,
      finance.downPayment,
      finance.payment,
    ])
      expect(words).toContain(money(amount));
    expect(words).toContain(`${finance.aprDisclosed} %`);
    for (const line of finance.lines) expect(words).toContain(money(line.amount));
    expect(words).toContain("copy signed in ink");
  });

  it("on the lease: what is due at signing adds up and is paid to the cent", async () => {
    const { lease } = sheetOf(leased);
    if (!lease.ok) throw new Error("the car can be leased");
    const words = await text("leaseAgreement", leased);
    for (const amount of [
      lease.dueAtSigning,
      lease.payment,
      lease.totalOfPayments,
      lease.grossCapCost,
      lease.adjustedCapCost,
      lease.residual,
      lease.depreciation,
      lease.rentCharge,
      lease.basePayment,
    ])
      expect(words).toContain(money(amount));
    const [, part = ""] = /Itemization of the amount due([\s\S]*?)Your monthly payment/.exec(words) ?? [];
    const cents = (shown: string) => Number(shown.replaceAll(/[^\d]/g, ""));
    // Two columns, each its items and their total.
    const all = amountsOn(part).reduce((sum, shown) => sum + cents(shown), 0);
    expect(all).toBe(lease.dueAtSigning * 4);
  });

  it("on the menu record: the payment without products and with them", async () => {
    const inputs = worksheetInputs(numbersFrom(financed.view));
    if (!inputs) throw new Error("the deal has a vehicle");
    const [without, withAll] = [worksheet({ ...inputs, products: [] }), worksheet(inputs)];
    const words = await text("menuRecord", financed);
    for (const { chosen } of [without, withAll]) {
      if (!chosen.ok || chosen.method === "cash") throw new Error("the deal has a payment");
      expect(words).toContain(money(chosen.payment));
    }
    expect(words).toContain("None of them is required to buy");
    expect(words).toContain("or to obtain credit");
    expect(words).toContain("ACCEPTED");
    expect(words).toContain("DECLINED");
  });

  it("on the other forms: payoff, refusal and the conditions", async () => {
    expect(await text("payoffAuthorisation", financed)).toContain("$9,180.00");
    expect(await text("adverseAction", financed)).toContain("Length of employment");
    expect(await text("conditionalDelivery", financed)).toContain("December 8, 2026");
    expect(await text("odometerStatement", financed)).toContain("Odometer reading");
    expect(await text("dueBill", financed)).toContain("owes nothing further");
  });

  it("[CRED-02] a refusal without a reason is not drawn", async () => {
    const none = aFormInput(
      {},
      { refusal: { creditor: "A", creditorAddress: "B", reasons: [], agency: null, decidedOn: "2026-11-28" } },
    );
    await expect(drawForm("adverseAction", none)).rejects.toThrow("at least one specific reason");
  });

  it("[N8] the words that Virginia prescribes are on its conditional delivery alone", async () => {
    const { card } = financed.view;
    const store = { ...card.store, address: { ...card.store.address, region: "VA" } };
    const virginia = { ...financed, view: { ...financed.view, card: { ...card, store } } };
    expect(await text("conditionalDelivery", virginia)).toContain("IF YOU ARE FINANCING THIS VEHICLE");
    expect(await text("conditionalDelivery", financed)).not.toContain("IF YOU ARE FINANCING THIS VEHICLE");
  });
});

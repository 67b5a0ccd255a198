import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import { requiredDocuments } from "#machines/jacket/required-documents";
import { worksheet } from "#machines/desking/worksheet";
import { documentLanguage } from "#app/documents/document-language";
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
});

const namedAs = (lastName: string, firstName = financed.view.card.people.customer.firstName): FormInput => {
  const { card } = financed.view;
  const people = { ...card.people, customer: { ...card.people.customer, firstName, lastName } };
  return { ...financed, view: { ...financed.view, card: { ...card, people } } };
};

describe("[J11] a store in Quebec", () => {
  const usOnly = ["privacyNotice", "creditScoreNotice", "odometerStatement", "tradeOdometerStatement", "adverseAction"];
  const inQuebec = drawnKinds.filter((kind) => !usOnly.includes(kind));
  const french = /−?\b\d{1,3}(?: \d{3})*,\d\d \$/g;
  const inCents = (shown: readonly string[]) => shown.map((one) => one.replaceAll(/[^\d−]/g, "")).toSorted();

  it("draws in French, any other in English; the papers of federal law of the United States are not asked for there", () => {
    const { card, kept } = financed.view;
    const quebec = { ...card.store, address: { ...card.store.address, region: "QC" } };
    expect([documentLanguage(quebec), documentLanguage(card.store)]).toEqual(["fr", "en"]);
    const required = requiredDocuments({ ...card, store: quebec, kept }).map(({ kind }) => kind as string);
    expect(required).toContain("retailContract");
    expect(required.filter((kind) => usOnly.includes(kind))).toEqual([]);
  });

  it.skipIf(!hasPdftotext).each(inQuebec)("%s: in French, the same figures to the cent", async (kind) => {
    const input = kind === "leaseAgreement" ? leased : financed;
    const [english, translated] = [await text(kind, input), await text(kind, { ...input, locale: "fr" })];
    expect(inCents(translated.match(french) ?? [])).toEqual(inCents(amountsOn(english)));
    expect(translated).toContain("Dossier LM-1042, daté du 29 novembre 2026");
    expect(translated).not.toMatch(/\b(Address|Buyer|Seller|Amount|Payment|Page \d of|dated|The|you)\b/);
    expect((await drawForm(kind, { ...input, locale: "fr" })).places).toHaveLength(
      (await drawForm(kind, input)).places.length,
    );
  });
});

describe("[J2] names in every script", () => {
  it.skipIf(!hasPdftotext).each([
    ["Latin with marks", "Zoë Łukaszewska Šimůnková Þórðardóttir İnönü"],
    ["Vietnamese", "Nguyễn Thị Phương Ánh"],
    ["Greek", "Ελένη Παπαδοπούλου"],
    ["Cyrillic", "Дмитро Ґалаґан"],
    ["Armenian", "Արամ Խաչատրյան"],
    ["Georgian", "ნინო ბერიძე"],
    ["simplified Chinese", "刘张伟"],
    ["traditional Chinese", "鄧麗君"],
    ["Japanese", "小林さくら"],
    ["Japanese kana", "サトウ ハナコ"],
    ["Korean", "김철수"],
  ])("%s: %s stands on the form as it is written, the same bytes each time", async (_script, name) => {
    const [drawn, again] = [
      await drawForm("retailContract", namedAs(name)),
      await drawForm("retailContract", namedAs(name)),
    ];
    expect(again.sha256).toBe(drawn.sha256);
    const words = pdfText(drawn.bytes).replaceAll(/\s+/g, " ");
    expect(words).toContain(name.normalize("NFC"));
    expect(words).not.toContain("Addendum");
  });

  // A reader of text turns right-to-left words round in its own way: their letters are what is compared.
  it.skipIf(!hasPdftotext).each([
    ["Arabic", "محمد العربي"],
    ["Hebrew", "יוסי כהן"],
  ])("%s: %s is shaped and runs from right to left", async (_script, name) => {
    const [drawn, again] = [
      await drawForm("retailContract", namedAs(name)),
      await drawForm("retailContract", namedAs(name)),
    ];
    expect(again.sha256).toBe(drawn.sha256);
    const words = pdfText(drawn.bytes)
      .normalize("NFKC")
      .replaceAll(/[\u200e\u200f\u202a-\u202e]/g, "");
    for (const part of name.split(" "))
      expect([part, [...part].toReversed().join("")].some((way) => words.includes(way))).toBe(true);
    expect(words).not.toContain("Addendum");
  });

  it.skipIf(!hasPdftotext)("[XSS-02] what no font has prints as a square, named on the addendum", async () => {
    const words = await text("retailContract", namedAs("🚗 Car\u202eevil\u0000 ꦗꦮ"));
    expect(words).toContain("Addendum");
    expect(words).toContain("U+1F697");
    expect(words).toContain("□");
  });

  it.skipIf(!hasPdftotext).each(["buyersOrder", "menuRecord", "retailContract"] as const)(
    "%s: a store of a long name and street is named whole, and three people have a line in one row",
    async (kind) => {
      const { card } = financed.view;
      const address = {
        street: "2140, boulevard du Port-Saint-Laurent Ouest",
        city: "Lakeside",
        region: "IL",
        postcode: "60601",
      };
      const store = { ...card.store, name: "Lakeside & Harborview Motors of Northern Illinois", address };
      const long = { ...financed, coBuyer: "Inés Marsh", view: { ...financed.view, card: { ...card, store } } };
      const drawn = await drawForm(kind, long);
      const head = pdfText(drawn.bytes).slice(0, 700);
      expect(head).toMatch(/Northern Illinois\s/);
      expect(head).not.toContain("…");
      const signed = drawn.places.filter((place) => place.kind === "signature");
      expect(signed.map(({ signer }) => signer)).toEqual(["buyer", "coBuyer", "store"]);
      expect(new Set(signed.map(({ page, y }) => `${page} ${y}`)).size).toBe(1);
    },
  );

  it.each(ofFinance)("[XSS-02] %s: names of any length and script break nothing", async (kind) => {
    for (const name of ["W".repeat(300), "漢".repeat(80), "김철수 محمد Ελένη Zoë".repeat(6)])
      expect((await drawForm(kind, { ...namedAs(name, name), coBuyer: name })).pages).toBeGreaterThan(0);
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

import { beforeAll, describe, expect, it } from "vitest";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import type { MoneyLine } from "#machines/desking/money-line";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import type { DealEdit } from "#machines/deal/deal-events";
import { drawForm } from "#app/documents/forms/drawn-forms.server";
import {
  drawBuyersOrder,
  jacketDocuments,
  readBuyersOrder,
  voidDocuments,
} from "#app/documents/jacket-documents.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { formatMoney } from "#app/ui/format";
import { aDeal } from "#tests/support/a-deal";
import { formInputOf } from "#tests/support/form-inputs";
import { contextNow, newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { readyDeal } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const walt = staffCalled("Walt");
const plainSpaces = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const shown = (amount: number) => plainSpaces(formatMoney(cents(amount), "en"));
/** Every line with its amount, as the form draws them: a result's own itemisation is not drawn twice. */
const allLines = (lines: readonly MoneyLine[]): MoneyLine[] =>
  lines.flatMap((line) => [line, ...(line.code === "amountFinanced" ? [] : allLines(line.lines ?? []))]);

const trade: DealEdit[] = [
  { type: "stage.resumed", stage: "trade" },
  { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_240, vin: null },
  { type: "trade.ownershipStated", ownership: "financed" },
  {
    type: "trade.payoffStated",
    lender: "Cedar Savings",
    payoff: cents(918_042),
    payoffGoodThrough: plainDate("2030-12-31"),
  },
];

describe.skipIf(!hasPdftotext)("the figures", () => {
  const ways: [string, DealEdit[]][] = [
    ["finance", []],
    ["cash", [{ type: "finance.methodChosen", method: "cash" }]],
    ["lease", [{ type: "finance.methodChosen", method: "lease" }]],
  ];
  it.each(ways)(
    "on a %s order are the worksheet's own, every line and every term, to the cent",
    async (method, edits) => {
      const { dealId, customer } = await newDeal(database);
      await tell(dealId, customer, ...trade);
      await tell(dealId, staffCalled("Gus"), {
        type: "trade.acvAppraised",
        acv: cents(1_300_000),
        recon: cents(60_000),
      });
      await tell(dealId, staffCalled("Ines"), {
        type: "trade.offerProposed",
        allowance: cents(1_450_017),
        reasons: [],
        note: "",
      });
      const { offer } = (await contextNow(dealId)).trade;
      await tell(
        dealId,
        customer,
        { type: "trade.offerAccepted", offerId: offer!.offerId },
        { type: "finance.cashDownSet", cashDown: cents(312_345) },
        ...edits,
      );
      const accept: DealEdit = {
        type: "fni.productAnswered",
        code: "appearance",
        optionCode: "appearance-60",
        answer: "accepted",
      };
      await tell(dealId, customer, accept, {
        type: "fni.productAnswered",
        code: "key",
        optionCode: "key-36",
        answer: "accepted",
      });

      const sheet = dealWorksheet(numbersFrom(viewOf(await stateOf(dealId), "customer")))!;
      expect(sheet.chosen.ok).toBe(true);
      const text = plainSpaces(pdfText((await readBuyersOrder(dealId))!.bytes));
      const rows = text.split("\n");
      for (const line of allLines(sheet.summaryLines))
        expect(
          rows.some((row) => row.trimEnd().endsWith(shown(line.amount))),
          `${line.label} ${shown(line.amount)}`,
        ).toBe(true);

      const { chosen } = sheet;
      const terms: Record<string, string> = {};
      if (chosen.ok && chosen.method === "finance")
        Object.assign(terms, {
          "Annual percentage rate": `${chosen.aprDisclosed} %`,
          "Finance charge": shown(chosen.financeCharge),
          "Total of payments": shown(chosen.totalOfPayments),
          "Total sale price": shown(chosen.totalSalePrice),
          [`${chosen.numberOfPayments} monthly payments of`]: shown(chosen.payment),
        });
      if (chosen.ok && chosen.method === "lease")
        Object.assign(terms, {
          [`${chosen.numberOfPayments} monthly payments of`]: shown(chosen.payment),
          "Residual value": shown(chosen.residual),
          "Rent charge": shown(chosen.rentCharge),
          "Due at signing": shown(chosen.dueAtSigning),
          "Disposition fee": shown(39_500),
        });
      for (const [label, value] of Object.entries(terms))
        expect(
          rows
            .find((row) => row.includes(label))
            ?.trimEnd()
            .endsWith(value),
          `${label} ${value}`,
        ).toBe(true);
      expect(text).toContain(method === "cash" ? "Due at delivery" : "monthly payments of");
      expect(text).toContain("draft, not an offer");
      expect(text).toContain("Cedar Savings");
      expect(text).toContain("$9,180.42");
    },
  );

  it("no amount stands on the order that is not the worksheet's, the deposit's or the payoff's", async () => {
    const { dealId } = await readyDeal(database);
    const sheet = dealWorksheet(numbersFrom(viewOf(await stateOf(dealId), "customer")))!;
    const { chosen } = sheet;
    if (!chosen.ok || chosen.method !== "finance") throw new Error("a financed deal");
    const allowed = new Set(
      [
        ...allLines(sheet.summaryLines).map(({ amount }) => amount),
        // What each tax was taken of stands beside it.
        ...sheet.taxLines.flatMap(({ basis }) => basis?.base ?? []),
        chosen.financeCharge,
        chosen.amountFinanced,
        chosen.totalOfPayments,
        chosen.totalSalePrice,
        chosen.payment,
        50_000,
      ].map((amount) => shown(Math.abs(amount))),
    );
    const text = plainSpaces(pdfText((await readBuyersOrder(dealId))!.bytes));
    const amounts = text.match(/\$[\d,]+\.\d\d/g) ?? [];
    expect(amounts.length).toBeGreaterThan(10);
    expect(amounts.filter((amount) => !allowed.has(amount))).toEqual([]);
  });
});

describe("one document", () => {
  it("[SIGN-08] the same deal gives the same bytes twice", async () => {
    const view = viewOf(
      aDeal({ customer: { firstName: "Theo", lastName: "Marsh" }, finance: { cashDown: 300_000 } }),
      "customer",
    );
    const input = formInputOf(view);
    const [one, other] = await Promise.all([drawForm("buyersOrder", input), drawForm("buyersOrder", input)]);
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    expect(Buffer.from(one.bytes.slice(0, 5)).toString()).toBe("%PDF-");
  });

  it("a frozen deal's order is drawn once, kept, and read byte for byte, however often and before its job ran", async () => {
    const { dealId } = await readyDeal(database);
    await tell(dealId, walt, { type: "deal.freezeRequested" });
    const reads = await Promise.all([readBuyersOrder(dealId), readBuyersOrder(dealId)]);
    await runDueJobs();
    const later = await readBuyersOrder(dealId);
    for (const read of reads) expect(Buffer.compare(read!.bytes, later!.bytes)).toBe(0);
    const { revision } = await stateOf(dealId);
    expect(await jacketDocuments(dealId)).toMatchObject([{ kind: "buyersOrder", revision, voided: false }]);
    expect(later?.fileName).toBe(`buyers-order-${(await contextNow(dealId)).identity.dealNumber}-rev${revision}.pdf`);
  });

  it("a reopened deal's order is void and kept; the next freeze has its own, which a late job leaves alone", async () => {
    const { dealId, customer } = await readyDeal(database);
    const first = (await tell(dealId, walt, { type: "deal.freezeRequested" })).revision;
    await runDueJobs();
    const reopened = (await tell(dealId, walt, { type: "deal.reopened", reason: "Wrong term" })).revision;
    await tell(dealId, customer, { type: "finance.termsAgreed" });
    const second = (await tell(dealId, walt, { type: "deal.freezeRequested" })).revision;
    await runDueJobs();
    await voidDocuments(dealId, reopened);
    expect(await jacketDocuments(dealId)).toMatchObject([
      { revision: second, voided: false },
      { revision: first, voided: true },
    ]);
  });

  it("a drawing job that comes after the deal was reopened leaves a void order, not a valid one", async () => {
    const { dealId } = await readyDeal(database);
    const { revision } = await tell(dealId, walt, { type: "deal.freezeRequested" });
    await tell(dealId, walt, { type: "deal.reopened", reason: "Wrong term" });
    await drawBuyersOrder(dealId, revision);
    expect(await jacketDocuments(dealId)).toMatchObject([{ revision, voided: true }]);
  });

  it("there is none without a car or without a deal", async () => {
    expect(await readBuyersOrder("d-none")).toBeNull();
  });
});

describe("names", () => {
  const names: [string, string][] = [
    ["Zoë", "Łukasiewicz-Őrsi"],
    ["Nguyễn Thị", "Phương Ánh"],
    ["Дарья", "Щербакова"],
    ["小林", "さくら"],
    ["محمد", "العربي"],
    ["👩‍👩‍👧‍👦", "🚗🏽 Ünïcøde"],
    ["Z̷̧̛a̶͎l̵̰g̸o̵", "𝔉𝔯𝔞𝔨𝔱𝔲𝔯"],
    ["W".repeat(80), "É".repeat(80)],
    ["🚗".repeat(40), "漢".repeat(80)],
  ];
  it.each(names)("[XSS-02] %s %s does not stop the order", async (firstName, lastName) => {
    const view = viewOf(
      aDeal({ customer: { firstName, lastName, email: `${"x".repeat(180)}@example.test` } }),
      "customer",
    );
    const { bytes } = await drawForm("buyersOrder", formInputOf(view));
    expect(bytes.length).toBeGreaterThan(10_000);
    if (!hasPdftotext) return;
    const text = pdfText(bytes);
    expect(text).toContain("Out-the-door total");
    if (/^[\p{Script=Latin}\p{Script=Cyrillic}\s-]+$/u.test(firstName + lastName) && firstName.length < 40)
      expect(text.replaceAll(/\s+/g, " ")).toContain(`${firstName} ${lastName}`.normalize("NFC"));
  });
});

import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server";
import { describe, expect, it } from "vitest";
import { viewOf } from "#machines/deal/view-of-deal";
import { finalizeChecklist } from "#machines/jacket/finalize-checklist";
import type { DealState } from "#machines/deal/apply-deal-event";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { numbersFrom } from "#machines/deal/deal-view";
import { ContractFigures } from "#app/desk/contract-figures";
import type { FinanceDealData } from "#app/desk/desk-data";
import { FinalizeChecklistSheet } from "#app/desk/finalize-checklist-sheet";
import { JacketColumn } from "#app/desk/jacket-column";
import type { DocumentState, ListedDocument } from "#app/signing/jacket-list";
import type { Locale } from "#app/ui/locale";
import { MessagesProvider } from "#app/ui/messages";
import { aDeal } from "#tests/support/a-deal";
import { frozen, followedBy, settled, told } from "#tests/support/judged-deal";

const today = "2026-11-28";

function financeDeal(state: DealState, change: Partial<FinanceDealData> = {}): FinanceDealData {
  const view = viewOf(state, "finance");
  const { card, life, kept, revision } = view;
  const { trade, vehicle, deposit, delivery } = card;
  return {
    dealId: "deal-1042",
    revision,
    life,
    kept,
    dealNumber: "LM-1042",
    customer: card.people.customer,
    identityVerifiedBy: card.people.identityVerifiedBy?.firstName ?? null,
    vehicle: vehicle.vehicle,
    checklist: finalizeChecklist(view, today),
    promise: null,
    facts: {
      priceGoodThrough: vehicle.vehicle?.priceGoodThrough ?? null,
      lender: trade.lien?.lender ?? null,
      payoff: trade.lien?.payoff ?? null,
      payoffGoodThrough: trade.lien?.payoffGoodThrough ?? null,
      depositAmount: deposit.amount,
      method: card.finance.method,
      taxPlace: null,
      garaging: null,
      slotStartsAt: delivery.slot?.startsAt ?? null,
    },
    worksheet: dealWorksheet(numbersFrom(view)),
    gross: null,
    rates: null,
    notes: [],
    changes: [],
    changeCount: 0,
    jacket: { buyer: "", coBuyer: null, storeName: "", documents: [] },
    voided: [],
    productKinds: {},
    overrides: [],
    frozen: {
      revision: card.life.contractingRevision,
      at: card.life.frozenAt,
      by: card.life.frozenBy?.firstName ?? null,
    },
    may: { verifyIdentity: true, freeze: true, contract: true, deliver: true, reopen: true },
    ...change,
  };
}

const drawn = (page: React.ReactNode, locale: Locale = "en") =>
  renderToStaticMarkup(
    <StaticRouter location="/finance/deal-1042">
      <MessagesProvider locale={locale} timeZone="America/Chicago">
        {page}
      </MessagesProvider>
    </StaticRouter>,
  );
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, "|")
    .replace(/\|+/g, "|")
    .replaceAll("\u00a0", " ");

describe("the finalize checklist", () => {
  const begun = aDeal();

  it("says every red line with its reason and its fix; the first fix alone is primary", () => {
    const html = drawn(<FinalizeChecklistSheet deal={financeDeal(begun)} />);
    expect(words(html)).toContain("|The buyer is not fully named|A contract needs first and last name");
    expect(words(html)).toContain("|The trade-in is not settled|Nobody has begun it.|Open trade-in|");
    expect(html).toContain('href="/deals/deal-1042?stage=trade"');
    expect(html.match(/bg-accent-600 text-on-accent/g)).toHaveLength(1);
  });

  it("says so to whoever may not verify an identity, instead of a button", () => {
    const may = { ...financeDeal(begun).may, verifyIdentity: false };
    const html = drawn(<FinalizeChecklistSheet deal={financeDeal(begun, { may })} />);
    expect(words(html)).not.toContain("|Verify identity|");
    expect(words(html)).toContain("The finance manager or a sales manager verifies it.");
  });

  it("shrinks what passed into quiet words, with the facts they rest on", () => {
    const ready = settled(told(begun, { type: "vehicle.confirmed" }));
    const text = words(drawn(<FinalizeChecklistSheet deal={financeDeal(ready)} />));
    expect(text).toContain("|17 of 17 clear|");
    expect(text).not.toContain("to fix");
    expect(text).toContain("|Buyer named: Theo Marsh|");
    expect(text).toContain("|Payoff good through Dec 8|");
    expect(text).toContain("|$500 deposit held|");
  });

  it("speaks French", () => {
    const text = words(drawn(<FinalizeChecklistSheet deal={financeDeal(begun)} />, "fr"));
    expect(text).toContain("|L’acheteur n’est pas nommé au complet|");
    expect(text).not.toMatch(/check\.|\bstage\./);
  });

  it("once frozen says what stands, by whom, and nothing to fix", () => {
    const state = followedBy(settled(told(begun, { type: "vehicle.confirmed" })), frozen);
    const text = words(drawn(<FinalizeChecklistSheet deal={financeDeal(state)} />));
    expect(text).toMatch(/Frozen at revision \d+ by/);
    expect(text).not.toContain("to fix");
  });
});

describe("the contract's figures", () => {
  it("are the worksheet's own, and its lines add up to the amount financed", () => {
    const deal = financeDeal(aDeal({ finance: { cashDown: 300_000, termMonths: 60 } }));
    const column = deal.worksheet?.finance;
    if (!column?.ok) throw new Error("the deal works out");
    const text = words(drawn(<ContractFigures deal={deal} />));
    const dollars = Math.floor(column.amountFinanced / 100).toLocaleString("en-US");
    expect(text).toContain(`|Amount financed|$${dollars}|.${String(column.amountFinanced % 100).padStart(2, "0")}|`);
    expect(text).toContain("|60 payments, first due December 28, 2026|");
    expect(column.lines.reduce((total, line) => total + line.amount, 0)).toBe(column.amountFinanced);
  });

  it("say so before there is a vehicle", () => {
    const text = words(drawn(<ContractFigures deal={financeDeal(aDeal({ vehicle: null }))} />));
    expect(text).toContain("There are no figures before a vehicle is chosen.");
  });
});

describe("the jacket beside a deal", () => {
  const listed = (key: string, state: DocumentState, canRead: boolean) =>
    ({
      key,
      kind: key,
      about: "",
      source: "drawn",
      due: "contract",
      reason: "everyDeal",
      state,
      canRead,
      copyOnly: false,
      signers: [{ role: "buyer", signed: state === "signed" }],
      uploads: [],
      stipId: null,
    }) as ListedDocument;

  it("lists every document as the documents' own page does, and what a reopening voided", () => {
    const documents = [
      listed("buyersOrder", "signed", true),
      listed("privacyNotice", "drawn", true),
      listed("licenceCopy", "missing", false),
    ];
    const deal = financeDeal(aDeal(), {
      life: "delivered",
      jacket: { buyer: "Theo Marsh", coBuyer: null, storeName: "Lakeside Motors", documents },
      voided: [{ revision: 20, createdAt: "2026-11-28T15:00:00.000Z" }],
    });
    const html = drawn(<JacketColumn deal={deal} />);
    const text = words(html);
    expect(text).toContain("1 of 3 ready");
    expect(text).toMatch(/Buyer’s order.*Signed.*Privacy notice.*Ready to sign.*Missing.*Revision 20 is void/s);
    expect(html).toContain('aria-label="Theo Marsh, not signed"');
    expect(html.match(/\.pdf/g)).toHaveLength(2);
  });
});

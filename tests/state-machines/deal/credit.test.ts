import { describe, expect, test } from "vitest";
import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { chosenAnswer } from "#machines/deal/credit-slice";
import { dealChange } from "#machines/deal/deal-changes";
import { type DealEvent, dealEventSchema } from "#machines/deal/deal-events";
import { numbersFrom } from "#machines/deal/deal-view";
import { contractRateFor, dealWorksheet } from "#machines/deal/deal-worksheet";
import { menuIsSigned, menuKey } from "#machines/deal/menu-catalog";
import { menuColumns } from "#machines/deal/menu-columns";
import { viewOf } from "#machines/deal/view-of-deal";
import { finalizeChecklist } from "#machines/jacket/finalize-checklist";
import { cents } from "#machines/money/cents";
import { productBenefit } from "#machines/stages/product-benefit";
import { recommendedProducts } from "#machines/stages/recommended-products";
import { audiences, publicAudiences } from "#machines/store/actor";
import { aDeal, customer, fniManager, salesperson, system } from "#tests/support/a-deal";
import { followedBy, refusalOf, settled, told } from "#tests/support/judged-deal";
import { lenderTerms } from "./credit-makers";

const sent: DealEvent = { type: "credit.sent", submissionId: "sub-1", lender: "Alder Bank" };
const answer = (over: Partial<Extract<DealEvent, { type: "credit.answered" }>> = {}): DealEvent => ({
  type: "credit.answered",
  submissionId: "sub-1",
  version: 1,
  status: "conditional",
  amount: cents(6_000_000),
  termMonths: 72,
  payment: cents(61_234),
  conditions: ["income"],
  expiresAt: "2027-01-15T00:00:00.000Z",
  terms: lenderTerms(),
  ...over,
});
const chosen: DealEvent = { type: "credit.chosen", submissionId: "sub-1" };
const started: DealEvent = { type: "credit.started", applicationId: "app-1", applicant: "buyer" };
const financed = aDeal({ finance: { method: "finance" } });
const after = (state: DealState, ...events: DealEvent[]) =>
  told(state, ...events.map((event) => ({ event, by: event.type === "credit.chosen" ? fniManager : system })));
const needs = { milesPerYear: 12_000, keepYears: 6, parking: "street", roads: "rough", drivers: 2 } as const;

describe("credit on the deal", () => {
  test("[C1] a soft look moves the band and its rate, and is no lender's answer", () => {
    const looked = after(financed, {
      type: "credit.prequalified",
      band: contextOf(financed).store.creditBands.at(-1)!.code,
    });
    expect(contextOf(looked).finance.creditBand).toBe(contextOf(financed).store.creditBands.at(-1)!.code);
    expect(contextOf(looked).credit?.answers).toEqual([]);
    expect(chosenAnswer(contextOf(looked).credit)).toBeNull();
  });

  test("[C2] no event and no slice has a place for what an applicant states", () => {
    const shapes = dealEventSchema.options.filter((schema) => schema.shape.type.value.startsWith("credit."));
    const fields = shapes.flatMap((schema) => Object.keys(schema.shape));
    for (const sealed of [
      "governmentNumber",
      "dateOfBirth",
      "monthlyIncome",
      "score",
      "employer",
      "licenceNumber",
      "street",
    ])
      expect(fields).not.toContain(sealed);
  });

  test("[C4] a flag is for managers, terms too; a guest has no part in the credit at all", () => {
    const state = after(financed, started, sent, answer(), {
      type: "credit.flagRaised",
      flagId: "f-1",
      code: "fraudAlert",
    });
    const heard = (audience: (typeof audiences)[number]) => JSON.stringify(viewOf(state, audience).card);
    for (const audience of audiences) {
      const managers = audience === "desk" || audience === "finance";
      expect([audience, heard(audience).includes("fraudAlert")]).toEqual([audience, managers]);
      expect([audience, heard(audience).includes("REF-0")]).toEqual([audience, managers]);
    }
    expect(heard("guest")).not.toContain("Alder Bank");
  });

  test("[C5] [C6] an older or repeated word never replaces a newer one", () => {
    const state = after(financed, sent, answer({ version: 2, status: "approved" }));
    expect(refusalOf(state, answer({ version: 1 }), { by: system })?.code).toBe("noLenderAnswer");
    expect(refusalOf(state, answer({ version: 2 }), { by: system })?.code).toBe("noLenderAnswer");
    expect(refusalOf(state, sent, { by: system })?.code).toBe("noLenderAnswer");
  });

  test("[C7] the customer reads how much, about what a month and which papers; never tier, rate to the store or cap", () => {
    const before = after(financed, sent);
    const state = after(before, answer());
    for (const audience of publicAudiences.filter((name) => name !== "guest")) {
      const seen = viewOf(state, audience).card.credit!.answers[0]!;
      expect(seen).toMatchObject({ lender: "Alder Bank", amount: 6_000_000, payment: 61_234, conditions: ["income"] });
      expect(JSON.stringify(seen)).not.toMatch(/Tier|buyRate|maxRate|51300|productCap|REF/);
    }
    const by = { kind: "system", id: "credit", role: "system", firstName: null } as const;
    const meta = { revision: state.revision, at: "2026-11-28T15:00:00.000Z", by };
    const change = dealChange(viewOf(before, "customer"), viewOf(state, "customer"), { type: "credit.answered" }, meta);
    expect(JSON.stringify(change)).not.toMatch(/51300|Tier/);
  });

  test("[C8] finance desk N5: writing on an approval takes its rate and its bounds", () => {
    const state = after(financed, sent, answer(), chosen);
    const { finance } = contextOf(state);
    expect(finance.contractRateOverride).toBe(lenderTerms().contractRate);
    const rate = (contractRate: number): DealEvent => ({
      type: "finance.contractRateSet",
      contractRate: contractRate as never,
      reason: "competingOffer",
    });
    expect(refusalOf(state, rate(lenderTerms().maxRate + 1), { by: fniManager })?.code).toBe("rateOutsideCap");
    expect(refusalOf(state, rate(lenderTerms().buyRate - 1), { by: fniManager })?.code).toBe("rateOutsideCap");
    const gone = after(state, answer({ version: 2, status: "withdrawn", terms: null }));
    expect(contextOf(gone).credit?.chosen).toBeNull();
    expect(refusalOf(state, chosen, { by: salesperson })?.code).toBe("notAllowed");
  });

  test("[C10] a deal goes on without an application, and what was begun is kept", () => {
    const state = told(after(financed, started), { event: { type: "credit.skipped" }, by: customer });
    expect(contextOf(state).credit).toMatchObject({ skipped: true, applications: [{ applicationId: "app-1" }] });
    expect(
      refusalOf(state, { type: "deposit.termsAccepted", amount: cents(50_000), termsVersion: "deposit-2026-01" }),
    ).toBeNull();
  });

  test("[C12] CRED-05: a raised point stops the freeze until a named person settled it", () => {
    const red = (state: DealState) =>
      finalizeChecklist(viewOf(state, "finance"), "2026-11-29").find(({ code }) => code === "flagsSettled")?.ok;
    const raised = followedBy(
      settled(aDeal()),
      { type: "credit.flagRaised", flagId: "f-1", code: "numberReused" },
      { by: system },
    );
    expect(red(raised)).toBe(false);
    const by = { event: { type: "credit.flagResolved", flagId: "f-1" } as const, by: fniManager };
    const done = told(raised, by);
    expect(red(done)).toBe(true);
    expect(contextOf(done).credit?.flags[0]?.resolvedBy?.firstName).toBe("Priya");
  });

  test("[C13] finance desk N2: a lender that was asked has its approval in the checklist", () => {
    const item = (state: DealState) =>
      finalizeChecklist(viewOf(state, "finance"), "2026-11-29").find(({ code }) => code === "approvalCovers");
    expect(item(financed)?.ok).toBe(true);
    expect(item(after(financed, sent, answer()))).toMatchObject({
      ok: false,
      reason: "none",
      fix: { action: "credit" },
    });
    const wide = lenderTerms();
    const fits = after(financed, sent, answer({ terms: { ...wide, maxLoanToValue: 1_400_000 as never } }), chosen);
    expect(item(fits)?.ok).toBe(true);
  });
});

describe("the menu", () => {
  const catalog = contextOf(financed).store.fniCatalog;

  test("[M4] menu F4: answers rank products with their reason, and are kept", () => {
    const ranked = recommendedProducts(catalog, needs, 950_000);
    expect(ranked.map(({ weight }) => weight)).toEqual(ranked.map(({ weight }) => weight).toSorted((a, b) => b - a));
    expect(ranked.find(({ code }) => catalog.find((product) => product.code === code)?.kind === "vsc")?.reason).toBe(
      "keepsLong",
    );
    const state = told(financed, { event: { type: "fni.needsAnswered", ...needs }, by: customer });
    expect(contextOf(state).fni.needs).toEqual(needs);
  });

  test("[M5] menu F2: break-even is told, and what would pay for nothing is refused and not charged", () => {
    const facts = {
      vehicle: { condition: "new", mileage: 10, year: 2026, fuel: "gas" },
      contractYear: 2026,
      loanToValue: 700_000,
      termMonths: 60,
    } as never;
    const option = { price: cents(219_500), deductible: cents(10_000), termMonths: 36, miles: 36_000 };
    expect(productBenefit({ kind: "vsc" }, option, facts)).toEqual({
      breakEven: { unit: "repairs", amount: 229_500 },
      none: null,
    });
    expect(productBenefit({ kind: "gap" }, option, facts).breakEven).toEqual({ unit: "gap", amount: 219_500 });
    const asked = { ...(facts as object), needs: { ...needs, keepYears: 2 } } as never;
    expect(productBenefit({ kind: "vsc" }, option, asked).none).toBe("soldBeforeCover");
    expect(
      productBenefit({ kind: "vsc" }, { ...option, miles: 30_000 }, { ...(facts as object), needs } as never).none,
    ).toBe("coveredByMaker");
    expect(productBenefit({ kind: "gap" }, option, asked).none).toBe("owesLessThanWorth");
    const taken: DealEvent = { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75", answer: "accepted" };
    const state = told(financed, { event: taken, by: customer });
    const charged = (deal: DealState) => dealWorksheet(numbersFrom(viewOf(deal, "customer")))!.productsTotal;
    expect(charged(state)).toBeGreaterThan(0);
    const short = told(state, { event: { type: "fni.needsAnswered", ...needs, keepYears: 1 }, by: customer });
    expect(charged(short)).toBe(0);
    expect(contextOf(short).fni.answers.vscPlus?.answer).toBe("accepted");
    expect(refusalOf(short, taken)?.code).toBe("productNotEligible");
  });

  test("[M6] menu F6: the signed record is of one menu, and of no other", () => {
    const done = settled(aDeal());
    const sign: DealEvent = { type: "fni.menuSigned", signedName: "Theo Marsh", key: menuKey(contextOf(done)) };
    const signed = told(done, { event: sign, by: customer });
    expect(menuIsSigned(contextOf(signed))).toBe(true);
    const list = contextOf(done).store.fniCatalog[0]!;
    const moved = told(signed, {
      event: { type: "fni.productAnswered", code: list.code, optionCode: list.options[0]!.code, answer: "accepted" },
      by: customer,
    });
    expect(menuIsSigned(contextOf(moved))).toBe(false);
    const red = finalizeChecklist(viewOf(moved, "finance"), "2026-11-29").find(({ code }) => code === "menuSigned");
    expect(red?.ok).toBe(false);
    expect(refusalOf(done, sign, { by: fniManager })?.code).toBe("notAllowed");
  });

  test("[M7] menu F3: columns are whole recomputations, the longer term at its own rate", () => {
    const view = viewOf(financed, "customer");
    const columns = menuColumns(numbersFrom(view));
    expect(columns[0]!.name).toBe("complete");
    expect(columns[0]!.price).toBe(columns[0]!.products.reduce((sum, { price }) => sum + price, 0));
    const [own, longer] = columns[0]!.terms;
    expect(own!.termMonths).toBe(contextOf(financed).finance.termMonths);
    expect(longer!.termMonths).toBeGreaterThan(own!.termMonths);
    const accepted = columns[0]!.products.reduce(
      (deal, { code, optionCode }) =>
        told(deal, { event: { type: "fni.productAnswered", code, optionCode, answer: "accepted" }, by: customer }),
      financed,
    );
    const sheet = dealWorksheet(numbersFrom(viewOf(accepted, "customer")))!;
    expect(sheet.finance.ok && sheet.finance.payment).toBe(own!.payment);
    expect(contractRateFor(view.card, longer!.termMonths)).not.toBeNull();
  });

  test("[M8] menu F8: one price for everybody; a lower one is somebody's, with a reason the floor does not read", () => {
    const price: DealEvent = {
      type: "fni.priceExceptionSet",
      code: "vscPlus",
      optionCode: "y6m75",
      price: cents(150_000),
      reason: "competingOffer",
    };
    const state = told(financed, { event: price, by: fniManager });
    const taken = told(state, {
      event: { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75", answer: "accepted" },
      by: customer,
    });
    expect(dealWorksheet(numbersFrom(viewOf(taken, "customer")))!.productsTotal).toBe(150_000);
    expect(JSON.stringify(viewOf(taken, "sales").card)).not.toContain("competingOffer");
    expect(refusalOf(state, price, { by: salesperson })?.code).toBe("notAllowed");
  });

  test("menu F1: what the providers ask is charged, and their cost is for managers", () => {
    const rated: DealEvent = {
      type: "fni.rated",
      source: "Table",
      products: catalog.map(({ code, options }) => ({
        code,
        options: options.map((option) => ({ ...option, price: cents(option.price + 1_300), cost: cents(41_337) })),
      })),
    };
    const state = told(told(financed, { event: rated, by: system }), {
      event: { type: "fni.productAnswered", code: "vscPlus", optionCode: "y6m75", answer: "accepted" },
      by: customer,
    });
    const list = catalog.find(({ code }) => code === "vscPlus")!.options.find(({ code }) => code === "y6m75")!.price;
    expect(dealWorksheet(numbersFrom(viewOf(state, "customer")))!.productsTotal).toBe(list + 1_300);
    for (const audience of ["customer", "coBuyer", "guest", "sales", "salesWithCost"] as const)
      expect(JSON.stringify(viewOf(state, audience).card)).not.toContain("41337");
  });
});

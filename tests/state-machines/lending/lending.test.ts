import { describe, expect, test } from "vitest";
import { viewOf } from "#machines/deal/view-of-deal";
import type { DealEvent } from "#machines/deal/deal-events";
import { contractAgainstApproval } from "#machines/jacket/contract-against-approval";
import { spotDeliveryRule } from "#machines/jacket/spot-delivery-rules";
import { approvalDifferences } from "#machines/lending/approval-differences";
import { decideApplication, declineReasons } from "#machines/lending/decide-application";
import { dealStructure } from "#machines/lending/deal-structure";
import { lenderProgrammeSchema } from "#machines/lending/lender-programme";
import type { LenderStructure } from "#machines/lending/lender-structure";
import { matchProgrammes } from "#machines/lending/match-programmes";
import { simulatedProgrammes } from "#machines/lending/simulated-programmes";
import { numbersFrom } from "#machines/deal/deal-view";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { aDeal, aVehicle, system } from "#tests/support/a-deal";
import { followedBy } from "#tests/support/judged-deal";
import { lenderTerms } from "../deal/credit-makers";

const structure = (over: Partial<LenderStructure> = {}): LenderStructure => ({
  vehicle: {
    vin: "1HGBH41JXMN109186",
    condition: "new",
    year: 2026,
    make: "Norden",
    model: "Sierra",
    mileage: 12,
    sellingPrice: cents(3_600_000),
  },
  contractYear: 2026,
  amountFinanced: cents(3_400_000),
  frontAmount: cents(3_300_000),
  productsTotal: cents(100_000),
  cashDown: cents(300_000),
  termMonths: 60,
  payment: cents(66_000),
  ...over,
});
const strong = { score: 780, monthlyIncome: cents(900_000) };
const [alder, birch, cedar, dogwood] = simulatedProgrammes as [
  (typeof simulatedProgrammes)[number],
  (typeof simulatedProgrammes)[number],
  (typeof simulatedProgrammes)[number],
  (typeof simulatedProgrammes)[number],
];

describe("[C11] the built-in network decides by its programmes alone", () => {
  test("four lenders, each a readable programme, and the same answer every time", () => {
    expect(simulatedProgrammes.map((programme) => lenderProgrammeSchema.parse(programme).lenderCode)).toEqual([
      "alder",
      "birch",
      "cedar",
      "dogwood",
    ]);
    for (const programme of simulatedProgrammes)
      expect(decideApplication(programme, structure(), strong)).toEqual(
        decideApplication(programme, structure(), strong),
      );
  });

  test("approves, approves with papers, counters and declines", () => {
    expect(decideApplication(alder, structure(), strong)).toMatchObject({ status: "approved", amount: 3_400_000 });
    expect(decideApplication(birch, structure(), { ...strong, score: 670 })).toMatchObject({
      status: "conditional",
      conditions: ["income"],
    });
    const counter = decideApplication(birch, structure({ termMonths: 84 }), strong);
    expect(counter).toMatchObject({ status: "counter", termMonths: 72 });
    const declined = decideApplication(dogwood, structure(), strong);
    expect(declined).toMatchObject({ status: "declined", amount: null, reasons: ["collateralType"] });
  });

  test("[CRED-02] every no has at least one reason of the list", () => {
    for (const programme of simulatedProgrammes)
      for (const score of [400, 560, 640, 700, 800])
        for (const year of [2008, 2019, 2026]) {
          const asked = structure({ vehicle: { ...structure().vehicle, year, condition: "used" } });
          const decision = decideApplication(programme, asked, { score, monthlyIncome: cents(250_000) });
          if (decision.status === "declined") expect(decision.reasons.length).toBeGreaterThan(0);
          for (const reason of decision.reasons) expect(declineReasons).toContain(reason);
          if (decision.amount !== null) expect(decision.amount).toBeLessThanOrEqual(asked.amountFinanced);
        }
  });
});

test("D12 programme matching says who fits, and each reason why not", () => {
  const used = structure({ vehicle: { ...structure().vehicle, condition: "used", year: 2014, mileage: 140_000 } });
  const matches = matchProgrammes(simulatedProgrammes, used, { score: 610, monthlyIncome: null });
  const gapsOf = (code: string) =>
    matches.find(({ programme }) => programme.lenderCode === code)?.gaps.map((gap) => gap.code);
  expect(gapsOf("alder")).toEqual(["condition", "age", "mileage", "term", "score"]);
  expect(gapsOf("cedar")).toContain("mileage");
  expect(matchProgrammes([alder, cedar], structure(), strong).map(({ gaps }) => gaps)).toEqual([[], []]);
});

describe("[C6] a decision beside its application", () => {
  test("has every difference flagged, the ones that hurt told apart", () => {
    const asked = structure({ termMonths: 72 });
    const answer = { amount: cents(3_200_000), termMonths: 60, payment: cents(66_000), terms: lenderTerms() };
    expect(approvalDifferences(asked, answer)).toEqual([
      { code: "amount", asked: 3_400_000, answered: 3_200_000, worse: true },
      { code: "termMonths", asked: 72, answered: 60, worse: true },
    ]);
    expect(
      approvalDifferences(structure(), { amount: cents(3_400_000), termMonths: 60, payment: cents(66_000) }),
    ).toEqual([]);
  });
});

describe("[C13] finance desk N4: the frozen contract against the stored approval, to the cent", () => {
  const { vin, mileage } = aVehicle();
  const buyer = { applicant: "buyer" as const, name: " RUTH  Amberly" };
  const told = { vin: vin!, mileage, applicants: [buyer] };
  const approvedFor = (amount: number, over: Partial<ReturnType<typeof lenderTerms>> = {}, sent: object = told) =>
    [
      { type: "credit.sent", submissionId: "sub-1", lender: "Alder Bank", sent },
      {
        type: "credit.answered",
        submissionId: "sub-1",
        version: 1,
        status: "approved",
        amount: cents(amount),
        termMonths: 72,
        payment: cents(9_999_999),
        conditions: [],
        expiresAt: "2027-01-15T00:00:00.000Z",
        terms: { ...lenderTerms(), maxLoanToValue: 1_500_000 as never, ...over },
      },
      { type: "credit.chosen", submissionId: "sub-1" },
    ] as DealEvent[];
  const on = (...approval: Parameters<typeof approvedFor>) => {
    const start = aDeal({ finance: { method: "finance" }, customer: { firstName: "Ruth", lastName: "Amberly" } });
    return approvedFor(...approval).reduce((deal, event) => followedBy(deal, event, { by: system }), start);
  };
  const held = (deal: ReturnType<typeof on>, today = "2026-11-28") =>
    contractAgainstApproval(viewOf(deal, "finance"), today);
  const codes = (...args: Parameters<typeof held>) => held(...args)?.map(({ code }) => code);
  const financed = () => dealStructure(numbersFrom(viewOf(on(9_000_000), "finance")))!;

  test("exactly the approved amount fits; one cent more does not", () => {
    const amount = financed().amountFinanced;
    expect(held(on(amount))).toEqual([]);
    expect(held(on(amount - 1))).toEqual([{ code: "amount", contract: amount, approved: amount - 1, stops: true }]);
  });

  test("term, rate, reserve cap, products, loan-to-value, payment and day", () => {
    const { amountFinanced: amount, payment } = financed();
    const rate = lenderTerms().contractRate;
    expect(held(on(amount, { maxRate: ppm(rate - 1) }))).toEqual([
      {
        code: "reserve",
        contract: rate - lenderTerms().buyRate,
        approved: rate - 1 - lenderTerms().buyRate,
        stops: true,
      },
    ]);
    expect(codes(on(amount, { buyRate: ppm(rate + 1) }))).toEqual(["rate"]);
    expect(codes(on(amount, { maxLoanToValue: 1 as never }))).toEqual(["loanToValue"]);
    expect(codes(on(amount, { paymentCap: cents(payment) }))).toEqual([]);
    expect(held(on(amount, { paymentCap: cents(payment - 1) }))).toEqual([
      { code: "paymentCap", contract: payment, approved: payment - 1, stops: true },
    ]);
    expect(codes(on(amount), "2027-02-01")).toEqual(["expired"]);
    expect(held(aDeal())).toBeNull();
  });

  test("the payment the lender named is a warning, to the cent", () => {
    const { amountFinanced: amount, payment } = financed();
    const named = (about: number) =>
      approvedFor(amount).map((event) =>
        event.type === "credit.answered" ? { ...event, payment: cents(about) } : event,
      );
    const start = aDeal({ finance: { method: "finance" }, customer: { firstName: "Ruth", lastName: "Amberly" } });
    const after = (about: number) =>
      named(about).reduce((deal, event) => followedBy(deal, event, { by: system }), start);
    expect(held(after(payment))).toEqual([]);
    expect(held(after(payment - 1))).toEqual([
      { code: "payment", contract: payment, approved: payment - 1, stops: false },
    ]);
  });

  test("the car, and the buyer's and the co-buyer's names, are those that the lender was sent", () => {
    const amount = financed().amountFinanced;
    const sent = (over: object) => held(on(amount, {}, { ...told, ...over }));
    expect(sent({ vin: "1HGBH41JXMN109186" })).toEqual([
      { code: "vin", contract: vin, approved: "1HGBH41JXMN109186", stops: true },
    ]);
    expect(sent({ mileage: mileage + 900 })).toMatchObject([{ code: "mileage", stops: false }]);
    expect(sent({ applicants: [{ ...buyer, name: "Ruth Emberley" }] })).toEqual([
      { code: "buyerName", contract: "Ruth Amberly", approved: "Ruth Emberley", stops: true },
    ]);
    const coBuyer = { applicant: "coBuyer" as const, name: "Owen Amberly" };
    expect(sent({ applicants: [buyer, coBuyer] })).toEqual([
      { code: "coBuyerName", contract: null, approved: "Owen Amberly", stops: true },
    ]);
    const invited = followedBy(
      on(amount, {}, { ...told, applicants: [buyer, coBuyer] }),
      { type: "seat.invited", seatId: "seat-1", kind: "coBuyer", relation: "spouse", scope: "edit", name: "Owen" },
      { by: system },
    );
    expect(held(invited)).toMatchObject([{ code: "coBuyerName", contract: "Owen", stops: false }]);
  });
});

test("finance desk N8: conditional delivery is a switch by state", () => {
  expect(spotDeliveryRule("MI").allowed).toBe(false);
  expect(spotDeliveryRule("va").wording?.en).toContain("SUBJECT TO THE APPROVAL OF A LENDER");
  expect(spotDeliveryRule("IL")).toMatchObject({ allowed: true, wording: null });
});

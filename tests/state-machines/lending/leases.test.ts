import { describe, expect, test } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { viewOf } from "#machines/deal/view-of-deal";
import { contractAgainstApproval } from "#machines/jacket/contract-against-approval";
import { finalizeChecklist } from "#machines/jacket/finalize-checklist";
import { approvalDifferences } from "#machines/lending/approval-differences";
import { dealStructure } from "#machines/lending/deal-structure";
import { decideApplication, declineReasons, leaseAskedAgain } from "#machines/lending/decide-application";
import { lenderProgrammeSchema } from "#machines/lending/lender-programme";
import { type LenderStructure, lenderStructureSchema } from "#machines/lending/lender-structure";
import { matchProgrammes, programmesFor } from "#machines/lending/match-programmes";
import { simulatedLeaseProgrammes, simulatedProgrammes } from "#machines/lending/simulated-programmes";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { aDeal, aVehicle, fniManager, system } from "#tests/support/a-deal";
import { followedBy, refusalOf } from "#tests/support/judged-deal";
import { lenderTerms, lessorTerms } from "../deal/credit-makers";

/** 36 months at 0.00185: a month of the base is (34,000 − 20,000) ÷ 36 + 54,000 × 0.00185 = 488.79. */
const lease = (over: Partial<LenderStructure> = {}): LenderStructure => ({
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
  termMonths: 36,
  payment: cents(48_879),
  lease: {
    adjustedCapCost: cents(3_400_000),
    residual: cents(2_000_000),
    milesPerYear: 12_000,
    moneyFactor: ppm(1_850),
  },
  ...over,
});
const strong = { score: 780, monthlyIncome: cents(900_000) };
const [alder, cedar] = simulatedLeaseProgrammes as [
  (typeof simulatedLeaseProgrammes)[number],
  (typeof simulatedLeaseProgrammes)[number],
];
const leasedAt = (termMonths = 36) =>
  followedBy(aDeal({ finance: { method: "lease" }, customer: { firstName: "Ruth", lastName: "Amberly" } }), {
    type: "finance.leaseTermsChosen",
    termMonths,
    milesPerYear: 12_000,
  });

describe("[C5] a leased deal as a lender is asked about it", () => {
  test("is the worksheet's lease column, to the cent, and a loan does not name a lease", () => {
    const view = viewOf(leasedAt(), "finance");
    const column = dealWorksheet(numbersFrom(view))?.lease;
    if (!column?.ok) throw new Error("the test store leases this car");
    const structure = dealStructure(numbersFrom(view));
    expect(structure).toMatchObject({
      amountFinanced: column.adjustedCapCost,
      termMonths: column.termMonths,
      payment: column.payment,
      lease: {
        adjustedCapCost: column.adjustedCapCost,
        residual: column.residual,
        milesPerYear: 12_000,
        moneyFactor: contextOf(leasedAt()).store.leaseTerms.find(
          (row) => row.termMonths === 36 && row.milesPerYear === 12_000,
        )?.moneyFactor[view.card.finance.creditBand],
      },
    });
    expect(lenderStructureSchema.parse(JSON.parse(JSON.stringify(structure)))).toEqual(structure);
    const loan = dealStructure(numbersFrom(viewOf(aDeal({ finance: { method: "finance" } }), "finance")));
    expect(Object.keys(loan!)).not.toContain("lease");
    expect(lenderStructureSchema.parse(loan)).toEqual(loan);
    expect(dealStructure(numbersFrom(viewOf(aDeal({ finance: { method: "cash" } }), "finance")))).toBeNull();
  });
});

describe("D12 lease programmes", () => {
  const every = [...simulatedProgrammes, ...simulatedLeaseProgrammes];
  const gapsOf = (structure: LenderStructure, borrower: Parameters<typeof matchProgrammes>[2] = strong) =>
    Object.fromEntries(
      matchProgrammes(programmesFor(structure.lease ? "lease" : "finance", every), structure, borrower).map(
        ({ programme, gaps }) => [programme.code, gaps.map(({ code }) => code)],
      ),
    );

  test("say who would take a lease and why the others would not; a loan is held against loans alone", () => {
    for (const programme of simulatedLeaseProgrammes) expect(lenderProgrammeSchema.parse(programme)).toEqual(programme);
    expect(gapsOf(lease())).toEqual({
      "birch-members": ["method"],
      "dogwood-second": ["method"],
      "alder-lease": [],
      "cedar-lease": [],
    });
    const { lease: _, ...loan } = lease({ termMonths: 60 });
    expect(Object.keys(gapsOf(loan))).toEqual(simulatedProgrammes.map(({ code }) => code));
    expect(gapsOf(loan)["alder-prime"]).toEqual([]);
  });

  test("name each limit: car, term, factor, cap cost of the price, month of the income, score", () => {
    const asked = lease({
      vehicle: { ...lease().vehicle, condition: "used", year: 2024, mileage: 20_000 },
      termMonths: 60,
      amountFinanced: cents(4_200_000),
      lease: { ...lease().lease!, moneyFactor: ppm(2_400) },
    });
    const poor = { score: 780, monthlyIncome: cents(200_000) };
    expect(gapsOf(asked, poor)["cedar-lease"]).toEqual([
      "condition",
      "age",
      "mileage",
      "term",
      "totalLoanToValue",
      "paymentToIncome",
      "moneyFactor",
    ]);
    expect(gapsOf(lease(), { score: 600, monthlyIncome: null })["alder-lease"]).toEqual(["score"]);
    expect(matchProgrammes([cedar], lease(), strong)[0]).toMatchObject({ buyRate: null, tier: { name: "Lease one" } });
  });
});

describe("[C11] a lease is decided by its programme alone", () => {
  test("approved as asked, with papers, or declined, and the same every time", () => {
    expect(decideApplication(alder, lease(), strong)).toEqual({
      status: "approved",
      amount: 3_400_000,
      termMonths: 36,
      payment: 48_879,
      conditions: [],
      terms: null,
      lease: {
        tier: "Lease A+",
        maxMoneyFactor: 1_850,
        residual: 2_000_000,
        milesPerYear: 12_000,
        maxLoanToValue: 1_150_000,
        productCap: 400_000,
        paymentCap: 162_000,
      },
      reasons: [],
    });
    expect(decideApplication(cedar, lease(), strong)).toMatchObject({
      status: "conditional",
      conditions: ["insurance"],
      lease: { maxMoneyFactor: 2_100 },
    });
    expect(decideApplication(alder, lease(), { ...strong, score: 500 })).toMatchObject({
      status: "declined",
      amount: null,
      reasons: ["scoreBelowMinimum"],
    });
    const used = lease({ vehicle: { ...lease().vehicle, condition: "used" } });
    expect(decideApplication(alder, used, strong)).toMatchObject({ status: "declined", reasons: ["collateralType"] });
  });

  test("countered: a shorter term names no residual, and its month is the store's to work out", () => {
    expect(decideApplication(cedar, lease({ termMonths: 48 }), strong)).toMatchObject({
      status: "counter",
      amount: 3_400_000,
      termMonths: 36,
      payment: null,
      lease: { residual: null, maxMoneyFactor: 2_100 },
    });
    expect(decideApplication(alder, lease({ termMonths: 60 }), strong)).toMatchObject({
      status: "counter",
      termMonths: 48,
      lease: { residual: null, maxMoneyFactor: null },
    });
  });

  test("countered: less cap cost, by its share of the price, by the month, and a lower money factor", () => {
    // 100 of 115 of 32,000 for Lease A+ is 36,800; asked for 38,000.
    const dear = lease({
      vehicle: { ...lease().vehicle, sellingPrice: cents(3_200_000) },
      amountFinanced: cents(3_800_000),
    });
    expect(decideApplication(alder, dear, strong)).toMatchObject({
      status: "counter",
      amount: 3_680_000,
      payment: null,
    });
    // A month of 360.00 at most (18 of 100 of 2,000.00) is 128.79 less: 128.79 ÷ (1/36 + 0.00185) is 4,346.96 of cap cost.
    expect(decideApplication(alder, lease(), { score: 780, monthlyIncome: cents(200_000) })).toMatchObject({
      status: "counter",
      amount: 2_960_000,
      payment: null,
      lease: { paymentCap: 36_000, residual: 2_000_000 },
    });
    const costly = lease({ lease: { ...lease().lease!, moneyFactor: ppm(2_600) } });
    expect(decideApplication(cedar, costly, strong)).toMatchObject({
      status: "counter",
      amount: 3_400_000,
      payment: null,
      lease: { maxMoneyFactor: 2_100 },
    });
  });

  test("asked again for what it offered, it approves that, and names no month that the store has not worked out", () => {
    const borrower = { score: 780, monthlyIncome: cents(200_000) };
    const again = leaseAskedAgain(lease(), { amount: cents(2_960_000), termMonths: null });
    expect(again.payment).toBeLessThanOrEqual(36_000);
    expect(decideApplication(alder, again, borrower, lease())).toMatchObject({
      status: "approved",
      amount: 2_960_000,
      payment: null,
      lease: { residual: 2_000_000 },
    });
    const shorter = leaseAskedAgain(lease(), { amount: null, termMonths: 24 });
    expect(decideApplication(alder, shorter, strong, lease())).toMatchObject({
      status: "approved",
      termMonths: 24,
      payment: null,
      lease: { residual: null, maxMoneyFactor: null },
    });
  });

  test("[CRED-02] every no has a reason of the list, and no offer is below the residual", () => {
    for (const programme of [...simulatedLeaseProgrammes, ...simulatedProgrammes])
      for (const score of [400, 640, 700, 800])
        for (const monthlyIncome of [0, 90_000, 200_000, 900_000])
          for (const termMonths of [18, 36, 60]) {
            const decision = decideApplication(programme, lease({ termMonths }), {
              score,
              monthlyIncome: cents(monthlyIncome),
            });
            if (decision.status === "declined") expect(decision.reasons.length).toBeGreaterThan(0);
            else expect(decision.amount).toBeGreaterThan(2_000_000);
            for (const reason of decision.reasons) expect(declineReasons).toContain(reason);
            expect(decision.terms).toBeNull();
          }
  });
});

test("[C6] a lessor's answer beside its application: cap cost, term, factor, residual", () => {
  const asked = lease();
  const own = {
    ...lessorTerms(),
    maxMoneyFactor: ppm(1_800),
    residual: cents(1_990_000),
    maxLoanToValue: ppm(1_150_000),
  };
  expect(approvalDifferences(asked, { amount: cents(3_300_000), termMonths: 36, payment: null, lease: own })).toEqual([
    { code: "amount", asked: 3_400_000, answered: 3_300_000, worse: true },
    { code: "moneyFactor", asked: 1_850, answered: 1_800, worse: true },
    { code: "residual", asked: 2_000_000, answered: 1_990_000, worse: true },
  ]);
});

describe("[C13] finance desk N4: a lease's contract against its approval, to the cent", () => {
  const { vin, mileage } = aVehicle();
  const sent = { vin: vin!, mileage, applicants: [{ applicant: "buyer" as const, name: "Ruth Amberly" }] };
  const figures = dealStructure(numbersFrom(viewOf(leasedAt(), "finance")))!;
  const told = figures.lease!;
  type Over = Partial<{ amount: number; termMonths: number; payment: number } & ReturnType<typeof lessorTerms>>;
  const answered = ({ amount, termMonths, payment, ...own }: Over = {}): DealEvent => ({
    type: "credit.answered",
    submissionId: "sub-1",
    version: 1,
    status: "approved",
    amount: cents(amount ?? figures.amountFinanced),
    termMonths: termMonths ?? figures.termMonths,
    payment: cents(payment ?? figures.payment),
    conditions: [],
    expiresAt: "2027-01-15T00:00:00.000Z",
    terms: null,
    lease: {
      ...lessorTerms(),
      maxMoneyFactor: told.moneyFactor,
      residual: told.residual,
      maxLoanToValue: ppm(1_900_000),
      ...own,
    },
  });
  const asked: DealEvent = { type: "credit.sent", submissionId: "sub-1", lender: "Alder Bank", method: "lease", sent };
  const chosen: DealEvent = { type: "credit.chosen", submissionId: "sub-1" };
  const on = (over: Over = {}, from = leasedAt()) =>
    [asked, answered(over), chosen].reduce((deal, event) => followedBy(deal, event, { by: system }), from);
  const held = (deal: ReturnType<typeof on>) => contractAgainstApproval(viewOf(deal, "finance"), "2026-11-28");

  test("exactly what was approved fits; a cent, a month or a millionth more does not, nor another residual or other miles", () => {
    expect(held(on())).toEqual([]);
    const { amountFinanced, payment } = figures;
    const [{ residual, moneyFactor }] = [told];
    expect(held(on({ amount: amountFinanced - 1 }))).toEqual([
      { code: "capCost", contract: amountFinanced, approved: amountFinanced - 1, stops: true },
    ]);
    expect(held(on({ maxMoneyFactor: ppm(moneyFactor - 1) }))).toEqual([
      { code: "moneyFactor", contract: moneyFactor, approved: moneyFactor - 1, stops: true },
    ]);
    expect(held(on({ maxMoneyFactor: null, residual: null }))).toEqual([]);
    expect(held(on({ residual: cents(residual + 1) }))).toEqual([
      { code: "residual", contract: residual, approved: residual + 1, stops: true },
    ]);
    expect(held(on({ milesPerYear: 15_000 }))).toEqual([
      { code: "milesPerYear", contract: 12_000, approved: 15_000, stops: true },
    ]);
    expect(held(on({ paymentCap: cents(payment - 1) }))).toEqual([
      { code: "paymentCap", contract: payment, approved: payment - 1, stops: true },
    ]);
    expect(held(on({ payment: payment - 1 }))).toEqual([
      { code: "payment", contract: payment, approved: payment - 1, stops: false },
    ]);
  });

  test("[C8] written on, it takes over no rate and no figure but a term that is too long", () => {
    const before = contextOf(leasedAt());
    expect(contextOf(on()).finance).toEqual(before.finance);
    const longer = on({ residual: null, maxMoneyFactor: null }, leasedAt(48));
    expect(contextOf(longer).finance).toMatchObject({ leaseTermMonths: 36, contractRateOverride: null });
    expect(held(longer)?.map(({ code }) => code)).not.toContain("term");
    // Where the store's table has nothing as short, the deal stays and the check says so.
    expect(held(on({ termMonths: 24 }))?.map(({ code }) => code)).toContain("term");
  });

  test("an approval of a loan covers no lease, nor the other way round", () => {
    const financed = followedBy(on(), { type: "finance.methodChosen", method: "finance" });
    expect(held(financed)).toEqual([{ code: "method", contract: "finance", approved: "lease", stops: true }]);
    expect(refusalOf(financed, chosen, { by: fniManager })?.code).toBe("noLenderAnswer");
    const loan = [
      { type: "credit.sent", submissionId: "sub-2", lender: "Birch Union", sent } as const,
      { ...answered(), submissionId: "sub-2", terms: lenderTerms(), lease: undefined } as DealEvent,
    ].reduce((deal, event) => followedBy(deal, event, { by: system }), leasedAt());
    expect(refusalOf(loan, { type: "credit.chosen", submissionId: "sub-2" }, { by: fniManager })?.code).toBe(
      "notFinanced",
    );
    // The lender's rate bounds are a loan's; a lease's approval leaves the store's own.
    expect(contextOf(financed).credit?.answers[0]?.terms).toBeNull();
  });

  test("finance desk N2: a lessor that was asked has its approval in the checklist", () => {
    const item = (deal: ReturnType<typeof on>) =>
      finalizeChecklist(viewOf(deal, "finance"), "2026-11-29").find(({ code }) => code === "approvalCovers");
    expect(item(leasedAt())?.ok).toBe(true);
    const open = followedBy(leasedAt(), asked, { by: system });
    expect(item(open)).toMatchObject({ ok: false, reason: "none" });
    expect(item(on())?.ok).toBe(true);
    expect(item(on({ milesPerYear: 15_000 }))).toMatchObject({ ok: false, reason: "milesPerYear" });
  });
});

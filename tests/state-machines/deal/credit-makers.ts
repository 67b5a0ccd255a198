import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { flagCodes, lenderStatuses, stipKinds, stipStates } from "#machines/deal/credit-slice";
import type { DealEventOf, DealEventType } from "#machines/deal/deal-events";
import { menuKey } from "#machines/deal/menu-catalog";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { priceReasons } from "#machines/stages/fni";
import { parkingPlaces, roadKinds } from "#machines/stages/menu-needs";

type Made = Extract<
  DealEventType,
  `credit.${string}` | "fni.needsAnswered" | "fni.rated" | "fni.priceExceptionSet" | "fni.menuSigned"
>;
type CreditMakers = { [Type in Made]: (n: number, state: DealState) => Omit<DealEventOf<Type>, "type"> | null };

const oneOf = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const applicantOf = (n: number) => oneOf(["buyer", "coBuyer"] as const, n);
const answerIn = (state: DealState, n: number) => {
  const answers = contextOf(state).credit?.answers ?? [];
  return answers.length > 0 ? oneOf(answers, n) : null;
};
const flagIn = (state: DealState, n: number) => contextOf(state).credit?.flags[n % 3] ?? null;
const optionIn = (state: DealState, n: number) => {
  const product = oneOf(contextOf(state).store.fniCatalog, n);
  return { code: product.code, option: oneOf(product.options, n) };
};

/** Terms of a lender, with a rate that the test stores' tables do not hold. */
export const lenderTerms = (n = 0): NonNullable<DealEventOf<"credit.answered">["terms"]> => ({
  tier: `Tier ${(n % 4) + 1}`,
  buyRate: ppm(51_300 + (n % 7) * 1_000),
  maxRate: ppm(76_300 + (n % 7) * 1_000),
  contractRate: ppm(61_300 + (n % 7) * 1_000),
  maxLoanToValue: ppm(1_000_000),
  productCap: cents(500_000),
  paymentCap: null,
  reference: `REF-${n}`,
  comment: "",
});

/** What a lessor approves of a lease. */
export const lessorTerms = (n = 0): NonNullable<DealEventOf<"credit.answered">["lease"]> => ({
  tier: `Lease ${(n % 3) + 1}`,
  maxMoneyFactor: ppm(2_173 + n),
  residual: cents(2_013_100 + n),
  milesPerYear: 12_000,
  maxLoanToValue: ppm(1_000_000),
  productCap: cents(400_000),
  paymentCap: null,
  reference: `LEASE-${n}`,
  comment: "",
});

/** Events of the credit and the menu that often fit a deal. */
export const creditMakers: CreditMakers = {
  "credit.started": (n) => ({ applicationId: `app-${n % 2}`, applicant: applicantOf(n) }),
  "credit.completed": (n) => ({ applicationId: `app-${n % 2}`, applicant: applicantOf(n) }),
  "credit.skipped": () => ({}),
  "credit.prequalified": (n, state) => ({ band: oneOf(contextOf(state).store.creditBands, n).code }),
  "credit.sent": (n) => ({
    submissionId: `sub-${n}`,
    lender: oneOf(["Alder Bank", "Birch Union"], n),
    ...(n % 3 === 1 && { method: "lease" as const }),
    // Older ones say nothing of what was sent.
    ...(n % 4 !== 0 && {
      sent: {
        vin: "1HGBH41JXMN109186",
        mileage: 900_000 + n,
        applicants: [{ applicant: "buyer" as const, name: `Ruth Stated${n}` }],
      },
    }),
  }),
  "credit.answered": (n, state) => {
    const known = answerIn(state, n);
    const status = oneOf(lenderStatuses, n);
    return (
      known && {
        submissionId: known.submissionId,
        version: known.version + 1,
        status,
        amount: cents(2_500_000),
        termMonths: oneOf([60, 72], n),
        payment: cents(48_000),
        conditions: n % 2 ? ["income"] : [],
        expiresAt: "2027-01-15T00:00:00.000Z",
        terms: n % 5 === 0 || known.method ? null : lenderTerms(n),
        ...(known.method && n % 5 !== 0 && { lease: lessorTerms(n) }),
      }
    );
  },
  "credit.chosen": (n, state) => {
    const known = answerIn(state, n);
    return known && { submissionId: known.submissionId };
  },
  "credit.stipMoved": (n) => ({
    requestId: `stip-${n % 4}`,
    submissionId: `sub-${n}`,
    kind: oneOf(stipKinds, n),
    owedBy: applicantOf(n),
    state: oneOf(stipStates, n),
    dueOn: null,
  }),
  "credit.flagRaised": (n) => ({ flagId: `flag-${n}`, code: oneOf(flagCodes, n) }),
  "credit.flagResolved": (n, state) => {
    const flag = flagIn(state, n);
    return flag && { flagId: flag.flagId };
  },
  "fni.needsAnswered": (n) => ({
    milesPerYear: 5_000 + (n % 20) * 1_000,
    keepYears: 1 + (n % 8),
    parking: oneOf(parkingPlaces, n),
    roads: oneOf(roadKinds, n),
    drivers: 1 + (n % 3),
  }),
  "fni.rated": (n, state) => ({
    source: "Store rates",
    products: contextOf(state).store.fniCatalog.map(({ code, options }) => ({
      code,
      options: options.map((option) => ({ ...option, price: cents(option.price + (n % 5) * 1_000) })),
    })),
  }),
  "fni.priceExceptionSet": (n, state) => {
    const { code, option } = optionIn(state, n);
    const price = n % 4 === 0 ? null : cents(Math.max(0, option.price - (n % 6) * 500));
    return { code, optionCode: option.code, price, reason: oneOf(priceReasons, n) };
  },
  "fni.menuSigned": (_n, state) => ({ signedName: "Theo Marsh", key: menuKey(contextOf(state)) }),
};

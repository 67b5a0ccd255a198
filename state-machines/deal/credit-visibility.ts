import { managers, type Row, staff } from "./visibility-rows";

/** Both applicants share the contract and the store works on it; a guest at the table has no part in anybody's credit. */
const parties = ["customer", "coBuyer", "sales", "salesWithCost", "desk", "finance"] as const;

/** Who it was, for these eyes alone; ids are the store's. */
const actorFor = <Eyes extends Row>(eyes: Eyes) => ({
  kind: eyes,
  id: managers,
  role: eyes,
  firstName: eyes,
  seat: eyes,
});

/** What lenders said. Tier, rates and caps are between lender and store; a raised flag is for managers alone. */
export const credit = {
  applications: { each: { applicationId: staff, applicant: parties, status: parties, at: parties } },
  skipped: parties,
  prequalified: { band: parties, at: parties },
  answers: {
    each: {
      submissionId: parties,
      lender: parties,
      method: parties,
      // Each applicant's name as they stated it, for those who compare it with the contract.
      sent: { vin: managers, mileage: managers, applicants: { each: { applicant: managers, name: managers } } },
      version: parties,
      status: parties,
      amount: parties,
      termMonths: parties,
      payment: parties,
      conditions: parties,
      expiresAt: parties,
      at: parties,
      terms: {
        tier: managers,
        buyRate: managers,
        maxRate: managers,
        contractRate: managers,
        maxLoanToValue: managers,
        productCap: managers,
        paymentCap: managers,
        reference: managers,
        comment: managers,
      },
      lease: {
        tier: managers,
        maxMoneyFactor: managers,
        residual: managers,
        milesPerYear: managers,
        maxLoanToValue: managers,
        productCap: managers,
        paymentCap: managers,
        reference: managers,
        comment: managers,
      },
    },
  },
  chosen: { submissionId: parties, by: actorFor(parties), at: parties },
  requests: {
    each: {
      requestId: parties,
      submissionId: parties,
      kind: parties,
      owedBy: parties,
      state: parties,
      dueOn: parties,
    },
  },
  flags: {
    each: {
      flagId: managers,
      code: managers,
      raisedAt: managers,
      resolvedBy: actorFor(managers),
      resolvedAt: managers,
    },
  },
} as const;

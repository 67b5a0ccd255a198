import { everyone, staff, costHolders, managers, rateByBand, type Row } from "./visibility-rows";

const limits = <Eyes extends Row>(eyes: Eyes) => ({
  discount: eyes,
  longestTermMonths: eyes,
  rateBelowTable: eyes,
  rateAboveTable: eyes,
  docFeeWaiver: eyes,
});

/** The store's policy as each audience has it. */
export const store = {
  version: everyone,
  rooftopId: staff,
  name: everyone,
  phone: everyone,
  email: everyone,
  timeZone: everyone,
  address: { street: everyone, city: everyone, region: everyone, postcode: everyone },
  hours: { each: { opens: everyone, closes: everyone } },
  closedDates: everyone,
  tax: everyone,
  docFee: everyone,
  governmentFees: { each: { code: everyone, name: everyone, amount: everyone } },
  creditBands: { each: { code: everyone, minScore: everyone, maxScore: everyone } },
  // The buy rate is what the lender asks of the store: the difference is the store's reserve.
  retailTerms: { each: { termMonths: everyone, contractRate: rateByBand, buyRate: managers } },
  leaseTerms: { each: { termMonths: everyone, milesPerYear: everyone, moneyFactor: rateByBand } },
  leaseFees: { acquisition: everyone, disposition: everyone, securityDeposit: everyone },
  financeOptions: {
    firstPaymentMonths: everyone,
    balloonShares: everyone,
    securityDeposits: { counts: everyone, moneyFactorReductionEach: everyone, roundUpTo: everyone },
  },
  gridCashDown: everyone,
  fniCatalog: {
    each: {
      code: everyone,
      kind: everyone,
      provider: everyone,
      taxable: everyone,
      eligibility: {
        methods: everyone,
        conditions: everyone,
        maxMileage: everyone,
        maxAgeYears: everyone,
        notFuels: everyone,
        minLoanToValue: everyone,
      },
      options: {
        each: {
          code: everyone,
          termMonths: everyone,
          miles: everyone,
          deductible: everyone,
          price: everyone,
          cost: managers,
        },
      },
    },
  },
  deposit: { amount: everyone, holdHours: everyone, termsVersion: everyone, refundable: everyone },
  cardTenderCap: everyone,
  delivery: {
    slotMinutes: everyone,
    lanes: staff,
    leadHours: everyone,
    daysAhead: everyone,
    rescheduleCutoffHours: everyone,
    distanceBands: { each: { upToMiles: everyone, fee: everyone } },
    milesByPostcode: { each: { prefix: staff, miles: staff } },
  },
  offerValidDays: everyone,
  priceGuaranteeDays: everyone,
  authority: {
    salesperson: limits(staff),
    salesManager: limits(managers),
    fniManager: limits(managers),
    generalManager: limits(managers),
  },
  minimumCashDown: staff,
  rateCapOverBuyRate: managers,
  // An appraiser reads as a salesperson who sees cost: their own two limits, not the manager's.
  tradeAuthority: { appraiser: costHolders, adjustment: costHolders, salesManager: managers },
  reserve: {
    method: managers,
    flatShare: managers,
    dealerSplit: managers,
    maxReserve: managers,
    markupCaps: { each: { upToMonths: managers, maxMarkup: managers } },
    rateCeiling: managers,
  },
  stageMinutes: {
    vehicle: everyone,
    trade: everyone,
    finance: everyone,
    fni: everyone,
    deposit: everyone,
    delivery: everyone,
  },
} as const;

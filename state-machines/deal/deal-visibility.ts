import type { Audience } from "../store/actor";
import type { TaxRule } from "../desking/taxes-and-fees";
import type { DealContext } from "./deal-context";

type Row = readonly Audience[];
type Leaf = string | number | boolean | null | undefined;
/** Public law as data: shown or hidden as one. */
type PublicRecord = TaxRule;

/**
 * The shape of the table: every leaf of the deal has a row, so a new field without one does not compile.
 * Lists and keyed records of objects carry their element's table under `each`.
 */
type VisibilityOf<T> = [NonNullable<T>] extends [Leaf | PublicRecord]
  ? Row
  : [NonNullable<T>] extends [readonly (infer Element)[]]
    ? [NonNullable<Element>] extends [Leaf]
      ? Row
      : { each: VisibilityOf<NonNullable<Element>> }
    : string extends keyof NonNullable<T>
      ? NonNullable<T>[keyof NonNullable<T>] extends Leaf
        ? Row
        : { each: VisibilityOf<NonNullable<NonNullable<T>[keyof NonNullable<T>]>> }
      : { [Field in keyof NonNullable<T>]-?: VisibilityOf<NonNullable<NonNullable<T>[Field]>> };

const everyone = ["customer", "sales", "salesWithCost", "desk", "finance"] as const;
const staff = ["sales", "salesWithCost", "desk", "finance"] as const;
const costHolders = ["salesWithCost", "desk", "finance"] as const;
const managers = ["desk", "finance"] as const;

const actor = { kind: everyone, id: staff, role: everyone, firstName: everyone } as const;
const staffRef = { staffId: staff, role: everyone, firstName: everyone, lastName: staff } as const;
const rateByBand = everyone;

const store = {
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
  deposit: { amount: everyone, holdHours: everyone, termsVersion: everyone },
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
  discountAuthority: { salesperson: staff, salesManager: managers },
  minimumCashDown: staff,
  rateCapOverBuyRate: managers,
  stageMinutes: {
    vehicle: everyone,
    trade: everyone,
    finance: everyone,
    fni: everyone,
    deposit: everyone,
    delivery: everyone,
  },
} as const;

/**
 * Who may see which field: the only allow-list there is. Loaders, sockets, acks, documents and history all
 * project through it, so a field absent here for `customer` is absent from every byte a customer is sent.
 */
export const dealVisibility = {
  identity: {
    dealId: everyone,
    dealNumber: everyone,
    startedAt: everyone,
    startedFrom: everyone,
    contractDate: everyone,
  },
  store,
  people: {
    customer: {
      firstName: everyone,
      lastName: everyone,
      email: everyone,
      phone: everyone,
      street: everyone,
      city: everyone,
      region: everyone,
      postcode: everyone,
    },
    identityVerifiedBy: actor,
    salesperson: staffRef,
    salesManager: { staffId: staff, role: staff, firstName: staff, lastName: staff },
    fniManager: staffRef,
  },
  vehicle: {
    vehicle: {
      stockNumber: everyone,
      vin: everyone,
      condition: everyone,
      year: everyone,
      make: everyone,
      model: everyone,
      trim: everyone,
      body: everyone,
      fuel: everyone,
      drivetrain: everyone,
      colour: everyone,
      interior: everyone,
      mileage: everyone,
      msrp: everyone,
      advertisedPrice: everyone,
      priceGoodThrough: everyone,
      addOns: { each: { code: everyone, name: everyone, price: everyone, taxable: everyone } },
      incentives: { each: { code: everyone, name: everyone, amount: everyone, eligibility: everyone } },
      residuals: { each: { termMonths: everyone, milesPerYear: everyone, residualRate: everyone } },
      cost: {
        invoice: costHolders,
        vehicleCost: costHolders,
        pack: costHolders,
        recon: costHolders,
        holdback: managers,
      },
    },
    sellingPrice: everyone,
    claimedIncentives: everyone,
    confirmed: everyone,
    previousStockNumber: everyone,
  },
  trade: {
    description: {
      year: everyone,
      make: everyone,
      model: everyone,
      trim: everyone,
      mileage: everyone,
      vin: everyone,
    },
    condition: {
      warningLights: everyone,
      accidents: everyone,
      tires: everyone,
      body: everyone,
      interior: everyone,
      keys: everyone,
      serviceRecords: everyone,
    },
    ownership: everyone,
    lien: { lender: everyone, payoff: everyone, payoffGoodThrough: everyone },
    valuation: {
      low: everyone,
      base: everyone,
      high: everyone,
      lines: { each: { code: everyone, amount: everyone } },
      source: everyone,
      asOf: everyone,
      goodThrough: everyone,
    },
    offer: {
      offerId: everyone,
      allowance: everyone,
      reasons: { each: { label: everyone, amount: everyone } },
      expiresAt: everyone,
      note: everyone,
      by: actor,
      answer: everyone,
      counter: everyone,
    },
    appraisal: { acv: costHolders, recon: costHolders, by: { kind: staff, id: staff, role: staff, firstName: staff } },
  },
  finance: {
    method: everyone,
    termMonths: everyone,
    cashDown: everyone,
    creditBand: everyone,
    contractRateOverride: everyone,
    leaseTermMonths: everyone,
    milesPerYear: everyone,
    targetPayment: everyone,
    termsAgreedAtRevision: everyone,
  },
  fni: { answers: { each: { answer: everyone, optionCode: everyone } } },
  deposit: {
    status: everyone,
    accepted: { amount: everyone, termsVersion: everyone, at: everyone },
    attempt: everyone,
    amount: everyone,
    heldAt: everyone,
    holdUntil: everyone,
    reference: staff,
    failure: everyone,
    refundReason: staff,
  },
  delivery: {
    method: everyone,
    address: { street: everyone, city: everyone, region: everyone, postcode: everyone },
    distanceMiles: everyone,
    fee: everyone,
    slot: { bookingId: everyone, startsAt: everyone, endsAt: everyone },
    rescheduled: everyone,
  },
  life: {
    contractingRevision: everyone,
    frozenAt: everyone,
    frozenBy: actor,
    reopenings: { each: { reason: staff, by: actor, at: everyone } },
    lostReason: staff,
    deliveredAt: everyone,
    stageNotes: {
      vehicle: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      trade: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      finance: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      fni: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      deposit: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      delivery: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
    },
  },
  notes: {
    entries: { each: { by: { kind: staff, id: staff, role: staff, firstName: staff }, at: staff, text: staff } },
  },
} as const satisfies VisibilityOf<DealContext>;

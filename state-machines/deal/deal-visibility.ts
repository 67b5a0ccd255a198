import type { TaxRule } from "../desking/taxes-and-fees";
import type { DealContext } from "./deal-context";
import { drives, dueBill, handover, returns, titleWork } from "./handover-visibility";
import { seats, showroom, wait } from "./seat-visibility";
import { store } from "./store-visibility";
import { taxes } from "./tax-visibility";
import { tenders } from "./tender-visibility";
import { credit } from "./credit-visibility";
import { menu } from "./menu-visibility";
import { trade } from "./trade-visibility";
import { vehicle } from "./vehicle-visibility";
import { everyone, buyer, staff, managers, actor, staffActor, staffRef, type Row } from "./visibility-rows";

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

/** A promise is made to the customer: every word of it is theirs. */
const promises = {
  list: {
    each: {
      content: {
        version: everyone,
        number: everyone,
        vehicle: {
          stockNumber: everyone,
          vin: everyone,
          condition: everyone,
          year: everyone,
          make: everyone,
          model: everyone,
          trim: everyone,
          mileage: everyone,
        },
        keptOn: everyone,
        goodThrough: everyone,
        lines: { each: { code: everyone, label: everyone, amount: everyone } },
        totalPrice: everyone,
        governmentCharges: everyone,
        outTheDoor: everyone,
        assumptions: {
          creditBand: everyone,
          minScore: everyone,
          maxScore: everyone,
          cashDown: everyone,
          trades: { each: { allowance: everyone, payoff: everyone } },
          taxRule: { id: everyone, version: everyone, name: everyone },
        },
        figures: {
          method: everyone,
          payment: everyone,
          numberOfPayments: everyone,
          contractRate: everyone,
          apr: everyone,
          amountFinanced: everyone,
          financeCharge: everyone,
          totalOfPayments: everyone,
          milesPerYear: everyone,
          cashDue: everyone,
        },
        coreVersion: everyone,
        inputsHash: everyone,
      },
      by: actor,
      at: everyone,
    },
  },
  acknowledged: { number: everyone, key: everyone },
} as const;

const plan = {
  method: everyone,
  cashDown: everyone,
  termMonths: everyone,
  leaseTermMonths: everyone,
  milesPerYear: everyone,
} as const;

/** A proposal is made for the customer's eyes: all of it is theirs. */
const pencils = {
  list: {
    each: {
      number: everyone,
      status: everyone,
      terms: {
        ...plan,
        sellingPrice: everyone,
        docFeeWaived: everyone,
        allowances: { each: { car: everyone, allowance: everyone } },
        contractRate: everyone,
      },
      figures: {
        outTheDoor: everyone,
        taxTotal: everyone,
        tradeEquity: everyone,
        payment: everyone,
        cashDue: everyone,
        amountFinanced: everyone,
        financeCharge: everyone,
        totalOfPayments: everyone,
        aprDisclosed: everyone,
        totalCost: everyone,
      },
      stockNumber: everyone,
      stamp: { coreVersion: everyone, rulePack: { id: everyone, version: everyone }, inputsHash: everyone },
      note: everyone,
      rateReason: managers,
      by: actor,
      at: everyone,
      expiresAt: everyone,
      seal: { contentHash: everyone, previousHash: everyone, signature: everyone },
      answer: {
        by: actor,
        at: everyone,
        note: everyone,
        signedName: everyone,
        targetPayment: everyone,
        cashDown: everyone,
      },
    },
  },
} as const;

/** Between staff from the first word to the last: a customer is told of the change that a grant makes, as a change. */
const approvals = {
  list: {
    each: {
      number: staff,
      status: staff,
      kind: staff,
      asked: staff,
      stood: staff,
      terms: {
        method: staff,
        cashDown: staff,
        termMonths: staff,
        leaseTermMonths: staff,
        milesPerYear: staff,
        sellingPrice: staff,
        docFeeWaived: staff,
        allowances: { each: { car: staff, allowance: staff } },
        contractRate: staff,
      },
      stockNumber: staff,
      termMonths: staff,
      note: staff,
      reason: staff,
      by: staffActor,
      at: staff,
      answer: { by: staffActor, at: staff, note: staff, granted: staff },
    },
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
      email: buyer,
      phone: buyer,
      street: buyer,
      city: everyone,
      region: everyone,
      postcode: buyer,
    },
    identityVerifiedBy: actor,
    salesperson: staffRef,
    salesManager: { staffId: staff, role: staff, firstName: staff, lastName: staff },
    fniManager: staffRef,
  },
  vehicle,
  trade,
  furtherTrades: { each: trade },
  finance: {
    method: everyone,
    termMonths: everyone,
    cashDown: everyone,
    creditBand: everyone,
    contractRateOverride: everyone,
    rateException: { contractRate: managers, reason: managers },
    leaseTermMonths: everyone,
    milesPerYear: everyone,
    targetPayment: everyone,
    docFeeWaived: everyone,
    options: { firstPaymentMonths: everyone, balloonShare: everyone, securityDeposits: everyone },
    tradeBalancePaidNow: everyone,
    termsAgreedAtRevision: everyone,
  },
  fni: menu,
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
    funds: everyone,
    bankAsked: everyone,
    releaseReason: everyone,
    dispute: managers,
    takenBy: everyone,
    returned: everyone,
    forfeited: everyone,
    extensions: everyone,
    // What the store means to do with a deposit is told when it is done.
    returnAsked: {
      refund: staff,
      forfeit: staff,
      reason: staff,
      note: staff,
      by: staffActor,
      at: staff,
      approvedBy: staffActor,
    },
  },
  delivery: {
    method: everyone,
    address: { street: everyone, city: everyone, region: everyone, postcode: everyone },
    distanceMiles: everyone,
    fee: everyone,
    slot: { bookingId: everyone, startsAt: everyone, endsAt: everyone },
    rescheduled: everyone,
  },
  tenders,
  handover,
  dueBill,
  titleWork,
  returns,
  drives,
  promises,
  taxes,
  credit,
  life: {
    contractingRevision: everyone,
    frozenAt: everyone,
    frozenBy: actor,
    reopenings: { each: { reason: staff, by: actor, at: everyone } },
    lostReason: staff,
    deliveredAt: everyone,
    imported: { store: everyone, dealNumber: everyone, exportedAt: everyone },
    stageNotes: {
      vehicle: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      trade: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      finance: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      fni: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      deposit: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
      delivery: { reason: everyone, remindAt: everyone, by: actor, at: everyone },
    },
  },
  seats,
  showroom,
  wait,
  pencils,
  scenarios: { pinned: { each: { ...plan, pin: everyone, name: everyone, by: actor } } },
  approvals,
  notes: {
    entries: { each: { by: staffActor, at: staff, text: staff } },
  },
} as const satisfies VisibilityOf<DealContext>;

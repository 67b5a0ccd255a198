import { z } from "zod";
import { centsSchema, codeSchema, plainDateSchema, ppmSchema, shortText } from "../money/stored-value";
import { taxRuleSchema } from "../desking/tax-rule-schema";
import { authoritySchema, upgradeAuthority } from "./authority-schema";
import { reservePolicySchema } from "./reserve-policy";
import { handoverPolicySchema } from "./handover-policy-schema";
import { returnPolicySchema } from "./return-policy-schema";

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const rateByBand = z.record(codeSchema, ppmSchema);

export const fniOptionSchema = z.strictObject({
  code: codeSchema,
  termMonths: z.int().min(0).max(120),
  miles: z.int().min(0).max(200_000),
  deductible: centsSchema,
  price: centsSchema,
  /** What the provider is remitted: finance and desk only. */
  cost: centsSchema,
});

/** Who may buy a product; each rule is checked in stages/fni.ts and told to the customer in a sentence. */
const eligibilitySchema = z.strictObject({
  methods: z.array(z.enum(["cash", "finance", "lease"])),
  conditions: z.array(z.enum(["new", "certified", "used"])),
  maxMileage: z.int().nullable(),
  maxAgeYears: z.int().nullable(),
  notFuels: z.array(z.string()),
  /** GAP is of no use when little is owed against the value: least loan-to-value that makes sense. */
  minLoanToValue: ppmSchema.nullable(),
});

export const fniProductSchema = z.strictObject({
  code: codeSchema,
  kind: z.enum(["vsc", "gap", "tireAndWheel", "maintenance", "appearance", "theft", "key", "windshield", "leaseWear"]),
  provider: shortText,
  taxable: z.boolean(),
  eligibility: eligibilitySchema,
  options: z.array(fniOptionSchema).min(1).max(6),
});

/**
 * Everything a store decides once and every deal repeats: fees, tax rule, rates, hours, limits.
 * Pinned into a deal when it starts, so that a later change of policy never moves a deal's numbers by itself.
 */
const policySchema = z
  .strictObject({
    version: z.literal(1),
    rooftopId: z.string(),
    name: shortText,
    phone: shortText,
    email: shortText,
    timeZone: z.string(),
    address: z.strictObject({ street: shortText, city: shortText, region: shortText, postcode: shortText }),
    /** Indexed by weekday, Sunday first; null is closed. */
    hours: z.array(z.strictObject({ opens: wallTime, closes: wallTime }).nullable()).length(7),
    closedDates: z.array(plainDateSchema),
    tax: taxRuleSchema,
    docFee: centsSchema,
    governmentFees: z.array(z.strictObject({ code: codeSchema, name: shortText, amount: centsSchema })),
    creditBands: z.array(z.strictObject({ code: codeSchema, minScore: z.int(), maxScore: z.int() })).min(1),
    /** The store's own table by credit band, an estimate until a lender answers. */
    retailTerms: z
      .array(z.strictObject({ termMonths: z.int().min(6).max(96), contractRate: rateByBand, buyRate: rateByBand }))
      .min(1),
    leaseTerms: z.array(
      z.strictObject({
        termMonths: z.int().min(12).max(60),
        milesPerYear: z.int().min(5_000).max(30_000),
        moneyFactor: rateByBand,
      }),
    ),
    leaseFees: z.strictObject({ acquisition: centsSchema, disposition: centsSchema, securityDeposit: centsSchema }),
    /** What beyond a plain contract the store's lenders write; what is not stated is not offered. */
    financeOptions: z
      .strictObject({
        /** Whole months to a first payment, beside the usual one; half a year is the longest a lender waits. */
        firstPaymentMonths: z.array(z.int().min(2).max(5)).max(4),
        /** Last payments as a share of the selling price. */
        balloonShares: z.array(ppmSchema).max(4),
        securityDeposits: z
          .strictObject({
            counts: z.array(z.int().min(1).max(10)).min(1).max(4),
            /** Off the money factor for each, a plain decimal. */
            moneyFactorReductionEach: z.string().regex(/^0\.\d{1,6}$/),
            /** Each deposit is the payment rounded up to a multiple of this. */
            roundUpTo: centsSchema,
          })
          .nullable(),
      })
      .optional(),
    gridCashDown: z.array(centsSchema).min(2).max(6),
    fniCatalog: z.array(fniProductSchema),
    deposit: z.strictObject({
      amount: centsSchema,
      holdHours: z.int().min(1).max(336),
      termsVersion: codeSchema,
      /** False: the terms say that the store may keep it. Left out: all of it is the customer's until the contract. */
      refundable: z.boolean().optional(),
    }),
    /** How much of a deal may be paid by card at the desk; left out, what stages/tender.ts says. */
    cardTenderCap: centsSchema.optional(),
    delivery: z.strictObject({
      slotMinutes: z.int().min(15).max(240),
      lanes: z.int().min(1).max(10),
      leadHours: z.int().min(0).max(240),
      daysAhead: z.int().min(1).max(60),
      rescheduleCutoffHours: z.int().min(0).max(72),
      distanceBands: z.array(z.strictObject({ upToMiles: z.int().min(1), fee: centsSchema })).min(1),
      /** Miles from the store by the first digits of the postcode, longest match first. */
      milesByPostcode: z.array(z.strictObject({ prefix: z.string(), miles: z.int().min(0) })),
    }),
    /** How cars are made ready, brought and tried out. A store that has not said has `usualHandover`. */
    handover: handoverPolicySchema.optional(),
    /** What may come back, by law or by the store's own word; none stated: nothing does. */
    returns: z.array(returnPolicySchema).max(4).optional(),
    /**
     * How far over the worth of a trade an appraiser and a manager allow by themselves, and how far an appraiser changes an
     * accepted offer. A store that has not said has the limits of deal/trade-authority.ts.
     */
    tradeAuthority: z
      .strictObject({ appraiser: centsSchema, salesManager: centsSchema, adjustment: centsSchema })
      .optional(),
    offerValidDays: z.int().min(1).max(30),
    priceGuaranteeDays: z.int().min(1).max(60),
    /** How far each role goes by itself: the store's own limits, never the customer's to know. */
    authority: authoritySchema,
    minimumCashDown: centsSchema,
    rateCapOverBuyRate: ppmSchema,
    /** Null: what the lender pays for the rate is not agreed, so no reserve is counted. */
    reserve: reservePolicySchema.nullable(),
    stageMinutes: z.record(z.enum(["vehicle", "trade", "finance", "fni", "deposit", "delivery"]), z.int()),
  })
  // A deal may stand on any band at any term, so a hole in a rate table would be a deal without numbers.
  .refine(({ creditBands, retailTerms, leaseTerms }) => {
    const tables = [
      ...retailTerms.flatMap((row) => [row.contractRate, row.buyRate]),
      ...leaseTerms.map((row) => row.moneyFactor),
    ];
    return tables.every((rates) => creditBands.every(({ code }) => code in rates));
  }, "every rate table has a rate for every credit band");

/** A policy as a rooftop or a journal holds it, of whatever age. */
export const storePolicySchema = z.preprocess(upgradeAuthority, policySchema);
export type StorePolicy = z.infer<typeof storePolicySchema>;
export type FniProduct = z.infer<typeof fniProductSchema>;
export type FniOption = z.infer<typeof fniOptionSchema>;

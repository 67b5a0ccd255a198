import { z } from "zod";
import { taxRuleSchema } from "../desking/tax-rule-schema";
import { centsSchema, codeSchema, longText, optionalShortText, shortText } from "../money/stored-value";
import { event } from "./event-schema";
import { taxGaps } from "./taxes-slice";

/** A shopper names a postcode before they name a street: the region and the code are what the taxes follow. */
const addressFields = { street: optionalShortText, city: optionalShortText, region: shortText, postcode: shortText };

/** A line of the worksheet: "tax.state", "governmentFee.title", "monthlyTax". */
const lineCode = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,80}$/);

export const plainTaxEvents = [
  event("taxes.lineOverridden", { code: lineCode, amount: centsSchema, reason: longText }),
  event("taxes.overrideRemoved", { code: lineCode }),
] as const;

/** Anybody says where the car will be kept; null is the buyer's own address. */
export const taxRequests = [
  event("taxes.garagingRequested", {
    address: z.strictObject(addressFields).nullable(),
    registrant: z.boolean(),
  }),
  // The store's word on a place's rules, or its table of local rates, changed: its open deals are looked up again.
  event("taxes.reviewRequested", { because: z.enum(["confirmed", "withdrawn", "localRate"]) }),
] as const;

const appliedFields = {
  garaging: z.strictObject({ sameAsHome: z.boolean(), ...addressFields, registrant: z.boolean() }),
  jurisdiction: codeSchema,
  rule: taxRuleSchema.nullable(),
  gap: z.enum(taxGaps).nullable(),
  dateBasis: z.enum(["contract", "delivery"]),
  governmentFees: z
    .array(z.strictObject({ code: codeSchema, name: shortText, amount: centsSchema }))
    .max(12)
    .nullable(),
};

/** What the store's confirmed packs and its table of local rates say of that place. */
export const resolvedTaxEvents = [
  event("taxes.ruleApplied", appliedFields),
  event("taxes.ruleConfirmed", appliedFields),
  event("taxes.ruleWithdrawn", appliedFields),
  event("taxes.localRateChanged", appliedFields),
] as const;

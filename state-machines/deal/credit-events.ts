import { z } from "zod";
import {
  centsSchema,
  codeSchema,
  idSchema,
  instantSchema,
  optionalLongText,
  plainDateSchema,
  ppmSchema,
  shortText,
  vinSchema,
} from "../money/stored-value";
import { applicants, flagCodes, lenderStatuses, stipKinds, stipStates } from "./credit-slice";
import { event } from "./event-schema";

const sentToLenderSchema = z.strictObject({
  vin: vinSchema,
  mileage: z.int().min(0).max(2_000_000),
  applicants: z
    .array(z.strictObject({ applicant: z.enum(applicants), name: z.string().trim().min(1).max(161) }))
    .max(applicants.length),
});

const termMonths = z.int().min(6).max(96);

const lenderTermsSchema = z.strictObject({
  tier: shortText,
  buyRate: ppmSchema,
  maxRate: ppmSchema,
  contractRate: ppmSchema,
  maxLoanToValue: z.int().min(0).max(3_000_000) as unknown as typeof ppmSchema,
  productCap: centsSchema,
  paymentCap: centsSchema.nullable(),
  reference: shortText,
  comment: optionalLongText,
});

const lenderLeaseTermsSchema = z.strictObject({
  tier: shortText,
  maxMoneyFactor: ppmSchema.nullable(),
  residual: centsSchema.nullable(),
  milesPerYear: z.int().min(1_000).max(50_000),
  maxLoanToValue: z.int().min(0).max(3_000_000) as unknown as typeof ppmSchema,
  productCap: centsSchema,
  paymentCap: centsSchema.nullable(),
  reference: shortText,
  comment: optionalLongText,
});

/** What people say of the deal's credit. An applicant's own particulars never come this way. */
export const plainCreditEvents = [
  event("credit.skipped", {}),
  event("credit.chosen", { submissionId: idSchema }),
  event("credit.flagResolved", { flagId: idSchema }),
] as const;

/** Told by the server: what happened to applications, by id. */
export const resolvedCreditEvents = [
  event("credit.started", { applicationId: idSchema, applicant: z.enum(applicants) }),
  event("credit.completed", { applicationId: idSchema, applicant: z.enum(applicants) }),
  event("credit.prequalified", { band: codeSchema }),
  event("credit.sent", {
    submissionId: idSchema,
    lender: shortText,
    method: z.literal("lease").optional(),
    sent: sentToLenderSchema.optional(),
  }),
  event("credit.answered", {
    submissionId: idSchema,
    version: z.int().min(1).max(1_000),
    status: z.enum(lenderStatuses),
    amount: centsSchema.nullable(),
    termMonths: termMonths.nullable(),
    payment: centsSchema.nullable(),
    conditions: z.array(z.enum(stipKinds)).max(stipKinds.length),
    expiresAt: instantSchema.nullable(),
    terms: lenderTermsSchema.nullable(),
    lease: lenderLeaseTermsSchema.optional(),
  }),
  event("credit.stipMoved", {
    requestId: idSchema,
    submissionId: idSchema,
    kind: z.enum(stipKinds),
    owedBy: z.enum(applicants),
    state: z.enum(stipStates),
    dueOn: plainDateSchema.nullable(),
  }),
  event("credit.flagRaised", { flagId: idSchema, code: z.enum(flagCodes) }),
] as const;

import { z } from "zod";
import { maskCardNumbers } from "../money/mask-card-numbers";
import { centsSchema, longText, optionalShortText, plainDateSchema } from "../money/stored-value";
import { event } from "./event-schema";
import { tenderMethods, tenderReturnReasons } from "../stages/tender";

const number = z.int().min(1).max(1_000);
/** Digits enough for a cheque or a transfer, and too few for a card; one written with dots keeps its last four. */
export const tenderReference = optionalShortText
  .refine((text) => !/\d(?:[ -]?\d){12}/.test(text), "must not be a card's number")
  .transform(maskCardNumbers);

export const plainTenderEvents = [
  event("tender.recorded", {
    method: z.enum(tenderMethods),
    amount: centsSchema,
    reference: tenderReference,
    promise: number.nullable(),
  }),
  event("tender.promised", { amount: centsSchema, dueOn: plainDateSchema }),
  event("tender.promiseDropped", { number }),
  event("tender.returned", { number, amount: centsSchema, reason: z.enum(tenderReturnReasons), note: longText }),
] as const;

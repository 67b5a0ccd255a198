import { z } from "zod";
import { lenderStatuses, stipKinds } from "#machines/deal/credit-slice";
import { centsSchema } from "#machines/money/stored-value";
import type { LenderMessage } from "#app/generated/prisma/client";

/** What a row of the thread may hold, whichever kind it is; whatever else a lender sent stays in its row. */
const bodySchema = z.object({
  status: z.enum(lenderStatuses).nullish(),
  amount: centsSchema.nullish(),
  termMonths: z.int().nullish(),
  waive: z.array(z.enum(stipKinds)).default([]),
  note: z.string().default(""),
  text: z.string().default(""),
  comment: z.string().default(""),
});

/** One message between store and lender as the finance manager reads it: who, when, what was asked or answered, which words. */
export function messageOf({ id, kind, by, version, at, body }: LenderMessage) {
  const read = bodySchema.safeParse(body);
  const { status, amount, termMonths, waive = [], note = "", text = "", comment = "" } = read.success ? read.data : {};
  return {
    id,
    kind: kind === "rehash" || kind === "note" || kind === "comment" ? kind : ("decision" as const),
    by: by === "lender" ? null : by,
    version,
    at: at.toISOString(),
    status: status ?? null,
    amount: amount ?? null,
    termMonths: termMonths ?? null,
    waive,
    words: comment || text || note,
  };
}
export type LenderThreadMessage = ReturnType<typeof messageOf>;

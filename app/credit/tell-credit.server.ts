import type { DealEvent } from "#machines/deal/deal-events";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { Fault } from "#app/platform/fault";
import { log } from "#app/platform/log.server";

type CreditEvent = Extract<DealEvent, { type: `credit.${string}` | "fni.rated" }>;

/** Tells the deal what happened to its credit, once for each id. A busy journal is tried again by whoever asked. */
export async function tellCredit(dealId: string, editId: string, event: CreditEvent): Promise<boolean> {
  const answer = await submitDealEvent({ dealId, editId, actor: { kind: "system", name: "credit" }, event });
  if (answer.status === "again")
    throw new Fault("The journal could not take the news of a credit.", { code: "journal", retryable: true });
  if (answer.status === "refused")
    log.info({ dealId, type: event.type, code: answer.refusal.code }, "the deal did not take it");
  return answer.status !== "refused";
}

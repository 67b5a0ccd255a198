import { assert } from "#machines/assert";
import { payments } from "./payment-connection.server";
import { readOpenAttempt } from "./read-attempt.server";
import { settleAttempt } from "./settle-attempt.server";
import { payInStandIn } from "./stand-in/hosted-page-requests.server";
import type { CardOutcome } from "./stand-in/payment-machine.server";

/** What a payer does on the stand-in's page, for a deal of the demo: press, and have it noticed. Answers the attempt's id. */
export async function payOpenDeposit(dealId: string, outcome: CardOutcome): Promise<string> {
  const standIn = payments()?.standIn;
  assert(standIn, "demo deposits are paid at the stand-in");
  const attempt = await readOpenAttempt(dealId);
  assert(attempt?.reference, "a page is open");
  payInStandIn(standIn, attempt.reference, outcome);
  const intent = standIn.store.data.sessions[attempt.reference]?.stand_in.intent ?? null;
  await settleAttempt(attempt.id, intent);
  return attempt.id;
}

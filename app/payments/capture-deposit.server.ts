import { cents } from "#machines/money/cents";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { paymentsOf } from "./payment-connection.server";
import { recordCapture, settleAttempt } from "./settle-attempt.server";

/** Takes what was set aside on the card, once the contract is signed or before the authorisation lapses. */
export async function captureDeposit(dealId: string): Promise<void> {
  const attempt = await database().prisma.depositAttempt.findFirst({
    where: { dealId, status: "held", mode: "authorize" },
  });
  if (!attempt?.reference) return;
  const provider = (await paymentsOf(dealId))?.provider;
  if (!provider) throw new Fault("There is no provider to take this deposit.", { code: "payments", retryable: true });
  const payment = await provider.readPayment(attempt.reference, attempt.intent);
  if (payment.status === "authorized" && payment.intent) {
    const amount = cents(attempt.amount);
    await provider.capture({ idempotencyKey: `capture:${attempt.id}`, intent: payment.intent, amount });
    await recordCapture(attempt, payment.intent);
  } else await settleAttempt(attempt.id);
}

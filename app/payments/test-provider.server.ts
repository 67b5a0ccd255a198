import { randomBytes } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { Fault } from "#app/platform/fault";
import type { CheckoutRequest, PaymentProvider, RefundRequest } from "./payment-provider";

/**
 * The built-in provider for demo and tests: a hosted-looking page of our own, no money, no card numbers.
 * It keeps its own records and keeps its word on idempotency keys, like the real one.
 */
export const testProvider: PaymentProvider = { name: "test", openCheckout, refund };

async function openCheckout(request: CheckoutRequest): Promise<{ reference: string; url: string }> {
  const { idempotencyKey, amount, description, returnUrl } = request;
  const { prisma } = database();
  const id = `tc_${randomBytes(16).toString("hex")}`;
  try {
    await prisma.testCheckout.create({
      data: { id, idempotencyKey, amount, description, returnUrl, metadata: {}, createdAt: now() },
    });
    return { reference: id, url: checkoutUrl(id) };
  } catch (error) {
    if (!uniqueViolation(error)) throw error;
    const first = await prisma.testCheckout.findUniqueOrThrow({ where: { idempotencyKey } });
    if (first.amount !== amount) {
      throw new Fault("The same key was used for another amount.", { code: "idempotency", retryable: false });
    }
    return { reference: first.id, url: checkoutUrl(first.id) };
  }
}

const checkoutUrl = (id: string) => `${env.PUBLIC_URL}/pay/test/${id}`;

/** One key refunds once; all refunds together never pass what was paid. Decided by one atomic update. */
async function refund({ idempotencyKey, reference, amount }: RefundRequest): Promise<{ reference: string }> {
  const { rows } = await database().query<{ id: string }>(
    `update "TestCheckout" set "refunded" = "refunded" + $2, "refundKeys" = "refundKeys" || to_jsonb($3::text)
     where "id" = $1 and "status" = 'paid' and "refunded" + $2 <= "amount" and not "refundKeys" ? $3 returning "id"`,
    [reference, amount, idempotencyKey],
  );
  if (rows.length === 0) {
    const checkout = await database().prisma.testCheckout.findUnique({ where: { id: reference } });
    const keys = (checkout?.refundKeys ?? []) as string[];
    if (!keys.includes(idempotencyKey)) {
      throw new Fault("Nothing is left to refund.", { code: "refund", retryable: false });
    }
  }
  return { reference: `re_${reference}_${idempotencyKey}` };
}

export async function readTestCheckout(id: string) {
  return database().prisma.testCheckout.findUnique({
    where: { id },
    select: { id: true, amount: true, description: true, returnUrl: true, status: true },
  });
}

import { z } from "zod";
import { centsSchema } from "#machines/money/stored-value";
import { storePolicySchema } from "#machines/store/store-policy";
import type { Prisma } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";

/** A hold of two weeks is a sale; a deposit of more than a car's first tenth is a down payment. */
const termsSchema = z.strictObject({
  amount: centsSchema.refine((amount) => amount >= 100 && amount <= 1_000_000),
  holdHours: z.int().min(1).max(336),
  refundable: z.boolean(),
  cardCap: centsSchema.refine((amount) => amount <= 10_000_000),
});
export type DepositTerms = z.infer<typeof termsSchema>;

/** What this store's next deals ask for. Deals under way keep the terms they began with. False: out of bounds. */
export async function changeDepositTerms(rooftopId: string, asked: unknown): Promise<boolean> {
  const parsed = termsSchema.safeParse(asked);
  if (!parsed.success) return false;
  const { amount, holdHours, refundable, cardCap } = parsed.data;
  await database().prisma.$transaction(async (tx) => {
    const rooftop = await tx.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
    const policy = storePolicySchema.parse(rooftop.policy);
    // Other words, another version: nobody's old consent counts for the new terms.
    const termsVersion = `deposit-${now().toISOString().slice(0, 19).replaceAll(/[:T]/g, "-")}`;
    const deposit = { amount, holdHours, refundable, termsVersion };
    await tx.rooftop.update({
      where: { id: rooftopId },
      data: { policy: { ...policy, deposit, cardTenderCap: cardCap } as unknown as Prisma.InputJsonObject },
    });
  });
  return true;
}

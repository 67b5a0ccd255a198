import { database } from "#app/platform/database.server";

/** The provider's reference of the checkout that is open for a deal, if one is. */
export async function readOpenAttempt(dealId: string): Promise<string | null> {
  const attempt = await database().prisma.depositAttempt.findFirst({
    where: { dealId, status: "open" },
    select: { reference: true },
  });
  return attempt?.reference ?? null;
}

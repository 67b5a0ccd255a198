import { database } from "#app/platform/database.server";

/** The checkout that is open for a deal, if one is. */
export async function readOpenAttempt(dealId: string): Promise<{ id: string; reference: string | null } | null> {
  return database().prisma.depositAttempt.findFirst({
    where: { dealId, status: "open" },
    select: { id: true, reference: true },
  });
}

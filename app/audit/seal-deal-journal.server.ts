import { database } from "#app/platform/database.server";
import { sealJournal } from "./audit-trail.server";

/** Hashes a deal's journal into its store's chain, as it stood at the freeze. */
export async function sealDealJournal(dealId: string, revision: number): Promise<void> {
  const deal = await database().prisma.deal.findUnique({ where: { id: dealId }, select: { rooftopId: true } });
  if (deal) await sealJournal(deal.rooftopId, dealId, revision);
}

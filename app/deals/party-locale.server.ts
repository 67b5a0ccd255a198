import { database } from "#app/platform/database.server";
import { defaultLocale, isLocale, type Locale } from "#app/ui/locale";

/** The language somebody at a deal reads in: the buyer's, or that of who took a seat. A customer nobody has seen reads English. */
export async function partyLocale(dealId: string, seatId: string | null = null): Promise<Locale> {
  const access = await database().prisma.dealAccess.findFirst({
    where: { dealId, seatId },
    include: { shopper: true },
    orderBy: { grantedAt: "asc" },
  });
  return isLocale(access?.shopper.locale) ? access.shopper.locale : defaultLocale;
}

import { database } from "#app/platform/database.server";
import { defaultLocale, isLocale, type Locale } from "#app/ui/locale";

/** The language of the shopper who owns a deal; who sits in a seat has one of their own. */
export async function dealLocale(dealId: string): Promise<Locale> {
  const access = await database().prisma.dealAccess.findFirst({
    where: { dealId, seatId: null },
    include: { shopper: true },
    orderBy: { grantedAt: "asc" },
  });
  const known = access?.shopper.locale ?? "";
  return isLocale(known) ? known : defaultLocale;
}

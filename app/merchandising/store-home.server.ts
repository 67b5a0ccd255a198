import { bodyStyles } from "#machines/store/vehicle-snapshot";
import { carArtColours } from "#prisma/seed/car-art/car-art-catalog";
import type { Locale } from "#app/ui/locale";
import { env } from "#app/platform/env.server";
import { pageCard } from "./page-card.server";
import { derived, stockBoard } from "./stock-board.server";
import { storePage } from "./store-front.server";
import type { StoreHome } from "./store-home";
import { usualTerms } from "./vehicle-search.server";
import { writer } from "./writer.server";

const MOST_NEWEST = 4;

/** The store's front door; null while there is no store. */
export async function storeHome(locale: Locale): Promise<StoreHome | null> {
  const board = await stockBoard();
  if (!board) return null;
  const standing = derived(board, `home:${locale}`, () => ({
    total: board.vehicles.length,
    bodies: bodyStyles.flatMap((body) => {
      const count = board.vehicles.filter((vehicle) => vehicle.body === body).length;
      return count > 0 ? [{ body, count, colour: carArtColours[body][0] }] : [];
    }),
    newest: board.vehicles
      .filter(({ status }) => status === "live")
      .slice(0, MOST_NEWEST)
      .map((vehicle) => pageCard(board, vehicle, writer(locale, board.policy.timeZone))),
    usual: usualTerms(board),
  }));
  return { ...storePage(board), ...standing, url: `${env.PUBLIC_URL}/` };
}

import { bodyStyles } from "#machines/store/vehicle-snapshot";
import { carArtColours } from "#prisma/seed/car-art/car-art-catalog";
import { env } from "#app/platform/env.server";
import type { Locale } from "#app/ui/locale";
import { shownPhotos } from "#app/vehicle-photos/shown-photos.server";
import { homeMessages } from "./home-messages";
import { pageCard } from "./page-card.server";
import { pageStanding } from "./page-standing.server";
import { derived, stockBoard, type StockBoard } from "./stock-board.server";
import { storePage } from "./store-front.server";
import type { StoreHome } from "./store-home";
import { listAssumption } from "./vehicle-search.server";
import { writer } from "./writer.server";

const MOST_NEWEST = 4;

/** What stays as it is while the board does. */
function standing(board: StockBoard, locale: Locale): Omit<StoreHome, "store" | "rooftop" | "version"> {
  const { name: store, address, timeZone } = board.policy;
  const words = writer(locale, timeZone);
  const { t } = words;
  const total = board.vehicles.length;
  return {
    head: {
      title: t("home.title", { store }),
      description: t("home.description", { store, city: address.city }),
      url: `${env.PUBLIC_URL}/`,
    },
    words: homeMessages[locale],
    total,
    showAll: t("home.showAll", { count: total }),
    bodies: bodyStyles.flatMap((body) => {
      const count = board.vehicles.filter((vehicle) => vehicle.body === body).length;
      return count > 0 ? [{ body, name: words.words(`bodies.${body}`), count, colour: carArtColours[body][0] }] : [];
    }),
    newest: board.vehicles
      .filter(({ status }) => status === "live")
      .slice(0, MOST_NEWEST)
      .map((vehicle) => pageCard(board, vehicle, words)),
    assumption: listAssumption(board, words),
  };
}

/** The store's front door; null while there is no store. */
export async function storeHome(locale: Locale): Promise<StoreHome | null> {
  const board = await stockBoard();
  if (!board) return null;
  const page = storePage(board, locale);
  const { version: photos } = await shownPhotos();
  const version = pageStanding({ board, photos, opening: page.store.opening });
  return { version, ...page, ...derived(board, `home:${locale}:${photos}`, () => standing(board, locale)) };
}

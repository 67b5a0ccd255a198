import { shownPhotos } from "#app/vehicle-photos/shown-photos.server";
import type { Locale } from "#app/ui/locale";
import { documentKey } from "./document-cache.server";
import { choicesOf } from "./payment-estimate.server";
import { placeOf } from "./place-taxes.server";
import { paymentWish } from "./read-payment-wish.server";
import { lookersAt, stockBoard, type StockBoard } from "./stock-board.server";
import { storePage } from "./store-front.server";

/**
 * What a page of the store rests on besides its address and its language: the stock, the store's rules and its day
 * (all three in the board's version), the photos, and whatever of these the page shows.
 */
export interface PageStanding {
  board: StockBoard;
  /** The version of the photos and papers. */
  photos: string;
  /** Whether the store is open, as the page says it. */
  opening: string;
  /** The key of the place whose taxes are counted. */
  place?: string;
  /** Open deals about the page's vehicle. */
  lookers?: number;
}

/** Changes with anything a page shows, whoever asks for it. A hash: whether a store is open may be said with accents. */
export const pageStanding = ({ board, photos, opening, place = "", lookers = 0 }: PageStanding): string =>
  documentKey(board.version, photos, opening, place, lookers);

/** The key of the place that an address names; a postcode is the only part of one that does. */
export async function placeKeyIn(board: StockBoard, params: URLSearchParams): Promise<string> {
  if (!params.has("zip")) return "";
  const { key } = await placeOf(board, paymentWish(params, choicesOf(board)).postcode);
  return key;
}

const vehiclePath = /^\/inventory\/([A-Za-z0-9-]+)$/;

/**
 * What the page at this address rests on now, without drawing it: the same as its loader's. Null where there is
 * none that is the same for everybody, as for a car that is sold or never was.
 */
export async function standingAt({ pathname, searchParams }: URL, locale: Locale): Promise<string | null> {
  const stockNumber = vehiclePath.exec(pathname)?.[1];
  if (stockNumber === undefined && pathname !== "/" && pathname !== "/inventory") return null;
  const board = await stockBoard();
  if (!board) return null;
  const vehicle = stockNumber === undefined ? null : board.byStockNumber.get(stockNumber);
  if (vehicle === undefined || vehicle?.status === "sold") return null;
  const place = pathname === "/" ? "" : await placeKeyIn(board, searchParams);
  const { version: photos } = await shownPhotos();
  const { opening } = storePage(board, locale).store;
  return pageStanding({ board, photos, opening, place, ...(vehicle && { lookers: lookersAt(vehicle.stockNumber) }) });
}

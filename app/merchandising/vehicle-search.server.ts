import { env } from "#app/platform/env.server";
import type { Locale } from "#app/ui/locale";
import { nextTurn } from "#app/platform/breathe.server";
import { pageCard } from "./page-card.server";
import { parseSearch } from "./parse-search.server";
import { choicesOf, paymentEstimate, usualWish } from "./payment-estimate.server";
import { paymentOptions } from "./payment-options.server";
import { bandsOf, type PaymentWish, wishEntries } from "./payment-wish";
import { type PaymentPlace, placeOf } from "./place-taxes.server";
import { placeText } from "./place-text.server";
import type { SearchAnswer } from "./search-answer";
import { searchAddress, type SearchWish } from "./search-wish";
import { siftStock, terms } from "./sift-stock.server";
import { derived, stockBoard, type StockBoard } from "./stock-board.server";
import type { PageCard, StockCard } from "./stock-card";
import { stockCard } from "./stock-card.server";
import { totalPriceOf } from "./stock-figures.server";
import { stockIndex, wordsTest } from "./stock-table.server";
import { stockPayments } from "./stock-payments.server";
import type { PageHead } from "./store-front";
import type { StockVehicle } from "./stock-vehicle.server";
import { writer, type Writer } from "./writer.server";

/** Three rows of four, six of two: a screenful and a half, and a light page. */
export const PAGE_SIZE = 24;
const MOST_SWAPS = 12;

/**
 * What every payment in a list supposes, its APR first: a payment never stands without it. Terms do not differ from car
 * to car, so the first one that is financed speaks for all.
 */
export const listAssumption = (board: StockBoard, { t, money, number, locale }: Writer): string | null =>
  derived(board, `assumption:${locale}`, () => {
    const wish = usualWish(board);
    for (const vehicle of board.vehicles) {
      const estimate = paymentEstimate(board, vehicle, wish);
      if (estimate.method !== "finance") continue;
      const [low, high] = [number(Number(estimate.apr.low), 2), number(Number(estimate.apr.high), 2)];
      const bands = bandsOf(wish.credit, board.policy.creditBands);
      return t("card.assumption", {
        term: wish.termMonths,
        apr: low === high ? low : t("card.aprSpan", { low, high }),
        down: money(wish.cashDown, { cents: "never" }),
        credit: t("card.creditFrom", { score: Math.min(...bands.map(({ minScore }) => minScore)) }),
      });
    }
    return null;
  });

/** By payment: somebody named one, or wants the order of it, or has said how they would pay. */
const asksForPayment = ({ minPayment, maxPayment, sort, terms: stated }: SearchWish) =>
  minPayment !== null || maxPayment !== null || sort.startsWith("payment") || Object.keys(stated).length > 0;

/** Cards one after the other, each figure a whole worksheet; others have their turn in between. */
async function cardsOf(
  board: StockBoard,
  vehicles: readonly StockVehicle[],
  writer: Writer,
  terms: { wish: PaymentWish; place: PaymentPlace } | null,
): Promise<PageCard[]> {
  const cards: PageCard[] = [];
  for (const vehicle of vehicles) {
    cards.push(pageCard(board, vehicle, writer, terms));
    await nextTurn();
  }
  return cards;
}

/** The search an address asks for, on the stock as it stands. */
export async function searchBoard(board: StockBoard, params: URLSearchParams, locale: Locale): Promise<SearchAnswer> {
  const words = writer(locale, board.policy.timeZone);
  const index = await stockIndex(board);
  const { wish, pay, leftOut } = parseSearch(params, index.values.make, choicesOf(board));
  const byPayment = asksForPayment(wish);
  const place = await placeOf(board, pay.postcode);
  const payments = byPayment ? await stockPayments(board, pay) : null;
  const { found, facets } = await siftStock({ board, index, wish, payments });
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  // A car sold meanwhile can empty the last page: the one before it is the answer, not an empty screen.
  const page = Math.min(wish.page, pages);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    wish: { ...wish, page },
    leftOut,
    total: found.length,
    pages,
    cards: await cardsOf(board, shown, words, byPayment ? { wish: pay, place } : null),
    facets,
    payment: {
      now: wishEntries(pay),
      usual: wishEntries(usualWish(board)),
      options: paymentOptions(choicesOf(board), words),
      byPayment,
      place: placeText(pay, place, words),
    },
    assumption: byPayment ? words.p("card.ownAssumption") : listAssumption(board, words),
    bounds: index.bounds,
  };
}

/** One search has one address, however its parts were ordered or misspelt; its order is no other search. */
export function searchHead({ policy }: StockBoard, wish: SearchWish, locale: Locale): PageHead {
  const { t } = writer(locale, policy.timeZone);
  const url = env.PUBLIC_URL + searchAddress({ ...wish, sort: "newest" });
  return {
    title: t("searchTitle", { store: policy.name }),
    description: t("searchDescription", { store: policy.name }),
    url,
  };
}

/** Live vehicles that a deal could be about instead, best match first: what was typed, else the nearest in price. */
export async function searchVehiclesForSwap(search: { query: string; insteadOf: string | null }): Promise<StockCard[]> {
  const board = await stockBoard();
  if (!board) return [];
  await stockIndex(board);
  const fits = await wordsTest(board, terms(search.query));
  const now = search.insteadOf === null ? undefined : board.byStockNumber.get(search.insteadOf);
  const price = now && totalPriceOf(board, now);
  const far = (vehicle: StockVehicle) =>
    Math.abs(totalPriceOf(board, vehicle) - (price ?? 0)) * (now && vehicle.body !== now.body ? 2 : 1);
  return board.vehicles
    .filter(({ status, stockNumber }) => status === "live" && stockNumber !== search.insteadOf)
    .filter(fits)
    .toSorted((a, b) => far(a) - far(b) || a.stockNumber.localeCompare(b.stockNumber))
    .slice(0, MOST_SWAPS)
    .map((vehicle) => stockCard(board, vehicle));
}

import { log } from "#app/platform/log.server";
import { usualWish } from "./payment-estimate.server";
import { stockBoard, type StockBoard } from "./stock-board.server";
import { stockIndex } from "./stock-table.server";
import { stockPayments } from "./stock-payments.server";
import { searchBoard } from "./vehicle-search.server";

/** One of each kind: by what a shopper pays a month, and by what they type. */
const firstSearches = ["sort=paymentUp&maxPayment=600", "pay=lease&sort=paymentDown", "q=electric"];

/**
 * Works out before anybody asks what every search shares (totals, orders, the payments at the usual terms), and searches
 * once: code that never ran keeps a process several times as long as it does ever after, and no shopper should wait for it.
 */
export async function warmStock(): Promise<void> {
  try {
    const board = await stockBoard();
    if (board) await warmBoard(board);
  } catch (error) {
    log.error({ err: error }, "the stock could not be worked out ahead");
  }
}

export async function warmBoard(board: StockBoard): Promise<void> {
  await stockIndex(board);
  await stockPayments(board, usualWish(board));
  await stockPayments(board, { ...usualWish(board), method: "lease" });
  for (const search of firstSearches) await searchBoard(board, new URLSearchParams(search), "en");
}

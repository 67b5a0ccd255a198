import { log } from "#app/platform/log.server";
import { usualWish } from "./payment-estimate.server";
import { stockBoard } from "./stock-board.server";
import { stockIndex } from "./stock-table.server";
import { stockPayments } from "./stock-payments.server";

/**
 * Works out before anybody asks what every search shares: totals, orders, and the payments at the usual terms. A few
 * vehicles at a time, so that a big store's server answers from its first second; whoever asks meanwhile waits for it.
 */
export async function warmStock(): Promise<void> {
  try {
    const board = await stockBoard();
    if (!board) return;
    await stockIndex(board);
    await stockPayments(board, usualWish(board));
    await stockPayments(board, { ...usualWish(board), method: "lease" });
  } catch (error) {
    log.error({ err: error }, "the stock could not be worked out ahead");
  }
}

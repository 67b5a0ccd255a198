import type { DealEdit } from "#machines/deal/deal-events";

/**
 * Edits that may wait in a browser's own storage, where anybody with the device can read them: choices about a car and
 * the ways to pay for it. Names, addresses, free text, what a bank is owed and what credit somebody has never do, nor
 * what only staff may know; nor do commitments, which are made looking at the figures and not days later. Those wait in
 * the open page alone, and a page that holds some asks before it is closed.
 */
const keepable = new Set<DealEdit["type"]>([
  "vehicle.confirmed",
  "vehicle.swapRequested",
  "vehicle.incentiveClaimed",
  "vehicle.sellingPriceSet",
  "trade.described",
  "trade.conditionAnswered",
  "trade.ownershipStated",
  "finance.methodChosen",
  "finance.termChosen",
  "finance.cashDownSet",
  "finance.cellAdopted",
  "finance.leaseTermsChosen",
  "finance.optionsChosen",
  "finance.targetPaymentSet",
  "fni.productAnswered",
  "delivery.methodChosen",
  "delivery.slotRequested",
  "stage.skipped",
  "stage.deferred",
  "stage.resumed",
]);

export const isKeepable = (edit: DealEdit): boolean => keepable.has(edit.type);

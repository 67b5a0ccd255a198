import { choicesOf, paymentEstimate } from "./payment-estimate.server";
import type { PaymentEstimate } from "./payment-estimate";
import { paymentOptions } from "./payment-options.server";
import type { PaymentSheet } from "./payment-sheet";
import { longerText, paymentFigures } from "./payment-sheet.server";
import { paymentText } from "./payment-text.server";
import { type OddPayment, type PaymentWish, wishEntries } from "./payment-wish";
import { type PaymentPlace, placeOf } from "./place-taxes.server";
import { placeText } from "./place-text.server";
import { readPaymentWish } from "./read-payment-wish.server";
import type { StockBoard } from "./stock-board.server";
import type { StockVehicle } from "./stock-vehicle.server";
import type { Writer } from "./writer.server";

export interface VehiclePayment {
  sheet: PaymentSheet;
  wish: PaymentWish;
  place: PaymentPlace;
}

/** The payment of one vehicle as its page's address asks for it. */
export async function vehiclePayment(
  board: StockBoard,
  vehicle: StockVehicle,
  params: URLSearchParams,
  writer: Writer,
): Promise<VehiclePayment> {
  const { wish, odd } = readPaymentWish(params, choicesOf(board));
  const place = await placeOf(board, wish.postcode);
  const estimate = paymentEstimate(board, vehicle, wish, place);
  const sheet: PaymentSheet = {
    wish,
    entries: wishEntries(wish),
    options: paymentOptions(choicesOf(board), writer),
    estimate,
    figures: paymentFigures(estimate, writer),
    disclosure: paymentText(estimate, writer),
    longer: longerText(estimate, longerEstimate(board, vehicle, wish, place), writer),
    place: placeText(wish, place, writer) ?? writer.p("place.store", { place: storePlace(board) }),
    own: ownText(wish, writer),
    odd: [...odd.flatMap((part) => oddText(part, writer)), ...refusedText(estimate, writer)],
  };
  return { sheet, wish, place };
}

const storePlace = ({ policy: { address } }: StockBoard) => `${address.city}, ${address.region}`;

/** The next longer term the store offers; null where this is the longest, or nothing is financed. */
function longerEstimate(
  board: StockBoard,
  vehicle: StockVehicle,
  wish: PaymentWish,
  place: PaymentPlace,
): PaymentEstimate | null {
  if (wish.method !== "finance") return null;
  const longer = choicesOf(board)
    .terms.filter((term) => term > wish.termMonths)
    .toSorted((a, b) => a - b)[0];
  return longer === undefined ? null : paymentEstimate(board, vehicle, { ...wish, termMonths: longer }, place);
}

function ownText({ cashDown, tradeValue }: PaymentWish, { p, money }: Writer): string {
  const amount = (cents: number) => money(cents, { cents: "whenAny" });
  const down = cashDown === 0 ? p("chip.noDown") : p("chip.down", { amount: amount(cashDown) });
  const trade = tradeValue === 0 ? p("chip.noTrade") : p("chip.trade", { amount: amount(tradeValue) });
  return `${down}, ${trade}`;
}

/** What was typed and not understood is said back with its limit; a choice that is not offered falls to the usual one. */
function oddText({ name, value, limit }: OddPayment, { p, money }: Writer): string[] {
  if (name === "zip") return [p("odd.zip", { value })];
  if (limit === null || (name !== "down" && name !== "trade" && name !== "owed")) return [];
  return [p("odd.amount", { value, field: p(`field.${name}`), limit: money(limit, { cents: "never" }) })];
}

function refusedText(estimate: PaymentEstimate, { p, money }: Writer): string[] {
  if (estimate.method !== "none" || !estimate.refusal || estimate.refusal.limit === undefined) return [];
  const { code, limit } = estimate.refusal;
  return code === "cashDownAboveBalance" || code === "amountAboveLimit"
    ? [p(`refused.${code}`, { limit: money(limit, { cents: "whenAny" }) })]
    : [];
}

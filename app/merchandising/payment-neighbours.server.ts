import { pageCard } from "./page-card.server";
import type { PaymentEstimate } from "./payment-estimate";
import { paymentEstimate, usualWish } from "./payment-estimate.server";
import { statedParams } from "./payment-wish";
import { emptyWish, searchAddress } from "./search-wish";
import type { StockBoard } from "./stock-board.server";
import type { PageCard } from "./stock-card";
import { stockPayments } from "./stock-payments.server";
import type { StockVehicle } from "./stock-vehicle.server";
import type { VehiclePayment } from "./vehicle-payment.server";
import type { PaymentNeighbours } from "./vehicle-page";
import type { Writer } from "./writer.server";

const MOST_NEIGHBOURS = 4;
/** A budget is a round number: the link goes to the next ten dollars. */
const ROUND_CENTS = 1_000;

const upperEnd = (estimate: PaymentEstimate): number | null =>
  estimate.method === "finance" || estimate.method === "lease" ? estimate.payment.high : null;

/** Other vehicles whose payment at the same terms is nearest, each saying by how much it differs. */
export async function paymentNeighbours(
  board: StockBoard,
  vehicle: StockVehicle,
  { sheet, wish, place }: VehiclePayment,
  writer: Writer,
): Promise<PaymentNeighbours | null> {
  const payment = upperEnd(sheet.estimate);
  if (payment === null) return null;
  const payments = await stockPayments(board, wish);
  const here = board.vehicles.indexOf(vehicle);
  const nearest = nearestPlaces(payments.order, payments.keys, here).flatMap((at) => board.vehicles[at] ?? []);
  const cards = nearest
    .filter(({ status }) => status === "live")
    .slice(0, MOST_NEIGHBOURS)
    .map((other): PageCard => {
      const theirs = upperEnd(paymentEstimate(board, other, wish, place)) ?? payment;
      const text = differenceText(theirs - payment, writer);
      return { ...pageCard(board, other, writer, { wish, place }), note: { text, kind: "difference" } };
    });
  if (cards.length === 0) return null;
  const budget = Math.ceil(payment / ROUND_CENTS) * ROUND_CENTS;
  const highest = payments.highestKeyWithin(budget);
  const count = payments.order.reduce((sum, at) => sum + ((payments.keys[at] as number) <= highest ? 1 : 0), 0);
  const terms = Object.fromEntries(statedParams(wish, usualWish(board)));
  return {
    title: writer.p("others"),
    note: writer.p("othersNote"),
    cards,
    all: {
      name: writer.p("othersAll", { count, amount: writer.money(budget, { cents: "never" }) }),
      to: searchAddress({ ...emptyWish, maxPayment: budget, sort: "paymentDown", terms }),
    },
  };
}

/** The places on both sides of one in the order of payments, nearest first. Twice as many as are shown: some are held. */
function nearestPlaces(order: Int32Array, keys: Float64Array, here: number): number[] {
  const at = order.indexOf(here);
  if (at < 0) return [];
  const mine = keys[here] as number;
  const around = Array.from(order.slice(Math.max(0, at - 2 * MOST_NEIGHBOURS), at + 1 + 2 * MOST_NEIGHBOURS));
  const far = (place: number) => Math.abs((keys[place] as number) - mine);
  return around.filter((place) => place !== here).sort((a, b) => far(a) - far(b) || a - b);
}

function differenceText(difference: number, { p, money }: Writer): string {
  if (difference === 0) return p("card.same");
  return p(difference < 0 ? "card.less" : "card.more", { amount: money(Math.abs(difference)) });
}

import { cents } from "#machines/money/cents";
import type { PlainDate } from "#machines/money/plain-date";
import { paymentEstimate } from "#app/merchandising/payment-estimate.server";
import { readPaymentWish } from "#app/merchandising/read-payment-wish.server";
import { choicesOf } from "#app/merchandising/payment-estimate.server";
import type { StockBoard } from "#app/merchandising/stock-board.server";
import { parseStockVehicle, type StockVehicle } from "#app/merchandising/stock-vehicle.server";
import { searchBoard } from "#app/merchandising/vehicle-search.server";
import { warmBoard } from "#app/merchandising/warm-stock.server";
import { lakesideInventory } from "#prisma/seed/inventory";
import { lakesidePolicy } from "#prisma/seed/rooftop";

export const STOCK_SIZE = 10_000;

/** A big store: the demo's cars over and over, no two of them at one price, age or mileage. */
function manyVehicles(today: PlainDate): StockVehicle[] {
  const seeded = lakesideInventory(new Date(`${today}T12:00:00Z`), today).map(({ vehicle }) => vehicle);
  return Array.from({ length: STOCK_SIZE }, (_, index) => {
    const { cost: _cost, ...row } = seeded[index % seeded.length]!;
    return parseStockVehicle(lakesidePolicy.rooftopId, {
      ...row,
      stockNumber: `B${String(index).padStart(5, "0")}`,
      status: "live",
      rowVersion: "1",
      sellingPrice: row.sellingPrice + ((index * 7_919) % 600_000),
      mileage: row.mileage + (index % 900),
      liveSince: new Date(row.liveSince.getTime() - index * 60_000),
    });
  });
}

export function bigBoard(today: PlainDate): StockBoard {
  const vehicles = manyVehicles(today);
  return {
    rooftopId: lakesidePolicy.rooftopId,
    policy: lakesidePolicy,
    today,
    version: "bench/1/1",
    vehicles,
    prices: new Map(),
    byStockNumber: new Map(vehicles.map((vehicle) => [vehicle.stockNumber, vehicle])),
    derived: new Map(),
  };
}

/** What a server does before its door opens. */
export { warmBoard };

/** The stock after one car's price was changed: the other records are the same as before. */
export function repriced(board: StockBoard): StockBoard {
  const [first, ...others] = board.vehicles;
  const vehicles = [{ ...first!, sellingPrice: cents(first!.sellingPrice + 1_000) }, ...others];
  const byStockNumber = new Map(vehicles.map((vehicle) => [vehicle.stockNumber, vehicle]));
  return { ...board, version: "bench/1/2", vehicles, byStockNumber, derived: new Map() };
}

/** Searches as shoppers make them; `own` makes each one's terms another shopper's. */
export const searches = [
  {
    name: "by payment, own cash down",
    query: (own: number) => `maxPayment=650&sort=paymentDown&credit=good&down=${3_000 + own}`,
  },
  {
    name: "by payment, own trade and term",
    query: (own: number) => `maxPayment=700&sort=paymentUp&term=72&trade=${8_000 + own}&owed=2500&body=suv`,
  },
  {
    name: "by lease payment, own cash down",
    query: (own: number) => `pay=lease&maxPayment=600&sort=paymentDown&credit=excellent&down=${2_000 + own}`,
  },
  {
    name: "by lease payment, own trade",
    query: (own: number) => `pay=lease&sort=paymentUp&down=1000&trade=${5_000 + own}`,
  },
  { name: "by total price, as before", query: (own: number) => `maxPrice=${30_000 + own}&sort=priceUp&fuel=hybrid` },
];

/** One search; the figures that stand on its cards are held against whole worksheets now and then. */
export async function searchOnce(board: StockBoard, query: string): Promise<number> {
  return (await searchBoard(board, new URLSearchParams(query), "en")).total;
}

/** Whether what a search shows is what the whole worksheet of each vehicle says, to the cent. */
export async function isExact(board: StockBoard, query: string): Promise<boolean> {
  const params = new URLSearchParams(query);
  const { wish } = readPaymentWish(params, choicesOf(board));
  const { cards, wish: asked } = await searchBoard(board, params, "en");
  const payments = cards.map(({ stockNumber }) => {
    const estimate = paymentEstimate(board, board.byStockNumber.get(stockNumber)!, wish);
    return estimate.method === "finance" || estimate.method === "lease" ? estimate.payment.high : Number.NaN;
  });
  const sign = asked.sort === "paymentDown" ? -1 : 1;
  const inOrder = payments.every((payment, index) => index === 0 || sign * (payment - payments[index - 1]!) >= 0);
  return inOrder && payments.every((payment) => payment <= (asked.maxPayment ?? Number.MAX_SAFE_INTEGER));
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { lookersAt, stockBoard } from "#app/merchandising/stock-board.server";

/** One word on a car for a page that is open: its state, and how many have it in a deal. */
export async function loader({ params }: LoaderFunctionArgs) {
  const stockNumber = params.stockNumber ?? "";
  const vehicle = (await stockBoard())?.byStockNumber.get(stockNumber);
  if (!vehicle) throw new Response(null, { status: 404, statusText: "Not Found" });
  return new Response(`${vehicle.status}/${lookersAt(stockNumber)}`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

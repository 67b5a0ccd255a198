import { carBodyNames, carColourNames, carInteriorNames } from "#prisma/seed/car-art/car-art-catalog";
import { env } from "#app/platform/env.server";
import type { Locale } from "#app/ui/locale";
import { jsonLdText, vehicleMarkup } from "./json-ld";
import { publicSnapshot } from "./page-deal.server";
import { pageWorksheet } from "./payment-estimate.server";
import type { StockBoard } from "./stock-board.server";
import { stockCard } from "./stock-card.server";
import { vehicleName, type StockVehicle } from "./stock-vehicle.server";

/** A vehicle as engines and assistants read it; its terms are schema.org's English, its description the page's language. */
export function vehicleJsonLd(
  board: StockBoard,
  vehicle: StockVehicle,
  { url, images }: { url: string; images: string[] },
  locale: Locale,
): string {
  const { policy } = board;
  const { body, interior, colour } = stockCard(board, vehicle);
  const { facts } = vehicle;
  return jsonLdText(
    vehicleMarkup({
      ...vehicle,
      url,
      name: vehicleName(vehicle),
      images,
      description: facts.description[locale].join(" "),
      body: carBodyNames[body].en,
      colour: carColourNames[colour].en,
      interior: carInteriorNames[interior].en,
      transmission: facts.transmission.en,
      engine: facts.engine.en,
      seats: facts.seats,
      totalPrice: pageWorksheet(board, vehicle).totalPrice,
      priceGoodThrough: publicSnapshot(vehicle, policy, board.today).priceGoodThrough,
      isForSale: vehicle.status === "live",
      store: { name: policy.name, phone: policy.phone, ...policy.address, url: env.PUBLIC_URL },
    }),
  );
}

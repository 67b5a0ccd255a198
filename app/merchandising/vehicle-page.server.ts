import { carArtUrl, carBodyNames, carColourNames, carGallery, carInteriorNames } from "#prisma/seed/car-art/car-art-catalog";
import { daysBetween, type PlainDate } from "#machines/money/plain-date";
import { storeDate } from "#app/deals/store-date";
import { env } from "#app/platform/env.server";
import type { Locale } from "#app/ui/locale";
import { factList, lookersNote } from "./fact-list.server";
import { jsonLdText, vehicleMarkup } from "./json-ld";
import { pageWorksheet, paymentEstimate } from "./payment-estimate.server";
import { paymentText } from "./payment-text.server";
import { paymentChoices, paymentWish, type PaymentChoices } from "./payment-wish";
import { priceStack } from "./price-stack.server";
import { publicSnapshot } from "./page-deal.server";
import { similarCards } from "./similar-vehicles.server";
import { derived, lookersAt, stockBoard, type StockBoard } from "./stock-board.server";
import { stockCard } from "./stock-card.server";
import { storePage } from "./store-front.server";
import { vehicleName, type StockVehicle } from "./stock-vehicle.server";
import type { SoldPage, VehiclePage } from "./vehicle-page";
import { vehicleSheets } from "./vehicle-sheets.server";
import { writer } from "./writer.server";

const writerOf = ({ policy }: StockBoard, locale: Locale) => writer(locale, policy.timeZone);

const choicesOf = (board: StockBoard): PaymentChoices =>
  derived(board, "choices", () => paymentChoices(board.policy));

/** Days in the store's calendar: a car that came in last night has been here one day. */
const daysLive = ({ policy, today }: StockBoard, { liveSince }: StockVehicle) =>
  Math.max(0, daysBetween(storeDate(liveSince, policy.timeZone) as PlainDate, today));

function face(board: StockBoard, vehicle: StockVehicle): VehiclePage["vehicle"] {
  const { monthly: _monthly, priceDrop: _drop, totalPrice: _total, ...card } = stockCard(board, vehicle);
  return { ...card, name: vehicleName(vehicle), vin: vehicle.vin, illustration: vehicle.facts.illustration };
}

export const vehiclePath = (stockNumber: string) => `/inventory/${stockNumber}`;

function markup(board: StockBoard, vehicle: StockVehicle, locale: Locale): string {
  const { policy } = board;
  const { body, interior, colour } = stockCard(board, vehicle);
  const { facts } = vehicle;
  return jsonLdText(
    vehicleMarkup({
      ...vehicle,
      url: env.PUBLIC_URL + vehiclePath(vehicle.stockNumber),
      name: vehicleName(vehicle),
      images: carGallery(body, colour, interior).map((picture) => env.PUBLIC_URL + carArtUrl(picture, 1600, "webp")),
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

const sameBody = (board: StockBoard, body: StockVehicle["body"]) =>
  board.vehicles.filter((other) => other.body === body).length;

/** What does not depend on the asker: made once for each language while the board stands. */
const standing = (board: StockBoard, vehicle: StockVehicle, locale: Locale) =>
  derived(board, `page:${vehicle.stockNumber}:${locale}`, () => ({
    vehicle: face(board, vehicle),
    facts: factList(vehicle, { today: board.today, live: daysLive(board, vehicle) }, writerOf(board, locale)),
    sheets: vehicleSheets(vehicle, writerOf(board, locale)),
    price: priceStack(board, vehicle, writerOf(board, locale)),
    similar: similarCards(board, vehicle, writerOf(board, locale)),
    sameBody: sameBody(board, vehicle.body),
    jsonLd: markup(board, vehicle, locale),
    url: env.PUBLIC_URL + vehiclePath(vehicle.stockNumber),
  }));

/** One vehicle's page, a sold one's, or null where there never was one. */
export async function vehiclePage(
  stockNumber: string,
  params: URLSearchParams,
  locale: Locale,
): Promise<VehiclePage | SoldPage | null> {
  const board = await stockBoard();
  const vehicle = board?.byStockNumber.get(stockNumber);
  if (!board || !vehicle) return null;
  if (vehicle.status === "sold") {
    return {
      kind: "sold",
      ...storePage(board),
      vehicle: { stockNumber, body: vehicle.body, name: vehicleName(vehicle) },
      similar: similarCards(board, vehicle, writerOf(board, locale)),
      sameBody: sameBody(board, vehicle.body),
    };
  }
  const choices = choicesOf(board);
  const wish = paymentWish(params, choices);
  const page = standing(board, vehicle, locale);
  const lookers = lookersAt(stockNumber);
  const estimate = paymentEstimate(board, vehicle, wish);
  return {
    kind: "vehicle",
    ...storePage(board),
    ...page,
    facts: page.facts.map((fact) =>
      fact.icon === "days" ? { ...fact, note: lookersNote(lookers, writerOf(board, locale)) } : fact,
    ),
    lookers,
    choices,
    wish,
    estimate,
    disclosure: paymentText(estimate, writerOf(board, locale)),
  };
}

import { carArtUrl, carBodyNames, carColourNames, carGallery, carInteriorNames } from "#prisma/seed/car-art/car-art-catalog";
import { daysBetween, type PlainDate } from "#machines/money/plain-date";
import { storeDate } from "#app/deals/store-date";
import { env } from "#app/platform/env.server";
import type { Locale } from "#app/ui/locale";
import { decodeVin } from "./decode-vin";
import { featureGroups, featureOf } from "./feature-lexicon";
import { jsonLdText, vehicleMarkup } from "./json-ld";
import { pageWorksheet, paymentEstimate } from "./payment-estimate.server";
import { paymentChoices, paymentWish, type PaymentChoices } from "./payment-wish";
import { priceStack } from "./price-stack.server";
import { publicSnapshot } from "./page-deal.server";
import { similarVehicles } from "./similar-vehicles.server";
import { derived, lookersAt, stockBoard, type StockBoard } from "./stock-board.server";
import { stockCard } from "./stock-card.server";
import { storePage } from "./store-front.server";
import { vehicleName, type StockVehicle } from "./stock-vehicle.server";
import type { FeatureBlock, VehicleDetails } from "./vehicle-details";
import type { SoldPage, VehiclePage } from "./vehicle-page";

const choicesOf = (board: StockBoard): PaymentChoices =>
  derived(board, "choices", () => paymentChoices(board.policy));

function featureBlocks(codes: readonly string[], locale: Locale): FeatureBlock[] {
  const features = codes.flatMap((code) => featureOf(code) ?? []);
  return featureGroups.flatMap((group) => {
    const names = features.filter((feature) => feature.group === group).map((feature) => feature[locale]);
    return names.length > 0 ? [{ group, names }] : [];
  });
}

function details(board: StockBoard, vehicle: StockVehicle, locale: Locale): VehicleDetails {
  const { facts } = vehicle;
  const vin = decodeVin(vehicle.vin);
  return {
    ...stockCard(board, vehicle),
    vin: vehicle.vin,
    builtIn: vin.ok ? vin.plant : null,
    illustration: facts.illustration,
    engine: facts.engine[locale],
    powerHp: facts.powerHp,
    transmission: facts.transmission[locale],
    seats: facts.seats,
    rearLegroomInches: facts.rearLegroomInches,
    cargoCubicFeet: facts.cargoCubicFeet,
    towingPounds: facts.towingPounds,
    features: featureBlocks(facts.features, locale),
    warranty: facts.warranty,
    history: facts.history,
    recalls: {
      checkedOn: facts.recalls.checkedOn,
      open: facts.recalls.open.map(({ component, ...recall }) => ({ ...recall, component: component[locale] })),
    },
    windowSticker: facts.windowSticker && {
      ...facts.windowSticker,
      options: facts.windowSticker.options.map(({ name, price }) => ({ name: name[locale], price })),
      msrp: facts.msrp,
    },
    description: facts.description[locale],
    daysLive: Math.max(0, daysBetween(storeDate(vehicle.liveSince, board.policy.timeZone) as PlainDate, board.today)),
  };
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
    vehicle: details(board, vehicle, locale),
    price: priceStack(board, vehicle),
    similar: similarVehicles(board, vehicle),
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
    const { year, make, model, trim, body } = vehicle;
    return {
      kind: "sold",
      ...storePage(board),
      vehicle: { stockNumber, year, make, model, trim, body },
      similar: similarVehicles(board, vehicle),
      sameBody: sameBody(board, body),
    };
  }
  const choices = choicesOf(board);
  const wish = paymentWish(params, choices);
  return {
    kind: "vehicle",
    ...storePage(board),
    ...standing(board, vehicle, locale),
    lookers: lookersAt(stockNumber),
    choices,
    wish,
    estimate: paymentEstimate(board, vehicle, wish),
  };
}

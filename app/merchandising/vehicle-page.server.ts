import { carColourNames } from "#prisma/seed/car-art/car-art-catalog";
import { daysBetween, type PlainDate } from "#machines/money/plain-date";
import { storeDate } from "#app/deals/store-date";
import { env } from "#app/platform/env.server";
import type { Locale } from "#app/ui/locale";
import { factList, lookersNote } from "./fact-list.server";
import { pageStanding } from "./page-standing.server";
import { paymentNeighbours } from "./payment-neighbours.server";
import { priceStack } from "./price-stack.server";
import { emptyWish, searchAddress } from "./search-wish";
import { similarCards } from "./similar-vehicles.server";
import { derived, lookersAt, stockBoard, type StockBoard } from "./stock-board.server";
import { stockCard } from "./stock-card.server";
import type { PageHead } from "./store-front";
import { shownPhotos } from "#app/vehicle-photos/shown-photos.server";
import { storePage } from "./store-front.server";
import { vehicleName, type StockVehicle } from "./stock-vehicle.server";
import { pagePapers, publicPictures, vehicleGallery, wideUrl } from "./vehicle-gallery.server";
import { vehicleJsonLd } from "./vehicle-json-ld.server";
import { vehicleMessages } from "./vehicle-messages";
import type { Similar, SoldPage, VehiclePage } from "./vehicle-page";
import { vehiclePayment } from "./vehicle-payment.server";
import { vehicleSheets } from "./vehicle-sheets.server";
import { writer, type Writer } from "./writer.server";

/** Days in the store's calendar: a car that came in last night has been here one day. */
const daysLive = ({ policy, today }: StockBoard, { liveSince }: StockVehicle) =>
  Math.max(0, daysBetween(storeDate(liveSince, policy.timeZone) as PlainDate, today));

const vehicleUrl = ({ stockNumber }: StockVehicle) => `${env.PUBLIC_URL}/inventory/${stockNumber}`;

function face(board: StockBoard, vehicle: StockVehicle, { t, words, miles, locale }: Writer): VehiclePage["vehicle"] {
  const { stockNumber, body, colour, interior, economy, status } = stockCard(board, vehicle);
  const colourName = carColourNames[colour][locale];
  const numbers = t("stockVin", { stock: stockNumber, vin: vehicle.vin.slice(-7) });
  const goes =
    economy.kind === "electric"
      ? t("shortRange", { count: economy.rangeMiles })
      : economy.kind === "unknown"
        ? null
        : t("shortMpg", { city: economy.city, highway: economy.highway });
  return {
    stockNumber,
    body,
    colour,
    interior,
    name: vehicleName(vehicle),
    isHeld: status === "held",
    line: `${colourName}, ${t(`interior.${interior}`)}. ${numbers}`,
    phoneLine: [colourName, words(`drive.${vehicle.drivetrain}`), miles(vehicle.mileage), goes]
      .filter((part) => part !== null)
      .join(", "),
  };
}

function crumbs({ condition, make, body }: StockVehicle, { words }: Writer): VehiclePage["crumbs"] {
  return [
    { name: words(`condition.${condition}`), to: searchAddress({ ...emptyWish, condition: [condition] }) },
    { name: make, to: searchAddress({ ...emptyWish, make: [make] }) },
    { name: words(`bodies.${body}`), to: searchAddress({ ...emptyWish, body: [body] }) },
  ];
}

function similar(board: StockBoard, vehicle: StockVehicle, writer: Writer): Similar {
  const count = board.vehicles.filter(({ body }) => body === vehicle.body).length;
  return {
    cards: similarCards(board, vehicle, writer),
    all: { name: writer.t("similarAll", { count }), to: searchAddress({ ...emptyWish, body: [vehicle.body] }) },
  };
}

function head(board: StockBoard, vehicle: StockVehicle, { t, money, miles }: Writer): PageHead {
  const price = money(stockCard(board, vehicle).totalPrice);
  const values = { name: vehicleName(vehicle), price, store: board.policy.name };
  return {
    title: t("title", values),
    description: t("description", { ...values, miles: miles(vehicle.mileage) }),
    url: vehicleUrl(vehicle),
  };
}

/** What does not depend on the asker: made once for each language while the board stands. */
const standing = (board: StockBoard, vehicle: StockVehicle, writer: Writer) =>
  derived(board, `page:${vehicle.stockNumber}:${writer.locale}`, () => {
    return {
      head: head(board, vehicle, writer),
      words: vehicleMessages[writer.locale],
      vehicle: face(board, vehicle, writer),
      crumbs: crumbs(vehicle, writer),
      facts: factList(vehicle, { today: board.today, live: daysLive(board, vehicle) }, writer),
      sheets: vehicleSheets(vehicle, writer),
      price: priceStack(board, vehicle, writer),
      letter: `/inventory/${encodeURIComponent(vehicle.stockNumber)}/drive`,
    };
  });

type Shown = Awaited<ReturnType<typeof shownPhotos>>;
type Pictured = Pick<VehiclePage, "gallery" | "wide" | "papers" | "jsonLd" | "similar">;

/** What is made of the photos and papers: once for each language while the board stands and none of them changes. */
function pictured(board: StockBoard, vehicle: StockVehicle, writer: Writer, shown: Shown): Pictured {
  const kept = derived<{ shown: Shown | null; made: Pictured | null }>(
    board,
    `pictures:${vehicle.stockNumber}:${writer.locale}`,
    () => ({ shown: null, made: null }),
  );
  if (kept.shown === shown && kept.made) return kept.made;
  const photos = shown.photos.get(vehicle.stockNumber) ?? [];
  const gallery = vehicleGallery(board, vehicle, photos, writer);
  const made = {
    gallery,
    wide: wideUrl(photos),
    similar: similar(board, vehicle, writer),
    papers: pagePapers(vehicle, shown.papers.get(vehicle.stockNumber) ?? [], writer),
    jsonLd: vehicleJsonLd(board, vehicle, { url: vehicleUrl(vehicle), images: publicPictures(gallery) }, writer.locale),
  };
  Object.assign(kept, { shown, made });
  return made;
}

function soldPage(board: StockBoard, vehicle: StockVehicle, writer: Writer): SoldPage {
  const title = writer.t("gone", { name: vehicleName(vehicle) });
  const note = writer.t("goneText", { stock: vehicle.stockNumber });
  return {
    kind: "sold",
    ...storePage(board, writer.locale),
    head: { title, description: note, url: vehicleUrl(vehicle) },
    words: vehicleMessages[writer.locale],
    note,
    similar: similar(board, vehicle, writer),
  };
}

/** One vehicle's page, a sold one's, or null where there never was one. */
export async function vehiclePage(
  stockNumber: string,
  params: URLSearchParams,
  locale: Locale,
): Promise<VehiclePage | SoldPage | null> {
  const board = await stockBoard();
  const vehicle = board?.byStockNumber.get(stockNumber);
  if (!board || !vehicle) return null;
  const words = writer(locale, board.policy.timeZone);
  if (vehicle.status === "sold") return soldPage(board, vehicle, words);
  const payment = await vehiclePayment(board, vehicle, params, words);
  const page = standing(board, vehicle, words);
  const shown = await shownPhotos();
  const lookers = lookersAt(stockNumber);
  const store = storePage(board, locale);
  return {
    kind: "vehicle",
    version: pageStanding({
      board,
      photos: shown.version,
      opening: store.store.opening,
      place: payment.place.key,
      lookers,
    }),
    ...store,
    ...page,
    ...pictured(board, vehicle, words, shown),
    facts: page.facts.map((fact) => (fact.icon === "days" ? { ...fact, note: lookersNote(lookers, words) } : fact)),
    lookers: lookers > 0 ? words.t("lookers", { count: lookers }) : null,
    payment: payment.sheet,
    neighbours: await paymentNeighbours(board, vehicle, payment, words),
  };
}

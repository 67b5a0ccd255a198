import { carArtUrl } from "#prisma/seed/car-art/car-art-catalog";
import { showsWholeCar } from "#app/vehicle-photos/photo-shots";
import { photoUrl, shownNow } from "#app/vehicle-photos/shown-photos.server";
import { pictureSet } from "./car-picture";
import { type CardPayment, cardPayment, type OwnTerms } from "./card-payment.server";
import { ofVehicle, type StockBoard } from "./stock-board.server";
import type { PageCard, StockCard } from "./stock-card";
import { stockCard } from "./stock-card.server";
import { vehicleName, type StockVehicle } from "./stock-vehicle.server";
import type { Difference } from "./vehicle-difference";
import { sentenceCase, type Writer } from "./writer.server";

function cardLine({ condition, fuel, drivetrain, mileage, economy }: StockCard, { t, words, miles }: Writer): string {
  const isNewElectric = economy.kind === "electric" && condition === "new";
  return [
    ...(condition === "new" ? [] : [words(`condition.${condition}`)]),
    words(`fuel.${fuel}`),
    words(`drive.${drivetrain}`),
    isNewElectric ? t("range", { miles: miles(economy.rangeMiles) }) : miles(mileage),
  ].join(", ");
}

/** A vehicle's card for the public: at the shopper's own terms, else at the usual ones. */
export const pageCard = (
  board: StockBoard,
  vehicle: StockVehicle,
  writer: Writer,
  own: OwnTerms | null = null,
): PageCard => {
  const picture = cardPicture(board, vehicle);
  if (own) return { ...standingCard(board, vehicle, writer), ...cardPayment(board, vehicle, writer, own), picture };
  const usual = ofVehicle(vehicle, `usualCard:${writer.locale}`, () => ({
    ...standingCard(board, vehicle, writer),
    ...cardPayment(board, vehicle, writer, null),
  }));
  return { ...usual, picture };
};

/** Not kept with the vehicle's record: photos come and go without it. */
function cardPicture(board: StockBoard, vehicle: StockVehicle): PageCard["picture"] {
  const photo = shownNow(vehicle.stockNumber).find(({ shot }) => showsWholeCar(shot));
  const [avif, webp] = [photo?.files.get("medium.avif"), photo?.files.get("medium.webp")];
  if (avif && webp) return { avif: photoUrl(avif.key), webp: photoUrl(webp.key), src: photoUrl(webp.key) };
  return ofVehicle(vehicle, "cardDrawing", () => {
    const { body, colour, interior } = stockCard(board, vehicle);
    const drawing = { body, colour, interior, angle: "side" as const };
    return {
      avif: pictureSet(drawing, "avif"),
      webp: pictureSet(drawing, "webp"),
      src: carArtUrl(drawing, 640, "webp"),
    };
  });
}

/** What does not depend on how one pays, once for each language while the vehicle's record stands. */
const standingCard = (
  board: StockBoard,
  vehicle: StockVehicle,
  writer: Writer,
): Omit<PageCard, keyof CardPayment | "picture"> =>
  ofVehicle(vehicle, `pageCard:${writer.locale}`, () => {
    const card = stockCard(board, vehicle);
    const { stockNumber, priceDrop } = card;
    const { t } = writer;
    const whole = (cents: number) => writer.money(cents, { cents: "never" });
    return {
      stockNumber,
      name: vehicleName(vehicle),
      line: cardLine(card, writer),
      price: whole(card.totalPrice),
      held: card.status === "held" ? t("card.held") : null,
      note: priceDrop > 0 ? { text: t("drop", { amount: whole(priceDrop) }), kind: "drop" } : null,
    };
  });

function differenceWords(difference: Difference, { t, money }: Writer): string {
  switch (difference.code) {
    case "less":
    case "more":
      return t(`difference.${difference.code}`, { amount: money(difference.amount, { cents: "never" }) });
    case "samePrice":
    case "noFuel":
    case "sameEngine":
    case "allWheels":
    case "twoWheels":
      return t(`difference.${difference.code}`);
    default:
      return t(`difference.${difference.code}`, { count: difference.count });
  }
}

/** "$2,453 less, 11 mpg thirstier". */
export const differenceText = (differences: readonly Difference[], writer: Writer): string =>
  sentenceCase(differences.map((difference) => differenceWords(difference, writer)).join(", "));

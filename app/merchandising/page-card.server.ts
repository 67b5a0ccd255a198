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
  if (own) return { ...standingCard(board, vehicle, writer), ...cardPayment(board, vehicle, writer, own) };
  return ofVehicle(vehicle, `usualCard:${writer.locale}`, () => ({
    ...standingCard(board, vehicle, writer),
    ...cardPayment(board, vehicle, writer, null),
  }));
};

/** What does not depend on how one pays, once for each language while the vehicle's record stands. */
const standingCard = (board: StockBoard, vehicle: StockVehicle, writer: Writer): Omit<PageCard, keyof CardPayment> =>
  ofVehicle(vehicle, `pageCard:${writer.locale}`, () => {
    const card = stockCard(board, vehicle);
    const { stockNumber, body, colour, interior, priceDrop } = card;
    const { t } = writer;
    const whole = (cents: number) => writer.money(cents, { cents: "never" });
    return {
      stockNumber,
      body,
      colour,
      interior,
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

import { Link } from "@remix-run/react";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import { CarPicture } from "./car-picture";
import { cardMessages } from "./card-messages";
import type { Difference, SimilarCard, StockCard } from "./stock-card";
import { vehicleWords } from "./vehicle-words";

const CARD_SIZES = "(min-width: 80rem) 302px, (min-width: 64rem) 30vw, (min-width: 40rem) 46vw, 92vw";

/** The few words under a name: "Gas, AWD, 8 mi", "Electric, 264 mi range". */
function useCardLine() {
  const t = useMessages(cardMessages);
  const words = useMessages(vehicleWords);
  const format = useFormat();
  return ({ condition, fuel, drivetrain, mileage, economy }: StockCard) =>
    [
      condition === "new" ? null : words(`condition.${condition}`),
      words(`fuel.${fuel}`),
      words(`drive.${drivetrain}`),
      economy.kind === "electric" && condition === "new"
        ? t("range", { miles: format.miles(economy.rangeMiles) })
        : format.miles(mileage),
    ]
      .filter(Boolean)
      .join(", ");
}

/** A car in a list. The whole card is its link; the heading names it. */
export function VehicleCard({ card, note, level = 2 }: { card: StockCard; note?: string; level?: 2 | 3 }) {
  const t = useMessages(cardMessages);
  const format = useFormat();
  const line = useCardLine();
  const Heading = `h${level}` as const;
  const { body, colour, interior, monthly } = card;
  return (
    <article className="group relative flex flex-col overflow-hidden rounded-sheet border border-line bg-surface transition-colors duration-140 hover:border-line-2">
      <div className="relative aspect-[16/6.8] overflow-hidden bg-sunken">
        <CarPicture
          decorative
          picture={{ body, colour, interior, angle: "side" }}
          sizes={CARD_SIZES}
          className="size-full object-cover object-[50%_62%]"
        />
      </div>
      <div className="flex flex-1 flex-col px-4 pt-3 pb-3.5">
        <Heading className="text-14 text-balance">
          <Link to={`/inventory/${card.stockNumber}`} prefetch="intent" className="after:absolute after:inset-0 after:rounded-sheet">
            {card.year} {card.make} {card.model} {card.trim}
          </Link>
        </Heading>
        <p className="text-13 text-ink-3">{line(card)}</p>
        <p className="flex flex-wrap items-baseline justify-between gap-x-3 pt-2">
          <Money amount={card.totalPrice} cents="never" className="text-16 font-semibold" />
          {monthly ? (
            <span className="figures text-13 text-ink-2">
              {format.money(monthly.low, { cents: "never" })} – {format.money(monthly.high, { cents: "never" })} {t("perMonth")}
            </span>
          ) : (
            <span className="text-13 text-ink-3">{t("noPayment")}</span>
          )}
        </p>
        <CardNote card={card} note={note} />
      </div>
    </article>
  );
}

function CardNote({ card, note }: { card: StockCard; note?: string }) {
  const t = useMessages(cardMessages);
  const format = useFormat();
  if (card.status === "held")
    return (
      <p className="pt-1.5">
        <Chip kind="warning">{t("held")}</Chip>
      </p>
    );
  const text = note ?? (card.priceDrop > 0 ? t("drop", { amount: format.money(card.priceDrop, { cents: "never" }) }) : null);
  return text ? <p className={cx("pt-1.5 text-12", note ? "text-accent-600" : "text-pos")}>{text}</p> : null;
}

/** A difference in words; the first begins the sentence. */
export function useDifferenceWords() {
  const t = useMessages(cardMessages);
  const format = useFormat();
  const one = (difference: Difference): string => {
    switch (difference.code) {
      case "less":
      case "more":
        return t(`difference.${difference.code}`, { amount: format.money(difference.amount, { cents: "never" }) });
      case "samePrice":
      case "noFuel":
      case "sameEngine":
      case "allWheels":
      case "twoWheels":
        return t(`difference.${difference.code}`);
      default:
        return t(`difference.${difference.code}`, { count: difference.count });
    }
  };
  return ({ differences }: SimilarCard) => differences.map(one).join(", ");
}

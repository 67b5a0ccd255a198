import { Link } from "@remix-run/react";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import type { PageCard } from "./stock-card";

const CARD_SIZES = "(min-width: 80rem) 302px, (min-width: 64rem) 30vw, (min-width: 40rem) 46vw, 92vw";

/** A car in a list. The whole card is its link; the heading names it. */
export function VehicleCard({ card, level }: { card: PageCard; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const { picture, note } = card;
  return (
    <article className="relative flex flex-col overflow-hidden rounded-sheet border border-line bg-surface transition-colors duration-140 hover:border-line-2">
      <div className="aspect-[16/6.8] overflow-hidden bg-sunken">
        <picture className="contents">
          <source type="image/avif" srcSet={picture.avif} sizes={CARD_SIZES} />
          <img
            src={picture.src}
            srcSet={picture.webp}
            sizes={CARD_SIZES}
            alt=""
            width={1600}
            height={1000}
            loading="lazy"
            decoding="async"
            className="size-full object-cover object-[50%_62%]"
          />
        </picture>
      </div>
      <div className="flex flex-1 flex-col px-4 pt-3 pb-3.5">
        <Heading className="text-14 text-balance">
          <Link
            to={{ pathname: `/inventory/${card.stockNumber}`, search: card.query }}
            prefetch="intent"
            className="after:absolute after:inset-0 after:rounded-sheet"
          >
            {card.name}
          </Link>
        </Heading>
        <p className="text-13 text-ink-3">{card.line}</p>
        <p className="flex flex-wrap items-baseline justify-between gap-x-3 pt-2">
          <span className="figures text-16 font-semibold">{card.price}</span>
          <span className={cx("figures text-13", card.terms ? "font-semibold text-ink" : "text-ink-2")}>
            {card.monthly}
          </span>
        </p>
        {card.terms ? <p className="figures text-right text-12 text-ink-3">{card.terms}</p> : null}
        {card.held ? (
          <p className="pt-1.5">
            <Chip kind="warning">{card.held}</Chip>
          </p>
        ) : note ? (
          <p className={note.kind === "difference" ? "pt-1.5 text-12 text-accent-600" : "pt-1.5 text-12 text-pos"}>
            {note.text}
          </p>
        ) : null}
      </div>
    </article>
  );
}

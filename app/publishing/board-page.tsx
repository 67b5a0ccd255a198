import { Form, Link } from "@remix-run/react";
import { Clock, Plus, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import type { BoardCard, BoardColumn } from "./board.server";
import { BoardBulk, BULK_FORM } from "./board-bulk";
import { MerchandisingFrame, type FrameReader } from "./merchandising-frame";
import { merchandisingMessages } from "./merchandising-messages";
import { timelineMessages } from "./timeline-messages";
import type { BoardAnswer } from "./submit-board-act.server";

export interface BoardPageData {
  reader: FrameReader;
  columns: BoardColumn[];
  authors: string[];
  liveWithinHours: number;
  query: string;
  author: string;
}

/** Hours as people say them: minutes below two, days from three on. */
export function spell(hours: number): string {
  if (hours < 2) return `${Math.round(hours * 60)} min`;
  return hours < 72 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} d`;
}

/** Every car by its state, with its clocks; a card moves only where that is legal. */
export function BoardPage({ answer, ...page }: BoardPageData & { answer: BoardAnswer | null }) {
  const t = useMessages(merchandisingMessages);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const here = new Set(page.columns.flatMap(({ cards }) => cards.map(({ stockNumber }) => stockNumber)));
  const choose = (stockNumber: string, isChosen: boolean) =>
    setChosen((before) => [...before.filter((one) => one !== stockNumber), ...(isChosen ? [stockNumber] : [])]);
  return (
    <MerchandisingFrame reader={page.reader} title={t("title")}>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <Form className="flex flex-wrap items-end gap-2">
          <TextField
            label={t("search")}
            name="q"
            type="search"
            defaultValue={page.query}
            maxLength={80}
            className="w-64 max-sm:w-full"
          />
          <SelectField
            label={t("person")}
            name="who"
            defaultValue={page.author}
            placeholder={t("everybody")}
            options={page.authors.map((name) => ({ value: name, label: name }))}
            className="w-44 max-sm:w-full"
          />
          <Button type="submit">{t("filter")}</Button>
        </Form>
        <ButtonLink to="/merchandising/intake" kind="primary">
          <Plus aria-hidden strokeWidth={1.75} />
          {t("takeIn")}
        </ButtonLink>
      </div>
      <p className="mb-3 text-13 text-ink-2">{t("lead", { hours: page.liveWithinHours })}</p>
      <BoardBulk chosen={chosen.filter((stockNumber) => here.has(stockNumber)).length} answer={answer} />
      <div className="flex gap-3 overflow-x-auto pb-4 max-md:flex-col">
        {page.columns.map((column) => (
          <Column key={column.state} column={column} chosen={chosen} choose={choose} />
        ))}
      </div>
    </MerchandisingFrame>
  );
}

interface Choosing {
  chosen: readonly string[];
  choose: (stockNumber: string, isChosen: boolean) => void;
}

function Column({ column: { state, count, late, cards }, ...choosing }: Choosing & { column: BoardColumn }) {
  const t = useMessages(merchandisingMessages);
  return (
    <Sheet
      padding="none"
      className="min-w-46 flex-1 self-start overflow-clip max-md:min-w-0 max-md:w-full"
      aria-labelledby={`column-${state}`}
    >
      <header
        className={cx(
          "flex min-h-12 items-center justify-between gap-2 border-b border-line px-3 py-2",
          cards.length === 0 && "max-md:border-b-0",
        )}
      >
        <h2 id={`column-${state}`} className="text-14 font-semibold">
          {t(`state.${state}`)} <span className="font-normal text-ink-3">{count}</span>
        </h2>
        {late > 0 ? (
          <Chip kind="negative" icon={TriangleAlert}>
            {t("late", { count: late })}
          </Chip>
        ) : null}
      </header>
      {cards.length === 0 ? <p className="px-3 py-4 text-13 text-ink-3 max-md:sr-only">{t("empty")}</p> : null}
      <ul>
        {cards.map((card) => (
          <Card key={card.stockNumber} card={card} {...choosing} />
        ))}
      </ul>
      {count > cards.length ? (
        <p className="px-3 py-3 text-12 text-ink-3">{t("more", { count: count - cards.length })}</p>
      ) : null}
    </Sheet>
  );
}

const tones = { fine: "neutral", soon: "warning", late: "negative" } as const;

function Card({ card, chosen, choose }: Choosing & { card: BoardCard }) {
  const w = useMessages(timelineMessages);
  const t = useMessages(merchandisingMessages);
  const isWork = card.hoursInAll !== null && card.state !== "live" && card.state !== "sold";
  return (
    <li
      className={cx(
        "border-b border-line px-3 py-2.5 last:border-b-0",
        card.tone === "late" && "shadow-[inset_3px_0_0_var(--neg-mark)]",
        card.tone === "soon" && "shadow-[inset_3px_0_0_var(--warn-mark)]",
      )}
    >
      <div className="flex items-start gap-1">
        <Link to={`/merchandising/${card.stockNumber}`} className="block min-w-0 flex-1 rounded-cell">
          <span className="block font-medium text-balance">{card.name}</span>
          <span className="block truncate text-12 text-ink-3">
            {card.stockNumber}, {card.vin}
          </span>
        </Link>
        {card.moves.length > 0 ? (
          <label className="-mt-2.5 -mr-3 grid size-11 shrink-0 place-items-center">
            <input
              type="checkbox"
              aria-label={t("bulk.choose", { name: `${card.name}, ${card.stockNumber}` })}
              name="stock"
              form={BULK_FORM}
              value={card.stockNumber}
              checked={chosen.includes(card.stockNumber)}
              onChange={(event) => choose(card.stockNumber, event.currentTarget.checked)}
              className="size-4.5"
            />
          </label>
        ) : null}
      </div>
      <p className="mt-1.5 flex flex-wrap items-center gap-1.5">
        {isWork ? (
          <Chip kind={tones[card.tone]} icon={Clock}>
            {t("here", { time: spell(card.hoursHere) })}
          </Chip>
        ) : null}
        {card.needsModel ? <Chip kind="warning">{t("confirmModel")}</Chip> : null}
        {card.lookers > 0 ? <Chip kind="accent">{t("lookers", { count: card.lookers })}</Chip> : null}
      </p>
      <p className="mt-1 flex flex-wrap items-baseline justify-between gap-x-3 text-12 text-ink-3">
        {isWork && card.hoursInAll !== null ? <span>{t("inAll", { time: spell(card.hoursInAll) })}</span> : null}
        <Link
          to={`/merchandising/${card.stockNumber}/timeline`}
          className="link touch-target"
          aria-label={w("of", { name: `${card.name} ${card.stockNumber}` })}
        >
          {w("title")}
        </Link>
      </p>
    </li>
  );
}

import { Form, Link, useNavigation } from "@remix-run/react";
import type { FormEvent } from "react";
import { ChevronLeft, ChevronRight, SlidersHorizontal, X } from "lucide-react";
import { ButtonLink, buttonClass } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { Note, Sheet } from "#app/ui/sheet";
import { SelectField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { ResultGrid } from "./result-grid";
import { ResultSkeleton } from "./result-skeleton";
import type { SearchAnswer } from "./search-answer";
import { searchMessages } from "./search-messages";
import { isPaymentParam } from "./payment-wish";
import { SearchPanel, useListWords } from "./search-panel";
import { useAskedSearch, type AskedSearch } from "./use-asked-search";
import { useTermWords } from "./use-term-words";
import { listNames, searchAddress, sortOrders, withoutEach, type ListName } from "./search-wish";

/** Enough blocks to fill a screen; more would only scroll. */
const SKELETON_CARDS = 9;

const isList = (name: string): name is ListName => (listNames as readonly string[]).includes(name);

export function SearchResults({ answer }: { answer: SearchAnswer }) {
  const t = useMessages(searchMessages);
  const navigation = useNavigation();
  const isSearching = navigation.state === "loading" && navigation.location.pathname === "/inventory";
  const filters = withoutEach(answer.wish).length;
  const asked = useAskedSearch();
  return (
    <div className="grid gap-x-8 lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <aside aria-label={t("filters")} className="max-lg:hidden">
        <SearchPanel answer={answer} asked={asked} idPrefix="side-" />
      </aside>
      <details className="group mb-3 lg:hidden">
        <summary className={cx(buttonClass({ kind: "outline", size: "medium" }), "w-full list-none touch:h-11")}>
          <SlidersHorizontal aria-hidden strokeWidth={1.75} />
          {filters > 0 ? t("filtersCount", { count: filters }) : t("filters")}
        </summary>
        <Sheet as="div" padding={16} className="mt-2">
          <SearchPanel answer={answer} asked={asked} idPrefix="top-" />
        </Sheet>
      </details>
      <section aria-label={t("list")} aria-busy={isSearching} className="min-w-0">
        <ResultHead answer={answer} asked={asked} />
        <AskedFor answer={answer} />
        <LeftOutNote answer={answer} />
        {isSearching ? (
          <ResultSkeleton count={Math.min(SKELETON_CARDS, Math.max(3, answer.cards.length))} />
        ) : answer.cards.length > 0 ? (
          <ResultGrid cards={answer.cards} />
        ) : (
          <NothingFound answer={answer} />
        )}
        <Paging answer={answer} />
        {answer.cards.length > 0 && answer.assumption ? (
          <p className="mt-6 max-w-160 text-12 text-pretty text-ink-3">{answer.assumption}</p>
        ) : null}
      </section>
    </div>
  );
}

function ResultHead({ answer: { total, wish }, asked }: { answer: SearchAnswer; asked: AskedSearch }) {
  const t = useMessages(searchMessages);
  const onChange = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const params = asked.newest();
    params.delete("page");
    params.set("sort", String(new FormData(currentTarget).get("sort")));
    asked.ask(params);
  };
  const here = new URLSearchParams(searchAddress({ ...wish, page: 1, sort: "newest" }).split("?")[1]);
  return (
    <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 aria-live="polite" className="text-24">
          {t("heading", { count: total })}
        </h1>
        <p className="text-13 text-ink-3">{t("headingNote")}</p>
      </div>
      <Form method="get" action="/inventory" onChange={onChange} className="flex items-center gap-2 max-sm:w-full">
        {[...here].map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <SelectField
          key={wish.sort}
          label={t("sort")}
          hideLabel
          name="sort"
          defaultValue={wish.sort}
          options={sortOrders.map((order) => ({ value: order, label: t(`sortBy.${order}`) }))}
          className="max-sm:flex-1"
        />
        <noscript>
          <button className="link text-13">{t("show")}</button>
        </noscript>
      </Form>
    </div>
  );
}

/** What was asked for, each with the link that takes it away. */
function AskedFor({ answer }: { answer: SearchAnswer }) {
  const t = useMessages(searchMessages);
  const format = useFormat();
  const words = useListWords();
  const sayTerm = useTermWords(answer.payment.options);
  const asked = withoutEach(answer.wish);
  if (asked.length === 0) return null;
  const say = (name: string, value: string): string => {
    if (isList(name)) return words(name, value);
    if (name === "minPrice" || name === "maxPrice" || name === "minPayment" || name === "maxPayment")
      return t(`chip.${name}`, { amount: format.money(Number(value), { cents: "never" }) });
    if (name === "minYear" || name === "maxYear") return t(`chip.${name}`, { year: value });
    if (name === "maxMiles") return t("chip.maxMiles", { miles: format.miles(Number(value)) });
    if (name === "stock") return t("chip.stock", { count: Number(value) });
    if (isPaymentParam(name)) return sayTerm(name, value);
    return `“${value}”`;
  };
  return (
    <ul className="mb-3 flex flex-wrap items-center gap-1.5">
      {asked.map(({ name, value, without }) => {
        const what = say(name, value);
        return (
          <li key={`${name}=${value}`}>
            <Link
              to={searchAddress(without)}
              preventScrollReset
              aria-label={t("without", { what })}
              className="touch-target inline-flex h-7 items-center gap-1 rounded-full border border-accent-200 bg-accent-50 pr-2 pl-3 text-13 font-medium text-accent-700 hover:border-accent-300"
            >
              {what}
              <X aria-hidden className="size-3.5" strokeWidth={2} />
            </Link>
          </li>
        );
      })}
      <li>
        <Link to="/inventory" preventScrollReset className="link touch-target px-1.5 text-13">
          {t("clear")}
        </Link>
      </li>
    </ul>
  );
}

function LeftOutNote({ answer: { leftOut } }: { answer: SearchAnswer }) {
  const t = useMessages(searchMessages);
  if (leftOut.length === 0) return null;
  const parts = leftOut.map(({ name, value }) => `${name}=${value}`).join(", ");
  return (
    <div className="mb-3 [&>div]:bg-warn-ground [&_p]:text-warn">
      <Note>{t("leftOut", { parts })}</Note>
    </div>
  );
}

function NothingFound({ answer: { wish } }: { answer: SearchAnswer }) {
  const t = useMessages(searchMessages);
  return (
    <Sheet padding="none">
      <EmptyState
        action={
          <ButtonLink to="/inventory" kind="primary">
            {t("clear")}
          </ButtonLink>
        }
      >
        {wish.stock.length > 0 ? t("savedNone") : t("none")}
      </EmptyState>
    </Sheet>
  );
}

function Paging({ answer: { wish, pages } }: { answer: SearchAnswer }) {
  const t = useMessages(searchMessages);
  if (pages < 2) return null;
  const to = (page: number) => searchAddress({ ...wish, page });
  return (
    <nav aria-label={t("pages")} className="mt-6 flex items-center justify-between gap-4">
      {wish.page > 1 ? (
        <ButtonLink to={to(wish.page - 1)} rel="prev" kind="outline">
          <ChevronLeft aria-hidden strokeWidth={1.75} />
          {t("previous")}
        </ButtonLink>
      ) : (
        <span />
      )}
      <span className="figures text-13 text-ink-2">{t("page", { page: wish.page, pages })}</span>
      {wish.page < pages ? (
        <ButtonLink to={to(wish.page + 1)} rel="next" kind="outline">
          {t("next")}
          <ChevronRight aria-hidden strokeWidth={1.75} />
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}

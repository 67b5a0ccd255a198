import { useActionData, useNavigate, useSearchParams } from "@remix-run/react";
import { useMemo, useRef } from "react";
import { ButtonLink } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { EmptyState } from "#app/ui/empty-state";
import { FilterTabs } from "#app/ui/filter-tabs";
import { KeyHint } from "#app/ui/key-hint";
import { useMessages } from "#app/ui/messages";
import { ActAnswer } from "./act-form";
import type { DeskActAnswer } from "./desk-act";
import { DeskBar, DeskSearch } from "./desk-bar";
import { DeskClock } from "./desk-clock";
import { DeskPageProvider } from "./desk-context";
import { DeskDetail } from "./desk-detail";
import { deskFilters, filterCounts, isDeskFilter, matches, passes, type DeskFilter } from "./desk-filter";
import { DeskList, KeyLegend } from "./desk-list";
import { deskMessages } from "./desk-messages";
import { deskGroup, deskGroups, placesOf } from "./desk-order";
import type { DeskPageData } from "./desk-data";
import { useDeskRows } from "./use-desk-rows";
import { useListKeys } from "./use-list-keys";
import { useSteadyOrder } from "./use-steady-order";
import { WalkInPopover } from "./walk-in-popover";

/** An index route's own action: without the mark the post would go to its parent. */
const ACTION = "/desk?index";

/** What the address says: which tab, which search, which deal is open beside the list. */
function useDeskAddress() {
  const [params] = useSearchParams();
  const show = params.get("show");
  const address = {
    show: isDeskFilter(show) ? show : ("all" as const),
    q: params.get("q") ?? "",
    deal: params.get("deal"),
  };
  const to = (change: Partial<{ show: DeskFilter; q: string; deal: string | null }>) => {
    const next = { ...address, ...change };
    const search = new URLSearchParams();
    if (next.show !== "all") search.set("show", next.show);
    if (next.q) search.set("q", next.q);
    if (next.deal) search.set("deal", next.deal);
    return `/desk${search.size > 0 ? `?${search}` : ""}`;
  };
  return { ...address, to };
}

/** The store's live list: who waits, since when, and what comes next; the chosen deal beside it. */
export function DeskPage({ storeName, reader, rows: loaded, staff, stock, editSeed, now }: DeskPageData) {
  const t = useMessages(deskMessages);
  const { rows, line } = useDeskRows(loaded);
  const { show, q, deal, to } = useDeskAddress();
  const navigate = useNavigate();
  const posted = useActionData<DeskActAnswer>();
  const listRef = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(rows.map((row) => [row.dealId, row])), [rows]);
  const counts = useMemo(() => filterCounts(rows, reader), [rows, reader]);
  const wanted = useMemo(() => {
    const passing = rows.filter((row) => passes(row, show, reader) && (q.trim() === "" || matches(row, q.trim())));
    return placesOf(passing, deskGroups, deskGroup);
  }, [rows, show, q, reader]);
  const { places, moved, refresh, list } = useSteadyOrder(wanted, `${show} ${q}`);
  const go = (path: string) => navigate(path, { replace: true, preventScrollReset: true });
  useListKeys(listRef, (dealId) => go(to({ deal: dealId })));

  const chosen = deal ? byId.get(deal) : undefined;
  const page = useMemo(() => ({ reader, editSeed, action: ACTION }), [reader, editSeed]);
  const search = (className: string) => (
    <DeskSearch
      key={show}
      query={q}
      keep={show === "all" ? {} : { show }}
      onSearch={(query) => go(to({ q: query }))}
      className={className}
    />
  );
  return (
    <DeskPageProvider value={page}>
      <DeskClock now={now}>
        <div className="flex h-dvh flex-col">
          <DeskBar
            storeName={storeName}
            title={t("title")}
            line={line}
            search={search("w-58 max-lg:w-44 max-md:hidden")}
          />
          <main id="main" className="flex min-h-0 flex-1">
            <section
              aria-label={t("title")}
              className={cx("flex min-w-0 flex-1 flex-col bg-surface", chosen && "max-sm:hidden")}
            >
              <div className="flex items-center justify-between gap-3 border-b border-line px-3 py-2.5">
                <FilterTabs
                  label={t("filters")}
                  className="min-w-0"
                  tabs={deskFilters.map((filter) => ({
                    to: to({ show: filter, deal: null }),
                    name: t(`filter.${filter}`),
                    count: counts[filter],
                    current: filter === show,
                  }))}
                />
                <WalkInPopover stock={stock} />
              </div>
              <div className="border-b border-line px-3 py-2 md:hidden">{search("")}</div>
              {posted ? <ActAnswer said={posted} className="px-4 py-2" /> : null}
              {places.length > 0 ? (
                <DeskList
                  listRef={listRef}
                  listHandlers={list}
                  places={places}
                  byId={byId}
                  chosenId={chosen?.dealId ?? null}
                  linkTo={(dealId) => to({ deal: dealId })}
                  moved={moved}
                  onRefresh={refresh}
                />
              ) : (
                <NothingHere show={show} query={q} to={to} />
              )}
              <KeyLegend>
                <span>
                  <KeyHint>j</KeyHint> <KeyHint>k</KeyHint> {t("keys.move")}
                </span>
                <span>
                  <KeyHint>↵</KeyHint> {t("keys.open")}
                </span>
                <span>
                  <KeyHint>/</KeyHint> {t("keys.find")}
                </span>
                <span>
                  <KeyHint>c</KeyHint> {t("keys.claim")}
                </span>
              </KeyLegend>
            </section>
            {chosen ? <DeskDetail key={chosen.dealId} row={chosen} staff={staff} backTo={to({ deal: null })} /> : null}
          </main>
        </div>
      </DeskClock>
    </DeskPageProvider>
  );
}

interface NothingHereProps {
  show: DeskFilter;
  query: string;
  to: ReturnType<typeof useDeskAddress>["to"];
}

/** An empty list says what belongs in it and what to do. */
function NothingHere({ show, query, to }: NothingHereProps) {
  const t = useMessages(deskMessages);
  if (query.trim() !== "")
    return (
      <EmptyState className="flex-1" action={<ButtonLink to={to({ q: "" })}>{t("empty.clear")}</ButtonLink>}>
        {t("empty.search", { query })}
      </EmptyState>
    );
  const action = show === "all" ? null : <ButtonLink to={to({ show: "all" })}>{t("empty.showAll")}</ButtonLink>;
  return (
    <EmptyState className="flex-1" action={action}>
      {t(`empty.${show}`)}
    </EmptyState>
  );
}

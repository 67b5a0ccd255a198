import { Outlet, useNavigate, useOutletContext, useParams, useRevalidator, useSearchParams } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { DeskRow } from "#app/realtime/protocol";
import { cx } from "#app/ui/class-names";
import { EmptyState } from "#app/ui/empty-state";
import { FilterTabs } from "#app/ui/filter-tabs";
import { useMessages } from "#app/ui/messages";
import { DeskBar, DeskSearch } from "./desk-bar";
import { DeskClock } from "./desk-clock";
import { DeskPageProvider } from "./desk-context";
import type { FinanceQueueData } from "./desk-data";
import { customersOn, matches } from "./desk-filter";
import { deskMessages } from "./desk-messages";
import { financeGroup, financeGroups, placesOf } from "./desk-order";
import { financeMessages } from "./finance-messages";
import { FinanceQueue, QueueFigures, QueueKeys } from "./finance-queue";
import { useDeskRows } from "./use-desk-rows";
import { useLatest } from "./use-latest";
import { useListKeys } from "./use-list-keys";
import { useSteadyOrder } from "./use-steady-order";

/** Holding j runs through the rows; only where it stops is a deal fetched. */
const SETTLE_KEYS_MS = 160;
/** Red lines are counted on the server; a burst of edits is one recount. */
const RECOUNT_MS = 1_200;

const queueTabs = ["all", "online", "mine"] as const;
type QueueTab = (typeof queueTabs)[number];

function useQueueAddress() {
  const [params] = useSearchParams();
  const asked = params.get("show");
  const show = queueTabs.find((tab) => tab === asked) ?? "all";
  const q = params.get("q") ?? "";
  const searchOf = (next: { show: QueueTab; q: string }) => {
    const search = new URLSearchParams();
    if (next.show !== "all") search.set("show", next.show);
    if (next.q) search.set("q", next.q);
    return search.size > 0 ? `?${search}` : "";
  };
  return { show, q, searchOf };
}

/** Asks the server to count again when a deal on this desk has moved since the page was made. */
function useRecount(loaded: readonly DeskRow[]) {
  const { revalidate } = useRevalidator();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const known = useLatest(loaded);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return useCallback(
    (arrived: DeskRow[]) => {
      const moved = arrived.some(
        (row) =>
          row.nextStep === "finalize" &&
          !known.current.some((old) => old.dealId === row.dealId && old.revision >= row.revision),
      );
      if (!moved || timer.current) return;
      timer.current = setTimeout(() => {
        timer.current = null;
        revalidate();
      }, RECOUNT_MS);
    },
    [revalidate, known],
  );
}

/** What the queue tells the deal beside it. */
export interface FinanceOutlet {
  /** The open deal's newest row, by which it knows that it has moved. */
  row: DeskRow | null;
  storeName: string;
  queueLink: string;
}

export const useFinanceOutlet = () => useOutletContext<FinanceOutlet>();

/** The finance manager's desk: the queue stays while one deal after the other is worked beside it. */
export function FinanceDesk({ storeName, reader, rows: loaded, redLines, editSeed, now }: FinanceQueueData) {
  const t = useMessages(financeMessages);
  const desk = useMessages(deskMessages);
  const { rows, line } = useDeskRows(loaded, useRecount(loaded));
  const { show, q, searchOf } = useQueueAddress();
  const { dealId: chosenId = null } = useParams();
  const navigate = useNavigate();
  const listRef = useRef<HTMLDivElement>(null);
  const settle = useRef<ReturnType<typeof setTimeout> | null>(null);
  const byId = useMemo(() => new Map(rows.map((row) => [row.dealId, row])), [rows]);

  const tabRows = useMemo(() => {
    const mine = (row: DeskRow) => row.fniManager?.staffId === reader.staffId;
    const here = rows.filter((row) => financeGroup(row, new Date(now)) !== null);
    return { all: here, online: here.filter((row) => customersOn(row).length > 0), mine: here.filter(mine) };
  }, [rows, reader.staffId, now]);
  const wanted = useMemo(() => {
    const passing = tabRows[show].filter((row) => q.trim() === "" || matches(row, q.trim()));
    return placesOf(passing, financeGroups, (row) => financeGroup(row, new Date(now)));
  }, [tabRows, show, q, now]);
  const { places, moved, refresh, list } = useSteadyOrder(wanted, `${show} ${q}`);

  const search = searchOf({ show, q });
  const linkTo = useCallback((dealId: string) => `/finance/${dealId}${search}`, [search]);
  useListKeys(listRef, (dealId) => {
    if (settle.current) clearTimeout(settle.current);
    settle.current = setTimeout(() => navigate(linkTo(dealId), { preventScrollReset: true }), SETTLE_KEYS_MS);
  });
  const here = chosenId ? `/finance/${chosenId}` : "/finance";
  const page = useMemo(() => ({ reader, editSeed, action: here }), [reader, editSeed, here]);
  const searchField = (className: string) => (
    <DeskSearch
      key={show}
      query={q}
      keep={show === "all" ? {} : { show }}
      onSearch={(query) => navigate(here + searchOf({ show, q: query }), { replace: true, preventScrollReset: true })}
      className={className}
    />
  );
  const outlet: FinanceOutlet = {
    row: (chosenId && byId.get(chosenId)) || null,
    storeName,
    queueLink: `/finance${search}`,
  };
  return (
    <DeskPageProvider value={page}>
      <DeskClock now={now}>
        <div className="flex h-dvh flex-col">
          <DeskBar
            storeName={storeName}
            title={desk("finance")}
            line={line}
            search={searchField("w-58 max-lg:w-44 max-md:hidden")}
          />
          <main id="main" className="flex min-h-0 flex-1">
            <section
              aria-labelledby="queue-title"
              className={cx(
                "flex w-102 shrink-0 flex-col border-r border-line bg-surface max-xl:w-90 max-lg:w-80 max-sm:w-full max-sm:border-r-0",
                chosenId && "max-sm:hidden",
              )}
            >
              <header className="border-b border-line px-3 pt-3 pb-2.5">
                <h2 id="queue-title" className="mb-2 px-1 text-16">
                  {t("queue.title")}
                </h2>
                <FilterTabs
                  label={t("queue.filters")}
                  tabs={queueTabs.map((tab) => ({
                    to: here + searchOf({ show: tab, q }),
                    name: t(`queue.${tab}`),
                    count: tabRows[tab].length,
                    current: tab === show,
                  }))}
                />
              </header>
              <div className="border-b border-line px-3 py-2 md:hidden">{searchField("")}</div>
              {places.length > 0 ? (
                <FinanceQueue
                  listRef={listRef}
                  listHandlers={list}
                  places={places}
                  byId={byId}
                  redLines={redLines}
                  chosenId={chosenId}
                  linkTo={linkTo}
                  moved={moved}
                  onRefresh={refresh}
                />
              ) : (
                <EmptyState className="flex-1">
                  {tabRows.all.length === 0 ? t("queue.empty") : t("queue.none")}
                </EmptyState>
              )}
              <QueueFigures places={places} byId={byId} />
              <QueueKeys />
            </section>
            <Outlet context={outlet} />
          </main>
        </div>
      </DeskClock>
    </DeskPageProvider>
  );
}

import { Link, Outlet, useNavigate, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { storeDate } from "#app/deals/store-date";
import type { DeskRow } from "#app/realtime/protocol";
import { cx } from "#app/ui/class-names";
import { EmptyState } from "#app/ui/empty-state";
import { FilterTabs } from "#app/ui/filter-tabs";
import { useMessages, useTimeZone } from "#app/ui/messages";
import { DeskBar, DeskSearch } from "./desk-bar";
import { DeskClock } from "./desk-clock";
import { DeskPageProvider, useDeskPage } from "./desk-context";
import type { FinanceQueueData } from "./desk-data";
import { customersOn, matches } from "./desk-filter";
import { deskMessages } from "./desk-messages";
import { financeGroup, financeGroups, placesOf } from "./desk-order";
import { financeMessages } from "./finance-messages";
import type { FinanceOutlet } from "./finance-outlet";
import { FinanceQueue, QueueFigures, QueueKeys } from "./finance-queue";
import { useDeskRows } from "./use-desk-rows";
import { queueTabs, useFinanceAddress } from "./use-finance-address";
import { useLatest } from "#app/ui/use-latest";
import { useListKeys } from "./use-list-keys";
import { useSteadyOrder } from "./use-steady-order";

/** Holding j runs through the rows; only where it stops is a deal fetched. */
const SETTLE_KEYS_MS = 160;
/** Red lines are counted on the server; a burst of edits is one recount. */
const RECOUNT_MS = 1_200;

/** Asks the server to count again when a deal that waits to be finalized has moved since the page was made. */
function useRecount(loaded: readonly DeskRow[]) {
  const { revalidate } = useRevalidator();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const known = useLatest(loaded);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return useCallback(
    (arrived: DeskRow[]) => {
      const isKnown = (row: DeskRow) =>
        known.current.some(({ dealId, revision }) => dealId === row.dealId && revision >= row.revision);
      const moved = arrived.some((row) => row.nextStep === "finalize" && !isKnown(row));
      if (!moved || timer.current) return;
      timer.current = setTimeout(() => {
        timer.current = null;
        revalidate();
      }, RECOUNT_MS);
    },
    [revalidate, known],
  );
}

/** The finance manager's desk: the queue stays while one deal after the other is worked beside it. */
export function FinanceDesk({ storeName, reader, rows: loaded, redLines, editSeed, now }: FinanceQueueData) {
  const t = useMessages(deskMessages);
  const { rows, line } = useDeskRows(loaded, useRecount(loaded));
  const { chosenId, here, to } = useFinanceAddress();
  const byId = useMemo(() => new Map(rows.map((row) => [row.dealId, row])), [rows]);
  const page = useMemo(() => ({ reader, editSeed, action: here }), [reader, editSeed, here]);
  const outlet: FinanceOutlet = { row: (chosenId && byId.get(chosenId)) || null, storeName, queueLink: to("/finance") };
  return (
    <DeskPageProvider value={page}>
      <DeskClock now={now}>
        <div className="flex h-dvh flex-col">
          <DeskBar
            storeName={storeName}
            title={t("finance")}
            line={line}
            search={<AddressSearch className="w-58 max-lg:w-44 max-md:hidden" />}
          />
          <main id="main" className="flex min-h-0 flex-1">
            <QueuePane rows={rows} byId={byId} redLines={redLines} now={now} />
            <Outlet context={outlet} />
          </main>
        </div>
      </DeskClock>
    </DeskPageProvider>
  );
}

function AddressSearch({ className }: { className?: string }) {
  const { show, q, here, to } = useFinanceAddress();
  const navigate = useNavigate();
  return (
    <DeskSearch
      key={show}
      query={q}
      keep={show === "all" ? {} : { show }}
      onSearch={(query) => navigate(to(here, { q: query }), { replace: true, preventScrollReset: true })}
      className={className}
    />
  );
}

interface QueuePaneProps extends Pick<FinanceQueueData, "redLines" | "now"> {
  rows: DeskRow[];
  byId: ReadonlyMap<string, DeskRow>;
}

/** The rows of each tab, and the chosen tab's places. */
function useQueue(rows: DeskRow[], now: string) {
  const { reader } = useDeskPage();
  const timeZone = useTimeZone();
  const { show, q } = useFinanceAddress();
  const tabs = useMemo(() => {
    const mine = (row: DeskRow) => row.fniManager?.staffId === reader.staffId;
    const all = rows.filter((row) => financeGroup(row, new Date(now)) !== null);
    const today = storeDate(now, timeZone);
    return {
      all,
      inStore: all.filter(({ inStore }) => inStore),
      online: all.filter((row) => customersOn(row).length > 0),
      today: all.filter(({ handoverAt }) => handoverAt !== undefined && storeDate(handoverAt, timeZone) === today),
      mine: all.filter(mine),
    };
  }, [rows, reader.staffId, now, timeZone]);
  const wanted = useMemo(() => {
    const passing = tabs[show].filter((row) => q.trim() === "" || matches(row, q.trim()));
    return placesOf(passing, financeGroups, (row) => financeGroup(row, new Date(now)));
  }, [tabs, show, q, now]);
  return { tabs, ...useSteadyOrder(wanted, `${show} ${q}`) };
}

function QueuePane({ rows, byId, redLines, now }: QueuePaneProps) {
  const t = useMessages(financeMessages);
  const { show, chosenId, here, to } = useFinanceAddress();
  const { tabs, places, moved, refresh, list } = useQueue(rows, now);
  const navigate = useNavigate();
  const listRef = useRef<HTMLDivElement>(null);
  const settle = useRef<ReturnType<typeof setTimeout> | null>(null);
  useListKeys(listRef, (dealId) => {
    if (settle.current) clearTimeout(settle.current);
    const path = to(`/finance/${dealId}`);
    settle.current = setTimeout(() => navigate(path, { preventScrollReset: true }), SETTLE_KEYS_MS);
  });
  return (
    <section
      aria-labelledby="queue-title"
      className={cx(
        "flex w-102 shrink-0 flex-col border-r border-line bg-surface max-xl:w-90 max-lg:w-80 max-sm:w-full max-sm:border-r-0",
        chosenId && "max-sm:hidden",
      )}
    >
      <header className="border-b border-line px-3 pt-3 pb-2.5">
        <div className="mb-2 flex items-baseline justify-between gap-3 px-1">
          <h2 id="queue-title" className="text-16">
            {t("queue.title")}
          </h2>
          <Link to="/finance/funding" className="link touch-target text-13">
            {t("queue.funding")}
          </Link>
        </div>
        <FilterTabs
          label={t("queue.filters")}
          tabs={queueTabs.map((tab) => ({
            to: to(here, { show: tab }),
            name: t(`queue.${tab}`),
            count: tabs[tab].length,
            current: tab === show,
          }))}
        />
      </header>
      <div className="border-b border-line px-3 py-2 md:hidden">
        <AddressSearch />
      </div>
      {places.length > 0 ? (
        <FinanceQueue
          listRef={listRef}
          listHandlers={list}
          places={places}
          byId={byId}
          redLines={redLines}
          chosenId={chosenId}
          linkTo={(dealId) => to(`/finance/${dealId}`)}
          moved={moved}
          onRefresh={refresh}
        />
      ) : (
        <EmptyState className="flex-1">{tabs.all.length === 0 ? t("queue.empty") : t("queue.none")}</EmptyState>
      )}
      <QueueFigures places={places} byId={byId} />
      <QueueKeys />
    </section>
  );
}

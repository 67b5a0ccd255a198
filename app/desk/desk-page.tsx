import { useActionData, useNavigate } from "@remix-run/react";
import { useMemo, useRef } from "react";
import type { DeskRow } from "#app/realtime/protocol";
import { ButtonLink } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { EmptyState } from "#app/ui/empty-state";
import { FilterTabs } from "#app/ui/filter-tabs";
import { KeyHint } from "#app/ui/key-hint";
import { useMessages } from "#app/ui/messages";
import { ActAnswer } from "./act-form";
import type { DeskActAnswer } from "./desk-act-answer";
import { ApprovalStrip } from "./approval-strip";
import { DeskBar, DeskSearch } from "./desk-bar";
import { DeskClock } from "./desk-clock";
import { DeskPageProvider, useDeskPage } from "./desk-context";
import type { DeskPageData } from "./desk-data";
import { DeskDetail } from "./desk-detail";
import { deskFilters, filterCounts, matches, passes } from "./desk-filter";
import { DeskList, KeyLegend } from "./desk-list";
import { deskMessages } from "./desk-messages";
import { deskPanelMessages } from "./desk-panel-messages";
import { deskGroup, deskGroups, placesOf } from "./desk-order";
import { useDeskAddress } from "./use-desk-address";
import { useDeskRows } from "./use-desk-rows";
import { useListKeys } from "./use-list-keys";
import { useSteadyOrder } from "./use-steady-order";
import { WalkInPopover } from "./walk-in-popover";

/** An index route's own action: without the mark the post would go to its parent. */
const ACTION = "/desk?index";

/** The store's live list: who waits, since when, and what comes next; the chosen deal beside it. */
export function DeskPage({ storeName, reader, rows: loaded, staff, stock, editSeed, now }: DeskPageData) {
  const t = useMessages(deskMessages);
  const { rows, line } = useDeskRows(loaded);
  const { deal, to } = useDeskAddress();
  const byId = useMemo(() => new Map(rows.map((row) => [row.dealId, row])), [rows]);
  const page = useMemo(() => ({ reader, editSeed, action: ACTION }), [reader, editSeed]);
  const chosen = (deal && byId.get(deal)) || null;
  return (
    <DeskPageProvider value={page}>
      <DeskClock now={now}>
        <div className="flex h-dvh flex-col">
          <DeskBar
            storeName={storeName}
            title={t("title")}
            line={line}
            search={<AddressSearch className="w-58 max-lg:w-44 max-md:hidden" />}
          />
          <main id="main" className="flex min-h-0 flex-1">
            <ListPane rows={rows} byId={byId} chosen={chosen} stock={stock} />
            {chosen ? <DeskDetail key={chosen.dealId} row={chosen} staff={staff} backTo={to({ deal: null })} /> : null}
          </main>
        </div>
      </DeskClock>
    </DeskPageProvider>
  );
}

function AddressSearch({ className }: { className?: string }) {
  const { show, q, to } = useDeskAddress();
  const navigate = useNavigate();
  return (
    <DeskSearch
      key={show}
      query={q}
      keep={show === "all" ? {} : { show }}
      onSearch={(query) => navigate(to({ q: query }), { replace: true, preventScrollReset: true })}
      className={className}
    />
  );
}

interface ListPaneProps {
  rows: DeskRow[];
  byId: ReadonlyMap<string, DeskRow>;
  chosen: DeskRow | null;
  stock: DeskPageData["stock"];
}

function ListPane({ rows, byId, chosen, stock }: ListPaneProps) {
  const t = useMessages(deskMessages);
  const { reader } = useDeskPage();
  const { show, q, to } = useDeskAddress();
  const navigate = useNavigate();
  const posted = useActionData<DeskActAnswer>();
  const listRef = useRef<HTMLDivElement>(null);
  const counts = useMemo(() => filterCounts(rows, reader), [rows, reader]);
  const wanted = useMemo(() => {
    const passing = rows.filter((row) => passes(row, show, reader) && (q.trim() === "" || matches(row, q.trim())));
    return placesOf(passing, deskGroups, deskGroup);
  }, [rows, show, q, reader]);
  const { places, moved, refresh, list } = useSteadyOrder(wanted, `${show} ${q}`);
  useListKeys(listRef, (dealId) => navigate(to({ deal: dealId }), { replace: true, preventScrollReset: true }));
  return (
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
      <div className="border-b border-line px-3 py-2 md:hidden">
        <AddressSearch />
      </div>
      <ApprovalStrip rows={rows} />
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
        <NothingHere />
      )}
      <DeskKeys />
    </section>
  );
}

/** An empty list says what belongs in it and what to do. */
function NothingHere() {
  const panel = useMessages(deskPanelMessages);
  const { show, q, to } = useDeskAddress();
  if (q.trim() !== "")
    return (
      <EmptyState className="flex-1" action={<ButtonLink to={to({ q: "" })}>{panel("empty.clear")}</ButtonLink>}>
        {panel("empty.search", { query: q })}
      </EmptyState>
    );
  const action = show === "all" ? null : <ButtonLink to={to({ show: "all" })}>{panel("empty.showAll")}</ButtonLink>;
  return (
    <EmptyState className="flex-1" action={action}>
      {panel(`empty.${show}`)}
    </EmptyState>
  );
}

function DeskKeys() {
  const t = useMessages(deskMessages);
  return (
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
  );
}

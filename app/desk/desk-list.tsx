import type { DeskRow as DeskRowData } from "#app/realtime/protocol";
import { RefreshCw } from "lucide-react";
import { Fragment, type ReactNode, type RefObject } from "react";
import { useMessages } from "#app/ui/messages";
import { Table } from "#app/ui/table";
import { DESK_COLUMNS, DeskColumns, DeskRow } from "./desk-row";
import { WaitClock } from "./desk-clock";
import { deskMessages } from "./desk-messages";
import type { DeskGroup, Place } from "./desk-order";

interface DeskListProps {
  listRef: RefObject<HTMLDivElement>;
  listHandlers: React.HTMLAttributes<HTMLDivElement>;
  places: readonly Place[];
  byId: ReadonlyMap<string, DeskRowData>;
  chosenId: string | null;
  linkTo: (dealId: string) => string;
  moved: number;
  onRefresh: () => void;
}

/** The rows in their groups. A head that stays, 40 px a row, nothing jumps under the pointer. */
export function DeskList({ listRef, listHandlers, places, byId, chosenId, linkTo, moved, onRefresh }: DeskListProps) {
  const t = useMessages(deskMessages);
  return (
    <div ref={listRef} {...listHandlers} className="relative @container min-h-0 flex-1">
      <Table caption={t("title")} head={<DeskColumns />} className="h-full overflow-y-auto">
        {groupsOf(places).map(({ group, ids }) => (
          <Fragment key={group}>
            <GroupHead group={group as DeskGroup} rows={ids.flatMap((id) => byId.get(id) ?? [])} />
            {ids.map((id) => {
              const row = byId.get(id);
              return row ? <DeskRow key={id} row={row} chosen={id === chosenId} to={linkTo(id)} /> : null;
            })}
          </Fragment>
        ))}
      </Table>
      <MovedPill moved={moved} onRefresh={onRefresh} />
    </div>
  );
}

export function groupsOf(places: readonly Place[]): { group: string; ids: string[] }[] {
  const groups: { group: string; ids: string[] }[] = [];
  for (const { id, group } of places) {
    const last = groups.at(-1);
    if (last?.group === group) last.ids.push(id);
    else groups.push({ group, ids: [id] });
  }
  return groups;
}

function GroupHead({ group, rows }: { group: DeskGroup; rows: readonly DeskRowData[] }) {
  const t = useMessages(deskMessages);
  const first = rows[0];
  const waits = group === "us" || group === "customer";
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={DESK_COLUMNS}
        className="h-7.5 border-b border-line bg-ground px-4 text-12 font-medium text-ink-2"
      >
        <span className="flex items-center justify-between gap-4">
          {t(`group.${group}`)}
          <span className="font-normal text-ink-3">
            {first && waits ? (
              <>
                {t("longest")} <WaitClock since={first.waitingSince} />
              </>
            ) : (
              t("deals", { count: rows.length })
            )}
          </span>
        </span>
      </th>
    </tr>
  );
}

/** Quiet news: rows would stand elsewhere now. */
export function MovedPill({ moved, onRefresh }: { moved: number; onRefresh: () => void }) {
  const t = useMessages(deskMessages);
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex justify-center">
      {moved > 0 ? (
        <button
          type="button"
          onClick={onRefresh}
          className="touch-target pointer-events-auto inline-flex h-8 animate-fade-in items-center gap-2 rounded-full border border-line-2 bg-surface px-3.5 text-13 font-medium shadow-pop hover:bg-ground"
        >
          <RefreshCw aria-hidden className="size-3.5 text-ink-3" strokeWidth={2} />
          {t("moved", { count: moved })}
        </button>
      ) : null}
    </div>
  );
}

/** Which keys do what, at the foot of a list where there is a keyboard. */
export function KeyLegend({ children }: { children: ReactNode }) {
  return (
    <p
      aria-hidden
      className="flex items-center gap-4 border-t border-line px-4 py-2.5 text-12 text-ink-3 max-lg:hidden touch:hidden"
    >
      {children}
    </p>
  );
}

import { Link } from "@remix-run/react";
import { Check, Landmark } from "lucide-react";
import { Fragment, memo, type ReactNode, type RefObject } from "react";
import type { DeskRow } from "#app/realtime/protocol";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { KeyHint } from "#app/ui/key-hint";
import { useMessages } from "#app/ui/messages";
import { WaitClock, waitsOnStore } from "./desk-clock";
import { groupsOf, KeyLegend, MovedPill } from "./desk-list";
import { deskMessages } from "./desk-messages";
import type { FinanceGroup, Place } from "./desk-order";
import { financeMessages } from "./finance-messages";
import { OnlineMark } from "./online-people";
import { StageMap } from "./stage-map";

interface FinanceQueueProps {
  listRef: RefObject<HTMLDivElement>;
  listHandlers: React.HTMLAttributes<HTMLDivElement>;
  places: readonly Place[];
  byId: ReadonlyMap<string, DeskRow>;
  redLines: Readonly<Record<string, number>>;
  chosenId: string | null;
  linkTo: (dealId: string) => string;
  moved: number;
  onRefresh: () => void;
}

/** Who waits for the finance manager, the longest first, then what is under way. */
export function FinanceQueue(props: FinanceQueueProps) {
  const { listRef, listHandlers, places, byId, redLines, chosenId, linkTo, moved, onRefresh } = props;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div ref={listRef} {...listHandlers} className="min-h-0 flex-1 overflow-y-auto">
        {groupsOf(places).map(({ group, ids }) => (
          <Fragment key={group}>
            <GroupHead group={group as FinanceGroup} rows={ids.flatMap((id) => byId.get(id) ?? [])} />
            <ul>
              {ids.map((id) => {
                const row = byId.get(id);
                return row ? (
                  <QueueRow key={id} row={row} chosen={id === chosenId} to={linkTo(id)} redLines={redLines[id]} />
                ) : null;
              })}
            </ul>
          </Fragment>
        ))}
      </div>
      <MovedPill moved={moved} onRefresh={onRefresh} />
    </div>
  );
}

function GroupHead({ group, rows }: { group: FinanceGroup; rows: readonly DeskRow[] }) {
  const t = useMessages(financeMessages);
  const desk = useMessages(deskMessages);
  const first = rows[0];
  return (
    <h3 className="sticky top-0 z-10 flex h-7.5 items-center justify-between gap-4 border-b border-line bg-ground px-4 text-12 font-medium tracking-normal text-ink-2">
      {t(`queue.group.${group}`)}
      <span className="font-normal text-ink-3">
        {first && group === "finalize" ? (
          <>
            {desk("longest")} <WaitClock since={first.waitingSince} />
          </>
        ) : (
          desk("deals", { count: rows.length })
        )}
      </span>
    </h3>
  );
}

interface QueueRowProps {
  row: DeskRow;
  chosen: boolean;
  to: string;
  redLines: number | undefined;
}

/** Model alone: a queue is read across, and the deal beside it says the rest. */
const shortVehicle = (name: string) => name.replace(/^\d{4} \S+ /, "");

const QueueRow = memo(function QueueRow({ row, chosen, to, redLines }: QueueRowProps) {
  const desk = useMessages(deskMessages);
  return (
    <li
      aria-current={chosen || undefined}
      className={cx(
        "border-b border-line transition-colors duration-140",
        chosen ? "bg-accent-50 shadow-[inset_3px_0_0_var(--accent-600)]" : "hover:bg-ground",
      )}
    >
      <Link
        to={to}
        preventScrollReset
        data-row={row.dealId}
        className="flex h-10 touch:h-11 items-center gap-x-2 px-4 focus-visible:-outline-offset-2 max-lg:h-15! max-lg:flex-wrap max-lg:content-center"
      >
        <WaitClock
          since={row.waitingSince}
          onStore={waitsOnStore(row)}
          className="w-12 shrink-0 max-lg:order-2 max-lg:w-auto"
        />
        {/* A name that needs the whole width takes it; the vehicle then falls to a line that is not shown. */}
        <span className="flex h-5 min-w-0 flex-1 flex-wrap gap-x-2 overflow-hidden max-lg:contents">
          <span
            className={cx(
              "max-w-full truncate font-semibold max-lg:min-w-0 max-lg:flex-1",
              row.customerName === "" && "text-ink-2 italic",
            )}
          >
            {row.customerName || desk("unnamed")}
          </span>
          <span aria-hidden className="w-full max-lg:order-3 lg:hidden" />
          <span className="min-w-12 flex-1 truncate text-ink-3 max-lg:order-4">
            {row.vehicleName ? shortVehicle(row.vehicleName) : desk("noVehicle")}
          </span>
        </span>
        {row.approval ? <ApprovalMark approval={row.approval} /> : null}
        <StageMap statuses={row.statuses} className="shrink-0 max-lg:order-5" />
        <span className="flex w-5 shrink-0 justify-center max-lg:order-6">
          <OnlineMark row={row} />
        </span>
        <span className="flex w-7 shrink-0 justify-end max-lg:order-7">
          <RedLineCount count={redLines} />
        </span>
      </Link>
    </li>
  );
});

const approvalColour = {
  written: "text-pos",
  offered: "text-accent-600",
  asked: "text-ink-3",
  declined: "text-neg",
} as const;

/** Where lenders stand, before anybody opens the deal. */
function ApprovalMark({ approval }: { approval: NonNullable<DeskRow["approval"]> }) {
  const t = useMessages(financeMessages);
  const words = t("queue.approval", { approval });
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={cx("shrink-0 max-lg:order-4", approvalColour[approval])}
    >
      <Landmark aria-hidden className="size-4" strokeWidth={1.75} />
    </span>
  );
}

function RedLineCount({ count }: { count: number | undefined }) {
  const t = useMessages(financeMessages);
  if (count === undefined) return null;
  const words = count === 0 ? t("queue.clear") : t("queue.redLines", { count });
  return (
    <span role="img" aria-label={words} title={words}>
      <Chip
        kind={count === 0 ? "positive" : "negative"}
        className="h-5.5! min-w-6 justify-center rounded-chip! px-1.5!"
      >
        {count === 0 ? (
          <Check aria-hidden className="size-3.5" strokeWidth={2.25} />
        ) : (
          <span className="figures">{count}</span>
        )}
      </Chip>
    </span>
  );
}

/** Three figures at the foot of the list, read off the rows above. */
export function QueueFigures({ places, byId }: { places: readonly Place[]; byId: ReadonlyMap<string, DeskRow> }) {
  const t = useMessages(financeMessages);
  const of = (group: FinanceGroup) => places.filter((place) => place.group === group);
  const longest = of("finalize")
    .flatMap(({ id }) => byId.get(id) ?? [])
    .toSorted((one, other) => Date.parse(one.waitingSince) - Date.parse(other.waitingSince))[0];
  return (
    <dl className="grid grid-cols-3 gap-4 border-t border-line px-4 py-2.5 max-sm:hidden">
      <FootFigure name={t("queue.waiting")}>{of("finalize").length}</FootFigure>
      <FootFigure name={t("queue.longest")}>
        {longest ? <WaitClock since={longest.waitingSince} className="font-semibold!" /> : "–"}
      </FootFigure>
      <FootFigure name={t("queue.group.signing")}>{of("signing").length}</FootFigure>
    </dl>
  );
}

function FootFigure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-12 text-ink-2">{name}</dt>
      <dd className="figures text-16 font-semibold">{children}</dd>
    </div>
  );
}

export function QueueKeys() {
  const t = useMessages(deskMessages);
  return (
    <KeyLegend>
      <span>
        <KeyHint>j</KeyHint> <KeyHint>k</KeyHint> {t("keys.move")}
      </span>
      <span>
        <KeyHint>c</KeyHint> {t("keys.claim")}
      </span>
      <span>
        <KeyHint>f</KeyHint> {t("keys.firstRedLine")}
      </span>
    </KeyLegend>
  );
}

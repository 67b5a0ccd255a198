import { Link } from "@remix-run/react";
import { Snowflake } from "lucide-react";
import { memo } from "react";
import type { DeskRow as DeskRowData } from "#app/realtime/protocol";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Cell, HeadCell, TableRow } from "#app/ui/table";
import { isFrozen } from "./desk-filter";
import { WaitClock, waitsOnStore } from "./desk-clock";
import { deskMessages } from "./desk-messages";
import { OnlineCell, OnlineMark } from "./online-people";
import { StageMap } from "./stage-map";

/** Which columns a list of this width still shows; the detail beside it has them all. */
const column = {
  number: "@max-[46rem]:hidden @min-[76rem]:min-w-24",
  next: "@max-[40rem]:hidden @min-[76rem]:min-w-56",
  online: "@max-[46rem]:hidden @min-[76rem]:min-w-40",
  onlineIcon: "@min-[46rem]:hidden",
  staff: "@max-[60rem]:hidden min-w-20 @min-[76rem]:min-w-24",
};

const tight = "px-2! first:pl-4!";
const last = "pr-4!";

export function DeskColumns() {
  const t = useMessages(deskMessages);
  const heads = [
    { name: t("column.wait") },
    { name: t("column.deal") },
    { name: t("column.stages") },
    { name: t("column.next"), className: column.next },
    { name: t("column.online"), className: column.online },
    { name: t("column.salesperson"), className: column.staff },
    { name: t("column.fniManager"), className: column.staff },
    { name: t("column.number"), className: cx(column.number, last, "text-right") },
  ];
  return (
    <>
      {heads.map(({ name, className }) => (
        <HeadCell key={name} className={cx(tight, className)}>
          {name}
        </HeadCell>
      ))}
      <HeadCell className={cx(tight, column.onlineIcon, last)}>
        <span className="sr-only">{t("column.online")}</span>
      </HeadCell>
    </>
  );
}

export const DESK_COLUMNS = 9;

interface DeskRowProps {
  row: DeskRowData;
  chosen: boolean;
  /** Chooses the row; a chosen row's link opens its deal. */
  to: string;
}

export const DeskRow = memo(function DeskRow({ row, chosen, to }: DeskRowProps) {
  const t = useMessages(deskMessages);
  const nobody = <span className="text-ink-3">–</span>;
  return (
    <TableRow chosen={chosen} className="relative">
      <Cell className={cx(tight, "touch:h-11 max-sm:h-14!")}>
        <WaitClock since={row.waitingSince} onStore={waitsOnStore(row)} className="inline-block min-w-13" />
      </Cell>
      <Cell head className={cx(tight, "w-full max-w-0")}>
        <Link
          to={chosen ? `/deals/${row.dealId}` : to}
          preventScrollReset
          data-row={row.dealId}
          className="flex min-w-0 gap-x-2 outline-none after:absolute after:inset-0 after:content-[''] focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-600 max-sm:flex-col"
        >
          <span className={cx("shrink-0 truncate font-semibold", row.customerName === "" && "text-ink-2 italic")}>
            {row.customerName || t("unnamed")}
          </span>
          <span className="truncate text-ink-3">{row.vehicleName ?? t("noVehicle")}</span>
        </Link>
      </Cell>
      <Cell className={tight}>
        <StageMap statuses={row.statuses} className="align-middle" />
      </Cell>
      <Cell className={cx(tight, column.next, "whitespace-nowrap")}>
        <NextWords row={row} />
      </Cell>
      <Cell className={cx(tight, column.online, "max-w-36")}>
        <OnlineCell row={row} />
      </Cell>
      <Cell className={cx(tight, column.staff, "whitespace-nowrap")}>{row.salesperson?.firstName ?? nobody}</Cell>
      <Cell className={cx(tight, column.staff, "whitespace-nowrap")}>{row.fniManager?.firstName ?? nobody}</Cell>
      <Cell className={cx(tight, column.number, last, "text-right whitespace-nowrap text-ink-3")}>
        {row.dealNumber}
      </Cell>
      <Cell className={cx(tight, column.onlineIcon, last)}>
        <OnlineMark row={row} />
      </Cell>
    </TableRow>
  );
});

/** What comes next and whose it is: ours in ink, the customer's quieter. */
export function NextWords({ row }: { row: Pick<DeskRowData, "turn" | "nextStep" | "life"> }) {
  const t = useMessages(deskMessages);
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 align-middle",
        row.turn === "store" ? "font-medium" : "text-ink-2",
      )}
    >
      {isFrozen(row) ? <Snowflake aria-hidden className="size-4 text-accent-600" strokeWidth={1.75} /> : null}
      <span className="sr-only">{t(`turn.${row.turn}`)}: </span>
      {t(`next.${row.nextStep}`)}
    </span>
  );
}

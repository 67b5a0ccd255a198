import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { Chip } from "#app/ui/chip";
import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import type { BoardBlocker, BoardDay, BoardRow, DeliveryBoard } from "./delivery-board";
import { DeliveryFrame } from "./delivery-frame";
import { DeliveryLights } from "./delivery-lights";
import { deliveryDeskMessages } from "./delivery-desk-messages";

/** More blockers than this are read on the deal's own page. */
const BLOCKERS_SHOWN = 3;

/** Deliveries by day, four lights each, and what keeps the keys here with its owner and its time. */
export function DeliveryBoardPage({ storeName, today, days, afterKeys }: DeliveryBoard) {
  const t = useMessages(deliveryDeskMessages);
  return (
    <DeliveryFrame storeName={storeName} current="board">
      <header className="mb-4 max-w-210">
        <h1 className="text-20">{t("title")}</h1>
        <p className="text-ink-2">{t("lead")}</p>
      </header>
      {days.length === 0 ? (
        <Sheet>
          <EmptyState>{t("empty")}</EmptyState>
        </Sheet>
      ) : null}
      <div className="flex flex-col gap-6">
        {days.map((day) => (
          <Day key={day.date ?? "none"} day={day} today={today} />
        ))}
        {afterKeys.length > 0 ? (
          <section>
            <h2 className="mb-2 text-16">{t("afterKeys")}</h2>
            <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
              {afterKeys.map((row) => (
                <AfterRow key={row.dealId} row={row} />
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </DeliveryFrame>
  );
}

function Day({ day, today }: { day: BoardDay; today: string }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const name = day.date === null ? t("noTime") : format.date(day.date, "weekday");
  return (
    <section>
      <h2 className="mb-2 flex items-baseline gap-2 text-16">
        <span className="first-letter:uppercase">{name}</span>
        {day.date === today ? <span className="text-13 font-medium text-accent-700">{t("today")}</span> : null}
      </h2>
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {day.rows.map((row) => (
          <Row key={row.dealId} row={row} />
        ))}
      </ul>
    </section>
  );
}

function RowHead({ row }: { row: BoardRow }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  return (
    <>
      <p className="flex items-baseline justify-between gap-3">
        <Link
          to={`/desk/delivery/${row.dealId}`}
          className="min-w-0 truncate font-semibold after:absolute after:inset-0 after:rounded-sheet focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent-600"
        >
          {row.customer || row.dealNumber}
        </Link>
        <span className="figures shrink-0 text-13 text-ink-2">
          {row.startsAt ? format.time(row.startsAt) : ""} {row.method ? t(row.method) : ""}
        </span>
      </p>
      <p className="truncate text-13 text-ink-2">
        {row.car} · {row.dealNumber}
      </p>
    </>
  );
}

function Row({ row }: { row: BoardRow }) {
  const t = useMessages(deliveryDeskMessages);
  const shown = row.blockers.slice(0, BLOCKERS_SHOWN);
  return (
    <li className="relative flex min-w-0 flex-col rounded-sheet border border-line bg-surface p-4 transition-colors duration-140 hover:border-line-2">
      <RowHead row={row} />
      <div className="mt-3">
        <DeliveryLights lights={row.lights} />
      </div>
      <p className="mt-3 flex items-center justify-between gap-2 text-13 font-medium">
        <span className={row.blockers.length === 0 ? "text-pos" : ""}>
          {t("blockers", { count: row.blockers.length })}
        </span>
        <span className="flex flex-wrap justify-end gap-1.5">
          {row.contactless ? <Chip kind="neutral">{t("contactless")}</Chip> : null}
          {row.step ? <Chip kind="accent">{t(`track.${row.step}`)}</Chip> : null}
        </span>
      </p>
      <ul className="mt-1 flex flex-col gap-0.5 text-13">
        {shown.map((blocker) => (
          <Blocker key={blocker.item} blocker={blocker} />
        ))}
        {row.blockers.length > shown.length ? (
          <li className="text-ink-3">{t("more", { count: row.blockers.length - shown.length })}</li>
        ) : null}
      </ul>
    </li>
  );
}

function Blocker({ blocker }: { blocker: BoardBlocker }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { item, title, owner, ownerRole, dueAt, late } = blocker;
  return (
    <li className="flex min-w-0 items-baseline justify-between gap-3">
      <span className="min-w-0 truncate">{title || t(`work.${item as "funds"}`)}</span>
      <span className={late ? "shrink-0 text-neg" : "shrink-0 text-ink-3"}>
        {owner ?? t(`ownerRole.${ownerRole}`)}
        {dueAt ? `, ${t(late ? "overdue" : "due", { time: format.dateTime(dueAt, "short") })}` : ""}
      </span>
    </li>
  );
}

function AfterRow({ row }: { row: BoardRow }) {
  const t = useMessages(deliveryDeskMessages);
  return (
    <li className="relative flex min-w-0 items-center gap-3 rounded-sheet border border-line bg-surface p-4 transition-colors duration-140 hover:border-line-2">
      <div className="min-w-0 flex-1">
        <RowHead row={{ ...row, startsAt: null, method: null }} />
        <p className="mt-2 flex flex-wrap gap-1.5">
          {row.returning ? <Chip kind="negative">{t("returning")}</Chip> : null}
          {row.owed > 0 ? <Chip kind="neutral">{t("owes", { count: row.owed })}</Chip> : null}
          {row.followUp && row.followUp.state !== "coming" ? (
            <Chip kind={row.followUp.state === "late" ? "negative" : "warning"}>
              {t(row.followUp.state === "late" ? "followUp.lateChip" : "followUp.dueChip")}
            </Chip>
          ) : null}
          {row.alarms > 0 ? <Chip kind="warning">{t("alarms", { count: row.alarms })}</Chip> : null}
        </p>
      </div>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.75} />
    </li>
  );
}

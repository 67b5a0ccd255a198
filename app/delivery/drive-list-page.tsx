import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { Chip } from "#app/ui/chip";
import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import { DeliveryFrame } from "./delivery-frame";
import type { DriveRow } from "./drive-list.server";
import { driveMessages } from "./drive-messages";

/** The store's test drives: who, which car, and what is still missing before it leaves. */
export function DriveListPage({ storeName, rows }: { storeName: string; rows: DriveRow[] }) {
  const t = useMessages(driveMessages);
  return (
    <DeliveryFrame storeName={storeName} current="drives" width="narrow">
      <h1 className="text-20">{t("list")}</h1>
      <p className="text-ink-2">{t("listLead")}</p>
      <Sheet padding="none" className="mt-4 overflow-clip">
        {rows.length === 0 ? <EmptyState>{t("listEmpty")}</EmptyState> : null}
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <Row key={row.drive.driveId} row={row} />
          ))}
        </ul>
      </Sheet>
    </DeliveryFrame>
  );
}

function Row({ row }: { row: DriveRow }) {
  const t = useMessages(driveMessages);
  const format = useFormat();
  const { drive, dealId, customer, dealNumber } = row;
  return (
    <li className="relative flex min-h-14 items-center gap-4 px-4 py-2.5 hover:bg-ground">
      <span className="figures w-32 shrink-0 text-13 text-ink-2">{format.dateTime(drive.startsAt)}</span>
      <div className="min-w-0 flex-1">
        <Link
          to={`/desk/drives/${dealId}/${drive.driveId}`}
          className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-600"
        >
          {drive.carName}
        </Link>
        <p className="truncate text-13 text-ink-3">
          {customer || dealNumber}
          {drive.place === "home" ? ` · ${t("atHome")}` : ""}
        </p>
      </div>
      <DriveChip row={row} />
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3 max-sm:hidden" strokeWidth={1.75} />
    </li>
  );
}

export function DriveChip({ row: { drive } }: { row: DriveRow }) {
  const t = useMessages(driveMessages);
  if (drive.status === "cancelled") return <Chip kind="neutral">{t("cancelled")}</Chip>;
  if (drive.status === "back") return <Chip kind="positive">{t("back")}</Chip>;
  if (drive.status === "out") return <Chip kind="accent">{t("out")}</Chip>;
  if (!drive.licenseSeen) return <Chip kind="warning">{t("license")}</Chip>;
  return drive.signature ? <Chip kind="positive">{t("leave")}</Chip> : <Chip kind="warning">{t("sign")}</Chip>;
}

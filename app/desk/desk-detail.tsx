import { Link } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import { cardMessages } from "#app/deal-card/card-messages";
import type { DeskRow } from "#app/realtime/protocol";
import { Button, ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { StageGlyph } from "#app/ui/stage-glyph";
import { TextAreaField } from "#app/ui/text-field";
import { uiMessages } from "#app/ui/ui-messages";
import { useFormat } from "#app/ui/use-format";
import { stageNames } from "#machines/stages/stage";
import { ActForm } from "./act-form";
import { WaitClock, waitsOnStore } from "./desk-clock";
import { useDeskPage } from "./desk-context";
import { isFrozen } from "./desk-filter";
import { deskMessages } from "./desk-messages";
import { deskPanelMessages } from "./desk-panel-messages";
import type { AssignableStaff } from "./desk-data";
import { DetailBlock } from "./detail-block";
import { NextWords } from "./desk-row";
import { financeDeskRoles } from "./desk-roles";
import { byInterest, DeviceIcon, useOnlineName } from "./online-people";
import { SeatBlock } from "./seat-block";

interface DeskDetailProps {
  row: DeskRow;
  staff: readonly AssignableStaff[];
  backTo: string;
}

/** The chosen deal: enough to decide whether to open it, and what is done to it without opening it. */
export function DeskDetail({ row, staff, backTo }: DeskDetailProps) {
  const panel = useMessages(deskPanelMessages);
  return (
    <aside
      aria-label={panel("detail.label")}
      className="flex w-89 shrink-0 flex-col border-l border-line bg-surface max-sm:w-full max-sm:border-l-0 sm:max-lg:w-75"
    >
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Link
          to={backTo}
          preventScrollReset
          className="touch-target link inline-flex h-11 items-center gap-1 px-3 sm:hidden"
        >
          <ChevronLeft aria-hidden className="size-4" strokeWidth={1.75} />
          {panel("detail.back")}
        </Link>
        <DetailHead row={row} />
        <StageList row={row} />
        <SeatBlock row={row} staff={staff} />
        <OnlineBlock row={row} />
        <ClosingBlock row={row} />
      </div>
      <OpenButtons row={row} />
    </aside>
  );
}

function DetailHead({ row }: { row: DeskRow }) {
  const t = useMessages(deskMessages);
  const panel = useMessages(deskPanelMessages);
  const format = useFormat();
  const time = format.dateTime(row.waitingSince);
  return (
    <header className="px-4 pt-4 pb-3.5 max-sm:pt-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-20">{row.customerName || t("unnamed")}</h2>
        {row.life === "open" ? null : (
          <Chip kind={row.life === "lost" ? "negative" : row.life === "delivered" ? "positive" : "accent"}>
            {t(`life.${row.life}`)}
          </Chip>
        )}
      </div>
      <p className="text-ink-2">
        {[row.vehicleName ?? t("noVehicle"), row.stockNumber && panel("detail.stock", { stockNumber: row.stockNumber })]
          .filter(Boolean)
          .join(", ")}
      </p>
      <p className="text-13 text-ink-3">
        {row.dealNumber}, {panel("detail.pays").toLocaleLowerCase(format.locale)}{" "}
        {t(`method.${row.method}`).toLocaleLowerCase(format.locale)}
      </p>
      <div className="mt-3 flex items-center justify-between gap-3 rounded-block bg-ground px-3.5 py-2.5">
        <span className="min-w-0">
          <NextWords row={row} />
          <span className="block text-12 text-ink-3">
            {t(
              row.turn === "customer"
                ? "turn.customerSince"
                : row.turn === "store"
                  ? "turn.storeSince"
                  : "turn.nobodySince",
              { time },
            )}
          </span>
        </span>
        <WaitClock since={row.waitingSince} onStore={waitsOnStore(row)} className="text-16" />
      </div>
    </header>
  );
}

function StageList({ row }: { row: DeskRow }) {
  const panel = useMessages(deskPanelMessages);
  const stage = useMessages(cardMessages);
  const status = useMessages(uiMessages);
  return (
    <DetailBlock title={panel("detail.stages")}>
      <ul className="-mx-2">
        {stageNames.map((name) => (
          <li key={name}>
            <Link
              to={`/deals/${row.dealId}?stage=${name}`}
              className="flex h-8 items-center gap-3 rounded-cell px-2 hover:bg-ground touch:h-11"
            >
              <StageGlyph status={row.statuses[name]} label={null} />
              <span className="flex-1">{stage(`stage.${name}`)}</span>
              <span className="text-13 text-ink-3">{status(`stage.${row.statuses[name]}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </DetailBlock>
  );
}

function OnlineBlock({ row }: { row: DeskRow }) {
  const panel = useMessages(deskPanelMessages);
  const nameOf = useOnlineName();
  return (
    <DetailBlock title={panel("detail.online")}>
      {row.online.length === 0 ? <p className="text-13 text-ink-3">{panel("detail.nobodyOnline")}</p> : null}
      <ul className="flex flex-col gap-1.5">
        {byInterest(row.online).map((person, index) => (
          <li key={index} className="flex items-center gap-2.5">
            <span aria-hidden className="size-2 rounded-full bg-pos-mark" />
            <span className="flex-1 truncate">{nameOf(person)}</span>
            <DeviceIcon device={person.device} />
          </li>
        ))}
      </ul>
    </DetailBlock>
  );
}

/** A deal is closed with a reason and can be brought back. */
function ClosingBlock({ row }: { row: DeskRow }) {
  const t = useMessages(deskMessages);
  const panel = useMessages(deskPanelMessages);
  if (row.life === "lost")
    return (
      <ActForm act="revive" dealId={row.dealId} className="border-t border-line px-4 py-3.5">
        {({ busy }) => (
          <Button type="submit" wide busy={busy}>
            {t("revive")}
          </Button>
        )}
      </ActForm>
    );
  if (row.life !== "open") return null;
  return (
    <details className="group border-t border-line px-4 py-2">
      <summary className="-mx-2 flex h-9 list-none items-center rounded-cell px-2 text-ink-2 hover:bg-ground touch:h-11">
        {panel("lose.act")}
      </summary>
      <ActForm act="lose" dealId={row.dealId} className="pt-1 pb-3">
        {({ busy, errorFor }) => (
          <div className="flex flex-col gap-3">
            <TextAreaField
              name="reason"
              label={panel("lose.reason")}
              hint={panel("lose.hint")}
              error={errorFor("reason")}
              maxLength={1000}
              required
            />
            <Button type="submit" busy={busy}>
              {panel("lose.confirm")}
            </Button>
          </div>
        )}
      </ActForm>
    </details>
  );
}

function OpenButtons({ row }: { row: DeskRow }) {
  const panel = useMessages(deskPanelMessages);
  const { reader } = useDeskPage();
  const atFinance = row.nextStep === "finalize" || isFrozen(row);
  return (
    <div className="flex flex-col gap-1 border-t border-line p-4 pb-safe">
      <ButtonLink to={`/deals/${row.dealId}`} kind="primary" size="large" wide>
        {panel("detail.open")}
      </ButtonLink>
      <ButtonLink to={`/desk/${row.dealId}`} wide>
        {panel("detail.worksheet")}
      </ButtonLink>
      {atFinance && financeDeskRoles.includes(reader.role) ? (
        <ButtonLink to={`/finance/${row.dealId}`} kind="word" wide>
          {panel("detail.financeDesk")}
        </ButtonLink>
      ) : null}
    </div>
  );
}

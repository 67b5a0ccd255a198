import { Link, useSearchParams } from "@remix-run/react";
import { ChevronLeft, SquareArrowOutUpRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { worksheetMessages } from "#app/desk/worksheet/worksheet-messages";
import { DeskDraftProvider, StandingDeal, useDeskDraft } from "#app/desk/worksheet/desk-draft";
import { DeskSheet } from "#app/desk/worksheet/desk-sheet";
import { PencilList } from "#app/desk/worksheet/pencil-list";
import { ProposePanel, useAnsweredRequest } from "#app/desk/worksheet/propose-panel";
import { StructureSheet } from "#app/desk/worksheet/structure-sheet";
import { barMessages } from "#app/deal-card/bar-messages";
import { CardBanners } from "#app/deal-card/card-banners";
import { CardStaffStrip } from "#app/deal-card/card-staff-strip";
import { cardMessages } from "#app/deal-card/card-messages";
import { PlansBoard } from "#app/deal-card/finance/plans-board";
import { ApprovalsBlock } from "#app/deal-card/staff/approvals-block";
import { GrossBlock } from "#app/deal-card/staff/gross-block";
import { NotesBlock } from "#app/deal-card/staff/notes-block";
import { StaffSightProvider, useStaffSight } from "#app/deal-card/staff-sight";
import { useDeal } from "#app/deal-card/use-deal";
import { vehicleName } from "#app/deal-card/vehicle-name";
import { LiveDot } from "#app/ui/avatar";
import { Brand } from "#app/ui/brand";
import { ButtonLink } from "#app/ui/button";
import { EmptyState } from "#app/ui/empty-state";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { StaffTray } from "#app/ui/staff-block";
import { TopBar, TopBarRule, TopBarTitle } from "#app/ui/top-bar";
import { planOf } from "#machines/deal/deal-terms";

/** A deal as the desk works it: its structure and the grids around it, what it earns, what is asked and proposed. */
export function DeskDeal({ broken }: { broken: readonly number[] }) {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  return (
    <StaffSightProvider>
      <div className="flex min-h-dvh flex-col">
        <div className="sticky top-0 z-30">
          <DeskDealBar />
          <CardStaffStrip />
          <CardBanners />
        </div>
        {view.card.vehicle.vehicle ? (
          <DeskDraftProvider>
            <Columns broken={broken} />
          </DeskDraftProvider>
        ) : (
          <EmptyState className="flex-1">{t("noCar")}</EmptyState>
        )}
      </div>
    </StaffSightProvider>
  );
}

function DeskDealBar() {
  const { view, dealId, line } = useDeal();
  const t = useMessages(worksheetMessages);
  const card = useMessages(cardMessages);
  const bar = useMessages(barMessages);
  const { identity, people, vehicle, store } = view.card;
  const name = [people.customer.firstName, people.customer.lastName].filter(Boolean).join(" ");
  return (
    <TopBar
      start={
        <>
          <Brand name={store.name} to="/desk" className="max-lg:[&_span]:sr-only" />
          <TopBarRule />
          <Link to={`/desk?deal=${dealId}`} className="touch-target link inline-flex items-center gap-1">
            <ChevronLeft aria-hidden className="size-4" strokeWidth={1.75} />
            <span className="max-sm:sr-only">{t("back")}</span>
          </Link>
          <h1 className="min-w-0 font-normal">
            <TopBarTitle number={identity.dealNumber}>
              {name || card("people.customer")}
              {vehicle.vehicle ? `, ${vehicleName(vehicle.vehicle)}` : ""}
            </TopBarTitle>
          </h1>
        </>
      }
      end={
        <>
          <span role="status" className="flex items-center gap-2 font-medium">
            <LiveDot live={line === "live"} />
            <span className="max-lg:sr-only">{line === "live" ? bar("line.live") : bar("line.offline")}</span>
          </span>
          <ButtonLink to={`/deals/${dealId}?stage=finance`}>
            <SquareArrowOutUpRight aria-hidden strokeWidth={1.75} />
            <span className="max-sm:sr-only">{t("card")}</span>
          </ButtonLink>
          <LanguageToggle className="max-sm:hidden" />
        </>
      }
    />
  );
}

function Columns({ broken }: { broken: readonly number[] }) {
  const { view } = useDeal();
  const { seesPlum } = useStaffSight();
  const { terms, mode } = useDeskDraft();
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-360 flex-1 items-start gap-4 p-4 max-sm:p-3 xl:grid-cols-[minmax(0,1fr)_384px]"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <StructureSheet />
        <Sheet padding={16}>
          <StandingDeal>
            <PlansBoard plan={mode === "whatIf" ? planOf({ finance: terms }) : planOf(view.card)} />
          </StandingDeal>
        </Sheet>
        <DeskSheet />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {seesPlum ? <StaffColumn /> : null}
        <StandingDeal>
          <Proposals broken={broken} />
        </StandingDeal>
      </div>
    </main>
  );
}

/** Plum, and on the terms that are on the screen: a what-if shows what it would earn. */
function StaffColumn() {
  return (
    <section className="overflow-clip rounded-sheet border border-staff-200">
      <StaffTray className="border-t-0 *:last:grid-flow-row!">
        <StandingDeal>
          <ApprovalsBlock />
        </StandingDeal>
        <GrossBlock />
        <NotesBlock />
      </StaffTray>
    </section>
  );
}

function Proposals({ broken }: { broken: readonly number[] }) {
  const t = useMessages(worksheetMessages);
  const [address, setAddress] = useSearchParams();
  const request = useAnsweredRequest(Number(address.get("request")) || null);
  const { take, setMode } = useDeskDraft();
  const begun = useRef<number | null>(null);
  // The request's own terms are where the desk begins to answer it.
  useEffect(() => {
    if (!request || begun.current === request.number) return;
    begun.current = request.number;
    if (request.terms) take(request.terms);
  }, [request, take]);
  const sent = () => {
    setMode("live");
    if (address.has("request")) setAddress({}, { replace: true, preventScrollReset: true });
  };
  return (
    <Sheet padding="none">
      <SheetHead title={t("pencils.title")} level={3} className="border-b border-line px-4 py-3" />
      <div className="flex flex-col gap-4 p-4">
        {request?.note ? (
          <p className="text-13 text-ink-2">
            {t("pencils.wanted", { name: request.by.firstName ?? "", note: request.note })}
          </p>
        ) : null}
        <ProposePanel key={request?.number ?? 0} request={request} onSent={sent} />
        <PencilList broken={broken} />
      </div>
    </Sheet>
  );
}

import { useMemo } from "react";
import { CardPanelProvider } from "#app/deal-card/card-panels";
import { StageRail } from "#app/deal-card/rail/stage-rail";
import { StageStrip } from "#app/deal-card/rail/stage-strip";
import { StaffSightProvider } from "#app/deal-card/staff-sight";
import { stagePanels } from "#app/deal-card/stage-panels";
import { DealSummary } from "#app/deal-card/summary/deal-summary";
import { DealCardContext, type DealCardState } from "#app/deal-card/use-deal";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import type { StageName } from "#machines/stages/stage";
import { type Audience, isPublicAudience } from "#machines/store/actor";
import type { Moment } from "./read-moment.server";
import { ReplayGuard } from "./replay-guard";

interface ReplayCardProps {
  dealId: string;
  party: Audience;
  moment: Moment;
  stage: StageName;
  openStage(stage: StageName): void;
}

const nobody = { staffId: "", firstName: "", role: "" };
const nothing = () => undefined;

/** The card's own rail, stage and summary over a past view. Nothing is sent: there is no line behind it. */
export function ReplayCard({ dealId, party, moment, stage, openStage }: ReplayCardProps) {
  const { view, changes, at } = moment;
  const worksheet = useMemo(() => dealWorksheet(numbersFrom(view)), [view]);
  const isStaff = !isPublicAudience(party);
  const state: DealCardState = {
    dealId,
    view,
    audience: party,
    isStaff,
    me: isStaff ? nobody : null,
    place: isStaff ? { kind: "staff" } : { kind: "buyer" },
    asOf: at,
    worksheet,
    people: [],
    line: "live",
    waiting: 0,
    changes,
    sinceLastHere: null,
    recent: {},
    stage,
    openStage,
    send: () => Promise.resolve({ status: "refused", refusal: { code: "notAllowed" } }),
    refused: null,
    refusedLate: [],
    putAwayRefusal: nothing,
    focusField: nothing,
    focused: null,
    hidden: true,
    setHidden: nothing,
    socket: null,
  };
  const Panel = stagePanels[stage];
  return (
    <DealCardContext.Provider value={state}>
      <StaffSightProvider>
        <CardPanelProvider>
          <StageStrip className="lg:hidden" />
          <div className="mx-auto grid min-h-0 w-full flex-1 max-lg:grid-cols-[minmax(0,1fr)] lg:grid-cols-[232px_minmax(0,1fr)_320px] lg:grid-rows-[minmax(0,1fr)] lg:justify-center lg:gap-3 lg:p-3 xl:grid-cols-[272px_minmax(0,840px)_352px] xl:gap-4 xl:p-5 xl:py-4">
            <StageRail className="max-lg:hidden" />
            <ReplayGuard>
              <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-col outline-none max-lg:p-3">
                {/* Drawn afresh for every moment: nothing of another one stays in a field. */}
                <Panel key={`${stage} ${moment.revision}`} />
              </main>
            </ReplayGuard>
            <ReplayGuard>
              <DealSummary className="max-lg:m-3" />
            </ReplayGuard>
          </div>
        </CardPanelProvider>
      </StaffSightProvider>
    </DealCardContext.Provider>
  );
}

import { ChatProvider } from "#app/chat/chat-provider";
import { AskProvider } from "#app/chat/use-ask";
import { ChangeAnnouncer } from "#app/deal-card/together/change-announcer";
import { FollowBar } from "#app/deal-card/together/follow-bar";
import { FollowProvider } from "#app/deal-card/together/use-follow";
import { CardBanners } from "#app/deal-card/card-banners";
import { CardDrawers, CardPanelProvider } from "#app/deal-card/card-panels";
import { CardStaffStrip } from "#app/deal-card/card-staff-strip";
import { CardTopBar } from "#app/deal-card/card-top-bar";
import { StageRail } from "#app/deal-card/rail/stage-rail";
import { StageStrip } from "#app/deal-card/rail/stage-strip";
import { ShowroomFrame } from "#app/deal-card/showroom/showroom-frame";
import { StaffSightProvider } from "#app/deal-card/staff-sight";
import { SinceLastHere } from "#app/deal-card/since-last-here";
import { stagePanels } from "#app/deal-card/stage-panels";
import { DealSummary } from "#app/deal-card/summary/deal-summary";
import { SummaryDock } from "#app/deal-card/summary/summary-dock";
import { useDeal } from "#app/deal-card/use-deal";

/**
 * The deal card: one layout for customer and staff. Three columns that scroll by themselves on a desk; on a phone a
 * strip on top, the stage, and the next step with the payment under the thumb.
 */
export function DealCard() {
  return (
    <StaffSightProvider>
      <CardPanelProvider>
        <ChatProvider>
          <FollowProvider>
            <AskProvider>
              <div className="flex min-h-dvh flex-col lg:h-dvh lg:overflow-hidden">
                <div className="sticky top-0 z-30 lg:static">
                  <ShowroomFrame />
                  <CardTopBar />
                  <CardStaffStrip />
                  <CardBanners />
                  <FollowBar />
                  <StageStrip className="lg:hidden" />
                </div>
                <div className="mx-auto grid min-h-0 w-full flex-1 lg:grid-cols-[232px_minmax(0,1fr)_320px] lg:grid-rows-[minmax(0,1fr)] lg:justify-center lg:gap-3 lg:p-3 xl:grid-cols-[272px_minmax(0,840px)_352px] xl:gap-4 xl:p-5 xl:py-4">
                  <StageRail className="max-lg:hidden" />
                  <OpenStage />
                  <DealSummary className="max-lg:hidden" />
                </div>
                <SummaryDock className="lg:hidden" />
              </div>
              <CardDrawers />
              <ChangeAnnouncer />
            </AskProvider>
          </FollowProvider>
        </ChatProvider>
      </CardPanelProvider>
    </StaffSightProvider>
  );
}

/** A stage is mounted afresh when it opens, so that nothing half chosen is carried into another. */
function OpenStage() {
  const { stage } = useDeal();
  const Panel = stagePanels[stage];
  return (
    <main
      id="main"
      tabIndex={-1}
      className="flex min-h-0 min-w-0 flex-col outline-none max-lg:px-3 max-lg:pt-3 max-lg:pb-60 max-lg:sm:px-5 max-lg:sm:pb-40"
    >
      <SinceLastHere />
      <Panel key={stage} />
    </main>
  );
}

import { CardBanners } from "#app/deal-card/card-banners";
import { CardPanelProvider } from "#app/deal-card/card-panels";
import { CardStaffStrip } from "#app/deal-card/card-staff-strip";
import { CardTopBar } from "#app/deal-card/card-top-bar";
import { CustomerDetails } from "#app/deal-card/customer-details";
import { DeliveryPanel } from "#app/deal-card/delivery/delivery-panel";
import { DepositPanel } from "#app/deal-card/deposit/deposit-panel";
import { FinancePanel } from "#app/deal-card/finance/finance-panel";
import { FniPanel } from "#app/deal-card/fni/fni-panel";
import { StageRail } from "#app/deal-card/rail/stage-rail";
import { StageStrip } from "#app/deal-card/rail/stage-strip";
import { SharePanel } from "#app/deal-card/share-popover";
import { StaffSightProvider } from "#app/deal-card/staff-sight";
import { DealSummary } from "#app/deal-card/summary/deal-summary";
import { SummaryDock, SummaryPanel } from "#app/deal-card/summary/summary-dock";
import { TradePanel } from "#app/deal-card/trade/trade-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { SwapVehicle } from "#app/deal-card/vehicle/swap-vehicle";
import { VehiclePanel } from "#app/deal-card/vehicle/vehicle-panel";
import type { StageName } from "#machines/stages/stage";

const panels: Record<StageName, () => React.ReactNode> = {
  vehicle: VehiclePanel,
  trade: TradePanel,
  finance: FinancePanel,
  fni: FniPanel,
  deposit: DepositPanel,
  delivery: DeliveryPanel,
};

/**
 * The deal card: one layout for customer and staff. Three columns that scroll by themselves on a desk; on a phone a
 * strip on top, the stage, and the next step with the payment under the thumb.
 */
export function DealCard() {
  return (
    <StaffSightProvider>
      <CardPanelProvider>
        <div className="flex min-h-dvh flex-col lg:h-dvh lg:overflow-hidden">
          <div className="sticky top-0 z-30 lg:static">
            <CardTopBar />
            <CardStaffStrip />
            <CardBanners />
            <StageStrip className="lg:hidden" />
          </div>
          <div className="mx-auto grid min-h-0 w-full flex-1 lg:grid-cols-[232px_minmax(0,1fr)_320px] lg:grid-rows-[minmax(0,1fr)] lg:justify-center lg:gap-3 lg:p-3 xl:grid-cols-[272px_minmax(0,840px)_352px] xl:gap-4 xl:p-5 xl:py-4">
            <StageRail className="max-lg:hidden" />
            <OpenStage />
            <DealSummary className="max-lg:hidden" />
          </div>
          <SummaryDock className="lg:hidden" />
        </div>
        <SummaryPanel />
        <CustomerDetails />
        <SwapVehicle />
        <SharePanel />
      </CardPanelProvider>
    </StaffSightProvider>
  );
}

/** A stage is mounted afresh when it opens, so that nothing half chosen is carried into another. */
function OpenStage() {
  const { stage } = useDeal();
  const Panel = panels[stage];
  return (
    <main
      id="main"
      tabIndex={-1}
      className="flex min-h-0 min-w-0 flex-col outline-none max-lg:px-3 max-lg:pt-3 max-lg:pb-60 max-lg:sm:px-5 max-lg:sm:pb-40"
    >
      <Panel key={stage} />
    </main>
  );
}

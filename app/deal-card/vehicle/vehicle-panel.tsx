import { ArrowLeftRight } from "lucide-react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { PanelSection, StagePanel } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { useVehicleDetail, vehicleName } from "#app/deal-card/vehicle-name";
import { VehiclePicture } from "#app/deal-card/vehicle-picture";
import { IncentiveClaims } from "#app/deal-card/vehicle/incentive-claims";
import { PriceStack } from "#app/deal-card/vehicle/price-stack";
import { vehicleMessages } from "#app/deal-card/vehicle/vehicle-messages";
import { Button, ButtonLink } from "#app/ui/button";
import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { comingDrive } from "#machines/stages/test-drive";
import { useFormat } from "#app/ui/use-format";

/** First stage: the car on the deal, its price line by line, the maker's money, and the way to another car. */
export function VehiclePanel() {
  const { view } = useDeal();
  const { openPanel } = useCardPanel();
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { vehicle } = view.card.vehicle;
  if (!vehicle)
    return (
      <StagePanel title={t("title", { ...voice })}>
        <EmptyState action={<Button onClick={() => openPanel("swap")}>{t("choose")}</Button>}>{t("none")}</EmptyState>
      </StagePanel>
    );
  const hasConditional = vehicle.incentives.length > 0;
  return (
    <StagePanel title={t("title", { ...voice })} actions={<SwapActions />}>
      <VehicleOnDeal />
      <TestDriveLine />
      <PanelSection title={t("price")} aside={t("pinned", { date: format.date(vehicle.priceGoodThrough, "weekday") })}>
        <PriceStack />
      </PanelSection>
      {hasConditional ? (
        <PanelSection title={t("incentives")} aside={t("proof")}>
          <IncentiveClaims />
        </PanelSection>
      ) : null}
    </StagePanel>
  );
}

/** The test drive that is coming, or the way to one. */
function TestDriveLine() {
  const { view, dealId, asOf } = useDeal();
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  const coming = comingDrive(view.card.drives.list);
  if (asOf !== null || (!coming && view.life !== "open")) return null;
  return (
    <p className="flex flex-wrap items-center justify-between gap-3">
      <span className="text-ink-2">
        {coming ? t("drive.booked", { time: format.dateTime(coming.startsAt, "weekday") }) : t("drive.none")}
      </span>
      <ButtonLink to={`/deals/${dealId}/drive`} size="small">
        {t(coming ? "drive.look" : "drive.book")}
      </ButtonLink>
    </p>
  );
}

function SwapActions() {
  const { view } = useDeal();
  const { openPanel } = useCardPanel();
  const { busy, act } = useSend();
  const t = useMessages(vehicleMessages);
  const { previousStockNumber } = view.card.vehicle;
  return (
    <>
      {previousStockNumber ? (
        <Button
          kind="quiet"
          busy={busy}
          onClick={() => void act({ type: "vehicle.swapRequested", stockNumber: previousStockNumber })}
        >
          {t("back", { stockNumber: previousStockNumber })}
        </Button>
      ) : null}
      <Button onClick={() => openPanel("swap")}>
        <ArrowLeftRight aria-hidden strokeWidth={1.75} />
        {t("swap")}
      </Button>
    </>
  );
}

function VehicleOnDeal() {
  const { view } = useDeal();
  const t = useMessages(vehicleMessages);
  const detail = useVehicleDetail();
  const { vehicle } = view.card.vehicle;
  if (!vehicle) return null;
  return (
    <div className="flex items-center gap-5 max-sm:flex-col max-sm:items-stretch max-sm:gap-3">
      <VehiclePicture vehicle={vehicle} className="aspect-[8/5] w-60 shrink-0 rounded-block max-sm:w-full" />
      <div className="min-w-0">
        <p className="text-24 font-semibold text-balance">{vehicleName(vehicle)}</p>
        <p className="text-ink-2">{detail(vehicle)}</p>
        <p className="mt-1 text-13 text-ink-3">
          {t(`condition.${vehicle.condition}`)}, {t(`fuel.${vehicle.fuel}`)}.{" "}
          {t("stock", { stockNumber: vehicle.stockNumber })}, VIN {vehicle.vin}
        </p>
      </div>
    </div>
  );
}

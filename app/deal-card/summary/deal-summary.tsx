import { AskButton } from "#app/chat/ask-button";
import { cardMessages } from "#app/deal-card/card-messages";
import { CarryOn } from "#app/deal-card/summary/carry-on";
import { NextStepAction } from "#app/deal-card/summary/next-step-action";
import { PaymentHeadline } from "#app/deal-card/summary/payment-headline";
import { SummaryLines } from "#app/deal-card/summary/summary-lines";
import { WhyItChanged } from "#app/deal-card/summary/why-it-changed";
import { useDeal } from "#app/deal-card/use-deal";
import { useVehicleDetail, vehicleName } from "#app/deal-card/vehicle-name";
import { VehiclePicture } from "#app/deal-card/vehicle-picture";
import { cx } from "#app/ui/class-names";
import { lazyPart } from "#app/ui/lazy-part";
import { useMessages } from "#app/ui/messages";

/** Not among what a card needs to be drawn first; its place is kept. */
const PromiseRow = lazyPart(
  "promise-row",
  async () => (await import("#app/deal-card/promise/promise-row")).PromiseRow,
  <div className="min-h-12" />,
);

const BalanceRow = lazyPart(
  "balance-row",
  async () => (await import("#app/deal-card/summary/balance-row")).BalanceRow,
  <div className="min-h-12" />,
);

/** The right column: always visible, the button never scrolled away. */
export function DealSummary({ className }: { className?: string }) {
  const t = useMessages(cardMessages);
  return (
    <aside
      aria-label={t("summary.label")}
      className={cx("flex min-h-0 flex-col overflow-clip rounded-sheet border border-line bg-surface", className)}
    >
      <div className="min-h-0 flex-1 overflow-y-auto">
        <SummaryBody />
      </div>
      <div className="shrink-0 px-4 pt-3 pb-4">
        <NextStepAction />
      </div>
      <CarryOn />
    </aside>
  );
}

/** The same lines in the same order wherever the summary opens: column, drawer or bottom sheet. */
export function SummaryBody({ tap = false }: { tap?: boolean }) {
  return (
    <>
      <SummaryVehicle />
      <div className="px-4 pt-4 pb-3">
        <PaymentHeadline tap={tap} />
      </div>
      <hr className="mx-4 mb-1.5 border-line" />
      <SummaryLines />
      <BalanceRow />
      <AskButton className="mx-2 mt-1" />
      <PromiseRow />
      <WhyItChanged className="m-3" />
    </>
  );
}

function SummaryVehicle() {
  const { view } = useDeal();
  const detail = useVehicleDetail();
  const { vehicle } = view.card.vehicle;
  if (!vehicle) return null;
  return (
    <div className="flex items-center gap-3.5 border-b border-line p-4">
      <VehiclePicture vehicle={vehicle} className="aspect-[8/5] w-26 shrink-0" />
      <p className="min-w-0">
        <span className="block font-semibold text-balance">{vehicleName(vehicle)}</span>
        <span className="block text-13 text-ink-3">{detail(vehicle)}</span>
      </p>
    </div>
  );
}

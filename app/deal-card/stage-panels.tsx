import type { StageName } from "#machines/stages/stage";
import { lazyPart } from "#app/ui/lazy-part";
import { SkeletonText } from "#app/ui/skeleton";

const skeleton = (
  <div className="flex-1 rounded-sheet border border-line bg-surface p-6">
    <SkeletonText lines={6} />
  </div>
);

/** Each stage is a chunk of its own: a phone loads the one it opens, not all six. */
export const stagePanels = {
  vehicle: lazyPart(
    "vehicle",
    async () => (await import("#app/deal-card/vehicle/vehicle-panel")).VehiclePanel,
    skeleton,
  ),
  trade: lazyPart("trade", async () => (await import("#app/deal-card/trade/trade-panel")).TradePanel, skeleton),
  finance: lazyPart(
    "finance",
    async () => (await import("#app/deal-card/finance/finance-panel")).FinancePanel,
    skeleton,
  ),
  fni: lazyPart("fni", async () => (await import("#app/deal-card/fni/fni-panel")).FniPanel, skeleton),
  deposit: lazyPart(
    "deposit",
    async () => (await import("#app/deal-card/deposit/deposit-panel")).DepositPanel,
    skeleton,
  ),
  delivery: lazyPart(
    "delivery",
    async () => (await import("#app/deal-card/delivery/delivery-panel")).DeliveryPanel,
    skeleton,
  ),
} satisfies Record<StageName, unknown>;

/** Fetches a stage that somebody is reaching for, so that it is there when they press. */
export function preloadStage(stage: StageName) {
  // A line that drops here is asked again by the press itself.
  stagePanels[stage].preload().catch(() => undefined);
}

import { lazy, type ReactNode } from "react";
import type { StageName } from "#machines/stages/stage";

/** Each stage is a chunk of its own: a phone loads the one it opens, not all six. */
const load: Record<StageName, () => Promise<{ default: () => ReactNode }>> = {
  vehicle: async () => ({ default: (await import("#app/deal-card/vehicle/vehicle-panel")).VehiclePanel }),
  trade: async () => ({ default: (await import("#app/deal-card/trade/trade-panel")).TradePanel }),
  finance: async () => ({ default: (await import("#app/deal-card/finance/finance-panel")).FinancePanel }),
  fni: async () => ({ default: (await import("#app/deal-card/fni/fni-panel")).FniPanel }),
  deposit: async () => ({ default: (await import("#app/deal-card/deposit/deposit-panel")).DepositPanel }),
  delivery: async () => ({ default: (await import("#app/deal-card/delivery/delivery-panel")).DeliveryPanel }),
};

export const stagePanels: Record<StageName, ReturnType<typeof lazy<() => ReactNode>>> = {
  vehicle: lazy(load.vehicle),
  trade: lazy(load.trade),
  finance: lazy(load.finance),
  fni: lazy(load.fni),
  deposit: lazy(load.deposit),
  delivery: lazy(load.delivery),
};

/** Fetches a stage that somebody is reaching for, so that it is there when they press. */
export function preloadStage(stage: StageName) {
  // A line that drops here is asked again by the press itself.
  load[stage]().catch(() => undefined);
}

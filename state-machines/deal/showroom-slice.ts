import { type StageName, stageNames } from "../stages/stage";
import type { ActorRef } from "../store/actor";
import type { DealContext } from "./deal-context";
import type { DealEvent } from "./deal-events";
import type { EventMeta } from "./event-meta";

/** Screens a deal remembers: more were never at one desk. */
export const SCREENS_KEPT = 20;

/** A screen of the store's in the customer's hands: a paired tablet, or a device that was handed over. */
export interface StoreScreen {
  pairingId: string;
  kind: "tablet" | "handOver";
  by: ActorRef;
  openedAt: string;
  closedAt: string | null;
}

export interface ShowroomSlice {
  screens: StoreScreen[];
  /** Seconds that such a screen was awake at a stage: the customer's own time in the showroom. */
  seconds: Record<StageName, number>;
}

export const noShowroom: ShowroomSlice = {
  screens: [],
  seconds: { vehicle: 0, trade: 0, finance: 0, fni: 0, deposit: 0, delivery: 0 },
};

type ShowroomEvent = Extract<DealEvent, { type: `showroom.${string}` }>;

export function showroomChange(
  { showroom }: DealContext,
  event: ShowroomEvent,
  meta: EventMeta,
): Pick<DealContext, "showroom"> {
  switch (event.type) {
    case "showroom.opened": {
      const { pairingId, kind } = event;
      const others = showroom.screens.filter((screen) => screen.pairingId !== pairingId);
      const screen = { pairingId, kind, by: meta.by, openedAt: meta.at, closedAt: null };
      return { showroom: { ...showroom, screens: [...others, screen].slice(-SCREENS_KEPT) } };
    }
    case "showroom.closed": {
      const screens = showroom.screens.map((screen) =>
        screen.pairingId === event.pairingId && screen.closedAt === null ? { ...screen, closedAt: meta.at } : screen,
      );
      return { showroom: { ...showroom, screens } };
    }
    case "showroom.timeSpent": {
      const seconds = { ...showroom.seconds };
      for (const stage of stageNames) seconds[stage] += event.seconds[stage] ?? 0;
      return { showroom: { ...showroom, seconds } };
    }
  }
}

import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { StorePolicy } from "#machines/store/store-policy";
import type { StaffRef } from "#machines/deal/deal-context";
import type { DealEventOf } from "#machines/deal/deal-events";
import type { ConditionAnswers, TradeDescription, TradeLien } from "#machines/stages/trade";
import { assert } from "#machines/assert";
import { remember } from "#app/platform/remember.server";

export interface SlotRequest {
  dealId: string;
  rooftopId: string;
  policy: StorePolicy;
  method: "pickup" | "home";
  startsAt: string;
  /** The same edit asks for the same booking, however often it comes. */
  bookingId: string;
}

/** What the door looks up in other features before an event is judged; each is a port with an offline default. */
export interface DealResolvers {
  /** A vehicle that can still be sold, as a deal pins it; null when it cannot. */
  vehicle(rooftopId: string, stockNumber: string, today: string): Promise<VehicleSnapshot | null>;
  policy(rooftopId: string): Promise<StorePolicy | null>;
  staff(rooftopId: string, staffId: string): Promise<StaffRef | null>;
  valuation(trade: {
    description: TradeDescription;
    condition: ConditionAnswers;
    lien: TradeLien | null;
    today: string;
  }): Promise<Omit<DealEventOf<"trade.valued">, "type"> | null>;
  bookSlot(request: SlotRequest): Promise<{ endsAt: string } | "notOffered" | "taken">;
  releaseSlot(bookingId: string): Promise<void>;
}

const holder = remember<{ resolvers: DealResolvers | null }>("dealResolvers", () => ({ resolvers: null }));

/** Set once by the composition root. */
export function useDealResolvers(resolvers: DealResolvers): void {
  holder.resolvers = resolvers;
}

export function dealResolvers(): DealResolvers {
  assert(holder.resolvers, "deal resolvers are set at the start of the process");
  return holder.resolvers;
}

import { type Cents, noCents } from "../money/cents";
import type { StorePolicy } from "../store/store-policy";

export type DeliveryMethod = "pickup" | "home";

export interface DeliveryAddress {
  street: string;
  city: string;
  region: string;
  postcode: string;
}

export interface DeliverySlot {
  bookingId: string;
  startsAt: string;
  endsAt: string;
}

export interface DeliverySlice {
  method: DeliveryMethod | null;
  address: DeliveryAddress | null;
  distanceMiles: number | null;
  /** Charged for home delivery, by distance band; part of the deal's total. */
  fee: Cents;
  slot: DeliverySlot | null;
  rescheduled: number;
}

const HOUR_MS = 3_600_000;

/** A customer moves a booked time until some hours before it; then the store does it for them. */
export const movableUntil = (slot: Pick<DeliverySlot, "startsAt">, cutoffHours: number): string =>
  new Date(Date.parse(slot.startsAt) - cutoffHours * HOUR_MS).toISOString();

export const deliveryIsComplete = (slice: Pick<DeliverySlice, "slot" | "method" | "address">) =>
  slice.slot !== null && (slice.method === "pickup" || (slice.method === "home" && slice.address !== null));

/** The home delivery fee for a distance: that of the first band that reaches it; null beyond the last. */
export function homeDeliveryFee(bands: StorePolicy["delivery"]["distanceBands"], distanceMiles: number): Cents | null {
  return bands.find((band) => distanceMiles <= band.upToMiles)?.fee ?? null;
}

/** What the chosen method costs: nothing for pick-up or while the address is not known. */
export function deliveryFee(
  bands: StorePolicy["delivery"]["distanceBands"],
  { method, distanceMiles }: Pick<DeliverySlice, "method" | "distanceMiles">,
): Cents {
  if (method !== "home" || distanceMiles === null) return noCents;
  return homeDeliveryFee(bands, distanceMiles) ?? noCents;
}

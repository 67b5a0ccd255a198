import type { LifecycleState } from "./vehicle-lifecycle";

/** Why a deal moved a car, as the log has it by code; what a person wrote stands as it is. */
export const stepReasons = [
  "deposit",
  "contract",
  "deal",
  "reopened",
  "returned",
  "holdExpired",
  "requested",
  "vehicleTaken",
  "dealClosed",
  "carReturned",
  "notTaken",
  "vehicleSwapped",
] as const;
export type StepReason = (typeof stepReasons)[number];

/** One step of a stock unit's life, with its time and its actor. */
export interface TimelineStep {
  key: string;
  from: LifecycleState | null;
  to: LifecycleState;
  at: string;
  /** Somebody by name, the customer, or our own workings; null: the stock list said so. */
  by: { name: string } | "customer" | "system" | null;
  reason: StepReason | null;
  note: string;
  deal: { dealId: string; number: string } | null;
  /** Hours spent in the state before. */
  hoursBefore: number | null;
}

export interface VehicleTimeline {
  stockNumber: string;
  name: string;
  vin: string;
  state: LifecycleState;
  /** Customers who structure a deal on it now. */
  lookers: number;
  hoursToLive: number | null;
  hoursSinceAcquired: number | null;
  steps: TimelineStep[];
}

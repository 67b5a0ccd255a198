import type { Cents } from "../money/cents";
import type { VehicleSnapshot } from "../store/vehicle-snapshot";

export const vehicleAvailabilities = ["available", "held", "sold"] as const;
export type VehicleAvailability = (typeof vehicleAvailabilities)[number];

export interface VehicleSlice {
  vehicle: VehicleSnapshot | null;
  /** Agreed price of the metal; the advertised one until somebody with the authority changes it. */
  sellingPrice: Cents;
  /** Conditional incentives this customer says they qualify for; proof is asked for at signing. */
  claimedIncentives: string[];
  confirmed: boolean;
  /** Whether another deal has the car, as far as this deal was told. */
  availability: VehicleAvailability;
  previousStockNumber: string | null;
}

export const vehicleIsComplete = (slice: { vehicle: object | null; confirmed: boolean }) =>
  slice.vehicle !== null && slice.confirmed;

/**
 * A stock unit's own state, as its row keeps it: `live` is for sale, `held` waits for one customer's deposit,
 * `sold` is gone. Anything else (a draft in merchandising) has no public page.
 */
export const vehicleStatuses = ["live", "held", "sold"] as const;
export type VehicleStatus = (typeof vehicleStatuses)[number];

export const isVehicleStatus = (status: string): status is VehicleStatus =>
  (vehicleStatuses as readonly string[]).includes(status);

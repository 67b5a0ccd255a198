import type { StaffRole } from "#machines/store/actor";

/** Who works on stock. */
export const merchandisingRoles: readonly StaffRole[] = [
  "merchandiser",
  "appraiser",
  "salesManager",
  "generalManager",
  "admin",
];
/** Who may change the store's rules of merchandising and accept a price. */
export const merchandisingLeads: readonly StaffRole[] = ["salesManager", "generalManager", "admin"];
/** Whose eyes may see what a car cost the store. */
export const mayChangePrice = (role: StaffRole): boolean => merchandisingLeads.includes(role);

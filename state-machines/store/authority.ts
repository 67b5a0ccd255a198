import type { Cents } from "../money/cents";
import type { Ppm } from "../money/rate";
import type { StaffRole } from "./actor";

/** How far one role goes by itself. Beyond it the change is a manager's to make, or to grant. */
export interface RoleLimits {
  /** Largest discount below the advertised price. */
  discount: Cents;
  /** Longest contract this role writes for a customer who did not choose it themselves. */
  longestTermMonths: number;
  /** How far a contract rate may lie below the store's own table, and how far above it. */
  rateBelowTable: Ppm;
  rateAboveTable: Ppm;
  /** Largest part of the doc fee this role lets go. */
  docFeeWaiver: Cents;
}

/** The store's limits by role. */
export interface Authority {
  salesperson: RoleLimits;
  salesManager: RoleLimits;
  fniManager: RoleLimits;
  generalManager: RoleLimits;
}
export type AuthorityRow = keyof Authority;

/** Whose row of the table a role reads; an administrator of the store has its head's. */
export function authorityRow(role: StaffRole): AuthorityRow {
  switch (role) {
    case "salesManager":
    case "fniManager":
    case "generalManager":
      return role;
    case "admin":
      return "generalManager";
    default:
      return "salesperson";
  }
}

export const limitsOf = (authority: Authority, role: StaffRole): RoleLimits => authority[authorityRow(role)];

import type { StaffRole } from "#machines/store/actor";

/** Everybody who works deals has the store's list. */
export const deskRoles: readonly StaffRole[] = ["salesperson", "salesManager", "fniManager", "generalManager", "admin"];

/** The finance desk shows the store's own figures. */
export const financeDeskRoles: readonly StaffRole[] = ["fniManager", "salesManager", "generalManager", "admin"];

/** Gives a deal to anybody; everyone else only takes one. */
export const assigningRoles: readonly StaffRole[] = ["salesManager", "generalManager", "admin"];

/** Who may be given a deal, and the seat they then have on it. */
export const seatOfRole = { salesperson: "salesperson", fniManager: "fniManager" } as const;
export type Seat = (typeof seatOfRole)[keyof typeof seatOfRole];

export const seatFor = (role: StaffRole): Seat | null =>
  role === "salesperson" || role === "fniManager" ? seatOfRole[role] : null;

/** The member of staff who looks at a desk. */
export interface DeskReader {
  staffId: string;
  firstName: string;
  lastName: string;
  role: StaffRole;
}

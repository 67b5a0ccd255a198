import type { StaffRole } from "#machines/store/actor";

/** More than this at once is an inquiry at every door. */
export const MOST_PREFERRED = 6;

/** Kinds of cars that deals are sent to lenders for. */
export const preferenceKinds = ["new", "used"] as const;

/** `ticked` may be taken off a deal, `locked` may not. */
export const preferences = ["none", "ticked", "locked"] as const;

/** Whom a store sends its customers' credit to is decided by who answers for it. */
export const preferenceRoles: readonly StaffRole[] = ["fniManager", "generalManager", "admin"];

import type { StaffRole } from "#machines/store/actor";

/** Who takes, edits and shows photos of the stock. */
export const photoRoles: readonly StaffRole[] = ["merchandiser", "salesManager", "generalManager", "admin"];

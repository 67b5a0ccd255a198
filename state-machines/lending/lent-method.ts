import type { LenderStructure } from "./lender-structure";

/** Ways of paying that a lender has a part in. */
export const lentMethods = ["finance", "lease"] as const;
export type LentMethod = (typeof lentMethods)[number];

export const methodOf = ({ lease }: Pick<LenderStructure, "lease">): LentMethod => (lease ? "lease" : "finance");

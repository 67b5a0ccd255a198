import type { Audience } from "../store/actor";

/** Who may see a leaf. */
export type Row = readonly Audience[];

export const everyone = ["customer", "coBuyer", "guest", "sales", "salesWithCost", "desk", "finance"] as const;
/** Where the buyer lives and is reached: not for who only sits beside them. */
export const buyer = ["customer", "sales", "salesWithCost", "desk", "finance"] as const;
export const coBuyer = ["coBuyer", "sales", "salesWithCost", "desk", "finance"] as const;
export const staff = ["sales", "salesWithCost", "desk", "finance"] as const;
export const costHolders = ["salesWithCost", "desk", "finance"] as const;
export const managers = ["desk", "finance"] as const;

export const actor = { kind: everyone, id: staff, role: everyone, firstName: everyone, seat: everyone } as const;
export const staffActor = { kind: staff, id: staff, role: staff, firstName: staff, seat: staff } as const;
export const staffRef = { staffId: staff, role: everyone, firstName: everyone, lastName: staff } as const;
export const rateByBand = everyone;

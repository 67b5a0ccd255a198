/** Whom everybody is waiting for. */
export const waitParties = ["customer", "salesperson", "desk", "financeManager", "lender", "nobody"] as const;
export type WaitParty = (typeof waitParties)[number];
/** Of whom the store can say by when: everybody but "nobody". */
export const promisedParties = ["customer", "salesperson", "desk", "financeManager", "lender"] as const;

/** Where a contract is on its way from the store to its money. */
export const fundingStates = ["submitted", "held", "returned", "funded"] as const;
export type FundingState = (typeof fundingStates)[number];

/** What may follow. A returned contract is written again: reopened, mended, frozen, signed, and sent as a new package. */
export const nextFundingStates: Record<FundingState, readonly FundingState[]> = {
  submitted: ["funded", "held", "returned"],
  held: ["funded", "submitted", "returned"],
  returned: [],
  funded: [],
};

/** Held and returned say why. */
export const wantsReason = (state: FundingState): boolean => state === "held" || state === "returned";

/** The colour of each beside its word. */
export const fundingKind = { submitted: "neutral", held: "warning", returned: "negative", funded: "positive" } as const;

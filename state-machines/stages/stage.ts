/** The six stages in the order the card shows them. Any order of work is allowed. */
export const stageNames = ["vehicle", "trade", "finance", "fni", "deposit", "delivery"] as const;
export type StageName = (typeof stageNames)[number];

/**
 * - `recheck`: an answer stands, but something it rested on has moved since.
 * - `locked`: the deal is not open; the answer is kept and comes back on reopening.
 */
export const stageStatuses = [
  "notStarted",
  "inProgress",
  "complete",
  "skipped",
  "deferred",
  "recheck",
  "locked",
] as const;
export type StageStatus = (typeof stageStatuses)[number];
export type StageStatuses = Record<StageName, StageStatus>;

export const dealLives = ["open", "contracting", "contracted", "delivered", "lost"] as const;
export type DealLife = (typeof dealLives)[number];

/** Why somebody left a stage out. */
export const skipReasons = ["notWanted", "noTrade", "sellMyself", "ownBank", "payAtStore"] as const;
export type SkipReason = (typeof skipReasons)[number];

/** A stage that no longer holds up the contract. */
export const isSettled = (status: StageStatus) => status === "complete" || status === "skipped";

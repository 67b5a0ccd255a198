/** A stock unit's way, as the store works it. Soft-held (somebody structures a deal) is seen from the deals, not stored. */
export const lifecycleStates = [
  "acquired",
  "inRecon",
  "awaitingPhotos",
  "inReview",
  "approved",
  "live",
  "depositHeld",
  "sold",
  "delivered",
  "wholesaled",
  "archived",
] as const;
export type LifecycleState = (typeof lifecycleStates)[number];

/** Before the public page: what the board's clocks are for. */
export const workStates = [
  "acquired",
  "inRecon",
  "awaitingPhotos",
  "inReview",
  "approved",
] as const satisfies readonly LifecycleState[];

/**
 * Which state may follow which. Nothing goes live but through an approval; a sold car comes back only as one that has to be
 * approved again.
 */
const next: Readonly<Record<LifecycleState, readonly LifecycleState[]>> = {
  acquired: ["inRecon", "awaitingPhotos", "inReview", "wholesaled"],
  inRecon: ["acquired", "awaitingPhotos", "inReview", "wholesaled"],
  awaitingPhotos: ["inRecon", "inReview", "wholesaled"],
  inReview: ["inRecon", "awaitingPhotos", "approved", "wholesaled"],
  approved: ["live", "inReview"],
  live: ["inReview", "depositHeld", "sold", "wholesaled"],
  depositHeld: ["live", "sold"],
  sold: ["delivered", "inReview"],
  delivered: ["archived"],
  wholesaled: ["archived"],
  archived: [],
};

export const mayFollow = (from: LifecycleState, to: LifecycleState): boolean => next[from].includes(to);

/** Where a person may drag a card: an approval is a judgement with a text in front of one, and no drag. */
export const movesByHand = (from: LifecycleState): readonly LifecycleState[] =>
  next[from].filter((to) => !["approved", "live", "depositHeld"].includes(to));

/** Stands in the log of states for a deal, whose own steps are told with it. */
export const DEAL_ACTOR = "deal";

/** What a deal does to a card by itself, and no drag does: an undone contract gives back what was approved before. */
const fromStatesOfDeals: Readonly<Partial<Record<LifecycleState, readonly LifecycleState[]>>> = {
  sold: ["inReview", "approved", "live", "depositHeld"],
  delivered: ["live", "depositHeld", "sold"],
  live: ["sold"],
  inReview: ["sold", "delivered"],
};

export const mayFollowDeal = (from: LifecycleState, to: LifecycleState): boolean =>
  fromStatesOfDeals[to]?.includes(from) ?? false;

export const isLifecycleState = (text: string): text is LifecycleState =>
  (lifecycleStates as readonly string[]).includes(text);

/** Hours a card may stand in a state before it is late; the whole way has the store's own promise. */
const stateHours: Readonly<Partial<Record<LifecycleState, number>>> = {
  acquired: 4,
  inRecon: 72,
  awaitingPhotos: 8,
  inReview: 4,
  approved: 1,
};

export type ClockTone = "fine" | "soon" | "late";

/** How a card's clock looks: late is past the promise, soon the last quarter before it. */
export function clockTone(hours: number, promised: number): ClockTone {
  if (hours > promised) return "late";
  return hours > promised * 0.75 ? "soon" : "fine";
}

export const promisedHours = (state: LifecycleState): number | null => stateHours[state] ?? null;

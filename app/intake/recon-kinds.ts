/** Kinds of work on a car, and where a piece of it stands. */
export const reconKinds = ["service", "tires", "brakes", "recall", "secondKey", "detail", "body", "other"] as const;
export type ReconKind = (typeof reconKinds)[number];
export const reconStates = ["suggested", "approved", "done", "declined"] as const;

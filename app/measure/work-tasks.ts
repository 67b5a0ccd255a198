/** What people do to a vehicle before it is on its page. */
export const workTasks = ["entry", "photo", "photoEdit", "text", "review", "publish"] as const;
export type WorkTask = (typeof workTasks)[number];

import type { Refusal } from "#machines/deal/deal-refusals";

/** Exactly one answer per edit. `again` means nothing happened and the same edit may be sent once more. */
export type EditAnswer =
  | { status: "applied"; revision: number }
  | { status: "repeated"; revision: number }
  | { status: "refused"; refusal: Refusal; problems?: string[] }
  | { status: "again"; reason: "busy" | "rate" | "unavailable" };

import type { DealEffect } from "#machines/deal/deal-effects";
import type { SqlExecutor } from "#app/platform/database.server";
import { assert } from "#machines/assert";
import { remember } from "#app/platform/remember.server";
import type { JournalRow } from "./deal-journal.server";

/** Puts one effect on the job queue inside the journal's transaction. */
export type EnqueueEffect = (
  tx: SqlExecutor,
  effect: DealEffect,
  cause: { dealId: string; revision: number },
) => Promise<void>;

const holder = remember<{ enqueue: EnqueueEffect | null }>("dealEffectQueue", () => ({ enqueue: null }));

/** Set once by the composition root: deals know that effects leave as jobs, not which. */
export function useEffectQueue(enqueue: EnqueueEffect): void {
  holder.enqueue = enqueue;
}

export async function enqueueEffects(tx: SqlExecutor, { dealId, revision }: JournalRow, effects: DealEffect[]) {
  assert(holder.enqueue || effects.length === 0, "the effect queue is set before a deal asks for effects");
  for (const effect of effects) await holder.enqueue?.(tx, effect, { dealId, revision });
}

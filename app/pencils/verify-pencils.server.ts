import type { DealEventOf } from "#machines/deal/deal-events";
import type { PencilContent } from "#machines/deal/pencil-content";
import { parseStoredEvent } from "#machines/deal/stored-deal";
import { actorRefSchema } from "#machines/store/actor-schema";
import { database } from "#app/platform/database.server";
import { flawsOf, type PencilFlaw } from "./seal-pencil.server";

export interface PencilCheck {
  deals: number;
  pencils: number;
  flaws: { dealId: string; number: number; flaw: PencilFlaw }[];
}

type Sealed = DealEventOf<"pencil.proposed"> & Pick<PencilContent, "by">;

/** Every proposal that the journal holds against its hash, the store's signature and the proposal before it. */
export async function verifyPencils(): Promise<PencilCheck> {
  const { rows } = await database().query<{ dealId: string; actor: unknown; event: unknown }>(
    `select "dealId", "actor", "event" from "JournalEntry"
      where "event"->>'type' = 'pencil.proposed' order by "dealId", "revision"`,
  );
  const byDeal = new Map<string, Sealed[]>();
  for (const { dealId, actor, event } of rows) {
    const said = parseStoredEvent(event) as DealEventOf<"pencil.proposed">;
    const by: PencilContent["by"] = actorRefSchema.parse(actor);
    byDeal.set(dealId, [...(byDeal.get(dealId) ?? []), { ...said, by }]);
  }
  const flaws = [...byDeal].flatMap(([dealId, pencils]) =>
    flawsOf(dealId, pencils).map((flaw) => ({ dealId, ...flaw })),
  );
  return { deals: byDeal.size, pencils: rows.length, flaws };
}

import type { DealContext } from "#machines/deal/deal-context";
import { database } from "#app/platform/database.server";

/** Who answers in a conversation: the last it was handed over to, else the deal's salesperson; an id of staff, or null. */
export async function keeperOf(dealId: string, { people }: Pick<DealContext, "people">): Promise<string | null> {
  const { rows } = await database().query<{ staffId: string }>(
    `select "content"->'to'->>'staffId' as "staffId" from "ChatMessage"
       where "dealId" = $1 and "content"->>'kind' = 'handover' order by "seq" desc limit 1`,
    [dealId],
  );
  return rows[0]?.staffId ?? people.salesperson?.staffId ?? null;
}

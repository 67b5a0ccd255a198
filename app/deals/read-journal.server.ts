import { parseStoredEvent } from "#machines/deal/stored-deal";
import { actorRefSchema } from "#machines/store/actor-schema";
import { database } from "#app/platform/database.server";
import type { JournalledEdit, JournalRow } from "./deal-journal.server";

interface StoredRow {
  dealId: string;
  revision: number;
  editId: string;
  editHash: string;
  at: Date | string;
  actor: unknown;
  event: unknown;
}

const parsedRow = ({ dealId, revision, editId, editHash, at, actor, event }: StoredRow): JournalRow => ({
  dealId,
  revision,
  editId,
  editHash,
  at: new Date(at).toISOString(),
  actor: actorRefSchema.parse(actor),
  event: parseStoredEvent(event),
});

/** One deal's rows, in order. */
export async function readJournal(dealId: string, afterRevision: number, upTo?: number): Promise<JournalRow[]> {
  const { rows } = await database().query<StoredRow>(
    `select "dealId","revision","editId","editHash","at","actor","event" from "JournalEntry"
     where "dealId" = $1 and "revision" > $2 and "revision" <= $3 order by "revision"`,
    [dealId, afterRevision, upTo ?? 2_147_483_647],
  );
  return rows.map(parsedRow);
}

/** What was written after the revisions that are known, of many deals in one look. */
export async function readJournalAfter(known: ReadonlyMap<string, number>): Promise<Map<string, JournalRow[]>> {
  const { rows } = await database().query<StoredRow>(
    `select j."dealId",j."revision",j."editId",j."editHash",j."at",j."actor",j."event"
       from unnest($1::text[], $2::int[]) as known ("dealId","revision")
       join "JournalEntry" j on j."dealId" = known."dealId" and j."revision" > known."revision"
      order by j."dealId", j."revision"`,
    [[...known.keys()], [...known.values()]],
  );
  const byDeal = new Map<string, JournalRow[]>();
  for (const row of rows) {
    const list = byDeal.get(row.dealId);
    if (list) list.push(parsedRow(row));
    else byDeal.set(row.dealId, [parsedRow(row)]);
  }
  return byDeal;
}

/** The last edits a deal accepted, oldest first. */
export async function readNewestEdits(dealId: string, upTo: number, count: number): Promise<JournalledEdit[]> {
  const { rows } = await database().query<JournalledEdit>(
    `select "editId","editHash","revision" from "JournalEntry" where "dealId" = $1 and "revision" > $2 and "revision" <= $3
      order by "revision"`,
    [dealId, upTo - count, upTo],
  );
  return rows;
}

/** An edit that was accepted once, however long ago. */
export async function readEdit(dealId: string, editId: string): Promise<JournalledEdit | null> {
  const { rows } = await database().query<JournalledEdit>(
    `select "editId","editHash","revision" from "JournalEntry" where "dealId" = $1 and "editId" = $2`,
    [dealId, editId],
  );
  return rows[0] ?? null;
}

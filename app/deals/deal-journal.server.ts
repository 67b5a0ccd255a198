import type { DealEffect } from "#machines/deal/deal-effects";
import type { DealEvent } from "#machines/deal/deal-events";
import type { ActorRef } from "#machines/store/actor";
import { database, type SqlExecutor, uniqueViolation } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import { enqueueEffects } from "./deal-effect-queue.server";

/**
 * Rows in one insert. PGlite runs inside this process: small batches let it breathe between them. PostgreSQL would take
 * any number, but then everybody waits for the same commit, and this process waits with them.
 */
const BATCH_ROWS = { pglite: 40, postgres: 48 } as const;
/** Rows that may wait while the database does not answer; past this a sender is told at once to try again. */
export const MAX_QUEUED = 20_000;

/** One accepted event as the journal keeps it. */
export interface JournalRow {
  dealId: string;
  revision: number;
  editId: string;
  editHash: string;
  at: string;
  actor: ActorRef;
  event: DealEvent;
}

/** An edit as the journal keeps it: what a repeat of it is answered from. */
export type JournalledEdit = Pick<JournalRow, "editId" | "editHash" | "revision">;

/** Why a row did not get in: another server was first, the database did not answer, or its edit is in already. */
export class JournalRefusal extends Error {
  constructor(
    readonly reason: "overtaken" | "unavailable" | "repeated",
    readonly earlier: JournalledEdit | null = null,
  ) {
    super(`journal: ${reason}`);
  }
}

export interface Appended {
  row: JournalRow;
  effects: DealEffect[];
  /** False once the head this row was judged on has been dropped. */
  isCurrent: () => boolean;
  /** Called in revision order, after COMMIT. */
  committed: () => void;
  failed: (refusal: JournalRefusal) => void;
}

interface Loop {
  queue: Appended[];
  running: boolean;
}

const loop = remember<Loop>("dealJournal", () => ({ queue: [], running: false }));

/** Asked before anything is judged: a row that is judged has a place. */
export const journalHasRoom = (): boolean => loop.queue.length < MAX_QUEUED;

/** Queues a row. All rows that arrive during a commit go out together in the next one. */
export function append(entry: Appended): void {
  loop.queue.push(entry);
  if (!loop.running) void run();
}

/** Settles when nothing is queued or under way: for shutting down. */
export async function journalIdle(): Promise<void> {
  do await new Promise(setImmediate);
  while (loop.running);
  // The last commit's news leaves two turns after it.
  for (let turn = 0; turn < 2; turn++) await new Promise(setImmediate);
}

async function run(): Promise<void> {
  loop.running = true;
  try {
    // What arrives in one turn is committed together.
    await new Promise(setImmediate);
    while (loop.queue.length > 0) {
      const { kind } = database();
      const batch: Appended[] = [];
      for (const entry of loop.queue.splice(0, BATCH_ROWS[kind])) {
        if (entry.isCurrent()) batch.push(entry);
        else entry.failed(new JournalRefusal("overtaken"));
      }
      if (batch.length > 0) await commit(batch);
      // PostgreSQL commits the next rows while the news of these is told; inside this process nothing would be told at all.
      if (kind === "pglite") await new Promise(setImmediate);
    }
  } finally {
    loop.running = false;
  }
}

async function commit(batch: Appended[]): Promise<void> {
  try {
    await write(batch);
  } catch (error) {
    if (!uniqueViolation(error)) return failAll(batch, error);
    // The look at who was first may fail as well; nobody may be left without an answer.
    return separateOvertaken(batch).catch((failure: unknown) => failAll(batch, failure));
  }
  for (const entry of batch) tell(entry);
}

/** Failing one row drops its deal's head, so later rows of the same deal are no longer current either. */
function failAll(batch: Appended[], error: unknown): void {
  log.error({ err: error, rows: batch.length }, "journal commit failed");
  for (const entry of batch) entry.failed(new JournalRefusal("unavailable"));
}

/** The row is in. If this process cannot take it in, it loads the deal again; the others in the batch are told all the same. */
function tell(entry: Appended): void {
  try {
    entry.committed();
  } catch (error) {
    log.error({ err: error, dealId: entry.row.dealId }, "a committed event could not be taken in");
    entry.failed(new JournalRefusal("overtaken"));
  }
}

async function write(batch: Appended[]): Promise<void> {
  const rows = batch.map(({ row }) => row);
  if (batch.every(({ effects }) => effects.length === 0)) return insertRows(database(), rows);
  await database().transaction(async (tx) => {
    await insertRows(tx, rows);
    for (const { row, effects } of batch) await enqueueEffects(tx, row, effects);
  });
}

/** The statement is all or nothing: find whose rows another server wrote first, refuse those, send the rest again. */
async function separateOvertaken(batch: Appended[]): Promise<void> {
  const dealIds = [...new Set(batch.map(({ row }) => row.dealId))];
  const { rows } = await database().query<{ dealId: string; head: number }>(
    `select "dealId", max("revision")::int as head from "JournalEntry" where "dealId" = any($1::text[]) group by "dealId"`,
    [dealIds],
  );
  const heads = new Map(rows.map(({ dealId, head }) => [dealId, head]));
  const first = new Map<string, number>();
  for (const { row } of batch) if (!first.has(row.dealId)) first.set(row.dealId, row.revision);
  const overtaken = new Set(dealIds.filter((id) => (heads.get(id) ?? 0) >= (first.get(id) ?? 0)));
  const repeated = await findRepeated(batch.filter(({ row }) => !overtaken.has(row.dealId)));
  // A clash that nothing explains would loop for ever: then everybody tries again on fresh heads.
  const giveUp = overtaken.size === 0 && repeated.size === 0;
  const rest: Appended[] = [];
  for (const entry of batch) {
    const earlier = repeated.get(entry);
    if (earlier) entry.failed(new JournalRefusal("repeated", earlier));
    // What was judged on top of a row that fell away is no longer current.
    else if (giveUp || overtaken.has(entry.row.dealId) || !entry.isCurrent())
      entry.failed(new JournalRefusal("overtaken"));
    else rest.push(entry);
  }
  loop.queue.unshift(...rest);
}

/** Rows whose edit was accepted so long ago that nobody here remembered it. */
async function findRepeated(batch: readonly Appended[]): Promise<Map<Appended, JournalledEdit>> {
  const found = new Map<Appended, JournalledEdit>();
  if (batch.length === 0) return found;
  const { rows } = await database().query<JournalledEdit & { dealId: string }>(
    `select j."dealId",j."editId",j."editHash",j."revision" from unnest($1::text[], $2::text[]) as sent ("dealId","editId")
       join "JournalEntry" j on j."dealId" = sent."dealId" and j."editId" = sent."editId"`,
    [batch.map(({ row }) => row.dealId), batch.map(({ row }) => row.editId)],
  );
  for (const { dealId, ...earlier } of rows) {
    const entry = batch.find(({ row }) => row.dealId === dealId && row.editId === earlier.editId);
    if (entry) found.set(entry, earlier);
  }
  return found;
}

/**
 * The journal's one insert: plain, so that a clash of revision or edit id fails the whole statement. The rows travel as one
 * JSON parameter, so that the statement is the same for any number of them.
 */
export async function insertRows(executor: SqlExecutor, rows: readonly JournalRow[]): Promise<void> {
  await executor.query(
    `insert into "JournalEntry" ("dealId","revision","editId","editHash","at","actor","type","event")
     select "dealId","revision","editId","editHash","at","actor","event"->>'type',"event" from json_to_recordset($1::json)
       as row ("dealId" text,"revision" int,"editId" text,"editHash" text,"at" timestamptz,"actor" jsonb,"event" jsonb)`,
    [JSON.stringify(rows)],
    "append-to-journal",
  );
}

import type { DealState } from "#machines/deal/apply-deal-event";
import { forEachBreathing } from "#app/platform/breathe.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import { onDealEvent } from "./deal-feed.server";
import { type DealSummary, dealSummary } from "./deal-summary";
import { hotDeal } from "./hot-deals.server";

/** The desk is told at most this often about one deal; a burst of typing is one change there. */
const SETTLE_MS = 150;
/** What another server wrote is in its read model by then; if that server ended in between, this one writes it. */
const ELSEWHERE_MS = 5_000;
/** A desk shows this many deals, the longest untouched ones left out. */
export const MAX_DESK_ROWS = 300;
/** Summaries in one statement; a desk has fewer deals in motion, a start after a crash may have more. */
const MAX_ROWS = 100;

interface Summaries {
  dirty: Map<string, { state: DealState; at: string }>;
  timer: NodeJS.Timeout | null;
  /** Deals that moved on another server, whose summary is that server's to write. */
  elsewhere: Map<string, { state: DealState; at: string }>;
  elsewhereTimer: NodeJS.Timeout | null;
  /** The write under way: who reads the desk waits for it as well. */
  writing: Promise<void>;
  listeners: Set<(rooftopId: string, summary: DealSummary) => void>;
}

const summaries = remember<Summaries>("dealSummaries", () => ({
  dirty: new Map(),
  timer: null,
  elsewhere: new Map(),
  elsewhereTimer: null,
  writing: Promise.resolve(),
  listeners: new Set(),
}));

export function onDealSummary(listener: (rooftopId: string, summary: DealSummary) => void): () => void {
  summaries.listeners.add(listener);
  return () => summaries.listeners.delete(listener);
}

/** Keeps the desk's read model behind the journal: written after the commit, caught up at the start. */
export async function startSummaries(): Promise<() => void> {
  const stop = onDealEvent(({ dealId, after, row, fromElsewhere }) => {
    if (fromElsewhere) {
      summaries.elsewhere.set(dealId, { state: after, at: row.at });
      summaries.elsewhereTimer ??= setTimeout(() => void writeForgotten(), ELSEWHERE_MS);
    } else {
      summaries.dirty.set(dealId, { state: after, at: row.at });
      summaries.timer ??= setTimeout(() => void flushSummaries(), SETTLE_MS);
    }
  });
  await catchUp();
  return stop;
}

/** Deals whose journal went on after their summary was written: the server ended in between. */
async function catchUp(): Promise<void> {
  const { rows } = await database().query<{ id: string; at: Date | string }>(
    `select d."id", j."at" from "Deal" d join lateral (
       select "revision", "at" from "JournalEntry" where "dealId" = d."id" order by "revision" desc limit 1
     ) j on j."revision" > d."summaryRevision"`,
  );
  for (const { id, at } of rows) {
    try {
      const deal = await hotDeal(id);
      if (deal) summaries.dirty.set(id, { state: deal.committed, at: new Date(at).toISOString() });
    } catch (error) {
      // One deal that cannot be read must not keep a whole store closed.
      log.error({ err: error, dealId: id }, "deal cannot be read; its summary stays as it is");
    }
  }
  await flushSummaries();
}

/** Another server committed and ended before its summary was written: then it is ours to write. */
async function writeForgotten(): Promise<void> {
  summaries.elsewhereTimer = null;
  const heard = [...summaries.elsewhere];
  summaries.elsewhere.clear();
  try {
    const stored = await readStoredSummaries(heard.map(([dealId]) => dealId));
    const written = new Map(stored.map(({ summary }) => [summary.dealId, summary.revision]));
    for (const [dealId, newest] of heard)
      if ((written.get(dealId) ?? 0) < newest.state.revision) summaries.dirty.set(dealId, newest);
    await flushSummaries();
  } catch (error) {
    log.warn({ err: error }, "summaries of other servers were not looked at");
  }
}

/** Settles when every change heard of so far is in the read model, whoever began to write it. */
export async function flushSummaries(): Promise<void> {
  summaries.writing = summaries.writing.then(writeDirty);
  await summaries.writing;
}

async function writeDirty(): Promise<void> {
  if (summaries.timer) clearTimeout(summaries.timer);
  summaries.timer = null;
  const dirty = [...summaries.dirty];
  summaries.dirty.clear();
  for (let from = 0; from < dirty.length; from += MAX_ROWS) await save(dirty.slice(from, from + MAX_ROWS));
}

async function save(dirty: [string, { state: DealState; at: string }][]): Promise<void> {
  try {
    const made: DealSummary[] = [];
    // Each is a worksheet: a hundred in one turn would keep everybody's answers waiting.
    await forEachBreathing(dirty, ([, { state, at }]) => made.push(dealSummary(state, at)), 4);
    await write(made);
  } catch (error) {
    if (dirty.length > 1) for (const one of dirty) await save([one]);
    // The journal has it; the next event or the next start writes it again.
    else log.warn({ err: error, dealId: dirty[0]?.[0] }, "deal summary not written");
  }
}

/**
 * One statement for all of them: in a busy minute each deal changes many times a second. The rows are taken in the order of
 * their ids, so that two writers of the same deals wait for each other and never crosswise.
 */
async function write(made: readonly DealSummary[]): Promise<void> {
  const { rows } = await database().query<{ id: string; rooftopId: string }>(
    `with told as materialized (
       select s as "summary", s->>'dealId' as "id", (s->>'revision')::int as "revision"
         from jsonb_array_elements($1::jsonb) as s
     ), held as materialized (
       select d."id" from "Deal" d join told using ("id") order by d."id" for no key update of d
     )
     update "Deal" d
        set "summary" = told."summary", "summaryRevision" = told."revision", "life" = told."summary"->>'life',
            "stockNumber" = told."summary"->>'stockNumber', "updatedAt" = (told."summary"->>'updatedAt')::timestamptz
       from told join held using ("id")
      where d."id" = told."id" and d."summaryRevision" <= told."revision"
      returning d."id", d."rooftopId"`,
    [JSON.stringify(made)],
    "write-summaries",
  );
  const rooftops = new Map(rows.map(({ id, rooftopId }) => [id, rooftopId]));
  for (const summary of made) {
    const rooftopId = rooftops.get(summary.dealId);
    if (rooftopId) for (const listener of summaries.listeners) listener(rooftopId, summary);
  }
}

/** One deal's row and whose desk it is on; null before its first summary. */
export async function readSummary(dealId: string): Promise<{ rooftopId: string; summary: DealSummary } | null> {
  const select = { rooftopId: true, summary: true } as const;
  const deal = await database().prisma.deal.findUnique({ where: { id: dealId }, select });
  return deal?.summary ? { rooftopId: deal.rooftopId, summary: deal.summary as unknown as DealSummary } : null;
}

/** The rows of some deals with the store whose desk they are on, for a server that was told they changed. */
export async function readStoredSummaries(
  dealIds: readonly string[],
): Promise<{ rooftopId: string; summary: DealSummary }[]> {
  const { rows } = await database().query<{ rooftopId: string; summary: DealSummary }>(
    `select "rooftopId", "summary" from "Deal" where "id" = any($1::text[]) and "summary" is not null`,
    [dealIds],
  );
  return rows;
}

/** A store's deals as its desk lists them, newest change first. */
export async function readSummaries(
  rooftopId: string,
  filter: { lives?: readonly string[] } = {},
): Promise<DealSummary[]> {
  await flushSummaries();
  const deals = await database().prisma.deal.findMany({
    where: { rooftopId, ...(filter.lives && { life: { in: [...filter.lives] } }) },
    orderBy: { updatedAt: "desc" },
    take: MAX_DESK_ROWS,
    select: { summary: true },
  });
  return deals.flatMap(({ summary }) => (summary ? [summary as unknown as DealSummary] : []));
}

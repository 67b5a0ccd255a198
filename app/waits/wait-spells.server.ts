import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { onDealEvent } from "#app/deals/deal-feed.server";
import { readDealState } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";

/** A turn that passed is in the read model this long after it. */
const SETTLE_MS = 400;
/** What a server that ended in between may have missed; a deal's slice remembers its last waits far longer than this. */
const CATCH_UP_MINUTES = 15;

interface Writing {
  dirty: Map<string, DealState>;
  timer: NodeJS.Timeout | null;
  underWay: Promise<void>;
}

const writing = remember<Writing>("waitSpells", () => ({ dirty: new Map(), timer: null, underWay: Promise.resolve() }));

/** Keeps the desk's figures of waiting behind the journal: every wait that is over, one row, written once. */
export async function startWaitSpells(): Promise<() => void> {
  const stop = onDealEvent(({ dealId, before, after }) => {
    if (before && contextOf(before).wait.past === contextOf(after).wait.past) return;
    writing.dirty.set(dealId, after);
    writing.timer ??= setTimeout(() => void flushWaitSpells(), SETTLE_MS).unref();
  });
  await catchUp();
  return stop;
}

/** Deals that moved since shortly before the last row was written: their slices are read again, and say it again. */
async function catchUp(): Promise<void> {
  const { rows } = await database().query<{ id: string }>(
    `select d."id" from "Deal" d where d."updatedAt" >= coalesce((select max("writtenAt") from "WaitSpell"), 'epoch')
       - interval '${CATCH_UP_MINUTES} minutes'`,
  );
  for (const { id } of rows) {
    const state = await readDealState(id).catch(() => null);
    if (state) writing.dirty.set(id, state);
  }
  await flushWaitSpells();
}

export async function flushWaitSpells(): Promise<void> {
  writing.underWay = writing.underWay.then(writeDirty);
  await writing.underWay;
}

async function writeDirty(): Promise<void> {
  if (writing.timer) clearTimeout(writing.timer);
  writing.timer = null;
  const dirty = [...writing.dirty];
  writing.dirty.clear();
  const rows = dirty.flatMap(([dealId, state]) => {
    const { wait, store } = contextOf(state);
    return wait.past
      .filter(({ party }) => party !== "nobody")
      .map((past) => ({ dealId, rooftopId: store.rooftopId, ...past }));
  });
  if (rows.length === 0) return;
  try {
    await database().query(
      `insert into "WaitSpell" ("dealId","fromRevision","rooftopId","party","since","until","promisedUntil","late")
       select "dealId","fromRevision","rooftopId","party","since","until","promisedUntil","late"
         from json_to_recordset($1::json) as row ("dealId" text,"fromRevision" int,"rooftopId" text,"party" text,
           "since" timestamptz,"until" timestamptz,"promisedUntil" timestamptz,"late" boolean)
       on conflict ("dealId","fromRevision") do nothing`,
      [JSON.stringify(rows)],
    );
  } catch (error) {
    // The slice still has it: the deal's next turn, or the next start, writes it.
    log.warn({ err: error, rows: rows.length }, "waits not written");
  }
}

import { createHash, randomUUID } from "node:crypto";
import { applyDealEvent } from "#machines/deal/apply-deal-event";
import { parseStoredEvent } from "#machines/deal/stored-deal";
import { type Actor, actorRef } from "#machines/store/actor";
import { publishDealEvent } from "#app/deals/deal-feed.server";
import { insertRows, type JournalRow } from "#app/deals/deal-journal.server";
import { putBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor, uniqueViolation } from "#app/platform/database.server";
import type { DealFile } from "./deal-format";
import { type ImportRefusal, readDealFile } from "./read-deal-file.server";

const MAX_TRIES = 5;
/** Rows of one statement: a long log goes in pieces, all in one transaction. */
const ROWS_AT_ONCE = 500;

export type ImportAnswer =
  { ok: true; dealId: string; dealNumber: string; already: boolean } | { ok: false; refusal: ImportRefusal };

/**
 * Takes a deal that was worked elsewhere into this store, to be read: its log word for word, its papers byte for byte,
 * and one event more that says where it came from. The same file again answers with the deal it became.
 */
export async function importDeal(text: string, admin: Extract<Actor, { kind: "staff" }>): Promise<ImportAnswer> {
  const read = readDealFile(text);
  if (!read.ok) return read;
  const fileHash = createHash("sha256").update(text).digest("hex");
  const known = await importedAs(admin.rooftopId, fileHash);
  if (known) return { ok: true, ...known, already: true };
  const blobs = new Map<string, string>();
  for (const { sha256, bytes, contentType } of read.file.documents)
    blobs.set(sha256, await putBlob(Buffer.from(bytes, "base64"), contentType));

  for (let attempt = 1; ; attempt++) {
    const dealId = `d-${randomUUID()}`;
    try {
      const { dealNumber, last } = await store(read.file, { dealId, admin, fileHash, blobs });
      const after = applyDealEvent(read.state, last.event, { revision: last.revision, at: last.at, by: last.actor });
      publishDealEvent({ dealId, row: last, before: read.state, after });
      return { ok: true, dealId, dealNumber, already: false };
    } catch (error) {
      if (!uniqueViolation(error) || attempt === MAX_TRIES) throw error;
      const other = await importedAs(admin.rooftopId, fileHash);
      if (other) return { ok: true, ...other, already: true };
    }
  }
}

async function importedAs(rooftopId: string, fileHash: string) {
  const { rows } = await database().query<{ dealId: string; dealNumber: string }>(
    `select i."dealId", d."number" as "dealNumber" from "DealImport" i join "Deal" d on d."id" = i."dealId"
      where i."rooftopId" = $1 and i."fileHash" = $2`,
    [rooftopId, fileHash],
  );
  return rows[0] ?? null;
}

interface Taken {
  dealId: string;
  admin: Extract<Actor, { kind: "staff" }>;
  fileHash: string;
  blobs: ReadonlyMap<string, string>;
}

async function store(file: DealFile, { dealId, admin, fileHash, blobs }: Taken) {
  const { rooftopId } = admin;
  return database().transaction(async (tx) => {
    const at = now().toISOString();
    const dealNumber = await freeNumber(tx, rooftopId, file.deal.number);
    await tx.query(
      `insert into "Deal" ("id","number","rooftopId","createdAt","updatedAt","life") values ($1,$2,$3,$4,$4,$5)`,
      [dealId, dealNumber, rooftopId, at, file.deal.life],
    );
    await tx.query(
      `insert into "DealImport" ("dealId","rooftopId","fileHash","importedBy","importedAt") values ($1,$2,$3,$4,$5)`,
      [dealId, rooftopId, fileHash, admin.staffId, at],
    );
    const rows = [...journalOf(file, dealId), lastRow(file, { dealId, dealNumber, at, admin })];
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await insertRows(tx, rows.slice(from, from + ROWS_AT_ONCE));
    await insertDocuments(tx, file, dealId, blobs);
    await insertConversation(tx, file, dealId);
    return { dealNumber, last: rows.at(-1)! };
  });
}

/** Its own number where this store has not used it; else the number with where it stands among its namesakes. */
async function freeNumber(tx: SqlExecutor, rooftopId: string, wanted: string): Promise<string> {
  const { rows } = await tx.query<{ number: string }>(
    `select "number" from "Deal" where "rooftopId" = $1 and ("number" = $2 or "number" like $3)`,
    [rooftopId, wanted, `${wanted.replaceAll(/[\\%_]/g, "\\$&")}-i%`],
  );
  const taken = new Set(rows.map(({ number }) => number));
  let number = wanted;
  for (let place = 1; taken.has(number); place++) number = `${wanted}-i${place}`;
  return number;
}

const journalOf = (file: DealFile, dealId: string): JournalRow[] =>
  file.events.map(({ revision, at, by: actor, editId, editHash, event }) => {
    return { dealId, revision, editId, editHash, at, actor, event: parseStoredEvent(event) };
  });

function lastRow(
  { events, deal, source, exportedAt }: DealFile,
  { dealId, dealNumber, at, admin }: Pick<Taken, "dealId" | "admin"> & { dealNumber: string; at: string },
): JournalRow {
  const from = { store: source.store.slice(0, 80), dealNumber: deal.number, exportedAt };
  const event = parseStoredEvent({ type: "deal.imported", dealId, dealNumber, rooftopId: admin.rooftopId, from });
  const editHash = createHash("sha256").update(JSON.stringify(event)).digest("base64url");
  const revision = events.length + 1;
  return { dealId, revision, editId: `imported:${dealId}`, editHash, at, actor: actorRef(admin), event };
}

async function insertDocuments(
  tx: SqlExecutor,
  { documents }: DealFile,
  dealId: string,
  blobs: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { kind, revision, fileName, createdAt, voidedAt, sha256 } of documents)
    await tx.query(
      `insert into "JacketDocument" ("id","dealId","kind","revision","sha256","blobKey","fileName","createdAt","voidedAt")
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
      [
        `${dealId}:${kind}:${revision}`,
        dealId,
        kind,
        revision,
        sha256,
        blobs.get(sha256),
        fileName,
        createdAt,
        voidedAt,
      ],
    );
}

async function insertConversation(tx: SqlExecutor, { conversation }: DealFile, dealId: string): Promise<void> {
  const tables = { chat: "ChatMessage", whisper: "WhisperMessage" } as const;
  for (const stream of ["chat", "whisper"] as const) {
    const said = conversation.filter((message) => message.stream === stream).map((message) => ({ ...message, dealId }));
    if (said.length === 0) continue;
    await tx.query(
      `insert into "${tables[stream]}" ("dealId","seq","messageId","contentHash","at","authorSide","authorId","role","firstName","content")
       select "dealId","seq","messageId","contentHash","at","authorSide","authorId","role","firstName","content"
         from json_to_recordset($1::json) as row ("dealId" text,"seq" int,"messageId" text,"contentHash" text,
           "at" timestamptz,"authorSide" text,"authorId" text,"role" text,"firstName" text,"content" jsonb)`,
      [JSON.stringify(said)],
    );
  }
}

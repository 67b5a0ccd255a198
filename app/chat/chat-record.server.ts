import type { Actor, Role } from "#machines/store/actor";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";
import { keyedHash } from "#app/platform/field-encryption.server";
import { MESSAGES_PER_PAGE } from "#app/realtime/chat-limits";
import type { ChatAuthor, ChatMessage, ChatPage, ChatSide, ChatStream, ReadMark } from "#app/realtime/chat-protocol";
import { type StoredChatContent, storedChatContent, toldContent } from "./stored-chat";

// The two streams are two tables, and the name of the table is the only thing their statements differ in.
const tables = { chat: `"ChatMessage"`, whisper: `"WhisperMessage"` } as const satisfies Record<ChatStream, string>;

export interface ChatRow {
  dealId: string;
  seq: number;
  messageId: string;
  contentHash: string;
  at: Date | string;
  authorSide: ChatSide;
  authorId: string;
  role: Role;
  firstName: string | null;
  content: unknown;
}

export type NewChatRow = Omit<ChatRow, "seq" | "at" | "content"> & { content: StoredChatContent };

export const sideOf = (actor: Actor): ChatSide => (actor.kind === "customer" ? "customer" : "store");

export function authorIdOf(actor: Actor): string {
  switch (actor.kind) {
    case "customer":
      return actor.shopperId;
    case "staff":
      return actor.staffId;
    case "system":
      return actor.name;
  }
}

/** The same person on the same deal, without saying who: ids of staff and shoppers stay on the server. */
export const authorKey = (dealId: string, authorId: string): string =>
  keyedHash(`${dealId}\n${authorId}`, "chat-author").slice(0, 16);

export function authorOf({ dealId, authorSide, authorId, role, firstName }: NewChatRow | ChatRow): ChatAuthor {
  return { side: authorSide, role, firstName, key: authorKey(dealId, authorId) };
}

export const toldMessage = (row: ChatRow): ChatMessage => ({
  seq: row.seq,
  at: new Date(row.at).toISOString(),
  by: authorOf(row),
  content: toldContent(storedChatContent.parse(row.content)),
});

export type Appended = { kind: "new" | "repeated"; row: ChatRow } | { kind: "conflict" };

/**
 * Writes one message at the end of its stream, inside the caller's transaction. Writers of one stream wait for each
 * other, so order numbers have no gap; a message that is there already is found, and other content under its id refused.
 */
export async function appendMessage(tx: SqlExecutor, stream: ChatStream, row: NewChatRow): Promise<Appended> {
  const table = tables[stream];
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))::text", [`${stream}:${row.dealId}`]);
  const known = await tx.query<ChatRow>(`select * from ${table} where "dealId" = $1 and "messageId" = $2`, [
    row.dealId,
    row.messageId,
  ]);
  const there = known.rows[0];
  if (there) return there.contentHash === row.contentHash ? { kind: "repeated", row: there } : { kind: "conflict" };
  const { rows } = await tx.query<ChatRow>(
    `insert into ${table} ("dealId", "seq", "messageId", "contentHash", "at", "authorSide", "authorId", "role", "firstName", "content")
     select $1, coalesce(max("seq"), 0) + 1, $2, $3, $4::timestamptz, $5, $6, $7, $8, $9::jsonb from ${table} where "dealId" = $1
     returning *`,
    [
      row.dealId,
      row.messageId,
      row.contentHash,
      now().toISOString(),
      row.authorSide,
      row.authorId,
      row.role,
      row.firstName,
      JSON.stringify(row.content),
    ],
  );
  return { kind: "new", row: rows[0] as ChatRow };
}

export async function readMessage(stream: ChatStream, dealId: string, seq: number): Promise<ChatMessage | null> {
  const { rows } = await database().query<ChatRow>(
    `select * from ${tables[stream]} where "dealId" = $1 and "seq" = $2`,
    [dealId, seq],
  );
  return rows[0] ? toldMessage(rows[0]) : null;
}

/** The newest messages, or those after the one a client has; older ones page by page. */
export async function readPage(stream: ChatStream, dealId: string, after = 0): Promise<ChatPage> {
  const { rows } = await database().query<ChatRow>(
    `select * from ${tables[stream]} where "dealId" = $1 and "seq" > $2 order by "seq" desc limit $3`,
    [dealId, after, MESSAGES_PER_PAGE],
  );
  const messages = rows.toReversed().map(toldMessage);
  const first = messages[0]?.seq ?? after + 1;
  const head = messages.at(-1)?.seq ?? (await headOf(stream, dealId));
  return { head, messages, fresh: after === 0 || first > after + 1, reads: await readMarks(stream, dealId) };
}

export async function readEarlier(stream: ChatStream, dealId: string, before: number): Promise<ChatMessage[]> {
  const { rows } = await database().query<ChatRow>(
    `select * from ${tables[stream]} where "dealId" = $1 and "seq" < $2 order by "seq" desc limit $3`,
    [dealId, before, MESSAGES_PER_PAGE],
  );
  return rows.toReversed().map(toldMessage);
}

async function headOf(stream: ChatStream, dealId: string): Promise<number> {
  return (await readHeads(stream, [dealId])).get(dealId) ?? 0;
}

/** The newest order number of many deals at once, for the heartbeat that heals what was missed. */
export async function readHeads(stream: ChatStream, dealIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await database().query<{ dealId: string; head: number }>(
    `select "dealId", max("seq")::int as head from ${tables[stream]} where "dealId" = any($1::text[]) group by "dealId"`,
    [dealIds],
  );
  return new Map(rows.map(({ dealId, head }) => [dealId, head]));
}

async function readMarks(stream: ChatStream, dealId: string): Promise<ReadMark[]> {
  const marks = await database().prisma.chatRead.findMany({ where: { dealId, stream } });
  return marks.map(({ readerId, side, seq }) => ({
    key: authorKey(dealId, readerId),
    side: side === "customer" ? "customer" : "store",
    seq,
  }));
}

/** A mark only moves forward, and never past what is there; null when it did not move. */
export async function markRead(
  stream: ChatStream,
  dealId: string,
  actor: Actor,
  seq: number,
): Promise<ReadMark | null> {
  const [readerId, side] = [authorIdOf(actor), sideOf(actor)];
  const { rows } = await database().query<{ seq: number }>(
    `insert into "ChatRead" ("dealId", "stream", "readerId", "side", "seq", "at")
     select $1, $2, $3, $4, least($5::int, coalesce(max("seq"), 0)), $6::timestamptz from ${tables[stream]} where "dealId" = $1
     on conflict ("dealId", "stream", "readerId") do update set "seq" = excluded."seq", "at" = excluded."at"
       where "ChatRead"."seq" < excluded."seq"
     returning "seq"`,
    [dealId, stream, readerId, side, seq, now().toISOString()],
  );
  const moved = rows[0];
  return moved ? { key: authorKey(dealId, readerId), side, seq: moved.seq } : null;
}

/** How far anybody of a side has read. */
export async function sideHasRead(dealId: string, side: ChatSide): Promise<number> {
  const { _max } = await database().prisma.chatRead.aggregate({
    where: { dealId, stream: "chat", side },
    _max: { seq: true },
  });
  return _max.seq ?? 0;
}

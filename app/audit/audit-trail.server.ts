import { createHash } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";

export interface AuditAct {
  rooftopId: string;
  actorId: string;
  actorName: string;
  /** What was done: "credit.revealed", "flag.resolved" … */
  act: string;
  dealId?: string | null;
  /** What it was done to, by id. */
  subject?: string | null;
  /** In words, without anything that is sealed. */
  detail: string;
}

interface AuditRow extends Required<AuditAct> {
  seq: number;
  at: string;
  previousHash: string;
  hash: string;
}

const GENESIS = "0".repeat(64);

const hashOf = ({
  seq,
  rooftopId,
  at,
  actorId,
  actorName,
  act,
  dealId,
  subject,
  detail,
  previousHash,
}: Omit<AuditRow, "hash">) =>
  createHash("sha256")
    .update(JSON.stringify([seq, rooftopId, at, actorId, actorName, act, dealId, subject, detail, previousHash]))
    .digest("hex");

/** One row at a time for each store: whoever writes locks the store's row, so that no two rows follow the same one. */
export function writeAudit(act: AuditAct, tx?: SqlExecutor): Promise<void> {
  return tx ? append(tx, act) : database().transaction((own) => append(own, act));
}

async function append(tx: SqlExecutor, act: AuditAct): Promise<void> {
  await tx.query(`SELECT 1 FROM "Rooftop" WHERE "id" = $1 FOR UPDATE`, [act.rooftopId]);
  const { rows } = await tx.query<{ seq: number; hash: string }>(
    `SELECT "seq", "hash" FROM "AuditEntry" WHERE "rooftopId" = $1 ORDER BY "seq" DESC LIMIT 1`,
    [act.rooftopId],
  );
  const row = {
    ...act,
    dealId: act.dealId ?? null,
    subject: act.subject ?? null,
    seq: (rows[0]?.seq ?? 0) + 1,
    at: now().toISOString(),
    previousHash: rows[0]?.hash ?? GENESIS,
  };
  await tx.query(
    `INSERT INTO "AuditEntry" ("seq","rooftopId","at","actorId","actorName","act","dealId","subject","detail","previousHash","hash")
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
    [
      row.seq,
      row.rooftopId,
      row.at,
      row.actorId,
      row.actorName,
      row.act,
      row.dealId,
      row.subject,
      row.detail,
      row.previousHash,
      hashOf(row),
    ],
  );
}

export interface AuditHead {
  rooftopId: string;
  rows: number;
  hash: string;
}

/** Where each store's chain stands: kept outside the database, it shows a tail that was cut. */
export async function auditHeads(): Promise<AuditHead[]> {
  const { rows } = await database().query<AuditHead>(
    `SELECT DISTINCT ON ("rooftopId") "rooftopId", "seq" AS "rows", "hash" FROM "AuditEntry" ORDER BY "rooftopId", "seq" DESC`,
  );
  return rows;
}

/** The first row of a store's chain that is not what was written; null when every row follows the one before it. */
export async function verifyAudit(rooftopId: string, anchor?: AuditHead): Promise<{ seq: number } | null> {
  const { rows } = await database().query<AuditRow>(
    `SELECT * FROM "AuditEntry" WHERE "rooftopId" = $1 ORDER BY "seq"`,
    [rooftopId],
  );
  let previousHash = GENESIS;
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1 || row.previousHash !== previousHash || row.hash !== hashOf(row))
      return { seq: index + 1 };
    previousHash = row.hash;
  }
  if (!anchor) return null;
  return rows[anchor.rows - 1]?.hash === anchor.hash ? null : { seq: anchor.rows };
}

const JOURNAL_ACT = "journal.sealed";

async function journalHash(dealId: string, revision: number): Promise<string> {
  const { rows } = await database().query<{ event: unknown; revision: number }>(
    `SELECT "revision", "event" FROM "JournalEntry" WHERE "dealId" = $1 AND "revision" <= $2 ORDER BY "revision"`,
    [dealId, revision],
  );
  const hash = createHash("sha256");
  for (const row of rows) hash.update(`${row.revision}:${inOrder(row.event)}\n`);
  return hash.digest("hex");
}

/** The same text whatever order the database gives keys back in. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, element]) => `${JSON.stringify(key)}:${inOrder(element)}`).join(",")}}`;
}

/** The journal as it stood when the contract was frozen, hashed into the chain: a changed row shows from then on. */
export async function sealJournal(rooftopId: string, dealId: string, revision: number): Promise<void> {
  const known = await database().prisma.auditEntry.findFirst({
    where: { rooftopId, dealId, act: JOURNAL_ACT, subject: String(revision) },
  });
  if (known) return;
  const detail = await journalHash(dealId, revision);
  await writeAudit({
    rooftopId,
    actorId: "system",
    actorName: "",
    act: JOURNAL_ACT,
    dealId,
    subject: String(revision),
    detail,
  });
}

/** Deals whose journal is no longer what was sealed at their freeze. */
export async function brokenJournals(rooftopId: string): Promise<{ dealId: string; revision: number }[]> {
  const seals = await database().prisma.auditEntry.findMany({ where: { rooftopId, act: JOURNAL_ACT } });
  const broken: { dealId: string; revision: number }[] = [];
  for (const { dealId, subject, detail } of seals)
    if (dealId && (await journalHash(dealId, Number(subject))) !== detail)
      broken.push({ dealId, revision: Number(subject) });
  return broken;
}
